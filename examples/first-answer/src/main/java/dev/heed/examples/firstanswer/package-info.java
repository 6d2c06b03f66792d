/** The main job of Heed, end to end. */
@NullMarked
package dev.heed.examples.firstanswer;

import org.jspecify.annotations.NullMarked;
