package dev.heed.jdbc;

import dev.heed.jdbc.TicketReads.Head;
import dev.heed.spi.store.Cursor;
import dev.heed.spi.store.Page;
import dev.heed.spi.store.PutOff;
import dev.heed.spi.store.SortBy;
import dev.heed.spi.store.TicketSearch;
import dev.heed.spi.store.TimeRange;
import dev.heed.ticket.Ticket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Searches: all that a ticket's row and terms say is asked of the database, in the order of the search, batch after batch;
 * what stands in words is looked for in the tickets. Thread-safe.
 */
final class TicketFinds {
    private static final int MOST_AT_ONCE = 500;
    private static final int A_FEW = 20;

    private final Db db;
    private final Scope scope;
    private final TicketReads reads;
    private final String rows;
    private final String term;

    TicketFinds(Db db, Scope scope, TicketReads reads) {
        this.db = db;
        this.scope = scope;
        this.reads = reads;
        rows = db.naming.in("from ${prefix}ticket t where t.bucket = ? and t.shop = ?");
        term = db.naming.in(" and exists (select 1 from ${prefix}term a where a.bucket = t.bucket and a.shop = t.shop"
                + " and a.ticket = t.id and a.term in (");
    }

    Page<Ticket> search(TicketSearch search, Optional<Cursor.Position> after, int limit) {
        List<Ticket> found = new ArrayList<>();
        Optional<Cursor.Position> from = after;
        int batch = (int) Math.min(MOST_AT_ONCE, Math.max(A_FEW, limit + 1L));
        while (found.size() <= limit) {
            List<Head> next = batch(search, from, batch);
            List<Ticket> tickets = reads.tickets(next);
            tickets.stream().filter(search::matches).forEach(found::add);
            if (next.size() < batch || tickets.isEmpty()) {
                break;
            }
            from = Optional.of(position(tickets.get(tickets.size() - 1), search));
        }
        if (found.size() <= limit) {
            return new Page<>(List.copyOf(found), Optional.empty());
        }
        List<Ticket> page = List.copyOf(found.subList(0, limit));
        return new Page<>(page, Optional.of(Cursor.behind(page.get(limit - 1), search)));
    }

    private static Cursor.Position position(Ticket ticket, TicketSearch search) {
        return new Cursor.Position(search.order().key(ticket, search.descending()), ticket.number());
    }

    int count(TicketSearch search, int upTo) {
        if (search.words().isEmpty() && search.noteWords().isEmpty()) {
            Asked asked = asked(search);
            String sql = "select count(*) from (select 1 " + rows + asked.where + " limit ?) f";
            return db.list(asked.parameters(Command.of(sql, scope)).number(upTo), row -> row.getInt(1))
                    .get(0);
        }
        return search(search, Optional.empty(), upTo).items().size();
    }

    private List<Head> batch(TicketSearch search, Optional<Cursor.Position> after, int limit) {
        Asked asked = asked(search);
        after.ifPresent(position -> asked.behind(position, search));
        String key = key(search);
        String direction = search.descending() ? " desc" : "";
        String order =
                search.order() == SortBy.NUMBER ? "t.number" + direction : key + direction + ", t.number" + direction;
        String sql = "select t.id, t.version, t.edition " + rows + asked.where + " order by " + order + " limit ?";
        Command command = asked.parameters(Command.of(sql, scope)).number(limit);
        return db.list(command, row -> TicketReads.head(row, db.dialect));
    }

    private static String key(TicketSearch search) {
        return switch (search.order()) {
            case NUMBER -> "t.number";
            case OPENED -> "t.opened";
            case CHANGED -> "t.changed";
            case DUE ->
                "coalesce(t.due, " + (search.descending() ? "-9223372036854775807 - 1" : "9223372036854775807") + ")";
        };
    }

    /** What is asked of the rows. Not thread-safe. */
    private static final class Asked {
        private final StringBuilder where = new StringBuilder();
        private final List<Object> parameters = new ArrayList<>();

        void add(String condition) {
            where.append(" and ").append(condition);
        }

        void add(String condition, long parameter) {
            add(condition);
            parameters.add(parameter);
        }

        void behind(Cursor.Position position, TicketSearch search) {
            String sign = search.descending() ? "<" : ">";
            if (search.order() == SortBy.NUMBER) {
                add("t.number " + sign + " ?", position.number());
                return;
            }
            String key = key(search);
            add("(" + key + " " + sign + " ? or (" + key + " = ?", position.key());
            parameters.add(position.key());
            where.append(" and t.number ").append(sign).append(" ?))");
            parameters.add(position.number());
        }

        void ids(String condition, Set<UUID> ids) {
            List<UUID> filled = Db.filled(List.copyOf(ids));
            where.append(condition).append(Db.marks(ids.size())).append(")");
            parameters.addAll(filled);
        }

        Command parameters(Command command) {
            for (Object parameter : parameters) {
                if (parameter instanceof UUID id) {
                    command.id(id);
                } else {
                    command.number((Long) parameter);
                }
            }
            return command;
        }
    }

    private Asked asked(TicketSearch search) {
        Asked asked = new Asked();
        places(search, asked);
        search.owner().ifPresent(owner -> asked.ids(" and t.owner in (", Set.of(Keys.of(owner))));
        if (search.unowned()) {
            asked.add("t.owner is null");
        }
        codes("t.kind", search.kinds(), TicketRow::code, asked);
        if (!search.customers().isEmpty()) {
            asked.ids(" and t.customer in (", keys(search.customers(), Keys::of));
        }
        if (!search.channels().isEmpty()) {
            asked.ids(" and t.channel in (", keys(search.channels(), Keys::of));
        }
        range("t.opened", search.opened(), asked);
        range("t.changed", search.changed(), asked);
        range("t.due", search.due(), asked);
        for (Set<UUID> any : Terms.asked(search)) {
            asked.ids(term, any);
            asked.where.append(")");
        }
        return asked;
    }

    private static void places(TicketSearch search, Asked asked) {
        codes("t.status", search.statuses(), TicketRow::code, asked);
        if (!search.withDeleted()) {
            asked.add("t.aside <> " + TicketRow.DELETED);
        }
        if (!search.withSpam()) {
            asked.add("t.aside not in (" + TicketRow.SPAM + ", " + TicketRow.ERASED + ")");
        }
        if (search.putOff() != PutOff.INCLUDED) {
            asked.add("t.snoozed is " + (search.putOff() == PutOff.ONLY ? "not null" : "null"));
        }
    }

    private static <E> void codes(String column, Set<E> values, Function<E, Long> code, Asked asked) {
        if (!values.isEmpty()) {
            List<String> codes =
                    values.stream().map(code).sorted().map(String::valueOf).toList();
            asked.add(column + " in (" + String.join(", ", codes) + ")");
        }
    }

    private static <E> Set<UUID> keys(Set<E> values, Function<E, UUID> key) {
        return values.stream().map(key).collect(Collectors.toUnmodifiableSet());
    }

    private static void range(String column, Optional<TimeRange> range, Asked asked) {
        range.flatMap(TimeRange::from).ifPresent(first -> asked.add(column + " >= ?", Micros.of(first)));
        range.flatMap(TimeRange::until).ifPresent(end -> asked.add(column + " < ?", Micros.of(end)));
    }
}
