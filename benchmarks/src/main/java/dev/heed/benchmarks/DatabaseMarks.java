package dev.heed.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import dev.heed.jdbc.HeedDatabase;
import dev.heed.ticket.TicketId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
            Optional<PgBench> bare = listen(pool);
            measure(database, 4);
            bare.ifPresent(statements -> statements.run(postgres.port(), 4, SECONDS));
            analyze(pool); // which the database does by itself within a minute
            for (int threads : THREADS) {
                Stopwatch.Figures ours = measure(database, threads);
                bare.ifPresent(statements -> {
                    double least = statements.run(postgres.port(), threads, SECONDS);
                    System.out.println("   pgbench with these statements: " + Math.round(least)
                            + " a second, of which the desk did " + Math.round(100 * ours.perSecond() / least) + " %");
                });
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

    /** Counts what one ticket takes, and keeps its statements. */
    private static Optional<PgBench> listen(DataSource pool) {
        HeardConnections counted = new HeardConnections(pool);
        ServingDesk node = new ServingDesk(HeedDatabase.builder(counted).build().store("counted"));
        for (int i = 0; i < 20; i++) {
            node.answer(node.open()); // ticket numbers are taken in ever larger blocks
        }
        counted.statements.clear();
        long before = counted.roundTrips.get();
        TicketId id = node.open();
        long opened = counted.roundTrips.get();
        node.answer(id);
        List<HeardConnections.Statement> statements = List.copyOf(counted.statements);
        System.out.println("round trips: open " + (opened - before) + ", reply " + (counted.roundTrips.get() - opened));
        long number = node.number(id);
        return PgBench.of(statements, number);
    }

    private static Stopwatch.Figures measure(HeedDatabase database, int threads) throws InterruptedException {
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
        Stopwatch.Figures figures = watch.stop(done.get());
        System.out.println(threads + " threads, open + reply: " + figures + ", " + failed + " failed");
        return figures;
    }
}
