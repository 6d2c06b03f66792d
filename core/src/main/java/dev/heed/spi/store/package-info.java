/** For platform vendors: where tickets, when to wake them, and outgoing work are kept. Beside the port stands the in-memory store. */
@NullMarked
package dev.heed.spi.store;

import org.jspecify.annotations.NullMarked;
