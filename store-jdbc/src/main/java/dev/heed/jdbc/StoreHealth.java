package dev.heed.jdbc;

import java.time.Duration;

/**
 * How a shop's store stands.
 *
 * @param ticketsDue on how many tickets something is due
 * @param ticketLag how long the one that was due first has been waiting; zero if none is due
 * @param outboxDue how many messages are to be sent and due, or were claimed and not settled in time
 * @param outboxLag how long the one that was due first has been waiting; zero if none is due
 * @param deadLetters how many messages were given up and wait for a person
 */
public record StoreHealth(long ticketsDue, Duration ticketLag, long outboxDue, Duration outboxLag, long deadLetters) {}
