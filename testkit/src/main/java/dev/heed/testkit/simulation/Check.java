package dev.heed.testkit.simulation;

import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.TicketEvent;
import java.util.List;
import java.util.Optional;

/** Looks at what was written, with nothing but what people wanted and what was written before. */
interface Check {
    /**
     * New events of one ticket, as they were committed.
     *
     * @param node whose desk wrote them
     * @param unit all that was written together
     * @param change their part of it
     * @param events those of them that happened here
     */
    record Batch(Node node, UnitOfWork unit, UnitOfWork.Change change, List<TicketEvent> events) {
        <E extends TicketEvent> List<E> all(Class<E> type) {
            return events().stream().filter(type::isInstance).map(type::cast).toList();
        }

        <E extends TicketEvent> Optional<E> first(Class<E> type) {
            return all(type).stream().findFirst();
        }

        boolean has(Class<? extends TicketEvent> type) {
            return events().stream().anyMatch(type::isInstance);
        }
    }

    /** An event, and the ticket as it was before it. */
    default void before(Facts facts, TicketEvent event, Batch batch) {}

    /** The ticket after all of them. */
    default void after(Facts facts, Batch batch) {}
}
