/** For everybody: what people and programs say to each other, and who signs it. */
@NullMarked
package dev.heed.message;

import org.jspecify.annotations.NullMarked;
