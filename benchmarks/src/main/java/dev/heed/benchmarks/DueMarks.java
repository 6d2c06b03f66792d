package dev.heed.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import dev.heed.Helpdesk;
import dev.heed.jdbc.HeedDatabase;
import dev.heed.people.Agent;
import dev.heed.people.EmailAddress;
import dev.heed.people.Shop;
import dev.heed.spi.channel.InboundMessage;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Tickets on which something is due, by one node and by more: claimed, decided in Java, what was decided written, the next thing
 * that is due set. Beside it db-scheduler runs as many executions that do nothing. Then the same while ever more tickets wait, and
 * after many have been taken away.
 */
public final class DueMarks {
    private static final int DUE = Integer.getInteger("heed.due", 60_000);
    private static final List<Integer> NODES = numbers("heed.nodes", "1,1,2,2,4,4");
    private static final List<Integer> WAITING = numbers("heed.waiting", "1000000");
    private static final int PATTERNS = 100;
    private static final Instant OPENED = Instant.parse("2026-06-08T07:00:00Z");
    /** Nobody took the tickets in time. */
    private static final Instant LATER = OPENED.plus(Duration.ofMinutes(130));

    private static int shops;

    private DueMarks() {}

    private static List<Integer> numbers(String property, String otherwise) {
        return Stream.of(System.getProperty(property, otherwise).split(",", -1))
                .filter(text -> !text.isEmpty())
                .map(Integer::valueOf)
                .toList();
    }

    /** Prints the figures. */
    public static void main(String[] args) throws SQLException, InterruptedException {
        try (RealPostgres postgres = new RealPostgres();
                HikariDataSource pool = postgres.pool(20)) {
            HeedDatabase.builder(pool).build().migrate();
            for (int nodes : NODES) {
                print("db-scheduler, nothing to do", nodes, SchedulerPeer.run(pool, DUE, nodes));
                print("tickets", nodes, new Due(pool).run(nodes));
            }
            for (int waiting : WAITING) {
                Due due = new Due(pool);
                due.wait(waiting);
                print("tickets, while " + waiting + " wait", 2, due.run(2));
                due.again();
                print("the same again, the rows of before not cleared away", 2, due.run(2));
                due.takeAway();
                due.again();
                print("the same after " + waiting + " were deleted and not cleared away", 2, due.run(2));
            }
        }
    }

    private static void print(String what, int nodes, Stopwatch.Figures figures) {
        System.out.println(what + ", " + nodes + " nodes: " + figures);
    }

    /** A shop with many tickets on which one thing is due. */
    private static final class Due {
        private final DataSource pool;
        private final String shop = "due-" + ++shops;
        private final String here =
                "(bucket, shop) = (select bucket, shop from heed_shop where name = convert_to('" + shop + "', 'UTF8'))";

        Due(DataSource pool) throws SQLException {
            this.pool = pool;
            MemoryChannel channel = new MemoryChannel();
            Helpdesk desk = desk(channel, OPENED);
            for (int i = 0; i < PATTERNS; i++) {
                String name = shop + "-" + i;
                channel.put(InboundMessage.builder(name, "Where is my parcel? It should have been here on Monday.")
                        .sender(EmailAddress.of("customer" + i + "@example.com"))
                        .senderName("Ana Lima")
                        .subject("My parcel")
                        .sentAt(OPENED)
                        .reference(name)
                        .build());
            }
            desk.runDue();
            multiply();
        }

        private Helpdesk desk(MemoryChannel channel, Instant now) {
            return Helpdesk.builder(Shop.of("Acme", ZoneId.of("Europe/Berlin"), Locale.ENGLISH))
                    .agent(Agent.builder("maria", "Maria Keller")
                            .employeeId("E-1017")
                            .build())
                    .channel(channel)
                    .store(HeedDatabase.builder(pool).build().store(shop))
                    .clock(() -> now)
                    .build();
        }

        /** Makes many of each ticket: as if customers had written so often. */
        private void multiply() throws SQLException {
            execute("create table pattern as select * from heed_ticket where " + here
                    + "; create table copy as select p.id as old, md5(p.id::text || g)::uuid as id, g from pattern p,"
                    + " generate_series(1, " + (DUE / PATTERNS - 1) + ") g; insert into heed_ticket"
                    + " select bucket, shop, c.id, p.number + 1000 * c.g, version, edition, customer, arrival + 1000 * c.g,"
                    + " status, kind, aside, channel, owner, opened, changed, due, waiting, snoozed, snoozed_by, aside_at,"
                    + " approval, wake from pattern p join copy c on c.old = p.id; insert into heed_history"
                    + " select h.bucket, h.shop, c.id, first, events, replace(body, c.old::text, c.id::text)"
                    + " from heed_history h join copy c on c.old = h.ticket; drop table copy; drop table pattern");
            settle();
        }

        /** Adds tickets on which something is due much later. */
        void wait(int howMany) throws SQLException {
            execute(
                    "insert into heed_ticket select bucket, shop, md5('waiting' || g)::uuid, 1000000000 + g, 5, 0, customer,"
                            + " 1000000000 + g, status, kind, aside, channel, owner, opened, changed, due + 1000000 * g::bigint, waiting,"
                            + " null, null, null, null, wake + 1000000000000 + g from (select * from heed_ticket where "
                            + here
                            + " limit 1) p, generate_series(1, " + howMany + ") g");
            settle();
        }

        void takeAway() throws SQLException {
            execute("delete from heed_ticket where number > 1000000000 and " + here);
        }

        /** Sets what was done back, so that old rows stand everywhere. */
        void again() throws SQLException {
            execute("delete from heed_history where first > 5 and " + here
                    + "; update heed_ticket set version = 5, owner = null,"
                    + " wake = opened where number < 1000000000 and " + here);
        }

        Stopwatch.Figures run(int nodes) throws InterruptedException {
            List<Helpdesk> desks = new ArrayList<>();
            for (int i = 0; i < nodes; i++) {
                desks.add(desk(new MemoryChannel(), LATER));
            }
            AtomicLong woken = new AtomicLong();
            List<Thread> threads = new ArrayList<>();
            Stopwatch watch = new Stopwatch();
            for (Helpdesk node : desks) {
                Thread thread = new Thread(() -> woken.addAndGet(node.runDue().woken()));
                thread.start();
                threads.add(thread);
            }
            for (Thread thread : threads) {
                thread.join();
            }
            Stopwatch.Figures figures = watch.stop(woken.get());
            if (woken.get() != DUE) {
                throw new IllegalStateException(woken.get() + " of " + DUE + " tickets were looked at.");
            }
            return figures;
        }

        private void settle() throws SQLException {
            execute("vacuum analyze");
            execute("checkpoint");
        }

        private void execute(String sql) throws SQLException {
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }
}
