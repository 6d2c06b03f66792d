package dev.heed.jdbc;

import dev.heed.error.StoreException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets PostgreSQL look at tables that have just begun to fill. Until it has, it takes them for empty, and of two indexes
 * that begin alike it may take the one that makes it read all rows of the shop; by itself it looks a minute later. Thread-safe.
 */
final class Statistics {
    private static final Logger log = LoggerFactory.getLogger(Statistics.class);
    private static final List<Long> AFTER = List.of(32L, 512L, 8192L);
    private static final List<String> GROWING =
            List.of("ticket", "history", "inbound", "reference", "outbox", "customer", "address", "document");

    private final Db db;
    private final AtomicLong commits = new AtomicLong();

    Statistics(Db db) {
        this.db = db;
    }

    /** Something was written, and no transaction is under way. */
    void count() {
        long count = commits.incrementAndGet();
        if (AFTER.contains(count) && !db.dialect.howToAnalyze().isEmpty()) {
            try {
                db.apart(connection -> {
                    for (String table : GROWING) {
                        String name = db.naming.in("${prefix}" + table);
                        db.update(connection, Command.plain(db.dialect.howToAnalyze() + name));
                    }
                    return true;
                });
            } catch (StoreException e) {
                log.debug("The database did not look at its tables; it will by itself.", e);
            }
        }
    }
}
