package dev.heed.testkit.broken;

import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.TicketQuery;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Looks for those who wait among the first tickets only. */
final class LimitFirst extends ForwardingStore {
    private final Set<TicketId> seen = new LinkedHashSet<>();

    @Override
    public synchronized CommitResult commit(UnitOfWork unit) {
        unit.changes().forEach(change -> seen.add(change.ticket().id()));
        return super.commit(unit);
    }

    @Override
    public synchronized List<Ticket> list(TicketQuery query, int limit) {
        if (!(query instanceof TicketQuery.Waiting)) {
            return super.list(query, limit);
        }
        List<TicketId> first = seen.stream().limit(limit).toList();
        return super.list(query, Integer.MAX_VALUE).stream()
                .filter(ticket -> first.contains(ticket.id()))
                .toList();
    }
}
