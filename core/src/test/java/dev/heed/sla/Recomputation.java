package dev.heed.sla;

import dev.heed.message.MessageId;
import dev.heed.ticket.ConversationEvent.Answered;
import dev.heed.ticket.ConversationEvent.BotWrote;
import dev.heed.ticket.ConversationEvent.Bounced;
import dev.heed.ticket.ConversationEvent.MessageReceived;
import dev.heed.ticket.LifecycleEvent.Held;
import dev.heed.ticket.LifecycleEvent.HoldEnded;
import dev.heed.ticket.LifecycleEvent.Reopened;
import dev.heed.ticket.LifecycleEvent.TicketOpened;
import dev.heed.ticket.ListeningEvent.PrioritySet;
import dev.heed.ticket.OwnershipEvent.OwnerAssigned;
import dev.heed.ticket.Priority;
import dev.heed.ticket.ServiceEvent.TierSet;
import dev.heed.ticket.SlaTarget;
import dev.heed.ticket.TicketEvent;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reckons replies and owners from the raw events, minute by minute, as somebody would with paper and a clock: simple, slow, and
 * without anything of the clock that is tested. Events lie on whole minutes.
 */
final class Recomputation {
    /** A cycle as it was counted. */
    static final class Cycle {
        final Instant startedAt;
        int wanted;
        boolean always;
        int worked;
        boolean missed;
        boolean paused;

        /** Whether nothing was left of it by a change while it stood still. */
        boolean over;

        Optional<Instant> endedAt = Optional.empty();

        private Cycle(Instant startedAt, int wanted) {
            this.startedAt = startedAt;
            this.wanted = wanted;
        }
    }

    private final SlaTarget target;
    private final List<Cycle> cycles = new ArrayList<>();
    private @Nullable Cycle open;
    private boolean premium;
    private Priority priority = Priority.NORMAL;
    private boolean asking;
    private boolean held;
    private boolean waiting;
    private boolean replied;

    private Recomputation(SlaTarget target) {
        this.target = target;
    }

    static List<Cycle> of(List<TicketEvent> events, SlaTarget target, Instant asOf) {
        Recomputation all = new Recomputation(target);
        Set<MessageId> lost = events.stream()
                .flatMap(event -> event instanceof Bounced bounced ? Stream.of(bounced.message()) : Stream.of())
                .collect(Collectors.toSet());
        Instant before = events.get(0).at();
        for (TicketEvent event : events) {
            all.passes(before, event.at());
            before = event.at();
            if (!(event instanceof Answered answered
                    && lost.contains(answered.message().id()))) {
                all.happens(event);
            }
            all.goesOn();
        }
        all.passes(before, asOf);
        if (all.open != null) {
            all.open.paused = all.stands();
        }
        return all.cycles;
    }

    /** In minutes; the policies of the test say the same. */
    private int wanted() {
        int minutes = premium ? 60 : priority == Priority.HIGH ? 120 : 300;
        return target.isResolution() ? 6 * minutes : minutes;
    }

    private boolean stands() {
        if (held) {
            return target == SlaTarget.AGENT_WORK;
        }
        return asking && target != SlaTarget.TIME_TO_OWN && target != SlaTarget.TOTAL_RESOLUTION;
    }

    /** Nobody can keep what was over when it goes on. */
    private void goesOn() {
        if (open != null && open.over && !stands()) {
            open.missed = true;
            open.over = false;
        }
    }

    private void passes(Instant from, Instant until) {
        if (open == null) {
            return;
        }
        for (Instant minute = from; minute.isBefore(until); minute = minute.plusSeconds(60)) {
            if (!stands()) {
                open.missed |= open.worked >= open.wanted;
                open.worked += open.always || isOpen(minute) ? 1 : 0;
                open.missed |= open.worked > open.wanted;
            }
        }
    }

    /** Monday to Friday from 9 to 12 and from 13 to 17 in Berlin. */
    private static boolean isOpen(Instant minute) {
        LocalDateTime local = LocalDateTime.ofInstant(minute, ZoneId.of("Europe/Berlin"));
        boolean weekend = local.getDayOfWeek() == DayOfWeek.SATURDAY || local.getDayOfWeek() == DayOfWeek.SUNDAY;
        int hour = local.getHour();
        return !weekend && ((hour >= 9 && hour < 12) || (hour >= 13 && hour < 17));
    }

    private void happens(TicketEvent event) {
        Instant at = event.at();
        if (event instanceof TicketOpened && (target == SlaTarget.TIME_TO_OWN || target.isResolution())) {
            begin(at);
        } else if (event instanceof Reopened && target.isResolution()) {
            reopen(at);
        } else if (event instanceof Held || event instanceof HoldEnded) {
            held = event instanceof Held;
        } else if (event instanceof OwnerAssigned && target == SlaTarget.TIME_TO_OWN) {
            end(at);
        } else if (event instanceof MessageReceived received
                && !received.message().automatic()) {
            waits(at);
        } else if (event instanceof Bounced && !waiting) { // it has to be written again
            waits(at);
        } else if (event instanceof Answered answered) {
            if (target.isReply()
                    || (target.isResolution() && answered.resolution().isPresent())) {
                end(at);
            }
            asking = answered.message().text().contains("?");
            replied = true;
            waiting = false;
        } else if (event instanceof BotWrote wrote) {
            asking |= wrote.message().text().contains("?");
        } else if (event instanceof PrioritySet set) {
            change(premium, set.priority());
        } else if (event instanceof TierSet set) {
            change(set.tier().value().equals("premium"), priority);
        }
    }

    private void waits(Instant at) {
        asking = false;
        waiting = true;
        if (open == null && target == (replied ? SlaTarget.NEXT_REPLY : SlaTarget.FIRST_REPLY)) {
            begin(at);
        }
    }

    private void begin(Instant at) {
        open = new Cycle(at, wanted());
        open.always = premium;
        cycles.add(open);
    }

    private void end(Instant at) {
        if (open != null) {
            open.endedAt = Optional.of(at);
            open = null;
        }
    }

    /** Goes on where it was, and once more from the beginning if it was late. */
    private void reopen(Instant at) {
        Cycle last = cycles.get(cycles.size() - 1);
        if (last.missed) {
            begin(at);
        } else {
            last.endedAt = Optional.empty();
            open = last;
        }
    }

    /** What is late stays as it is; else it counts from its beginning. */
    private void change(boolean otherPremium, Priority otherPriority) {
        int before = wanted();
        boolean same = premium == otherPremium;
        premium = otherPremium;
        priority = otherPriority;
        if (open == null || (same && before == wanted())) {
            return;
        }
        if (!open.missed) {
            open.always = premium;
            open.wanted = wanted();
            open.over = open.worked >= open.wanted;
        }
    }

    /** How long a cycle took in minutes of working time. */
    static Duration working(Cycle cycle) {
        return Duration.ofMinutes(cycle.worked);
    }
}
