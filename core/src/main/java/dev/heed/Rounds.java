package dev.heed;

import dev.heed.error.ChannelUnavailableException;
import dev.heed.message.ChannelId;
import dev.heed.people.AgentId;
import dev.heed.spi.store.CommitResult;
import dev.heed.ticket.Context;
import dev.heed.ticket.SendOrder;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketCommand;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketStatus;
import dev.heed.ticket.TimeCommand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One round of a desk's work: tell listeners again what they failed on, look at the channels, do what is due on the tickets,
 * send. One at a time.
 */
final class Rounds {
    private static final Logger log = LoggerFactory.getLogger(Rounds.class);
    private static final int BATCH = 256;
    /** Each takes as long as its channel does. */
    private static final int LETTERS = 16;

    private final Engine engine;
    private final List<Polling> channels;
    private final Delivery delivery;
    private final Deputies deputies;
    private final Colleagues colleagues;
    private final Reminder reminder;
    private final OrderedSending orders;
    private final Retaining retaining;
    private final Listeners listeners;
    private final ServiceWatch service;
    private boolean running;
    private volatile boolean ended;

    Rounds(
            Engine engine,
            List<Polling> channels,
            Delivery delivery,
            Deputies deputies,
            Colleagues colleagues,
            Reminder reminder,
            OrderedSending orders,
            Retaining retaining,
            Listeners listeners,
            ServiceWatch service) {
        this.engine = engine;
        this.channels = channels;
        this.delivery = delivery;
        this.deputies = deputies;
        this.colleagues = colleagues;
        this.reminder = reminder;
        this.orders = orders;
        this.retaining = retaining;
        this.listeners = listeners;
        this.service = service;
    }

    /** No round begins any more; false if that was so already. */
    boolean end() {
        boolean first = !ended;
        ended = true;
        return first;
    }

    void requireOpen() {
        if (ended) {
            throw new IllegalStateException("The desk is closed. Build a new one.");
        }
    }

    RunReport run() {
        return run(Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /** A round that leaves some of the work if there is much; whether it did. None at a desk that was closed meanwhile. */
    boolean slice() {
        if (ended) {
            return false;
        }
        RunReport report = run(BATCH, LETTERS);
        return report.woken() >= BATCH || report.sent() + report.notSent() >= LETTERS;
    }

    private synchronized RunReport run(int tickets, int letters) {
        requireOpen();
        if (running) {
            throw new IllegalStateException("A round is under way on this thread. Let it end, and call runDue() then.");
        }
        if (engine.store().isJoined()) {
            throw new IllegalStateException(
                    "A transaction is open on this thread, and what a round sends cannot be undone with it. Call runDue() when"
                            + " it has ended, or let the desk's own thread work: start().");
        }
        running = true;
        try {
            return round(tickets, letters);
        } finally {
            running = false;
        }
    }

    /** Sends some of what is due, and does nothing else; whether there may be more. */
    synchronized boolean send() {
        if (ended || running) {
            return false;
        }
        Delivery.Count count = delivery.run(LETTERS);
        return count.sent() + count.notSent() >= LETTERS;
    }

    private RunReport round(int tickets, int letters) {
        listeners.tellAgain();
        Polling.Count count = new Polling.Count();
        Map<ChannelId, ChannelUnavailableException> unavailable = new LinkedHashMap<>();
        for (Polling channel : channels) {
            channel.poll(engine.now(), count)
                    .ifPresent(problem -> unavailable.put(channel.health().channel(), problem));
        }
        int timers = deputies.moveTickets() + colleagues.askDeputies() + wakeTickets(tickets) + retaining.forget();
        Delivery.Count sent = delivery.run(letters);
        engine.attachments().sweep();
        return new RunReport(
                count.received(),
                count.duplicates(),
                count.unreadable(),
                timers,
                sent.sent(),
                sent.notSent(),
                listeners.untold(),
                Map.copyOf(unavailable));
    }

    /** What is due on the tickets. One that somebody else changes meanwhile is looked at again in the next round. */
    private int wakeTickets(int most) {
        Instant now = engine.now();
        AtomicInteger woken = new AtomicInteger();
        Set<TicketId> left = new HashSet<>();
        boolean more = true;
        while (more) {
            AtomicBoolean any = new AtomicBoolean();
            engine.aftermath().lookAtDue(now, BATCH + left.size(), due -> {
                AgentId fallback = deputies.fallback();
                for (Ticket ticket : due) {
                    if (!left.contains(ticket.id())) {
                        any.set(true);
                        if (wakeSafely(ticket, fallback)) {
                            woken.incrementAndGet();
                        } else {
                            left.add(ticket.id());
                        }
                    }
                }
            });
            more = any.get() && woken.get() < most;
        }
        return woken.get();
    }

    /** A ticket that cannot be looked at keeps no other from it. */
    private boolean wakeSafely(Ticket ticket, AgentId fallback) {
        try {
            return wake(ticket, fallback);
        } catch (RuntimeException e) {
            log.error("Ticket {} could not be looked at; the next round tries again.", ticket.id(), e);
            return false;
        }
    }

    private boolean wake(Ticket ticket, AgentId fallback) {
        Optional<SendOrder> order = orders.due(ticket);
        if (order.isPresent()) { // before anything that it keeps is broken
            return orders.trySend(ticket, order.get());
        }
        Context context = engine.context();
        boolean heard = isHeard(ticket);
        List<TicketCommand> wake = new ArrayList<>();
        deputies.instead(ticket)
                .filter(command -> ticket.status() != TicketStatus.CLOSED)
                .ifPresent(wake::add);
        wake.addAll(colleagues.standIns(ticket));
        wake.addAll(service.due(ticket, context.now(), fallback));
        wake.add(new TimeCommand.Wake(fallback, heard));
        Engine.Changed changed = engine.run(ticket, ticket.version(), List.of(), wake);
        Optional<Instant> closesAt = heard ? changed.after().closingDateToAnnounce(context) : Optional.empty();
        Engine.Outcome outcome = closesAt.isPresent()
                ? engine.tryChange(ticket, withReminder(changed.after(), wake, closesAt.get()))
                : engine.commit(List.of(changed), (after, unit) -> {});
        if (outcome.result() == CommitResult.COMMITTED && outcome.ticket().version() == ticket.version()) {
            engine.wakeLater(ticket, context.now());
        }
        return outcome.result() == CommitResult.COMMITTED;
    }

    /** Whether the last look at its channel found everything that the customer may have written. */
    private boolean isHeard(Ticket ticket) {
        return channels.stream()
                .map(Polling::health)
                .anyMatch(health -> health.channel().equals(ticket.channel())
                        && health.problem().isEmpty());
    }

    private Engine.Plan withReminder(Ticket after, List<TicketCommand> wake, Instant closesAt) {
        Engine.Plan ask = reminder.ask(after, closesAt);
        List<TicketCommand> both = new ArrayList<>(wake);
        both.addAll(ask.commands());
        return new Engine.Plan(both, ask.extras());
    }
}
