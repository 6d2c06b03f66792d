/** For testers: where new ids come from. */
@NullMarked
package dev.heed.spi.id;

import org.jspecify.annotations.NullMarked;
