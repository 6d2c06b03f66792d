package dev.heed.ticket;

import dev.heed.people.AgentId;
import java.time.Instant;
import java.util.Optional;

/**
 * That a second person looks at something before it is done.
 *
 * @param id names it in its ticket
 * @param subject exactly what is asked for
 * @param by who asks
 * @param reason why, for whoever decides
 * @param at when it was asked
 * @param until from when on it is of no use any more; empty if it has time
 * @param state what became of it
 * @param decision by whom and why it was approved or declined; empty until then
 */
public record ApprovalRequest(
        ApprovalId id,
        ApprovalSubject subject,
        AgentId by,
        String reason,
        Instant at,
        Optional<Instant> until,
        State state,
        Optional<Decided> decision) {

    /** What becomes of a request. */
    public enum State {
        /** Nobody has decided. */
        OPEN,
        /** A second person said yes, and nothing was done by it yet. */
        APPROVED,
        /** A second person said no. */
        DECLINED,
        /** It is not wanted any more. */
        WITHDRAWN,
        /** Its time has passed. */
        EXPIRED,
        /** It was approved, and what was asked for is done. */
        USED
    }

    /**
     * A decision.
     *
     * @param by who decided
     * @param reason why
     * @param at when
     * @param alone whether it was who had asked, because nobody else of the desk may decide
     */
    public record Decided(AgentId by, String reason, Instant at, boolean alone) {
        /** Without the reason: this is what ends up in logs. */
        @Override
        public String toString() {
            return "by " + by + " at " + at;
        }
    }

    ApprovalRequest with(State other) {
        return new ApprovalRequest(id, subject, by, reason, at, until, other, decision);
    }

    ApprovalRequest decided(State other, Decided how) {
        return new ApprovalRequest(id, subject, by, reason, at, until, other, Optional.of(how));
    }

    /** Whether it says yes to exactly this, now, and nothing was done by it yet. */
    public boolean allows(ApprovalSubject what, Instant now) {
        return state == State.APPROVED && subject.equals(what) && !isOver(now);
    }

    /** Whether its time has passed. */
    boolean isOver(Instant now) {
        return until.filter(end -> !end.isAfter(now)).isPresent();
    }

    /** Whether something can still come of it. */
    boolean isAlive() {
        return state == State.OPEN || state == State.APPROVED;
    }

    /** Without the reason: this is what ends up in logs. */
    @Override
    public String toString() {
        return "ApprovalRequest " + id + " " + subject + " by " + by + " at " + at + " " + state;
    }
}
