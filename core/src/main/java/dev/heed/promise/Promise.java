package dev.heed.promise;

import static java.util.Objects.requireNonNull;

import dev.heed.people.AgentId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Something a customer was promised. Immutable. Who has to keep it is always the owner of the ticket.
 *
 * @param id names it within its ticket
 * @param kind what was promised
 * @param text in words for the customer; of a reply, how its time was reckoned
 * @param madeBy who promised; empty for what Heed or the house promises by itself
 * @param madeAt when
 * @param due until when
 * @param zone the zone in which the customer was told
 * @param state what became of it
 */
public record Promise(
        PromiseId id,
        PromiseKind kind,
        String text,
        Optional<AgentId> madeBy,
        Instant madeAt,
        Instant due,
        ZoneId zone,
        PromiseState state) {

    /** Every part is there. */
    public Promise {
        requireNonNull(id, "id");
        requireNonNull(kind, "kind");
        requireNonNull(text, "text");
        requireNonNull(madeBy, "madeBy");
        requireNonNull(madeAt, "madeAt");
        requireNonNull(due, "due");
        requireNonNull(zone, "zone");
        requireNonNull(state, "state");
    }

    /** Whether it is neither kept nor given up nor broken. */
    public boolean isOpen() {
        return state == PromiseState.OPEN;
    }

    /** The same with another state. */
    public Promise with(PromiseState next) {
        return new Promise(id, kind, text, madeBy, madeAt, due, zone, next);
    }

    /** Without the words: this is what ends up in logs. */
    @Override
    public String toString() {
        return "Promise " + id + " " + kind + " " + state + " due " + due;
    }
}
