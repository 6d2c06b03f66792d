package dev.heed.sla;

import dev.heed.ticket.ExpectedReply;
import dev.heed.ticket.Moment;
import dev.heed.ticket.SlaTarget;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The clocks of a ticket after some of its moments. Immutable and thread-safe. */
public final class SlaState {
    private final SlaFold fold;

    SlaState(SlaFold fold) {
        this.fold = fold;
    }

    /** After one moment more. */
    public SlaState after(Moment moment) {
        return new SlaState(fold.copy().take(moment));
    }

    /** After some moments more. */
    SlaState afterAll(List<Moment> moments) {
        SlaFold next = fold.copy();
        for (Moment moment : moments) {
            next = next.take(moment);
        }
        return new SlaState(next);
    }

    /** The policy that holds; empty if none does. */
    public Optional<SlaPolicy> policy() {
        return fold.standing().policy();
    }

    /** The version of the service levels that holds; empty if none does. */
    public Optional<ServiceLevels> levels() {
        return fold.standing().levels();
    }

    /** What decides which policy holds; empty before the opening. */
    public Optional<SlaSubject> subject() {
        return fold.standing().subject();
    }

    /** Every clock there was, of each target in the order of its cycles. */
    public List<SlaReading> read(Instant now) {
        List<RunningClock> clocks = fold.clocks().all();
        List<SlaReading> readings = new ArrayList<>(clocks.size());
        for (RunningClock clock : clocks) {
            readings.add(clock.reading(now));
        }
        return Collections.unmodifiableList(readings);
    }

    /** The newest clock of a target; empty if it was never measured. */
    public Optional<SlaReading> read(SlaTarget target, Instant now) {
        return fold.clocks().find(target).map(clock -> clock.reading(now));
    }

    /** What is due next, of all that runs and is not late; empty if nothing is. */
    public Optional<SlaReading> nearest(Instant now) {
        return read(now).stream()
                .filter(reading -> reading.state() == ClockState.RUNNING)
                .min(Comparator.comparing(reading -> reading.dueAt().orElse(Instant.MAX)));
    }

    /** What is late and has not happened yet. */
    public List<SlaReading> overdue(Instant now) {
        return read(now).stream().filter(SlaReading::isOverdue).toList();
    }

    /**
     * Until when whoever writes at {@code received} has an answer: when the reply that is awaited already is due, else when the
     * one that would be is. Empty if no reply is promised.
     *
     * @param zone the zone in which that person is told
     */
    public Optional<ExpectedReply> expectedReply(Instant received, ZoneId zone) {
        SlaTarget target = fold.hasReplied() ? SlaTarget.NEXT_REPLY : SlaTarget.FIRST_REPLY;
        Optional<Instant> running = read(target, received)
                .filter(reading -> reading.state() == ClockState.RUNNING)
                .flatMap(SlaReading::dueAt);
        return policy().flatMap(policy -> subject()
                .flatMap(subject -> policy.expectedReply(target, subject.priority(), received, running, zone)));
    }

    /** When the newest clock of a target is due, or would be if it did not stand still any more. */
    Optional<Instant> dueIfGoingOn(SlaTarget target, Instant now) {
        return fold.clocks().find(target).map(clock -> {
            RunningClock then = clock.copy();
            then.resume(now, "");
            return then.due();
        });
    }

    /** Whether nothing is done about its clocks any more: the ticket is closed or deleted. */
    boolean isQuiet() {
        return fold.isQuiet();
    }

    /** The same, if other levels were in the book. */
    SlaState proposing(ServiceLevels levels) {
        return new SlaState(fold.proposing(levels));
    }

    /** Levels that are to be reached, the next first; those of what was imported are not. */
    public List<PendingLevel> pendingLevels() {
        return fold.isQuiet() ? List.of() : PendingLevel.of(fold);
    }
}
