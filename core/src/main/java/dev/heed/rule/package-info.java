/** For shop developers: the house rules that decide what may leave, and the words they go by. */
@NullMarked
package dev.heed.rule;

import org.jspecify.annotations.NullMarked;
