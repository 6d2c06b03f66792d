package dev.heed.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import dev.heed.jdbc.HeedDatabase;
import dev.heed.ticket.TicketId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * How long a message waits between the commit of the answer that it is and the channel, on PostgreSQL, while the desk is given half of what it
 * can do; and how often a desk asks the database that has nothing to do.
 */
public final class OutboxMarks {
    private static final long SECONDS = Long.getLong("heed.seconds", 20);
    private static final int IDLE_SECONDS = 60;
    private static final double NANOS = 1e9;
    private static final double MILLIS = 1e6;

    private OutboxMarks() {}

    /** Prints the figures. */
    public static void main(String[] args) throws InterruptedException {
        try (RealPostgres postgres = new RealPostgres();
                HikariDataSource pool = postgres.pool(10)) {
            HeedDatabase.builder(pool).build().migrate();
            HeardConnections heard = new HeardConnections(pool);
            idle(heard);
            Map<String, Long> sent = new ConcurrentHashMap<>();
            MemoryChannel channel =
                    new MemoryChannel(message -> sent.put(message.id().value(), System.nanoTime()));
            ServingDesk desk =
                    new ServingDesk(HeedDatabase.builder(pool).build().store("busy"), channel);
            desk.desk.start();
            run(desk, sent, 0);
            double most = run(desk, sent, 0);
            run(desk, sent, most / 2);
            desk.desk.close();
        }
    }

    private static void idle(HeardConnections heard) throws InterruptedException {
        ServingDesk desk = new ServingDesk(HeedDatabase.builder(heard).build().store("idle"));
        desk.desk.start();
        Thread.sleep(1000); // its first round
        long before = heard.roundTrips.get();
        Thread.sleep(IDLE_SECONDS * 1000L);
        System.out.println(
                "an idle desk asks " + (heard.roundTrips.get() - before) / (double) IDLE_SECONDS + " times a second");
        desk.desk.close();
    }

    /** Opens and answers, as fast as it goes or so often a second, until all is sent; how often a second it did. */
    private static double run(ServingDesk desk, Map<String, Long> sent, double rate) throws InterruptedException {
        sent.clear();
        Map<String, Long> committed = new HashMap<>();
        long begin = System.nanoTime();
        long end = begin + (long) (SECONDS * NANOS);
        int done = 0;
        while (System.nanoTime() < end) {
            TicketId id = desk.open();
            String answer = desk.answer(id);
            committed.put(answer, System.nanoTime());
            done++;
            if (rate > 0) {
                LockSupport.parkNanos(begin + (long) (done / rate * NANOS) - System.nanoTime());
            } else if (done - sent.size() / 2 > 1000) {
                LockSupport.parkNanos(1_000_000); // what cannot be sent in time piles up
            }
        }
        while (!sent.keySet().containsAll(committed.keySet())) {
            Thread.sleep(1);
        }
        double each = done / ((System.nanoTime() - begin) / NANOS);
        List<Double> waits = new ArrayList<>();
        committed.forEach((id, at) -> waits.add((sent.getOrDefault(id, at) - at) / MILLIS));
        waits.sort(null);
        System.out.println(Math.round(each) + " tickets a second" + (rate > 0 ? ", half of what is possible" : "")
                + ": from commit to channel p50 " + at(waits, 0.5) + " ms, p99 " + at(waits, 0.99) + " ms, most "
                + at(waits, 1) + " ms");
        return each;
    }

    private static double at(List<Double> sorted, double part) {
        int index = Math.min(sorted.size() - 1, (int) (sorted.size() * part));
        return Math.round(sorted.get(index) * 10) / 10.0;
    }
}
