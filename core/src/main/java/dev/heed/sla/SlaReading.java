package dev.heed.sla;

import dev.heed.hours.BusinessHours;
import dev.heed.ticket.SlaTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where one clock of a ticket stands.
 *
 * @param target what it measures
 * @param cycle which time it is measured on this ticket, from 1
 * @param state where it stands
 * @param phase what it does, be it late or not
 * @param policy the name of the policy that wants it
 * @param within in which time, as wanted now
 * @param hours in which hours that time passes
 * @param startedAt when it began
 * @param consumed how much of that time has passed
 * @param remaining how much is left; negative when it is late
 * @param dueAt when it is due; of one that has ended, when it was. Empty while it stands still, unless it was late before
 * @param endedAt when it was met or cancelled, or what it measures happened late; empty before that
 * @param breachedAt when its time was over; empty if it is not. Late by a change, the time of the change
 * @param trace how it came to this, in order
 */
public record SlaReading(
        SlaTarget target,
        int cycle,
        ClockState state,
        ClockPhase phase,
        String policy,
        Duration within,
        BusinessHours hours,
        Instant startedAt,
        Duration consumed,
        Duration remaining,
        Optional<Instant> dueAt,
        Optional<Instant> endedAt,
        Optional<Instant> breachedAt,
        List<TraceStep> trace) {
    /** Keeps a copy of the trace. */
    public SlaReading {
        trace = trace instanceof TraceLine.Steps ? trace : List.copyOf(trace);
    }

    /** Whether it neither was met nor cancelled nor has what it measures happened. */
    public boolean isOpen() {
        return endedAt.isEmpty();
    }

    /** Whether its time is over and what it measures has not happened yet; never while it stands still. */
    public boolean isOverdue() {
        return phase == ClockPhase.RUNNING && state == ClockState.BREACHED;
    }
}
