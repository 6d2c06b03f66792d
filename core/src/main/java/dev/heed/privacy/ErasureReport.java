package dev.heed.privacy;

import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The proof that a person was forgotten. It names nobody who was.
 *
 * @param id names the report
 * @param at when it was done
 * @param by who decided it; empty if the shop's application did
 * @param pseudonym under which the person's tickets are counted from now on
 * @param erased how much of what was erased: {@code profiles}, {@code tickets}, {@code events}, {@code documents}, {@code
 *     unreadable}, {@code attachments}
 * @param found how often words by which the person could be known were found afterwards, for each place that was searched:
 *     {@code profiles}, {@code addresses}, {@code tickets}, {@code histories}, {@code documents}, {@code links}, {@code
 *     unreadable}, {@code attachments}; all of them zero, or it is not done. {@code unsearched} if nobody could look
 */
public record ErasureReport(
        UUID id,
        Instant at,
        Optional<AgentId> by,
        CustomerId pseudonym,
        Map<String, Long> erased,
        Map<String, Long> found) {
    /** Copies the numbers. */
    public ErasureReport {
        erased = Map.copyOf(erased);
        found = Map.copyOf(found);
    }

    /** Whether nothing was found afterwards. */
    public boolean isComplete() {
        return found.values().stream().allMatch(hits -> hits == 0);
    }
}
