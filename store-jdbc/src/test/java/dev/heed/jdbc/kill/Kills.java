package dev.heed.jdbc.kill;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.heed.Helpdesk;
import dev.heed.jdbc.HeedDatabase;
import dev.heed.promise.PromiseId;
import dev.heed.spi.store.InboundKey;
import dev.heed.spi.store.OutboxEntry;
import dev.heed.spi.store.TicketSearch;
import dev.heed.spi.store.TicketStore;
import dev.heed.ticket.ConversationEvent;
import dev.heed.ticket.PromiseEvent;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Four processes on one real database, killed, stopped for longer than a lease, and cut off at random; and what holds afterwards. */
final class Kills {
    private static final int NODES = 4;
    /** So that a lease of five minutes ends after a second. */
    private static final int SPEED = 300;

    private static final long SHORT = 50;
    private static final int LONGER = 600;
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final int MOST_ROUNDS = 40;

    private final KillableServer.Kind kind;
    private final int kills;
    private final long seed;
    private final Fault fault;
    private final Random chance;
    private final Instant began = Instant.now();
    private int disturbed;
    private int stops;

    /** Kills so many nodes, which have a fault or none. */
    Kills(KillableServer.Kind kind, int kills, long seed, Fault fault) {
        this.kind = kind;
        this.kills = kills;
        this.seed = seed;
        this.fault = fault;
        this.chance = new Random(seed);
    }

    /** Kills nodes, lets a sound one finish, and looks at everything. */
    void run() throws Exception {
        try (KillableServer server = kind.start();
                CutProxy proxy = new CutProxy(server.port());
                World world = new World(seed);
                HikariDataSource pool = Node.pool(server.url())) {
            HeedDatabase database = HeedDatabase.builder(pool).build();
            database.migrate();
            killNodes(server.urlOverPort(proxy.port()), world, proxy);
            world.calmDown();
            settle(database, world);
            check(world, database.store(Node.SHOP), pool);
        }
    }

    private void check(World world, TicketStore store, HikariDataSource pool) throws SQLException {
        List<Ticket> tickets = all(store);
        System.out.println("Killed " + kills + " nodes on " + kind + " with fault " + fault + ", stopped " + stops
                + ", disturbed "
                + disturbed + " times: " + world.mails().size() + " mails, " + world.taken.size() + " messages sent, "
                + tickets.size() + " tickets.");
        everyMailIsThereOnce(world, store, tickets);
        everyMessageWasSentAsItsContractSays(world, store, tickets, pool);
        everyPromiseEndedOnce(store, tickets);
        noHistoryHasAGap(pool, store, tickets);
    }

    private void killNodes(String url, World world, CutProxy proxy) throws IOException, InterruptedException {
        List<Process> nodes = new ArrayList<>();
        for (int i = 0; i < NODES; i++) {
            nodes.add(start(url, world));
        }
        Thread.sleep(LONGER * 3L);
        for (int killed = 0; killed < kills; killed++) {
            world.write(1 + chance.nextInt(4));
            Thread.sleep(SHORT + chance.nextInt(LONGER));
            int which = chance.nextInt(NODES);
            disturb(proxy, nodes.get(which));
            nodes.get(which).destroyForcibly().waitFor();
            nodes.set(which, start(url, world));
        }
        Thread.sleep(LONGER);
        for (Process node : nodes) {
            node.destroyForcibly().waitFor();
        }
    }

    /** Half of the times nothing but the kill happens. */
    private void disturb(CutProxy proxy, Process node) throws IOException, InterruptedException {
        switch (chance.nextInt(10)) {
            case 0 -> proxy.cutAll();
            case 1 -> proxy.closeTowardsNodes();
            case 2 -> proxy.closeTowardsDatabase();
            case 3 -> proxy.delay(Duration.ofMillis(chance.nextInt(LONGER * 2)));
            case 4 -> {
                stopForLongerThanALease(node);
                return;
            }
            default -> {
                return;
            }
        }
        disturbed++;
    }

    /** It goes on where it stood, with claims that are somebody else's by now, and is killed a little later. */
    private void stopForLongerThanALease(Process node) throws IOException, InterruptedException {
        stops++;
        signal(node, "STOP");
        Thread.sleep(1500 + chance.nextInt(LONGER));
        signal(node, "CONT");
        Thread.sleep(chance.nextInt(LONGER));
    }

    private static void signal(Process node, String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, String.valueOf(node.pid()))
                .start()
                .waitFor();
    }

    private Process start(String url, World world) throws IOException {
        return new ProcessBuilder(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Node.class.getName(),
                        url,
                        String.valueOf(world.port()),
                        String.valueOf(began.toEpochMilli()),
                        String.valueOf(SPEED),
                        String.valueOf(chance.nextLong()),
                        fault.name())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/kill-nodes.log")))
                .start();
    }

    /** One node goes on alone, until nothing is due any more, days later. */
    private void settle(HeedDatabase database, World world) {
        Instant[] now = {Node.faster(began, SPEED).instant()};
        InstantSource clock = () -> now[0];
        try (Helpdesk desk = Node.desk(database, new WorldChannel(world.port(), Fault.NONE), clock)) {
            for (int round = 0; round < MOST_ROUNDS; round++) {
                desk.runDue();
                now[0] = now[0].plus(A_DAY.dividedBy(4));
            }
        }
        assertThat(world.isAllAcknowledged()).isTrue();
    }

    private static List<Ticket> all(TicketStore store) {
        TicketSearch everything =
                TicketSearch.builder().withSpam().withDeleted().build();
        return store.search(everything, Optional.empty(), Integer.MAX_VALUE - 1).items();
    }

    private static void everyMailIsThereOnce(World world, TicketStore store, List<Ticket> tickets) {
        Map<String, Integer> received = new HashMap<>();
        for (Ticket ticket : tickets) {
            for (TicketEvent event : store.history(ticket.id())) {
                if (event instanceof ConversationEvent.MessageReceived message) {
                    received.merge(message.message().reference().orElseThrow(), 1, Integer::sum);
                }
            }
        }
        assertThat(received.keySet()).isEqualTo(Set.copyOf(world.mails()));
        assertThat(received.values()).allMatch(times -> times == 1);
        assertThat(world.mails())
                .allMatch(mail ->
                        store.findInbound(new InboundKey(WorldChannel.ID, mail)).isPresent());
    }

    /** What a history says was written to somebody. */
    private static Set<String> written(TicketStore store, List<Ticket> tickets) {
        Set<String> written = new HashSet<>();
        for (Ticket ticket : tickets) {
            for (TicketEvent event : store.history(ticket.id())) {
                if (event instanceof ConversationEvent.Answered answered) {
                    written.add(answered.message().id().value());
                } else if (event instanceof ConversationEvent.Acknowledged acknowledged) {
                    written.add(acknowledged.message().id().value());
                }
            }
        }
        return written;
    }

    private static void everyMessageWasSentAsItsContractSays(
            World world, TicketStore store, List<Ticket> tickets, HikariDataSource pool) throws SQLException {
        Set<String> known = new HashSet<>();
        int unknown = 0;
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select id from heed_outbox")) {
            while (row.next()) {
                OutboxEntry entry = store.findOutbox(id(row)).orElseThrow();
                String message = entry.message().id().value();
                int times = world.taken.getOrDefault(message, 0);
                known.add(message);
                switch (entry.state()) {
                    case WAITING -> throw new AssertionError("Message " + message + " still waits.");
                    case SENT ->
                        assertThat(times)
                                .as("sent " + message)
                                .isBetween(1, entry.message().automatic() ? 1 : 2);
                    case UNKNOWN -> {
                        unknown++;
                        assertThat(times)
                                .as("in doubt " + message)
                                .isBetween(0, entry.message().automatic() ? 1 : 2);
                    }
                    case DEAD -> assertThat(times).as("given up " + message).isZero();
                }
            }
        }
        assertThat(known).containsAll(world.taken.keySet()).containsAll(written(store, tickets));
        System.out.println("In doubt: " + unknown + "; taken over twice: "
                + world.taken.values().stream().filter(times -> times > 1).count());
    }

    private static UUID id(ResultSet row) throws SQLException {
        if (row.getObject(1) instanceof UUID id) {
            return id;
        }
        ByteBuffer bytes = ByteBuffer.wrap(row.getBytes(1));
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private static void everyPromiseEndedOnce(TicketStore store, List<Ticket> tickets) {
        int broken = 0;
        for (Ticket ticket : tickets) {
            Map<PromiseId, Integer> ended = new HashMap<>();
            Set<PromiseId> made = new HashSet<>();
            for (TicketEvent event : store.history(ticket.id())) {
                if (event instanceof PromiseEvent.PromiseMade promise) {
                    assertThat(made.add(promise.promise().id())).isTrue();
                } else if (event instanceof PromiseEvent.PromiseBroken lost) {
                    ended.merge(lost.promise(), 1, Integer::sum);
                    broken++;
                }
            }
            assertThat(ended.values()).allMatch(times -> times == 1);
            assertThat(made).containsAll(ended.keySet());
        }
        System.out.println("Promises broken, each once: " + broken);
        assertThat(broken).isPositive();
    }

    private static void noHistoryHasAGap(HikariDataSource pool, TicketStore store, List<Ticket> tickets)
            throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from (select first, lag(first + events) over"
                        + " (partition by ticket order by first) as after from heed_history) h where first <>"
                        + " coalesce(after, 1)")) {
            row.next();
            assertThat(row.getInt(1)).isZero();
        }
        for (Ticket ticket : tickets) {
            assertThat(Ticket.replay(store.history(ticket.id())).version()).isEqualTo(ticket.version());
        }
    }
}
