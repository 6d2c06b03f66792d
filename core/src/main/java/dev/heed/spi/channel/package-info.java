/** For platform vendors: how messages come in from the world and go out into it. */
@NullMarked
package dev.heed.spi.channel;

import org.jspecify.annotations.NullMarked;
