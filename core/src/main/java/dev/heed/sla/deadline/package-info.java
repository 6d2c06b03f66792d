/** For shop developers and platform vendors: millions of deadlines in memory. */
@NullMarked
package dev.heed.sla.deadline;

import org.jspecify.annotations.NullMarked;
