package dev.heed.ticket;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What a decision may know besides the ticket and the command.
 *
 * @param now the time of the desk
 * @param policy what the shop expects of itself
 */
public record Context(Instant now, TicketPolicy policy) {
    /** Both are there. */
    public Context {
        requireNonNull(now, "now");
        requireNonNull(policy, "policy");
    }
}
