package dev.heed.testkit.broken;

import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.TicketQuery;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.Closing;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Never forgets that a ticket was exempted once. */
final class EverExempted extends ForwardingStore {
    private final Map<TicketId, Instant> exempted = new HashMap<>();

    @Override
    public synchronized CommitResult commit(UnitOfWork unit) {
        CommitResult result = super.commit(unit);
        if (result == CommitResult.COMMITTED) {
            unit.changes().stream()
                    .map(UnitOfWork.Change::ticket)
                    .filter(ticket -> ticket.closing()
                            .filter(Closing.Exempt.class::isInstance)
                            .isPresent())
                    .forEach(ticket ->
                            exempted.put(ticket.id(), ticket.closedAt().orElseThrow()));
        }
        return result;
    }

    @Override
    public synchronized List<Ticket> list(TicketQuery query, int limit) {
        if (!(query instanceof TicketQuery.Exempted)) {
            return super.list(query, limit);
        }
        return exempted.entrySet().stream()
                .sorted(Map.Entry.<TicketId, Instant>comparingByValue().reversed())
                .limit(limit)
                .map(Map.Entry::getKey)
                .flatMap(id -> findTicket(id).stream())
                .filter(ticket -> ticket.structure().deletedAt().isEmpty())
                .toList();
    }
}
