/** For shop developers: placeholders in what the shop writes, and the words Heed itself writes, by language. */
@NullMarked
package dev.heed.template;

import org.jspecify.annotations.NullMarked;
