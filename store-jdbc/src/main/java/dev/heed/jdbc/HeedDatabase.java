package dev.heed.jdbc;

import dev.heed.error.InvalidInputException;
import dev.heed.error.StoreException;
import dev.heed.spi.store.TicketStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Heed's tables in the relational database of the shop, beside the shop's own and never touching those. Of one database there
 * is one in a process; it gives each shop a store of its own. Thread-safe.
 *
 * <pre>{@code
 * HeedDatabase database = HeedDatabase.builder(dataSource).build();
 * database.migrate();
 * Helpdesk desk = Helpdesk.builder(shop).agent(maria).channel(email).store(database.store("acme")).build();
 * }</pre>
 */
public final class HeedDatabase implements AutoCloseable {
    private static final Object ONE_AT_A_TIME = new Object();

    private final DataSource dataSource;
    private final Db db;
    private final Migrator migrator;
    private final int cached;
    private volatile boolean checked;

    private HeedDatabase(Builder builder) {
        dataSource = builder.dataSource;
        Naming naming = new Naming(builder.prefix);
        Dialect dialect = dialect(dataSource);
        TxGateway gateway = builder.gateway == null
                ? TxGateway.of(dataSource)
                : new JoinedTransactions(dataSource, builder.gateway);
        db = new Db(gateway, dialect, naming);
        if (builder.partitions.number() > 1 && !dialect.cutsTables()) {
            throw new InvalidInputException(
                    "Tables in partitions were asked for, and this database is given none by Heed.",
                    "Leave partitions(…) out, or use PostgreSQL.");
        }
        migrator = new Migrator(dialect, naming, builder.partitions);
        cached = builder.cached;
    }

    /**
     * A database in a file of this process's own, with its tables: for demonstrations and small shops. What was
     * acknowledged is on the disk. One process at a time can open it.
     *
     * @param file without the ending that H2 gives it; made if it is not there
     * @throws StoreException if it is open elsewhere, or cannot be written
     */
    public static HeedDatabase h2File(Path file) {
        HeedDatabase database = builder(H2File.open(file)).build();
        database.migrate();
        return database;
    }

    /** Starts with the database behind a {@code DataSource}; what pools its connections is the shop's. */
    public static Builder builder(DataSource dataSource) {
        return new Builder(dataSource);
    }

    /**
     * How much there is to do, how late it is, and what was given up, of one shop.
     *
     * @param shop its name
     * @param now what is due then
     */
    public StoreHealth health(String shop, Instant now) {
        return new Gauges(db, Scope.of(shop)).health(now);
    }

    /**
     * Makes tickets small that have been closed for long: what happened to them is compressed, their letters that were sent are
     * dropped. They are found, read, reopened, exported and erased as before. Of tickets that somebody else is at work on it
     * leaves the hands. Every node has to be of a Heed that knows the archive.
     *
     * @param shop its name
     * @param closedBefore tickets that are closed and were last changed before
     * @param atMost of how many tickets, 1 or more; so that it ends in time
     * @return of how many it was done; fewer than {@code atMost} if no more are there
     */
    public int archive(String shop, Instant closedBefore, int atMost) {
        if (atMost < 1) {
            throw new InvalidInputException(
                    "At most " + atMost + " tickets were to be archived.", "Name one at least, such as 1000.");
        }
        return new Archive(db, Scope.of(shop)).move(closedBefore, atMost);
    }

    /** How many rows each table has and how many bytes it takes, with its indexes; by the name of the table. */
    public Map<String, TableSize> sizes() {
        return Gauges.sizes(db);
    }

    /** What works and may lose something when the database fails, each with what mends it; logged with the first store, too. */
    public List<String> warnings() {
        try (Connection connection = dataSource.getConnection()) {
            return List.copyOf(db.dialect.warnings(connection));
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }

    private static Dialect dialect(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            return switch (product.toLowerCase(Locale.ROOT)) {
                case "postgresql" -> new PostgresDialect();
                case "h2" -> new H2Dialect();
                case "mariadb", "mysql" -> new MySqlDialect();
                default ->
                    throw new StoreException(
                            "The database is " + product + ", which Heed has not been tried on.",
                            "Use PostgreSQL 12 or newer, MariaDB 10.6 or newer, MySQL 8, or H2 2.x.",
                            null);
            };
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }

    /**
     * Makes the tables, or brings them to the version of this Heed; does nothing if they have it. Any number of nodes may call
     * it at once.
     *
     * @throws StoreException if a newer Heed has been at work, or tables of somebody else have these names
     */
    public void migrate() {
        synchronized (ONE_AT_A_TIME) { // a database of one process need not know a lock for that
            db.apart(connection -> {
                migrator.migrate(connection);
                return true;
            });
        }
    }

    /** The scripts that {@link #migrate} runs, the oldest first, for a shop that has its own tool for that. */
    public List<String> scripts() {
        return IntStream.rangeClosed(1, Migrator.newest())
                .mapToObj(migrator::script)
                .toList();
    }

    /**
     * The store of one shop; of one shop there is one in a process.
     *
     * @param shop what names it for ever, such as its own number; other rows belong to other names
     * @throws StoreException if the tables are not there or of another version, cannot be written, or the database is one in
     *     which something would be lost; it says what mends it
     */
    public TicketStore store(String shop) {
        Scope scope = Scope.of(shop);
        if (!checked) {
            new StartChecks(db, dataSource).run(migrator);
            checked = true;
        }
        db.apart(connection -> {
            Shops.register(db, scope, shop, connection);
            return true;
        });
        return new JdbcTicketStore(db, scope, cached);
    }

    /** Whether a shop was ever opened here. */
    boolean has(String shop) {
        return Shops.isKnown(db, Scope.of(shop));
    }

    /**
     * The time as the database has it, for desks on several nodes whose own clocks need not agree. It asks once a minute.
     *
     * @param own the clock of this node, by which it goes in between
     */
    public InstantSource clock(InstantSource own) {
        return new DatabaseClock(db, own);
    }

    /**
     * Lets the desk write in the caller's transaction on this thread, until what is returned is closed; it comes before any
     * that the {@linkplain Builder#gateway gateway} would join.
     *
     * @param connection of the same database, with auto-commit switched off
     * @throws InvalidInputException if it commits each statement by itself
     * @throws StoreException if it does not answer
     */
    public JoinedConnection join(Connection connection) {
        try {
            if (connection.getAutoCommit()) {
                throw new InvalidInputException(
                        "The connection is to be joined and commits each statement by itself.",
                        "Begin a transaction with setAutoCommit(false) first.");
            }
        } catch (SQLException e) {
            throw Failures.of(e);
        }
        return JoinedConnection.open(dataSource, connection);
    }

    /** Closes a file that was opened here; what pools the connections of a shop's database is the shop's to close. */
    @Override
    public void close() {
        if (dataSource instanceof H2File file) {
            file.close();
        }
    }

    /** Collects how a database is used; everything but the {@code DataSource} is optional. Not thread-safe. */
    public static final class Builder {
        private final DataSource dataSource;
        private String prefix = "heed_";
        private int cached = 10_000;
        private Partitions partitions = Partitions.NONE;

        @Nullable
        private TxGateway gateway;

        private Builder(DataSource dataSource) {
            this.dataSource = dataSource;
        }

        /** What the names of the tables begin with, such as {@code support.heed_} in a schema. Default: {@code heed_}. */
        public Builder prefix(String value) {
            prefix = value;
            return this;
        }

        /** How transactions are begun and joined. Default: {@link TxGateway#of}. */
        public Builder gateway(TxGateway value) {
            gateway = value;
            return this;
        }

        /**
         * Into how many partitions, by hash of the bucket, {@link HeedDatabase#migrate} and {@link HeedDatabase#scripts} cut the
         * tables of PostgreSQL that they make: for very many tickets of many shops, all of a shop's in one. Tables that are there
         * stay as they are. Default: 1, none.
         *
         * @throws InvalidInputException if it is not 1 to 1,024
         */
        public Builder partitions(int value) {
            partitions = new Partitions(value);
            return this;
        }

        /** How many tickets of each shop are kept in memory. Default: 10,000; 0 for none. */
        public Builder cachedTickets(int value) {
            if (value < 0) {
                throw new InvalidInputException("A cache of " + value + " tickets was asked for.", "Give 0 or more.");
            }
            cached = value;
            return this;
        }

        /**
         * Looks which database it is.
         *
         * @throws InvalidInputException if the prefix cannot be one, or partitions were asked for that it is not given
         * @throws StoreException if the database does not answer, or is none that Heed knows
         */
        public HeedDatabase build() {
            return new HeedDatabase(this);
        }
    }
}
