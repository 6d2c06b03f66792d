package dev.heed.privacy;

import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import java.time.Instant;
import java.util.Optional;

/**
 * Everything about a customer must be kept, whatever else is asked.
 *
 * @param customer whose data
 * @param at since when
 * @param by who ordered it; empty if the shop's application did
 * @param reason why, not blank
 */
public record LegalHold(CustomerId customer, Instant at, Optional<AgentId> by, String reason) {
    @Override
    public String toString() {
        return "LegalHold[since " + at + "]";
    }
}
