/** The snippet of the README. */
@NullMarked
package dev.heed.examples.quickstart;

import org.jspecify.annotations.NullMarked;
