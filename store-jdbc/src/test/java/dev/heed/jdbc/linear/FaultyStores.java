package dev.heed.jdbc.linear;

import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.TicketStore;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Stores that are wrong in one way, which a check of stores has to see. */
final class FaultyStores {
    private FaultyStores() {}

    /** What one method answers instead. */
    private interface Instead {
        Object answer(Object argument);
    }

    /** Each third read is answered as the one before it. */
    static TicketStore readingStale(TicketStore store) {
        Map<TicketId, Ticket> last = new ConcurrentHashMap<>();
        AtomicInteger reads = new AtomicInteger();
        return with(store, "findTicket", id -> {
            Ticket known = last.get((TicketId) id);
            if (known != null && reads.incrementAndGet() % 3 == 0) {
                return Optional.of(known);
            }
            Optional<Ticket> read = store.findTicket((TicketId) id);
            read.ifPresent(ticket -> last.put(ticket.id(), ticket));
            return read;
        });
    }

    /** Whoever comes too late overwrites what others have written meanwhile, and is told that all went well. */
    static TicketStore withoutLookingAtVersions(TicketStore store) {
        return with(store, "commit", unit -> {
            store.commit((UnitOfWork) unit);
            return CommitResult.COMMITTED;
        });
    }

    private static TicketStore with(TicketStore store, String name, Instead instead) {
        return (TicketStore) Proxy.newProxyInstance(
                TicketStore.class.getClassLoader(), new Class<?>[] {TicketStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals(name)) {
                        return instead.answer(arguments[0]);
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
