/** How a store stands, as meters of Micrometer, whose library is optional. */
@NullMarked
package dev.heed.jdbc.micrometer;

import org.jspecify.annotations.NullMarked;
