package dev.heed.benchmarks;

import dev.heed.benchmarks.HeardConnections.Statement;
import dev.heed.jdbc.HeedDatabase;
import dev.heed.ticket.TicketId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.jdbcx.JdbcConnectionPool;

/** Tickets that are opened and answered on a file of H2 that keeps what it acknowledges, beside their statements written by hand. */
public final class H2Marks {
    private static final long SECONDS = Long.getLong("heed.seconds", 10);
    private static final double NANOS = 1e9;

    private H2Marks() {}

    /** Prints the figures. */
    public static void main(String[] args) throws IOException, SQLException, InterruptedException {
        Path folder = Files.createTempDirectory("heed-h2");
        JdbcConnectionPool pool =
                JdbcConnectionPool.create("jdbc:h2:file:" + folder.resolve("heed") + ";WRITE_DELAY=0", "sa", "");
        pool.setMaxConnections(40);
        HeedDatabase.builder(pool).build().migrate();
        HeardConnections heard = new HeardConnections(pool);
        ServingDesk listened =
                new ServingDesk(HeedDatabase.builder(heard).build().store("heard"));
        for (int i = 0; i < 20; i++) {
            listened.answer(listened.open());
        }
        heard.statements.clear();
        TicketId id = listened.open();
        listened.answer(id);
        List<Statement> statements = List.copyOf(heard.statements);
        long number = listened.number(id);
        System.out.println(statements.stream()
                        .filter(one -> !one.text().equals("commit"))
                        .count() + " statements, "
                + statements.stream().filter(one -> one.text().equals("commit")).count() + " commits");
        for (int threads : new int[] {1, 1, 16, 16}) {
            ServingDesk desk =
                    new ServingDesk(HeedDatabase.builder(pool).build().store("shop-" + threads));
            double ours = rate(threads, () -> () -> desk.answer(desk.open()));
            double byHand = rate(threads, () -> {
                Replay replay = new Replay(pool.getConnection(), statements, number);
                return () -> {
                    try {
                        replay.run();
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                };
            });
            System.out.println(threads + " threads: " + Math.round(ours) + " open + reply a second, by hand "
                    + Math.round(byHand) + ", which is " + Math.round(100 * ours / byHand) + " %");
        }
        pool.dispose();
    }

    private static double rate(int threads, Callable<Runnable> worker) throws InterruptedException {
        AtomicLong done = new AtomicLong();
        long begin = System.nanoTime();
        long end = begin + (long) (SECONDS * NANOS);
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(() -> {
                Runnable work = made(worker);
                while (System.nanoTime() < end) {
                    work.run();
                    done.incrementAndGet();
                }
            });
            all.add(thread);
            thread.start();
        }
        for (Thread thread : all) {
            thread.join();
        }
        return done.get() / ((System.nanoTime() - begin) / NANOS);
    }

    private static Runnable made(Callable<Runnable> worker) {
        try {
            return worker.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
