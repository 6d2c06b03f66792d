package dev.heed.report;

import static java.util.Objects.requireNonNull;

import dev.heed.sla.SlaReading;
import dev.heed.ticket.SlaTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One clock of a ticket in figures. The verdict goes by working time; wall time, nights and pauses included, is only where it is
 * named so.
 *
 * @param target what it measures
 * @param cycle which time it is measured on the ticket, from 1
 * @param verdict what became of it
 * @param policy the name of the policy that wants it
 * @param within in which working time, as wanted last
 * @param workingTime how much working time has passed from the beginning to the end, or until now; pauses do not count
 * @param wallTime how much time has passed on the clock on the wall
 * @param startedAt when it began
 * @param endedAt when it was met or cancelled, or what it measures happened late; empty before that
 * @param dueAt when it is due, or was; empty while it stands still
 * @param missedAt when its time was over; empty if it is not. Late by a change, the time of the change
 */
public record Figure(
        SlaTarget target,
        int cycle,
        Verdict verdict,
        String policy,
        Duration within,
        Duration workingTime,
        Duration wallTime,
        Instant startedAt,
        Optional<Instant> endedAt,
        Optional<Instant> dueAt,
        Optional<Instant> missedAt) {
    /** All is there. */
    public Figure {
        requireNonNull(target, "target");
        requireNonNull(verdict, "verdict");
        requireNonNull(policy, "policy");
        requireNonNull(within, "within");
        requireNonNull(workingTime, "workingTime");
        requireNonNull(wallTime, "wallTime");
        requireNonNull(startedAt, "startedAt");
        requireNonNull(endedAt, "endedAt");
        requireNonNull(dueAt, "dueAt");
        requireNonNull(missedAt, "missedAt");
    }

    static Figure of(SlaReading reading, Instant asOf) {
        Instant end = reading.endedAt().orElse(asOf);
        return new Figure(
                reading.target(),
                reading.cycle(),
                Verdict.of(reading.state()),
                reading.policy(),
                reading.within(),
                reading.consumed(),
                end.isAfter(reading.startedAt()) ? Duration.between(reading.startedAt(), end) : Duration.ZERO,
                reading.startedAt(),
                reading.endedAt(),
                reading.dueAt(),
                reading.breachedAt());
    }

    /**
     * Working time that is left of what is wanted; negative where more has passed. Where the customer was told an earlier time, or
     * a person has set one, the clock may be missed though something is left.
     */
    public Duration difference() {
        return within.minus(workingTime);
    }

    /** When the verdict fell: met or cancelled, or when its time was over. Empty while it is open. */
    public Optional<Instant> decidedAt() {
        return verdict == Verdict.MISSED ? missedAt : endedAt;
    }
}
