package dev.heed.sla;

import static java.util.Objects.requireNonNull;

import dev.heed.promise.PromiseId;
import dev.heed.ticket.SlaTarget;
import dev.heed.ticket.TicketId;
import java.time.Instant;
import java.util.Optional;

/**
 * What other service levels would do to one target or one promise of a ticket.
 *
 * @param ticket whose
 * @param kind what would happen
 * @param target of which target; empty for a promise that belongs to none
 * @param promise which promise; empty for a target
 * @param before when it is due now; empty if it is not
 * @param after when it would be due or could be kept; empty if it would not
 */
public record Impact(
        TicketId ticket,
        Kind kind,
        Optional<SlaTarget> target,
        Optional<PromiseId> promise,
        Optional<Instant> before,
        Optional<Instant> after) {
    /** All is there. */
    public Impact {
        requireNonNull(ticket, "ticket");
        requireNonNull(kind, "kind");
        requireNonNull(target, "target");
        requireNonNull(promise, "promise");
        requireNonNull(before, "before");
        requireNonNull(after, "after");
    }

    /** What can happen. */
    public enum Kind {
        /** The customer was told a time before which the new levels would not want an answer, or nobody would be there. */
        PROMISE_BREAKS,
        /** Its time would be over at once. */
        LATE_AT_ONCE,
        /** It would be due sooner. */
        SOONER,
        /** It would be due later. */
        LATER,
        /** It would be measured from then on. */
        BEGINS,
        /** It would not be measured any more. */
        ENDS;

        /** Whether something that was promised, to the customer or to oneself, would break. */
        public boolean isBreak() {
            return this == PROMISE_BREAKS || this == LATE_AT_ONCE;
        }
    }

    /** Whether something that was promised, to the customer or to oneself, would break. */
    public boolean isBreak() {
        return kind.isBreak();
    }

    /** For people: what breaks, when it is due and when it would be, in UTC. */
    @Override
    public String toString() {
        String what = promise.map(id -> "promise " + id).orElse("")
                + target.map(one -> (promise.isPresent() ? " of " : "") + one).orElse("");
        return "ticket " + ticket + ": " + what + " " + kind
                + before.map(at -> ", due " + at).orElse("")
                + after.map(at -> ", then " + at).orElse("");
    }
}
