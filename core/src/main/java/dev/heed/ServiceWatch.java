package dev.heed;

import static java.util.Objects.requireNonNull;

import dev.heed.message.ChannelId;
import dev.heed.people.AgentId;
import dev.heed.sla.Outlook;
import dev.heed.sla.PendingLevel;
import dev.heed.sla.SlaBook;
import dev.heed.sla.SlaClock;
import dev.heed.sla.SlaLevel;
import dev.heed.sla.SlaPolicy;
import dev.heed.sla.SlaState;
import dev.heed.ticket.ExpectedReply;
import dev.heed.ticket.ListeningCommand;
import dev.heed.ticket.OwnershipCommand;
import dev.heed.ticket.Priority;
import dev.heed.ticket.ServiceCommand;
import dev.heed.ticket.ServiceEvent.LevelReached;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketCommand;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the service levels of a desk want to happen, and when. Thread-safe. */
final class ServiceWatch {
    private static final Logger log = LoggerFactory.getLogger(ServiceWatch.class);

    private final ServiceOptions options;
    private final SlaClock clock;
    private final boolean measures;

    ServiceWatch(ServiceOptions options) {
        this.options = options;
        this.clock = SlaClock.of(options.book());
        this.measures = !options.book().versions().isEmpty();
    }

    SlaBook book() {
        return options.book();
    }

    SlaClock clock() {
        return clock;
    }

    SlaState of(Ticket ticket) {
        return clock.of(ticket);
    }

    /** When the next level is reached; empty if none is. */
    Optional<Instant> wakeAt(Ticket ticket) {
        return measures
                ? clock.of(ticket).pendingLevels().stream().findFirst().map(PendingLevel::at)
                : Optional.empty();
    }

    /** The levels that are reached by now, in their order, and what they want to happen to the ticket. */
    List<TicketCommand> due(Ticket ticket, Instant now, AgentId by) {
        List<TicketCommand> commands = new ArrayList<>();
        if (!measures) {
            return commands;
        }
        for (PendingLevel pending : clock.of(ticket).pendingLevels()) {
            if (!pending.at().isAfter(now)) {
                commands.add(new ServiceCommand.ReachLevel(
                        pending.target(), pending.cycle(), pending.level().name(), pending.due()));
                pending.level().actions().forEach(action -> add(action, ticket, by, pending, commands));
            }
        }
        return commands;
    }

    private static void add(
            String action, Ticket ticket, AgentId by, PendingLevel pending, List<TicketCommand> commands) {
        String why = pending.reason();
        if (action.equals(LevelActions.RAISE_PRIORITY)) {
            higher(ticket.understanding().priority())
                    .ifPresent(priority -> commands.add(new ListeningCommand.SetPriority(priority, by, why)));
        }
        LevelActions.reassignedTo(action)
                .filter(to -> !ticket.owner().equals(Optional.of(to)))
                .ifPresent(to -> commands.add(new OwnershipCommand.Route(to, why)));
    }

    private static Optional<Priority> higher(Priority priority) {
        return switch (priority) {
            case LOW -> Optional.of(Priority.NORMAL);
            case NORMAL -> Optional.of(Priority.HIGH);
            case HIGH -> Optional.of(Priority.URGENT);
            case URGENT -> Optional.empty();
        };
    }

    /** Tells the handlers of a level. One that was renamed since has none. */
    void reached(LevelReached event, Ticket ticket) {
        Optional<SlaLevel> level = clock.of(ticket)
                .policy()
                .flatMap(policy -> policy.goal(event.target()))
                .flatMap(goal -> goal.levels().stream()
                        .filter(one -> one.name().equals(event.level()))
                        .findFirst());
        if (level.isEmpty()) {
            log.info("A level that ticket {} has reached is not in the policy any more.", event.ticket());
            return;
        }
        for (String action : level.get().actions()) {
            LevelHandler handler = options.handlers().get(action);
            if (handler != null) {
                handler.onLevel(event, level.get());
            }
        }
    }

    /** What is foreseen for whoever writes; nothing if that cannot be said. */
    Optional<Outlook.Range> foreseen(ChannelId channel, Instant received) {
        try {
            return requireNonNull(options.outlook().foresee(channel, received), "range")
                    .filter(range -> range.latest().isBefore(received.plus(SlaPolicy.LONGEST)));
        } catch (RuntimeException e) { // the shop's own code, in the middle of taking in what a customer wrote
            log.warn("The outlook for channel {} fails; only the target counts: {}", channel, e.getClass());
            return Optional.empty();
        }
    }

    /** Until when whoever writes has an answer, by the service levels; empty if those promise none. */
    Optional<ExpectedReply> expected(ChannelId channel, Optional<Ticket> ticket, Instant received, ZoneId zone) {
        if (!measures) {
            return Optional.empty();
        }
        return ticket.isPresent()
                ? clock.of(ticket.get()).expectedReply(received, zone)
                : clock.expectedReply(channel, received, zone);
    }
}
