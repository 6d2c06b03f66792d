/** For shop developers: how well customers are served, and how well they will be, reckoned from what happened. */
@NullMarked
package dev.heed.report;

import org.jspecify.annotations.NullMarked;
