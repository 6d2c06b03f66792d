package dev.heed.benchmarks;

import dev.heed.people.CustomerId;
import dev.heed.spi.store.Cursor;
import dev.heed.spi.store.InMemoryTicketStore;
import dev.heed.spi.store.Page;
import dev.heed.spi.store.SortBy;
import dev.heed.spi.store.TicketSearch;
import dev.heed.spi.store.TicketSearchBuilder;
import dev.heed.ticket.FieldValue;
import dev.heed.ticket.Reference;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketStatus;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * How long the first page of what an agent looks at takes among very many tickets. Beside it, in the same run, the limit:
 * as many read off the front of a {@link TreeMap} that has all of them.
 */
final class FirstPages {
    private static final int ON_A_PAGE = 25;
    private static final int TIMES = 1000;
    private static final int LIVES_ROUNDS = 7;
    private static final double MARK_MICROS = 1000;

    private final InMemoryTicketStore store = new InMemoryTicketStore();
    private final double limit;

    private FirstPages(int howMany) {
        System.out.printf(
                Locale.ROOT,
                "%d cores, JDK %s, %d tickets, pages of %d%n",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                howMany,
                ON_A_PAGE);
        new ManyTickets(store).open(howMany);
        long bare = heap();
        System.out.printf(Locale.ROOT, "%d MB of heap without an index%n", bare >> 20);
        limit = limit(howMany);
        long begin = System.nanoTime();
        store.search(TicketSearch.builder().owner(ManyTickets.agent(0)).build(), Optional.empty(), ON_A_PAGE);
        report("the first search of all", begin, bare, howMany);
    }

    private static void report(String what, long begin, long before, int howMany) {
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%s takes %.1f s and then %d bytes a ticket%n",
                what,
                seconds,
                (heap() - before) / howMany);
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    public static void main(String[] args) {
        int howMany = args.length > 0 && args[0].matches("\\d+") ? Integer.parseInt(args[0]) : 1_000_000;
        FirstPages program = new FirstPages(howMany);
        program.views();
        program.finds();
        program.words(howMany);
        lives(Math.max(1000, howMany / 50));
    }

    /** What a life costs where somebody has searched, against one where nobody has; in turn, of the thread's own time. */
    private static void lives(int howMany) {
        double[] ratios = new double[LIVES_ROUNDS];
        double catchingUp = 0;
        for (int round = -1; round < LIVES_ROUNDS; round++) {
            double bare = live(new LivingDesk(), howMany);
            LivingDesk searched = new LivingDesk();
            live(searched, 300);
            searched.search();
            double followed = live(searched, howMany);
            long begin = cpuNanos();
            searched.search();
            if (round >= 0) {
                ratios[round] = followed / bare;
                catchingUp = (cpuNanos() - begin) / 1e3 / howMany;
            }
        }
        Arrays.sort(ratios);
        System.out.printf(
                Locale.ROOT,
                "%na life costs %.3f times as much once somebody has searched (%.3f to %.3f); the next search for words then"
                        + " takes %.1f microseconds for each%n",
                median(ratios),
                ratios[0],
                ratios[LIVES_ROUNDS - 1],
                catchingUp);
    }

    private static double live(LivingDesk desk, int howMany) {
        long begin = cpuNanos();
        for (int i = 0; i < howMany; i++) {
            Ticket ticket = desk.live();
            if (ticket.version() < 10) {
                throw new IllegalStateException("A life has more events.");
            }
        }
        return (cpuNanos() - begin) / (double) howMany;
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Fills and reads the peer: the keys are not in the order in which they come. */
    private static double limit(int howMany) {
        TreeMap<Long, Object> peer = new TreeMap<>();
        for (long i = 0; i < howMany; i++) {
            peer.put(i * 0x9E3779B97F4A7C15L, i);
        }
        double[] micros = times(i -> {
            List<Object> head = new ArrayList<>(ON_A_PAGE);
            for (Object one : peer.tailMap(i * 0x632BE59BD9B4E019L, true).values()) {
                head.add(one);
                if (head.size() == ON_A_PAGE) {
                    break;
                }
            }
            return head;
        });
        System.out.printf(
                Locale.ROOT,
                "limit: %d entries read off a TreeMap of %d take %.1f microseconds%n%n%-46s %9s %9s %9s%n",
                ON_A_PAGE,
                howMany,
                median(micros),
                "microseconds",
                "median",
                "99 %",
                "/ limit");
        return median(micros);
    }

    private void views() {
        TicketStatus[] ours = {TicketStatus.NEW, TicketStatus.OPEN};
        page("owner, new or open, by due", i -> by(i).status(ours).orderBy(SortBy.DUE));
        page("owner, new or open, last changed first", i -> by(i).status(ours).orderByDescending(SortBy.CHANGED));
        page(
                "owner, closed, last changed first",
                i -> by(i).status(TicketStatus.CLOSED).orderByDescending(SortBy.CHANGED));
        page("owner, all, by due", i -> by(i).orderBy(SortBy.DUE));
        page("topic, new or open, by due", i -> topic(i).status(ours).orderBy(SortBy.DUE));
        page(
                "topic, pending, last changed first",
                i -> topic(i).status(TicketStatus.PENDING).orderByDescending(SortBy.CHANGED));
        page("topic, all, last changed first", i -> topic(i).orderByDescending(SortBy.CHANGED));
        page(
                "topic and owner, new or open, by due",
                i -> topic(i).owner(ManyTickets.agent(i % ManyTickets.AGENTS))
                        .status(ours)
                        .orderBy(SortBy.DUE));
        page(
                "vip, new or open, by due",
                i -> all().tags(ManyTickets.VIP).status(ours).orderBy(SortBy.DUE));
        page(
                "nobody's, new, by opening",
                i -> all().unowned().status(TicketStatus.NEW).orderBy(SortBy.OPENED));
        page("new or open, by due", i -> all().status(ours).orderBy(SortBy.DUE));
        page(
                "closed, last changed first",
                i -> all().status(TicketStatus.CLOSED).orderByDescending(SortBy.CHANGED));
        page("all, by number", i -> all());
        hundredth(
                "page 100 of owner, closed, last changed first",
                by(7).status(TicketStatus.CLOSED)
                        .orderByDescending(SortBy.CHANGED)
                        .build());
        hundredth(
                "page 100 of closed, last changed first",
                all().status(TicketStatus.CLOSED)
                        .orderByDescending(SortBy.CHANGED)
                        .build());
    }

    private void finds() {
        page("an order", i -> all().reference(Reference.order("A-" + (1 + i))));
        page(
                "a colour, new or open, by due",
                i -> all().field(ManyTickets.COLOUR, FieldValue.of("red"))
                        .status(TicketStatus.NEW, TicketStatus.OPEN)
                        .orderBy(SortBy.DUE));
        print(
                "count of owner, new or open",
                times(i -> store.count(
                        by(i).status(TicketStatus.NEW, TicketStatus.OPEN).build(), 1000)));
        print("count of all, up to 1,000", times(i -> store.count(all().build(), 1000)));
    }

    private void words(int howMany) {
        long before = heap();
        long begin = System.nanoTime();
        store.search(all().words(ManyTickets.word(9)).build(), Optional.empty(), ON_A_PAGE);
        report("the first search for words", begin, before, howMany);
        page("a rare word", i -> all().words(ManyTickets.word(10_000 + i)));
        page("a common word, by number", i -> all().words(ManyTickets.word(5 + i % 10)));
        page(
                "two words, last changed first",
                i -> all().words(ManyTickets.word(50) + " " + ManyTickets.word(1000 + i))
                        .orderByDescending(SortBy.CHANGED));
        page(
                "a word among an owner's new or open ones",
                i -> by(i).status(TicketStatus.NEW, TicketStatus.OPEN).words(ManyTickets.word(100 + i)));
        page(
                "a customer's word",
                i -> all().customer(CustomerId.of("c-" + (1 + i))).words(ManyTickets.word(3)));
    }

    private static TicketSearchBuilder all() {
        return TicketSearch.builder();
    }

    private static TicketSearchBuilder by(int i) {
        return all().owner(ManyTickets.agent(i % ManyTickets.AGENTS));
    }

    private static TicketSearchBuilder topic(int i) {
        return all().tags(ManyTickets.tag(i % ManyTickets.TAGS));
    }

    private void page(String what, IntFunction<TicketSearchBuilder> search) {
        print(what, times(i -> store.search(search.apply(i).build(), Optional.empty(), ON_A_PAGE)));
    }

    private void hundredth(String what, TicketSearch search) {
        Optional<Cursor> cursor = Optional.empty();
        for (int i = 1; i < 100; i++) {
            Page<Ticket> page = store.search(search, cursor, ON_A_PAGE);
            cursor = page.next();
        }
        Optional<Cursor> from = cursor;
        print(what, times(i -> store.search(search, from, ON_A_PAGE)));
    }

    private void print(String what, double[] micros) {
        double median = median(micros);
        System.out.printf(
                Locale.ROOT,
                "%-46s %9.1f %9.1f %9.1f %s%n",
                what,
                median,
                micros[micros.length * 99 / 100],
                median / limit,
                median < MARK_MICROS ? "" : "more than a millisecond");
    }

    /** Sorted; the first thousand compile, and are left out. */
    private static double[] times(IntFunction<Object> work) {
        double[] micros = new double[TIMES];
        int results = 0;
        for (int i = -TIMES; i < TIMES; i++) {
            long begin = System.nanoTime();
            results += work.apply(i + TIMES).hashCode() & 1;
            if (i >= 0) {
                micros[i] = (System.nanoTime() - begin) / 1e3;
            }
        }
        if (results < 0) {
            throw new AssertionError("Nothing is left out by the compiler.");
        }
        Arrays.sort(micros);
        return micros;
    }

    private static double median(double[] sorted) {
        return sorted[sorted.length / 2];
    }
}
