package dev.heed.privacy;

import static java.util.Objects.requireNonNull;

import dev.heed.people.AgentId;
import java.time.Instant;
import java.util.Optional;

/**
 * A legal hold that has ended.
 *
 * @param hold who had to be kept, and why; of who was forgotten since, a pseudonym and no reason
 * @param at when it ended, in UTC
 * @param by who ended it; empty if the shop's application did
 */
public record ReleasedHold(LegalHold hold, Instant at, Optional<AgentId> by) {
    /** Checks that all of it is there. */
    public ReleasedHold {
        requireNonNull(hold, "hold");
        requireNonNull(at, "at");
        requireNonNull(by, "by");
    }

    @Override
    public String toString() {
        return "ReleasedHold[" + hold + " until " + at + "]";
    }
}
