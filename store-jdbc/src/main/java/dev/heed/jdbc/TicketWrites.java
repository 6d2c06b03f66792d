package dev.heed.jdbc;

import dev.heed.json.EventJson;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.spi.store.UnitOfWork.Change;
import dev.heed.ticket.Ticket;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes tickets: their rows, their histories, their terms. Thread-safe. */
final class TicketWrites {
    private static final List<String> HISTORY = List.of("bucket", "shop", "ticket", "first", "events", "body");
    private static final List<String> TERM = List.of("bucket", "shop", "ticket", "term", "at");

    private final boolean together;
    private final Scope scope;
    private final EventJson json;
    private final TicketCache cache;
    private final Archive archive;
    private final NextNumber nextArrival;
    private final String insert;
    private final String update;
    private final String wake;
    private final String rewrite;
    private final String append;
    private final ManyRows updates;
    private final ManyRows appends;
    private final String dropHistory;
    private final String dropTerms;
    private final String addTerm;

    TicketWrites(Db db, Scope scope, EventJson json, TicketCache cache, Archive archive) {
        together = db.dialect.combines();
        this.scope = scope;
        this.json = json;
        this.cache = cache;
        this.archive = archive;
        Naming naming = db.naming;
        String ticket = naming.in("${prefix}ticket");
        String changing =
                TicketRow.CHANGING.stream().map(column -> column + " = ?").collect(Collectors.joining(", "));
        String where = " where bucket = ? and shop = ? and id = ? and version = ?";
        nextArrival = new NextNumber(
                db.dialect, "arrival", "t.arrival", ticket + " t where t.bucket = ? and t.shop = ? and t.customer = ?");
        insert = insertIfAbsent(db, ticket, TicketRow.all())
                .replaceFirst("(\\(\\?, \\?, \\?, \\?, \\?, \\?, )\\?", "$1" + nextArrival.expression);
        update = "update " + ticket + " set archived = false, " + changing + where;
        wake = "update " + ticket + " set wake = ?" + where;
        rewrite = "update " + ticket + " set archived = false, edition = edition + 1, customer = ?, arrival = "
                + nextArrival.expression + ", " + changing + where;
        append = insertIfAbsent(db, naming.in("${prefix}history"), HISTORY);
        updates = new ManyRows(rows -> updateMany(ticket, rows));
        appends = new ManyRows(rows -> db.dialect.insertIfAbsent(naming.in("${prefix}history"), HISTORY, rows));
        addTerm = insertIfAbsent(db, naming.in("${prefix}term"), TERM);
        dropHistory = naming.in("delete from ${prefix}history where bucket = ? and shop = ? and ticket = ?");
        dropTerms = naming.in("delete from ${prefix}term where bucket = ? and shop = ? and ticket = ?");
    }

    private static String insertIfAbsent(Db db, String table, List<String> columns) {
        return db.dialect.insertIfAbsent(table, columns, 1);
    }

    private static String updateMany(String ticket, int rows) {
        String set = TicketRow.CHANGING.stream()
                .map(column -> column + " = v." + column)
                .collect(Collectors.joining(", "));
        String first = Stream.concat(TicketRow.CHANGING.stream(), Stream.of("id", "expected"))
                .map(column -> "cast(? as " + (TicketRow.isId(column) ? "uuid)" : "bigint)"))
                .collect(Collectors.joining(", ", "(", ")"));
        String next = ", (" + "?, ".repeat(TicketRow.CHANGING.size() + 1) + "?)";
        return "update " + ticket + " as t set archived = false, " + set + " from (values " + first
                + next.repeat(rows - 1) + ") as v ("
                + String.join(", ", TicketRow.CHANGING) + ", id, expected) where t.bucket = ? and t.shop = ?"
                + " and t.id = v.id and t.version = v.expected";
    }

    /** Changes of tickets that are locked, of each ticket one: rows of one kind are written by one statement. */
    void addTogether(List<Change> changes, Script script) {
        if (!together) {
            changes.forEach(change -> change(change, script));
            return;
        }
        List<Change> told = changes.stream()
                .filter(change ->
                        change.expectedVersion() > 0 && !change.events().isEmpty())
                .toList();
        changes.stream().filter(change -> !told.contains(change)).forEach(change -> change(change, script));
        updates.of(told, (sql, some) -> {
            Command command = Command.plain(sql);
            some.forEach(change -> TicketRow.changing(command, change.ticket(), change.wakeAt())
                    .id(change.ticket().id().value())
                    .number(change.expectedVersion()));
            script.expect(CommitResult.CONFLICT, some.size(), command.scope(scope));
        });
        appends.of(told, (sql, some) -> {
            Command command = Command.plain(sql);
            some.forEach(change -> appended(command.scope(scope), change, change.expectedVersion() + 1));
            script.run(command);
        });
        told.forEach(change -> terms(change, script));
    }

    /** All tickets of a unit in the order of their ids, so that two units cannot block each other. */
    void add(UnitOfWork unit, Script script) {
        sorted(unit.rewrites()).forEach(change -> rewrite(change, script));
        sorted(unit.changes()).forEach(change -> change(change, script));
    }

    private static List<Change> sorted(List<Change> changes) {
        return changes.size() < 2
                ? changes
                : changes.stream()
                        .sorted(Comparator.comparing(
                                change -> change.ticket().id().value()))
                        .toList();
    }

    private void change(Change change, Script script) {
        Ticket ticket = change.ticket();
        if (change.expectedVersion() == 0) {
            script.expect(CommitResult.CONFLICT, opening(change, script));
        } else if (change.events().isEmpty()) {
            script.expect(CommitResult.CONFLICT, at(wakeOnly(change), change));
            return;
        } else {
            Command columns = Command.plain(update);
            script.expect(CommitResult.CONFLICT, at(TicketRow.changing(columns, ticket, change.wakeAt()), change));
        }
        script.run(appended(Command.of(append, scope), change, change.expectedVersion() + 1));
        terms(change, script);
    }

    /** Written only where they are not what they were. */
    private void terms(Change change, Script script) {
        Ticket ticket = change.ticket();
        Map<UUID, Long> terms = Terms.of(ticket);
        Map<UUID, Long> before = change.expectedVersion() == 0
                ? Map.of()
                : cache.find(ticket.id(), change.expectedVersion())
                        .map(Terms::of)
                        .orElse(null);
        if (!terms.equals(before)) {
            replaceTerms(ticket, terms, change.expectedVersion() == 0, script);
        }
    }

    private Command wakeOnly(Change change) {
        return Command.plain(wake).number(Micros.of(change.wakeAt()));
    }

    private Command at(Command command, Change change) {
        return command.scope(scope).id(change.ticket().id().value()).number(change.expectedVersion());
    }

    private Command opening(Change change, Script script) {
        Ticket ticket = change.ticket();
        UUID customer = Keys.of(ticket.customer());
        Command command = Command.of(insert, scope)
                .id(ticket.id().value())
                .number(ticket.number())
                .number(0) // the first edition
                .id(customer);
        Command arrived =
                nextArrival.ask(command, script, arrival -> arrival.scope(scope).id(customer));
        return TicketRow.changing(arrived, ticket, change.wakeAt());
    }

    private Command appended(Command command, Change change, long first) {
        return command.id(change.ticket().id().value())
                .number(first)
                .number(change.events().size())
                .text(json.writeHistory(change.events()));
    }

    private void replaceTerms(Ticket ticket, Map<UUID, Long> terms, boolean isNew, Script script) {
        UUID id = ticket.id().value();
        if (!isNew) {
            script.alone(Command.of(dropTerms, scope).id(id));
        }
        terms.forEach((term, at) ->
                script.run(Command.of(addTerm, scope).id(id).id(term).number(at)));
    }

    /** The history of the change takes the place of the one kept. */
    private void rewrite(Change change, Script script) {
        Ticket ticket = change.ticket();
        UUID id = ticket.id().value();
        UUID customer = Keys.of(ticket.customer());
        Command columns = nextArrival.ask(
                Command.plain(rewrite).id(customer),
                script,
                arrival -> arrival.scope(scope).id(customer));
        script.expect(CommitResult.CONFLICT, at(TicketRow.changing(columns, ticket, change.wakeAt()), change));
        script.alone(Command.of(dropHistory, scope).id(id));
        archive.forget(id, script);
        script.run(appended(Command.of(append, scope), change, 1));
        replaceTerms(ticket, Terms.of(ticket), false, script);
    }

    /** Of what the caller may still take back, at a savepoint of its own, nothing is kept. */
    void forget(UnitOfWork unit) {
        unit.rewrites().forEach(change -> cache.forget(change.ticket().id()));
        unit.changes().forEach(change -> cache.forget(change.ticket().id()));
    }

    /** What was written is what others will read. */
    void remember(UnitOfWork unit) {
        unit.rewrites().forEach(change -> cache.forget(change.ticket().id()));
        unit.changes().forEach(change -> cache.follow(change.ticket(), change.expectedVersion()));
    }
}
