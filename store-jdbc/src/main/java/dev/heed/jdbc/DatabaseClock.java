package dev.heed.jdbc;

import dev.heed.error.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clock of the database, so that nodes whose own clocks differ agree on what is due and when a lease ends. It goes on
 * with the node's own clock, is set by the database once a minute, and never goes backwards. Thread-safe.
 */
final class DatabaseClock implements InstantSource {
    private static final Logger log = LoggerFactory.getLogger(DatabaseClock.class);
    private static final Duration BETWEEN = Duration.ofMinutes(1);

    private final Db db;
    private final InstantSource own;
    private Instant next = Instant.MIN;
    private Duration ahead = Duration.ZERO;
    private Instant last = Instant.MIN;

    DatabaseClock(Db db, InstantSource own) {
        this.db = db;
        this.own = own;
    }

    @Override
    public synchronized Instant instant() {
        Instant now = own.instant();
        if (!now.isBefore(next)) {
            next = now.plus(BETWEEN);
            set(now);
        }
        Instant here = own.instant().plus(ahead);
        last = here.isAfter(last) ? here : last;
        return last;
    }

    /** What the database said is taken for the middle of the time it took to ask. */
    private void set(Instant asked) {
        try {
            long micros = db.list(Command.plain(db.dialect.clock()), row -> row.getLong(1))
                    .get(0);
            Instant answered = own.instant();
            Instant middle = asked.plus(Duration.between(asked, answered).dividedBy(2));
            ahead = Duration.between(middle, Micros.instant(micros));
        } catch (StoreException e) {
            log.warn("The database did not say what time it is; the clock goes on as before.", e);
        }
    }
}
