/** Keeps everything in the relational database of the shop: {@link dev.heed.jdbc.HeedDatabase} is the door. */
@NullMarked
package dev.heed.jdbc;

import org.jspecify.annotations.NullMarked;
