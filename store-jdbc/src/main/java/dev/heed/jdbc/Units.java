package dev.heed.jdbc;

import dev.heed.people.Address;
import dev.heed.people.CustomerId;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.UnitOfWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes units of work. What most units have is one script; what few have, and has to be looked at before, is looked at
 * before. All rows are locked in one order: profiles, keys, outbox, customers, documents, tickets. Thread-safe.
 */
final class Units {
    private final Db db;
    private final Scope scope;
    private final TicketWrites tickets;
    private final Names names;
    private final People people;
    private final Links links;
    private final Outbox outbox;
    private final Documents documents;
    private final Notebook notebook;
    private final Statistics statistics;
    private final String ofCustomer;

    Units(
            Db db,
            Scope scope,
            TicketWrites tickets,
            Names names,
            People people,
            Links links,
            Outbox outbox,
            Documents documents,
            Notebook notebook) {
        this.db = db;
        this.scope = scope;
        this.tickets = tickets;
        this.names = names;
        this.people = people;
        this.links = links;
        this.outbox = outbox;
        this.documents = documents;
        this.notebook = notebook;
        statistics = new Statistics(db);
        String where = " where bucket = ? and shop = ?";
        ofCustomer = db.naming.in("select id from ${prefix}ticket" + where + " and customer = ?") + db.dialect.keep();
    }

    CommitResult commit(UnitOfWork unit) {
        CommitResult result =
                isWrittenAtOnce(unit) ? CommitResult.COMMITTED : db.write(connection -> write(unit, connection));
        if (result == CommitResult.COMMITTED) {
            if (db.gateway.isActive()) {
                tickets.forget(unit);
            } else {
                tickets.remember(unit);
                statistics.count();
            }
        }
        return result;
    }

    /** What most units have goes to the database as one statement; why one is refused is looked at in a transaction. */
    private boolean isWrittenAtOnce(UnitOfWork unit) {
        if (db.gateway.isActive() || !isForeseeable(unit)) {
            return false;
        }
        Script script = new Script();
        add(unit, script);
        return script.isOneStatement(db.dialect) && db.writeAsOne(script);
    }

    /** Whether nothing has to be looked at before it is written. */
    private static boolean isForeseeable(UnitOfWork unit) {
        return Stream.of(unit.rewrites(), unit.forgottenCustomers(), unit.links(), unit.people(), unit.absences())
                .allMatch(List::isEmpty);
    }

    /** Whether a unit has nothing but tickets that change, names that lead to them, and messages on their way out. */
    boolean isPlain(UnitOfWork unit) {
        return unit.inbound().isEmpty()
                && unit.newCustomer().isEmpty()
                && Stream.of(
                                unit.rewrites(),
                                unit.forgottenCustomers(),
                                unit.forgottenUnreadable(),
                                unit.customers(),
                                unit.absences(),
                                unit.documents(),
                                unit.removedDocuments(),
                                unit.links(),
                                unit.settledOutbox(),
                                unit.forgottenOutbox(),
                                unit.knownCustomers(),
                                unit.people(),
                                unit.absentDocuments())
                        .allMatch(List::isEmpty);
    }

    /** Adds plain units, each of a ticket of its own, to what is written together. */
    void addPlain(Collection<UnitOfWork> units, Script script) {
        tickets.addTogether(
                units.stream().flatMap(unit -> unit.changes().stream()).toList(), script);
        for (UnitOfWork unit : units) {
            names.tie(unit, script);
            outbox.add(unit, script);
            db.gateway.afterCommit(() -> tickets.remember(unit));
        }
    }

    private CommitResult write(UnitOfWork unit, Connection connection) throws SQLException {
        CommitResult checked = links.check(unit, connection);
        Script script = new Script();
        names.accept(unit, script);
        outbox.settle(unit, script);
        people.require(unit, script);
        for (CustomerId id : unit.forgottenCustomers()) {
            checked = Script.weightier(checked, forget(id, unit, connection, script));
        }
        addRest(unit, script);
        notebook.addAbsences(unit, connection, script);
        return Script.weightier(checked, script.run(connection, db.dialect));
    }

    /** All of a unit in which nothing has to be looked at. */
    private void add(UnitOfWork unit, Script script) {
        names.accept(unit, script);
        outbox.settle(unit, script);
        people.require(unit, script);
        addRest(unit, script);
    }

    private void addRest(UnitOfWork unit, Script script) {
        people.add(unit, script);
        links.add(unit, script);
        documents.requireAbsent(unit, script);
        documents.add(unit, script);
        for (UnitOfWork.Change change : unit.rewrites()) {
            UUID ticket = change.ticket().id().value();
            names.forgetOf(ticket, script);
            outbox.forgetOf(ticket, script);
        }
        tickets.add(unit, script);
        names.tie(unit, script);
        outbox.add(unit, script);
        notebook.forget(unit, script);
    }

    /** Whoever has a ticket that keeps its history cannot be forgotten. */
    private CommitResult forget(CustomerId id, UnitOfWork unit, Connection connection, Script script)
            throws SQLException {
        Set<Address> reached = people.lock(id, connection);
        Set<UUID> rewritten = unit.rewrites().stream()
                .map(change -> change.ticket().id().value())
                .collect(Collectors.toSet());
        Command hers = Command.of(ofCustomer, scope).id(Keys.of(id));
        boolean all = rewritten.containsAll(db.list(connection, hers, row -> db.dialect.id(row, 1)));
        outbox.forgetTo(List.copyOf(reached), script);
        links.forget(id, connection, script);
        people.forget(id, script);
        return all ? CommitResult.COMMITTED : CommitResult.CONFLICT;
    }
}
