package dev.heed;

import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.TicketStore;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What follows a commit once it is there for all: listeners hear of it, and what is to be sent waits for no round. */
final class Aftermath {
    private final TicketStore store;
    private final Listeners listeners;
    private volatile Runnable somethingToSend = () -> {};

    Aftermath(TicketStore store, Listeners listeners) {
        this.store = store;
        this.listeners = listeners;
    }

    /** What is run when there is something new to send. */
    void onSomethingToSend(Runnable hint) {
        somethingToSend = hint;
    }

    /** While the tickets are still locked, so that the events of each are heard in their order. */
    void enqueue(UnitOfWork unit) {
        store.afterCommit(() -> unit.changes().forEach(change -> listeners.enqueue(change.events())));
    }

    /** As {@link #enqueue}, of tickets whose history was replaced. */
    void enqueue(List<UnitOfWork.Change> rewrites, Set<TicketId> ids, UnaryOperator<TicketEvent> form) {
        store.afterCommit(() -> {
            listeners.rewrite(ids, form);
            rewrites.forEach(one -> listeners.enqueue(newer(one)));
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
