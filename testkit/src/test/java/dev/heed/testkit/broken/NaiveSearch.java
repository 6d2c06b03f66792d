package dev.heed.testkit.broken;

import dev.heed.error.InvalidInputException;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.Cursor;
import dev.heed.spi.store.Page;
import dev.heed.spi.store.TicketSearch;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A store that searches by looking at each ticket, until a subclass breaks one thing. */
class NaiveSearch extends ForwardingStore {
    private final Map<TicketId, Ticket> newest = new LinkedHashMap<>();

    @Override
    public synchronized CommitResult commit(UnitOfWork unit) {
        CommitResult result = super.commit(unit);
        if (result == CommitResult.COMMITTED) {
            Stream.of(unit.changes(), unit.rewrites())
                    .flatMap(List::stream)
                    .forEach(change -> newest.put(change.ticket().id(), change.ticket()));
        }
        return result;
    }

    @Override
    public synchronized Page<Ticket> search(TicketSearch search, Optional<Cursor> after, int limit) {
        requireSome(limit);
        List<Ticket> left = behind(found(search), search, after);
        List<Ticket> page = left.stream().limit(limit).toList();
        return new Page<>(page, next(page, left, search));
    }

    void requireSome(int limit) {
        if (limit < 1) {
            throw new InvalidInputException("A page of " + limit + " was asked for.", "Ask for one at least.");
        }
    }

    @Override
    public synchronized int count(TicketSearch search, int upTo) {
        return Math.min(upTo, found(search).size());
    }

    List<Ticket> found(TicketSearch search) {
        return newest.values().stream()
                .filter(ticket -> matches(search, ticket))
                .sorted((one, other) -> compare(search, one, other))
                .toList();
    }

    boolean matches(TicketSearch search, Ticket ticket) {
        return search.matches(ticket);
    }

    int compare(TicketSearch search, Ticket one, Ticket other) {
        return one.equals(other) ? 0 : search.isBefore(one, other) ? -1 : 1;
    }

    List<Ticket> behind(List<Ticket> found, TicketSearch search, Optional<Cursor> after) {
        return found.stream()
                .filter(ticket -> after.isEmpty() || isBehind(ticket, search, after.get()))
                .toList();
    }

    static boolean isBehind(Ticket ticket, TicketSearch search, Cursor cursor) {
        Cursor.Position position = cursor.position(search);
        long key = search.order().key(ticket, search.descending());
        int compared = key == position.key()
                ? Long.compare(ticket.number(), position.number())
                : Long.compare(key, position.key());
        return search.descending() ? compared < 0 : compared > 0;
    }

    Optional<Cursor> next(List<Ticket> page, List<Ticket> left, TicketSearch search) {
        return page.size() == left.size()
                ? Optional.empty()
                : Optional.of(Cursor.behind(page.get(page.size() - 1), search));
    }

    final Optional<Ticket> newest(long number) {
        return newest.values().stream()
                .filter(ticket -> ticket.number() == number)
                .findFirst();
    }
}
