package dev.heed.jdbc;

import dev.heed.error.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What would go wrong later is refused when a database is first used, with what mends it. Stateless. */
final class StartChecks {
    private static final Logger log = LoggerFactory.getLogger(StartChecks.class);
    /** A row of no shop, which is locked to see whether locks are kept. */
    private static final Scope NOBODY = new Scope(0, 0);

    private static final String PROBE = "probe";

    private final Db db;
    private final DataSource dataSource;

    StartChecks(Db db, DataSource dataSource) {
        this.db = db;
        this.dataSource = dataSource;
    }

    void run(Migrator migrator) {
        try (Connection one = connection("The database gives no connection.")) {
            one.setAutoCommit(false);
            try {
                db.dialect.check(one, db.naming);
                migrator.check(one);
                db.dialect.warnings(one).forEach(log::warn);
                requireRights(one);
            } finally {
                one.rollback();
                one.setAutoCommit(true);
            }
            probe(one);
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }

    private Connection connection(String problem) throws SQLException {
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw new StoreException(
                    problem,
                    "Let the pool have two connections for the desk's worker and one for each thread that uses the desk, and see"
                            + " that the database answers.",
                    e);
        }
    }

    /** Does once what is done all the time, and takes it back. */
    private void requireRights(Connection connection) throws SQLException {
        int counted;
        try {
            Command insert = Command.of(
                            Dialect.insert(
                                    db.naming.in("${prefix}counter"), List.of("bucket", "shop", "name", "last"), 1),
                            NOBODY)
                    .text("rights")
                    .number(0);
            db.update(connection, insert);
            String where = " where bucket = ? and shop = ? and name = 'rights'";
            Command same = Command.of(db.naming.in("update ${prefix}counter set last = 0" + where), NOBODY);
            counted = db.update(connection, same);
            db.update(connection, Command.of(db.naming.in("delete from ${prefix}counter" + where), NOBODY));
        } catch (SQLException e) {
            throw new StoreException(
                    "The tables " + db.naming.prefix() + "… cannot be written (SQLState " + e.getSQLState() + ").",
                    "Grant select, insert, update and delete on all of them to the user of the pool, and name the primary"
                            + " and no replica.",
                    e);
        }
        if (counted != 1) {
            throw new StoreException(
                    "The driver counts only rows that are other than before.",
                    "Leave useAffectedRows=true out of the URL: Heed has to know which rows were found.",
                    null);
        }
    }

    /** Some databases read SKIP LOCKED and lock nothing: whatever is written is safe from that, and costs more. */
    private void probe(Connection one) throws SQLException {
        String insert = db.dialect.insertIfAbsent(
                db.naming.in("${prefix}counter"), List.of("bucket", "shop", "name", "last"), 1);
        new Script().run(Command.of(insert, NOBODY).text(PROBE).number(0)).run(one, db.dialect);
        String lock = db.naming.in("select last from ${prefix}counter where bucket = ? and shop = ? and name = ?")
                + db.dialect.lockWhatIsFree();
        one.setAutoCommit(false);
        try (Connection other = connection("The pool gives one connection only.")) {
            other.setAutoCommit(false);
            boolean first = isGiven(one, lock);
            boolean second = isGiven(other, lock);
            other.rollback();
            other.setAutoCommit(true);
            if (first && second) {
                log.warn("The database does not pass over locked rows; nodes will get in each other's way.");
            }
        } finally {
            one.rollback();
            one.setAutoCommit(true);
        }
    }

    private boolean isGiven(Connection connection, String lock) throws SQLException {
        return Optional.of(db.list(connection, Command.of(lock, NOBODY).text(PROBE), row -> row.getLong(1)))
                .filter(rows -> !rows.isEmpty())
                .isPresent();
    }
}
