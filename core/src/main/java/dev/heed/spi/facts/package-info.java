/** For those who know how to find facts in what customers write. */
@NullMarked
package dev.heed.spi.facts;

import org.jspecify.annotations.NullMarked;
