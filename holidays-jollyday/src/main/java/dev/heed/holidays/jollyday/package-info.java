/** For shops that close on the public holidays of a country or a part of it. */
@NullMarked
package dev.heed.holidays.jollyday;

import org.jspecify.annotations.NullMarked;
