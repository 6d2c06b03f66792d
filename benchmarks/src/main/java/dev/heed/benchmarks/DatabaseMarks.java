package dev.heed.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import dev.heed.jdbc.HeedDatabase;
import dev.heed.ticket.TicketId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Tickets that are opened and answered on a real PostgreSQL, by one thread and by sixteen. */
public final class DatabaseMarks {
    private static final long SECONDS = Long.getLong("heed.seconds", 10);
    private static final List<Integer> THREADS = Stream.of(
                    System.getProperty("heed.threads", "1,1,4,16").split(",", -1))
            .map(Integer::valueOf)
            .toList();
    private static final long NANOS = 1_000_000_000L;

    private DatabaseMarks() {}

    /** Prints the figures. */
    public static void main(String[] args) throws InterruptedException {
        try (RealPostgres postgres = new RealPostgres();
                HikariDataSource pool = postgres.pool(20)) {
            HeedDatabase database = HeedDatabase.builder(pool).build();
            database.migrate();
            countRoundTrips(pool);
            measure(database, 1);
            analyze(pool); // which the database does by itself within a minute
            for (int threads : THREADS) {
                measure(database, threads);
            }
        }
    }

    private static void analyze(DataSource pool) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("analyze");
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not look at its tables.", e);
        }
    }

    private static void countRoundTrips(DataSource pool) {
        CountedConnections counted = new CountedConnections(pool);
        ServingDesk node = new ServingDesk(HeedDatabase.builder(counted).build().store("counted"));
        for (int i = 0; i < 20; i++) {
            node.answer(node.open()); // ticket numbers are taken in ever larger blocks
        }
        long before = counted.roundTrips.get();
        TicketId id = node.open();
        long opened = counted.roundTrips.get();
        node.answer(id);
        System.out.println("round trips: open " + (opened - before) + ", reply " + (counted.roundTrips.get() - opened));
    }

    private static void measure(HeedDatabase database, int threads) throws InterruptedException {
        String shop = "shop-" + threads;
        ServingDesk node = new ServingDesk(database.store(shop));
        AtomicLong done = new AtomicLong();
        AtomicLong failed = new AtomicLong();
        long end = System.nanoTime() + SECONDS * NANOS;
        Stopwatch watch = new Stopwatch();
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(() -> {
                while (System.nanoTime() < end) {
                    try {
                        node.answer(node.open());
                        done.incrementAndGet();
                    } catch (RuntimeException e) {
                        if (failed.incrementAndGet() == 1) {
                            e.printStackTrace();
                        }
                    }
                }
            });
            all.add(thread);
            thread.start();
        }
        for (Thread thread : all) {
            thread.join();
        }
        System.out.println(threads + " threads, open + reply: " + watch.stop(done.get()) + ", " + failed + " failed");
    }
}
