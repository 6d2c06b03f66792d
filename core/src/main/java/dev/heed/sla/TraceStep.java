package dev.heed.sla;

import static java.util.Objects.requireNonNull;

import dev.heed.error.PracticeCode;
import dev.heed.hours.BusinessHours;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of how a clock came to where it stands.
 *
 * @param at when it happened
 * @param kind what happened
 * @param consumed how much of its time has passed until then
 * @param hours in which hours its time passes since
 * @param due when it is due since; empty if it has ended, or stands still and was not late before
 * @param pause what stopped it; empty unless it was stopped
 * @param reason why, for the people of the shop; may be empty
 */
public record TraceStep(
        Instant at,
        Kind kind,
        Duration consumed,
        BusinessHours hours,
        Optional<Instant> due,
        Optional<PauseReason> pause,
        String reason) {
    /** All is there. */
    public TraceStep {
        requireNonNull(at, "at");
        requireNonNull(kind, "kind");
        requireNonNull(consumed, "consumed");
        requireNonNull(hours, "hours");
        requireNonNull(due, "due");
        requireNonNull(pause, "pause");
        requireNonNull(reason, "reason");
    }

    /** By which rule of the shop it happened, where one has a code. */
    public Optional<PracticeCode> code() {
        return kind == Kind.NOT_PAUSED ? Optional.of(PracticeCode.PAUSE_WITHOUT_QUESTION) : Optional.empty();
    }

    /** What can happen to a clock. */
    public enum Kind {
        /** It began. */
        STARTED,
        /** It stands still for a while. */
        PAUSED,
        /** An answer asked nothing, so it goes on. */
        NOT_PAUSED,
        /** It goes on. */
        RESUMED,
        /** It goes by another time, other hours or another policy. */
        RETARGETED,
        /** The customer was told a time. */
        TOLD,
        /** A person set when it is due. */
        SET_BY_HAND,
        /** Its time was over. */
        BREACHED,
        /** It was stopped by what it measures. */
        ENDED,
        /** What would have stopped it never arrived, so it never did: this is when that was known. */
        REVIVED,
        /** Nobody wants any more what it measured. */
        CANCELLED
    }
}
