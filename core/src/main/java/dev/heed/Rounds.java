package dev.heed;

import dev.heed.error.ChannelUnavailableException;
import dev.heed.message.ChannelId;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.Timer;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketCommand;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One round of a desk's work: look at the channels, fire timers, send. One at a time. */
final class Rounds {
    private static final int BATCH = 100;

    private final Engine engine;
    private final List<Polling> channels;
    private final Delivery delivery;
    private boolean running;
    private volatile boolean ended;

    Rounds(Engine engine, List<Polling> channels, Delivery delivery) {
        this.engine = engine;
        this.channels = channels;
        this.delivery = delivery;
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

    synchronized RunReport run() {
        requireOpen();
        if (running) {
            throw new IllegalStateException("A round is under way on this thread. Let it end, and call runDue() then.");
        }
        running = true;
        try {
            return round();
        } finally {
            running = false;
        }
    }

    private RunReport round() {
        Polling.Count count = new Polling.Count();
        Map<ChannelId, ChannelUnavailableException> unavailable = new LinkedHashMap<>();
        for (Polling channel : channels) {
            channel.poll(engine.now(), count)
                    .ifPresent(problem -> unavailable.put(channel.health().channel(), problem));
        }
        int timers = fireTimers();
        Delivery.Count sent = delivery.run();
        return new RunReport(
                count.received(),
                count.duplicates(),
                count.unreadable(),
                timers,
                sent.sent(),
                sent.notSent(),
                Map.copyOf(unavailable));
    }

    private int fireTimers() {
        Instant now = engine.now();
        int fired = 0;
        while (true) {
            List<Timer> due = engine.store().dueTimers(now, BATCH);
            if (due.isEmpty()) {
                return fired;
            }
            int before = fired;
            for (Timer timer : due) {
                fired += fire(timer) ? 1 : 0;
            }
            if (fired == before) { // others are at the same timers; the next round looks again
                return fired;
            }
        }
    }

    /** The ticket is looked at as it is now: a timer that has lost its reason does nothing but go. */
    private boolean fire(Timer timer) {
        Optional<Ticket> ticket = engine.store().findTicket(timer.ticket());
        if (ticket.isEmpty()) {
            return engine.tryWrite(unit -> unit.fired(timer)) == CommitResult.COMMITTED;
        }
        Engine.Plan look =
                new Engine.Plan(List.of(new TicketCommand.CheckExpectation()), (after, unit) -> unit.fired(timer));
        return engine.tryChange(ticket.get(), look).result() == CommitResult.COMMITTED;
    }
}
