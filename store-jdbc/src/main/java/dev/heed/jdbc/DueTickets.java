package dev.heed.jdbc;

import dev.heed.jdbc.TicketReads.Head;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.Ticket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tickets that are due, claimed, decided and written in one transaction: their rows are locked, rows that others have locked
 * are passed over, and a node that dies frees its rows with its connection. Since nobody else can change what is locked,
 * most of what is decided is collected and written together. Thread-safe.
 */
final class DueTickets {
    /** Of each thread the one it is at work on. */
    private static final ThreadLocal<@Nullable Batch> BATCHES = new ThreadLocal<>();

    private final Db db;
    private final Scope scope;
    private final TicketReads reads;
    private final Units units;
    private final String claim;

    DueTickets(Db db, Scope scope, TicketReads reads, Units units) {
        this.db = db;
        this.scope = scope;
        this.reads = reads;
        this.units = units;
        claim = db.naming.in(
                        "select id, version, edition from ${prefix}ticket where bucket = ? and shop = ? and wake <= ?"
                                + " order by wake, number limit ?")
                + db.dialect.lockWhatIsFree();
    }

    /** What was decided on claimed tickets and is not written yet. Not thread-safe. */
    private final class Batch {
        private final Connection connection;
        private final Map<UUID, Long> versions = new HashMap<>();
        private final Map<UUID, UnitOfWork> decided = new LinkedHashMap<>();

        Batch(Connection connection, List<Head> heads) {
            this.connection = connection;
            heads.forEach(head -> versions.put(head.id(), head.version()));
        }

        boolean isOf(DueTickets tickets) {
            return DueTickets.this == tickets;
        }

        /** Whether a unit can only succeed: it changes one claimed ticket from the version that is locked. */
        boolean takes(UnitOfWork unit) {
            return units.isPlain(unit)
                    && unit.changes().size() == 1
                    && unit.changes().stream()
                            .allMatch(change -> Long.valueOf(change.expectedVersion())
                                    .equals(versions.get(change.ticket().id().value())));
        }

        void add(UnitOfWork unit) throws SQLException {
            Ticket ticket = unit.changes().get(0).ticket();
            if (decided.containsKey(ticket.id().value())) {
                write();
            }
            versions.put(ticket.id().value(), ticket.version());
            decided.put(ticket.id().value(), unit);
        }

        void write() throws SQLException {
            Script script = new Script();
            units.addPlain(decided.values(), script);
            decided.clear();
            if (script.runTogether(connection, db.dialect) != CommitResult.COMMITTED) {
                throw new SQLException("Locked rows were changed by others; the database does not lock.", "40001");
            }
        }
    }

    int lookAt(Instant now, int limit, Consumer<List<Ticket>> look) {
        return db.apart(connection -> {
            Command query = Command.of(claim, scope).number(Micros.of(now)).number(limit);
            List<Head> heads = db.list(connection, query, row -> TicketReads.head(row, db.dialect));
            if (heads.isEmpty()) {
                return 0;
            }
            Batch batch = new Batch(connection, heads);
            List<Ticket> tickets = reads.committed(heads);
            Batch outer = BATCHES.get();
            BATCHES.set(batch);
            try {
                look.accept(tickets);
                batch.write();
            } finally {
                BATCHES.set(outer);
            }
            return tickets.size();
        });
    }

    private @Nullable Batch current() {
        Batch batch = BATCHES.get();
        return batch != null && batch.isOf(this) ? batch : null;
    }

    /** Takes a unit that is written with the others at the end; false if it has to be written now. */
    boolean takes(UnitOfWork unit) {
        Batch batch = current();
        if (batch == null) {
            return false;
        }
        try {
            if (batch.takes(unit)) {
                batch.add(unit);
                return true;
            }
            batch.write();
            return false;
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }

    /** Whoever reads sees what was decided. */
    void settle() {
        Batch batch = current();
        if (batch != null) {
            try {
                batch.write();
            } catch (SQLException e) {
                throw Failures.of(e);
            }
        }
    }
}
