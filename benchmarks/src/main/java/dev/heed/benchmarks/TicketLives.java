package dev.heed.benchmarks;

import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets whole tickets live on one thread, and says how many a second. Beside it, in the same run, the limit: the same
 * events put into a map.
 */
final class TicketLives {
    private static final double SECOND = 1e9;

    private TicketLives() {}

    public static void main(String[] args) {
        int lives = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        live(lives, new LivingDesk(), new ArrayList<>()); // compiles
        LivingDesk desk = new LivingDesk();
        List<Ticket> tickets = new ArrayList<>();
        System.gc();
        double tenth = live(lives / 10, desk, tickets);
        double rest = live(lives - lives / 10, desk, tickets);
        System.out.printf(
                Locale.ROOT,
                "%d lives, %.0f lives/s, mark: 20000; among the first tenth %.0f lives/s%n",
                lives,
                rest,
                tenth);
        List<List<TicketEvent>> histories = tickets.stream().map(desk::history).toList();
        System.out.printf(
                Locale.ROOT,
                "%d events and %d messages a life%n",
                histories.get(0).size(),
                desk.sent() / tickets.size());
        limit(histories, rest);
        replay(histories);
    }

    /** How many lives a second of the thread's own time. */
    private static double live(int lives, LivingDesk desk, List<Ticket> tickets) {
        long begin = cpuNanos();
        for (int i = 0; i < lives; i++) {
            tickets.add(desk.live());
        }
        return lives * SECOND / (cpuNanos() - begin);
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void limit(List<List<TicketEvent>> histories, double livesPerSecond) {
        putAll(histories, new ConcurrentHashMap<>()); // compiles
        Map<Object, TicketEvent> map = new ConcurrentHashMap<>();
        long begin = cpuNanos();
        putAll(histories, map);
        double perLife = (double) (cpuNanos() - begin) / histories.size();
        System.out.printf(
                Locale.ROOT,
                "limit: putting the same %d events into a ConcurrentHashMap takes %.1f microseconds a life; a life costs"
                        + " %.1f times that%n",
                map.size(),
                perLife / 1e3,
                SECOND / livesPerSecond / perLife);
    }

    private static void putAll(List<List<TicketEvent>> histories, Map<Object, TicketEvent> map) {
        for (List<TicketEvent> history : histories) {
            for (int i = 0; i < history.size(); i++) {
                map.put(Map.entry(history.get(0).ticket(), i), history.get(i));
            }
        }
    }

    private static void replay(List<List<TicketEvent>> histories) {
        long begin = cpuNanos();
        long events = 0;
        for (List<TicketEvent> history : histories) {
            events += Ticket.replay(history).version();
        }
        System.out.printf(Locale.ROOT, "replay: %.2f million events/s, mark: 1%n", events * 1e3 / (cpuNanos() - begin));
    }
}
