package dev.heed;

import dev.heed.json.EventJson;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.TicketStore;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.LifecycleEvent;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What follows a commit once it is there for all: listeners hear of it, and what is to be sent waits for no round. */
final class Aftermath {
    private static final Pattern FRACTION = Pattern.compile("\\.(\\d{1,6})\\d*Z\"");
    private static final Pattern ZEROS = Pattern.compile("0+$");

    private final TicketStore store;
    private final Listeners listeners;
    private final EventJson json = EventJson.create();
    /** Whether this thread looks at what is due: nobody goes back behind what it writes meanwhile. */
    private final ThreadLocal<Boolean> isLooking = ThreadLocal.withInitial(() -> false);

    private volatile Runnable somethingToSend = () -> {};

    Aftermath(TicketStore store, Listeners listeners) {
        this.store = store;
        this.listeners = listeners;
    }

    /** What is run when there is something new to send. */
    void onSomethingToSend(Runnable hint) {
        somethingToSend = hint;
    }

    /** As the store's, and says that it is this desk that looks. */
    void lookAtDue(Instant now, int limit, Consumer<List<Ticket>> look) {
        isLooking.set(true);
        try {
            store.lookAtDue(now, limit, look);
        } finally {
            isLooking.remove();
        }
    }

    /** While the tickets are still locked, so that the events of each are heard in their order. */
    void enqueue(UnitOfWork unit) {
        boolean stands = stands();
        store.afterCommit(() -> unit.changes().forEach(change -> enqueue(change, change.events(), stands)));
    }

    /** As {@link #enqueue}, of tickets whose history was replaced. */
    void enqueue(List<UnitOfWork.Change> rewrites, Set<TicketId> ids, UnaryOperator<TicketEvent> form) {
        boolean stands = stands();
        store.afterCommit(() -> {
            listeners.rewrite(ids, form);
            rewrites.forEach(one -> enqueue(one, newer(one), stands));
        });
    }

    /** Whether what is written is there once its transaction has committed: in one of the caller's there are savepoints. */
    private boolean stands() {
        return isLooking.get() || !store.isJoined();
    }

    private void enqueue(UnitOfWork.Change change, List<TicketEvent> events, boolean stands) {
        if (stands) {
            listeners.enqueue(events);
        } else if (listeners.want(events)) {
            List<TicketEvent> history = store.history(change.ticket().id());
            int from = (int) change.expectedVersion();
            int until = from + events.size();
            if (until <= history.size() && isSame(events, history.subList(from, until), history)) {
                listeners.enqueue(history.subList(from, until));
            }
        }
    }

    /** What was erased since looks different, and was there. */
    private boolean isSame(List<TicketEvent> written, List<TicketEvent> kept, List<TicketEvent> history) {
        return text(kept).equals(text(written)) || history.stream().anyMatch(LifecycleEvent.Erased.class::isInstance);
    }

    /** Stores need not keep what is finer than a microsecond. */
    private String text(List<TicketEvent> events) {
        return FRACTION.matcher(json.writeHistory(events)).replaceAll(fraction -> {
            String digits = ZEROS.matcher(fraction.group(1)).replaceAll("");
            return digits.isEmpty() ? "Z\"" : "." + digits + "Z\"";
        });
    }

    private static List<TicketEvent> newer(UnitOfWork.Change rewrite) {
        return rewrite.events()
                .subList((int) rewrite.expectedVersion(), rewrite.events().size());
    }

    /** When nothing is locked any more. */
    void tell(UnitOfWork unit, CommitResult result) {
        store.afterCommit(listeners::tell);
        if (result == CommitResult.COMMITTED && !unit.newOutbox().isEmpty()) {
            store.afterCommit(somethingToSend);
        }
    }
}
