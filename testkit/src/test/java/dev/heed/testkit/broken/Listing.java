package dev.heed.testkit.broken;

import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.TicketQuery;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Runs the contract on stores that answer one kind of query otherwise than they should. */
final class Listing {
    static final Comparator<Ticket> BY_ID =
            Comparator.comparing(ticket -> ticket.id().value());
    static final Comparator<Ticket> BY_NUMBER = Comparator.comparingLong(Ticket::number);

    private Listing() {}

    /** What is found is changed before it is handed out. */
    static ContractRun changed(Class<? extends TicketQuery> kind, UnaryOperator<List<Ticket>> otherwise) {
        return ContractRun.ofStore(() -> new ForwardingStore() {
            @Override
            public List<Ticket> list(TicketQuery query, int limit) {
                List<Ticket> sound = super.list(query, limit);
                return kind.isInstance(query) ? otherwise.apply(sound) : sound;
            }
        });
    }

    /** What is found is sorted otherwise before the limit is looked at. */
    static ContractRun sorted(Class<? extends TicketQuery> kind, Comparator<Ticket> order) {
        return ContractRun.ofStore(() -> new ForwardingStore() {
            @Override
            public List<Ticket> list(TicketQuery query, int limit) {
                return kind.isInstance(query) && limit > 0
                        ? super.list(query, Integer.MAX_VALUE).stream()
                                .sorted(order)
                                .limit(limit)
                                .toList()
                        : super.list(query, limit);
            }
        });
    }

    /** Something else is asked. */
    static ContractRun asking(Class<? extends TicketQuery> kind, UnaryOperator<TicketQuery> otherwise) {
        return ContractRun.ofStore(() -> new ForwardingStore() {
            @Override
            public List<Ticket> list(TicketQuery query, int limit) {
                return super.list(kind.isInstance(query) ? otherwise.apply(query) : query, limit);
            }
        });
    }

    static ContractRun withoutLimit(Class<? extends TicketQuery> kind) {
        return ContractRun.ofStore(() -> new ForwardingStore() {
            @Override
            public List<Ticket> list(TicketQuery query, int limit) {
                return super.list(query, kind.isInstance(query) && limit > 0 ? Integer.MAX_VALUE : limit);
            }
        });
    }

    /** All tickets as they are now but for deleted ones, in the order in which they were first written, are looked through. */
    static ContractRun lookingThroughAll(
            Class<? extends TicketQuery> kind, BiFunction<TicketQuery, Collection<Ticket>, List<Ticket>> find) {
        return lookingThroughDeletedOnes(
                kind,
                (query, all) -> find.apply(
                        query,
                        all.stream()
                                .filter(ticket -> ticket.structure().deletedAt().isEmpty())
                                .toList()));
    }

    /** As {@link #lookingThroughAll}, and those that are deleted, too. */
    static ContractRun lookingThroughDeletedOnes(
            Class<? extends TicketQuery> kind, BiFunction<TicketQuery, Collection<Ticket>, List<Ticket>> find) {
        return ContractRun.ofStore(() -> new ForwardingStore() {
            private final Map<TicketId, Ticket> newest = new LinkedHashMap<>();

            @Override
            public synchronized CommitResult commit(UnitOfWork unit) {
                CommitResult result = super.commit(unit);
                if (result == CommitResult.COMMITTED) {
                    unit.changes().forEach(change -> newest.put(change.ticket().id(), change.ticket()));
                }
                return result;
            }

            @Override
            public synchronized List<Ticket> list(TicketQuery query, int limit) {
                return kind.isInstance(query) && limit > 0
                        ? find.apply(query, newest.values()).stream()
                                .limit(limit)
                                .toList()
                        : super.list(query, limit);
            }
        });
    }

    static List<Ticket> inOrder(List<Ticket> tickets, Comparator<Ticket> order) {
        return tickets.stream().sorted(order).toList();
    }

    static <T> List<T> backwards(List<T> list) {
        List<T> copy = new ArrayList<>(list);
        Collections.reverse(copy);
        return copy;
    }
}
