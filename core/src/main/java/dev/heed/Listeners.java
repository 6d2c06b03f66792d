package dev.heed;

import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells listeners what was committed, one event at a time, those of one ticket in their order; tells again in later rounds
 * what a listener has failed on.
 */
final class Listeners {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final InstantSource clock;
    private final Logger log;
    private final List<Listener<?>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicInteger added = new AtomicInteger();
    private final Queue<TicketEvent> waiting = new ConcurrentLinkedQueue<>();
    /** What has been rewritten since whoever is telling has begun. */
    private final Queue<Rewriting> rewritings = new ConcurrentLinkedQueue<>();

    private final ReentrantLock telling = new ReentrantLock();
    private volatile boolean ended;

    Listeners(InstantSource clock) {
        this(clock, LoggerFactory.getLogger(Listeners.class));
    }

    /** Writes down somewhere else what it fails on. */
    Listeners(InstantSource clock, Logger log) {
        this.clock = clock;
        this.log = log;
    }

    <E extends TicketEvent> void add(Class<E> type, Consumer<? super E> listener) {
        listeners.add(new Listener<>(
                added.incrementAndGet(), type, event -> listener.accept(type.cast(asItIsNow(event))), clock, log));
    }

    /**
     * From now on, what was not told yet of these tickets is told in another form. Waits for nobody: what waits is rewritten
     * here, and what whoever is telling has in hand is put into that form at the moment in which it is told.
     */
    void rewrite(Set<TicketId> tickets, UnaryOperator<TicketEvent> form) {
        Rewriting rewriting = new Rewriting(tickets, form);
        synchronized (waiting) {
            for (int i = waiting.size(); i > 0; i--) {
                waiting.add(rewriting.apply(waiting.remove()));
            }
            rewritings.add(rewriting);
        }
    }

    /** Which events are told in which form. */
    private record Rewriting(Set<TicketId> tickets, UnaryOperator<TicketEvent> form) {
        TicketEvent apply(TicketEvent event) {
            return tickets.contains(event.ticket()) ? form.apply(event) : event;
        }
    }

    /** An event in the form in which it may be told by now. */
    private TicketEvent asItIsNow(TicketEvent event) {
        TicketEvent now = event;
        for (Rewriting rewriting : rewritings) {
            now = rewriting.apply(now);
        }
        return now;
    }

    /** Called by whoever is telling, and has nothing in hand: rewrites what waits to be told again. */
    private void settleRewritings() {
        for (Rewriting next = rewritings.peek(); next != null; next = rewritings.peek()) {
            Rewriting rewriting = next;
            listeners.forEach(listener -> listener.rewrite(rewriting.tickets, rewriting.form));
            rewritings.remove();
        }
    }

    /** Whether anybody listens for one of these. */
    boolean want(List<TicketEvent> events) {
        return listeners.stream().anyMatch(listener -> events.stream().anyMatch(listener::wants));
    }

    /** Called while the lock of the ticket is held, so that its events wait in their order. */
    void enqueue(List<TicketEvent> events) {
        if (!listeners.isEmpty()) {
            synchronized (waiting) {
                waiting.addAll(events);
            }
        }
    }

    /** Tells what waits, unless another thread, or this one further up, is at it already. */
    void tell() {
        while (!(waiting.isEmpty() && rewritings.isEmpty()) && !telling.isHeldByCurrentThread() && telling.tryLock()) {
            try {
                tellWaiting();
                if (ended) {
                    listeners.forEach(Listener::abandon);
                }
            } finally {
                telling.unlock();
            }
        }
    }

    private @Nullable TicketEvent next() {
        synchronized (waiting) { // while it is rewritten, what is first is not at the front
            return waiting.poll();
        }
    }

    private void tellWaiting() {
        settleRewritings();
        for (TicketEvent event = next(); event != null; event = next()) {
            for (Listener<?> listener : listeners) {
                listener.tell(event);
            }
            settleRewritings();
        }
    }

    /** How many events a listener has failed on, or that wait behind such a one; each listener counts. */
    int untold() {
        int untold = 0;
        for (Listener<?> listener : listeners) {
            untold += listener.untold();
        }
        return untold;
    }

    /** Tells again what is due; while another thread tells, the next round does. */
    void tellAgain() {
        if (untold() > 0 && !telling.isHeldByCurrentThread() && telling.tryLock()) {
            try {
                settleRewritings();
                listeners.forEach(Listener::tellAgain);
                settleRewritings();
                if (ended) {
                    listeners.forEach(Listener::abandon);
                }
            } finally {
                telling.unlock();
            }
            tell();
        }
    }

    /** Tells once more what waits, and logs what is never told. Waits at most half a minute for whoever is telling. */
    void close() {
        if (telling.isHeldByCurrentThread()) { // a listener closes the desk
            ended = true;
            listeners.forEach(Listener::abandon);
        } else if (isFree()) {
            try {
                tellWaiting();
                listeners.forEach(Listener::end);
            } finally {
                ended = true;
                telling.unlock();
            }
            tell();
        } else {
            ended = true;
            log.error(
                    "A listener does not come back; others may never be told {} events that wait.",
                    waiting.size() + untold());
        }
    }

    private boolean isFree() {
        try {
            return telling.tryLock(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
