/** For everybody: the ticket, what can happen to it, and what it may become. Pure: no clock, no I/O, no randomness. */
@NullMarked
package dev.heed.ticket;

import org.jspecify.annotations.NullMarked;
