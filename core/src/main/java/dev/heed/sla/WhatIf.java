package dev.heed.sla;

import static java.util.Objects.requireNonNull;

import dev.heed.hours.BusinessHours;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseKind;
import dev.heed.sla.Impact.Kind;
import dev.heed.ticket.ChangeMode;
import dev.heed.ticket.Moment;
import dev.heed.ticket.ServiceEvent.LevelsApplied;
import dev.heed.ticket.SlaTarget;
import dev.heed.ticket.Ticket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says what would become of tickets if other service levels, or the same with other calendars, held for them from now on.
 * Nothing changes. Immutable and thread-safe.
 *
 * <p>Unless it is asked for something else, times are reckoned anew, as {@link ChangeMode#RECOMPUTE} does: that tells what the new
 * levels would want by themselves, and so which of the times that customers were told they do not carry.
 */
public final class WhatIf {
    private final SlaClock clock;
    private final ServiceLevels proposed;
    private final ChangeMode mode;
    private final Instant now;

    private WhatIf(SlaClock clock, ServiceLevels proposed, ChangeMode mode, Instant now) {
        this.clock = clock;
        this.proposed = proposed;
        this.mode = mode;
        this.now = now;
    }

    /**
     * Asks what these levels would do.
     *
     * @param book what holds now
     * @param proposed what might hold; its name may be one of the book, whose place it takes for what is asked, or a new one
     */
    public static WhatIf applying(ServiceLevels proposed, SlaBook book, Instant now) {
        return applying(proposed, ChangeMode.RECOMPUTE, book, now);
    }

    /**
     * Asks what these levels would do, if they were applied so.
     *
     * @param mode what would become of clocks that run
     * @param book what holds now
     * @param proposed what might hold; its name may be one of the book, whose place it takes for what is asked, or a new one
     */
    public static WhatIf applying(ServiceLevels proposed, ChangeMode mode, SlaBook book, Instant now) {
        return new WhatIf(
                SlaClock.of(requireNonNull(book, "book")),
                requireNonNull(proposed, "proposed"),
                requireNonNull(mode, "mode"),
                requireNonNull(now, "now"));
    }

    /** What would become of a ticket: promises first, then targets in their order; empty if nothing would. */
    public List<Impact> on(Ticket ticket) {
        List<Moment> moments = ticket.moments();
        SlaState before = clock.of(ticket);
        if (moments.isEmpty() || before.isQuiet()) {
            return List.of();
        }
        Moment last = moments.get(moments.size() - 1);
        LevelsApplied applied =
                new LevelsApplied(ticket.id(), now, Optional.of(proposed.version()), mode, Optional.empty(), "what if");
        SlaState after = before.proposing(proposed).after(new Moment(applied, last.status(), last.waits()));
        List<Impact> impacts = new ArrayList<>();
        for (Promise promise : ticket.openPromises()) {
            breaks(ticket, promise, before, after).ifPresent(impacts::add);
        }
        for (SlaTarget target : SlaTarget.values()) {
            changes(ticket, target, before, after).ifPresent(impacts::add);
        }
        return impacts;
    }

    private Optional<Impact> breaks(Ticket ticket, Promise promise, SlaState before, SlaState after) {
        if (!promise.due().isAfter(now)) {
            return Optional.empty(); // what is broken already does not break
        }
        Optional<SlaTarget> target = Optional.empty();
        Optional<Instant> possible = Optional.empty();
        if (promise.kind() == PromiseKind.REPLY) {
            target = reply(after);
            possible = target.flatMap(one -> after.read(one, now)).flatMap(SlaReading::dueAt);
        }
        possible = possible.filter(promise.due()::isBefore).or(() -> nobodyUntil(promise.due(), before, after));
        Optional<SlaTarget> of = target;
        return possible.map(at -> new Impact(
                ticket.id(),
                Kind.PROMISE_BREAKS,
                of,
                Optional.of(promise.id()),
                Optional.of(promise.due()),
                Optional.of(at)));
    }

    private Optional<SlaTarget> reply(SlaState state) {
        for (SlaTarget target : List.of(SlaTarget.FIRST_REPLY, SlaTarget.NEXT_REPLY)) {
            if (state.read(target, now).filter(SlaReading::isOpen).isPresent()) {
                return Optional.of(target);
            }
        }
        return Optional.empty();
    }

    /** When somebody would be there again, if nobody was any more until an instant until which somebody is now. */
    private Optional<Instant> nobodyUntil(Instant due, SlaState before, SlaState after) {
        Optional<BusinessHours> then = after.policy().map(SlaPolicy::hours);
        boolean thereNow = before.policy()
                .map(policy -> !policy.hours().between(now, due).isZero())
                .orElse(true);
        return then.filter(hours -> thereNow && hours.between(now, due).isZero())
                .map(hours -> hours.nextOpening(due));
    }

    private Optional<Impact> changes(Ticket ticket, SlaTarget target, SlaState before, SlaState after) {
        Optional<SlaReading> was = before.read(target, now).filter(SlaReading::isOpen);
        Optional<SlaReading> is = after.read(target, now).filter(SlaReading::isOpen);
        return kind(target, before, after)
                .map(kind -> new Impact(
                        ticket.id(),
                        kind,
                        Optional.of(target),
                        Optional.empty(),
                        was.flatMap(SlaReading::dueAt),
                        is.flatMap(SlaReading::dueAt)));
    }

    private Optional<Kind> kind(SlaTarget target, SlaState before, SlaState after) {
        SlaReading was = before.read(target, now).filter(SlaReading::isOpen).orElse(null);
        SlaReading is = after.read(target, now).filter(SlaReading::isOpen).orElse(null);
        if (was == null || is == null) {
            return was != null
                    ? Optional.of(Kind.ENDS)
                    : Optional.ofNullable(is).map(reading -> Kind.BEGINS);
        } else if (is.cycle() > was.cycle()) { // late it was, and stays
            return Optional.of(Kind.BEGINS);
        }
        Instant wanted = after.dueIfGoingOn(target, now).orElse(Instant.MAX);
        if (was.breachedAt().isEmpty() && (is.breachedAt().isPresent() || !wanted.isAfter(now))) {
            return Optional.of(Kind.LATE_AT_ONCE);
        }
        int order = before.dueIfGoingOn(target, now).orElse(Instant.MAX).compareTo(wanted);
        if (order == 0) { // but one may stand still where the other runs
            order = Boolean.compare(is.phase() == ClockPhase.RUNNING, was.phase() == ClockPhase.RUNNING);
        }
        return order == 0 ? Optional.empty() : Optional.of(order > 0 ? Kind.SOONER : Kind.LATER);
    }
}
