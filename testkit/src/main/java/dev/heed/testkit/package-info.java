/** For testers: a desk in one line, time that moves on command, and customers who write when told to. */
@NullMarked
package dev.heed.testkit;

import org.jspecify.annotations.NullMarked;
