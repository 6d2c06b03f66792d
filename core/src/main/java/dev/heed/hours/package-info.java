/** For shop developers: when the shop is open, and what working time means. */
@NullMarked
package dev.heed.hours;

import org.jspecify.annotations.NullMarked;
