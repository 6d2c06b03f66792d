package dev.heed;

import dev.heed.ticket.TicketEvent;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners what was committed, one event at a time, those of one ticket in their order. */
final class Listeners {
    private static final Logger log = LoggerFactory.getLogger(Listeners.class);

    private final List<Consumer<TicketEvent>> listeners = new CopyOnWriteArrayList<>();
    private final Queue<TicketEvent> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock telling = new ReentrantLock();

    <E extends TicketEvent> void add(Class<E> type, Consumer<? super E> listener) {
        listeners.add(event -> {
            if (type.isInstance(event)) {
                listener.accept(type.cast(event));
            }
        });
    }

    /** Called while the lock of the ticket is held, so that its events wait in their order. */
    void enqueue(List<TicketEvent> events) {
        if (!listeners.isEmpty()) {
            waiting.addAll(events);
        }
    }

    /** Tells what waits, unless another thread, or this one further up, is at it already. */
    void tell() {
        while (!waiting.isEmpty() && !telling.isHeldByCurrentThread() && telling.tryLock()) {
            try {
                for (TicketEvent event = waiting.poll(); event != null; event = waiting.poll()) {
                    tell(event);
                }
            } finally {
                telling.unlock();
            }
        }
    }

    private void tell(TicketEvent event) {
        for (Consumer<TicketEvent> listener : listeners) {
            try {
                listener.accept(event);
            } catch (Throwable e) { // whatever it is, the other listeners and the desk go on
                log.error(
                        "A listener failed on {} of ticket {}; the others are told all the same.",
                        event.getClass().getSimpleName(),
                        event.ticket(),
                        e);
            }
        }
    }
}
