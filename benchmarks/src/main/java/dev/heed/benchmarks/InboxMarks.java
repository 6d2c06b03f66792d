package dev.heed.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import dev.heed.jdbc.HeedDatabase;
import dev.heed.message.ChannelId;
import dev.heed.spi.store.InboundKey;
import dev.heed.spi.store.TicketStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;

/** Whether a message has come before, asked while ever more have come; and the plan by which PostgreSQL answers it. */
public final class InboxMarks {
    private static final ChannelId CHANNEL = ChannelId.of("memory");
    private static final int OPENED = 1000;
    private static final int ASKED = 40_000;
    private static final double MICROS = 1e3;

    private InboxMarks() {}

    /** Prints the figures. */
    public static void main(String[] args) throws SQLException {
        try (RealPostgres postgres = new RealPostgres();
                HikariDataSource pool = postgres.pool(4)) {
            HeedDatabase database = HeedDatabase.builder(pool).build();
            database.migrate();
            TicketStore store = database.store("acme");
            ServingDesk desk = new ServingDesk(store);
            for (int i = 0; i < OPENED; i++) {
                desk.open();
            }
            long there = OPENED;
            for (long rows : Stream.of(System.getProperty("heed.rows", "10000,100000,1000000,5000000")
                            .split(",", -1))
                    .map(Long::valueOf)
                    .toList()) {
                fill(pool, there, rows);
                there = rows;
                ask(store);
                System.out.println(rows + " rows: " + ask(store) + " us for each look");
            }
            plan(pool);
        }
    }

    private static void fill(HikariDataSource pool, long from, long to) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into heed_inbound select bucket, shop, md5(g::text)::uuid, md5('t' || g)::uuid, false"
                            + " from heed_shop, generate_series(" + from + ", " + (to - 1) + ") g");
            statement.execute("vacuum analyze heed_inbound");
            statement.execute("checkpoint");
        }
    }

    /** Of the messages asked for, half have come. */
    private static double ask(TicketStore store) {
        long begin = System.nanoTime();
        int found = 0;
        for (int i = 0; i < ASKED; i++) {
            String name = i % 2 == 0 ? "in-" + (1 + i % OPENED) : "never-" + i;
            found += store.findAccepted(new InboundKey(CHANNEL, name)).isPresent() ? 1 : 0;
        }
        if (found != ASKED / 2) {
            throw new IllegalStateException(found + " of " + ASKED + " were found.");
        }
        return Math.round((System.nanoTime() - begin) / MICROS / ASKED * 10) / 10.0;
    }

    private static void plan(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "explain (analyze, buffers, costs off, timing off) select ticket from heed_inbound"
                                + " where bucket = (select bucket from heed_shop) and shop = (select shop from heed_shop)"
                                + " and ext = md5('4711')::uuid")) {
            while (row.next()) {
                System.out.println(row.getString(1));
            }
        }
    }
}
