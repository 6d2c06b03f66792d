/**
 * For shop developers, and for readers of other formats: documents of configuration as a tree in which everything knows where it
 * stands, and a way of reading them that tells all that is wrong at once. No type of a JSON library is visible from outside.
 */
@NullMarked
package dev.heed.config;

import org.jspecify.annotations.NullMarked;
