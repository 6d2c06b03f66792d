package dev.heed.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import dev.heed.jdbc.HeedDatabase;
import dev.heed.jdbc.Sizes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What tickets take on PostgreSQL: opened, answered and closed, as they are left behind, and archived. */
public final class SizeMarks {
    private static final int TICKETS = Integer.getInteger("heed.tickets", 20_000);
    private static final int THREADS = 4;
    private static final Instant ALL = Instant.parse("9999-01-01T00:00:00Z");

    private SizeMarks() {}

    /** Prints the figures. */
    public static void main(String[] args) throws InterruptedException, SQLException {
        try (RealPostgres postgres = new RealPostgres();
                HikariDataSource pool = postgres.pool(20)) {
            HeedDatabase database = HeedDatabase.builder(pool).build();
            database.migrate();
            ServingDesk desk = new ServingDesk(database.store("acme"));
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                Thread thread = new Thread(() -> {
                    for (int done = 0; done < TICKETS / THREADS; done++) {
                        desk.close(desk.open());
                    }
                });
                threads.add(thread);
                thread.start();
            }
            for (Thread thread : threads) {
                thread.join();
            }
            desk.desk.runDue();
            print("As they were left behind", pool);
            execute(pool, "vacuum full");
            print("Written anew", pool);
            System.out.println(database.archive("acme", ALL, TICKETS) + " archived");
            execute(pool, "vacuum full");
            print("Archived", pool);
        }
    }

    private static void print(String what, HikariDataSource pool) {
        System.out.println(what + ":");
        Sizes.main(new String[] {pool.getJdbcUrl()});
    }

    private static void execute(DataSource pool, String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
