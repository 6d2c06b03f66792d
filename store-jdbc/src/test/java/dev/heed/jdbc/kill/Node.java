package dev.heed.jdbc.kill;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.heed.Helpdesk;
import dev.heed.error.HeedException;
import dev.heed.jdbc.HeedDatabase;
import dev.heed.people.Agent;
import dev.heed.people.Shop;
import dev.heed.ticket.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** A node of the shop: a process that fetches, answers and sends, until somebody kills it. */
final class Node {
    static final String SHOP = "acme";
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final int NEVER_ANSWERED = 5;
    private static final long CONNECTION_TIMEOUT = 2000;
    private static final long PAUSE = 20;
    private static final int CONNECTIONS = 4;
    private static final int A_FEW = 50;

    private Node() {}

    /** Arguments: the URL of the database, the port of the world, when it began, how fast time goes, a seed, a fault. */
    public static void main(String[] args) {
        Instant began = Instant.ofEpochMilli(Long.parseLong(args[2]));
        InstantSource clock = faster(began, Integer.parseInt(args[3]));
        Fault fault = Fault.valueOf(args[5]);
        try (HikariDataSource pool = pool(args[0])) {
            WorldChannel world = new WorldChannel(Integer.parseInt(args[1]), fault);
            while (true) {
                HeedDatabase database = HeedDatabase.builder(fault.in(pool)).build();
                try (Helpdesk desk = desk(database, world, clock)) {
                    work(desk, new Random(Long.parseLong(args[4])));
                } catch (HeedException e) {
                    System.out.println("again: " + e.getMessage());
                }
            }
        }
    }

    /** From a Monday morning on, whenever the test runs. */
    static InstantSource faster(Instant began, int speed) {
        return () -> MONDAY.plus(Duration.between(began, Instant.now()).multipliedBy(speed));
    }

    static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(CONNECTION_TIMEOUT);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    static Helpdesk desk(HeedDatabase database, WorldChannel world, InstantSource clock) {
        return Helpdesk.builder(Shop.of("Acme", ZoneId.of("UTC"), Locale.ENGLISH))
                .agent(maria())
                .channel(world)
                .store(database.store(SHOP))
                .clock(clock)
                .build();
    }

    static Agent maria() {
        return Agent.builder("maria", "Maria Keller").employeeId("E-1017").build();
    }

    private static void work(Helpdesk desk, Random chance) {
        while (true) {
            try {
                desk.runDue();
                answer(desk, chance);
                Thread.sleep(PAUSE); // so that four nodes share two processors
            } catch (HeedException e) {
                System.out.println("next: " + e.getMessage());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Not every fifth: some promises are broken. */
    private static void answer(Helpdesk desk, Random chance) {
        List<Ticket> waiting = desk.as(maria()).queue(A_FEW);
        if (!waiting.isEmpty() && chance.nextInt(2) == 0) {
            Ticket ticket = waiting.get(chance.nextInt(waiting.size()));
            if (ticket.number() % NEVER_ANSWERED == 0) {
                return;
            }
            desk.as(maria()).getTicket(ticket.id());
            desk.as(maria()).reply(ticket.id(), "It left this morning, and is with you tomorrow.");
        }
    }
}
