package dev.heed.benchmarks;

import dev.heed.Helpdesk;
import dev.heed.message.Message;
import dev.heed.people.Agent;
import dev.heed.people.EmailAddress;
import dev.heed.people.Shop;
import dev.heed.spi.channel.InboundMessage;
import dev.heed.spi.store.InMemoryTicketStore;
import dev.heed.spi.store.TicketQuery;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Merges pairs of long tickets, reads what has come of it, and says what each costs beside copying as many references to
 * messages in the same run.
 */
final class MergeMarks {
    private static final Instant START = Instant.parse("2026-06-08T07:00:00Z");
    private static final int MESSAGES = 10_000;
    private static final int PAIRS = 15;
    private static final double MOST_MILLIS = 50;

    private final MemoryChannel channel = new MemoryChannel();
    private final InMemoryTicketStore store = new InMemoryTicketStore();
    private final Agent maria =
            Agent.builder("maria", "Maria Keller").employeeId("E-1017").build();
    private Instant now = START;
    private final Helpdesk desk = Helpdesk.builder(Shop.of("Acme", ZoneId.of("Europe/Berlin"), Locale.ENGLISH))
            .agent(maria)
            .channel(channel)
            .store(store)
            .clock(() -> now)
            .build();
    private final double[] merges = new double[PAIRS];
    private final double[] readings = new double[PAIRS];
    private final double[] copies = new double[PAIRS];
    private int last;
    private long copied;

    private MergeMarks() {}

    public static void main(String[] args) {
        MergeMarks program = new MergeMarks();
        program.loadClasses();
        for (int pair = 0; pair < PAIRS; pair++) {
            program.measure(pair);
        }
        program.report();
    }

    /** The first merge of a process loads what every merge needs, however short the tickets are. */
    private void loadClasses() {
        EmailAddress customer = EmailAddress.of("short@example.com");
        TicketId duplicate = ticket(customer, 1);
        TicketId into = ticket(customer, 1);
        double first = millis(() -> {
            var unused = desk.as(maria).mergeInto(duplicate, into, "The same parcel.");
        });
        System.out.printf(Locale.ROOT, "the first merge of the process, of two short tickets: %.1f ms%n", first);
    }

    private void measure(int pair) {
        EmailAddress customer = EmailAddress.of("customer" + pair + "@example.com");
        TicketId duplicate = ticket(customer, MESSAGES);
        TicketId into = ticket(customer, MESSAGES);
        merges[pair] = millis(() -> {
            var unused = desk.as(maria).mergeInto(duplicate, into, "The same parcel.");
        });
        readings[pair] = millis(() -> {
            int read = desk.as(maria).structure().conversation(into).entries().size();
            require(read >= 2 * MESSAGES, read + " messages were read");
        });
        List<Message> messages = store.findTicket(duplicate).orElseThrow().messages();
        copies[pair] = millis(() -> copied += new ArrayList<>(messages).size());
    }

    private static double millis(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e6;
    }

    /** Opened by one mail, to which the others answer. */
    private TicketId ticket(EmailAddress customer, int count) {
        String first = "in-" + (last + 1);
        for (int i = 0; i < count; i++) {
            now = now.plus(Duration.ofMillis(1));
            last++;
            InboundMessage.Builder mail = InboundMessage.builder("in-" + last, "Where is my parcel?")
                    .sender(customer)
                    .subject("My parcel")
                    .sentAt(now)
                    .reference("in-" + last);
            channel.put(i == 0 ? mail.build() : mail.answers(List.of(first)).build());
        }
        desk.runDue();
        Ticket ticket = store.list(
                        new TicketQuery.OfCustomer(
                                store.findCustomer(customer).orElseThrow().id()),
                        1)
                .get(0);
        int messages = ticket.messages().size();
        require(messages >= count, "the ticket has " + messages + " messages");
        return ticket.id();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }

    private void report() {
        double merge = median(merges);
        double copy = median(copies);
        System.out.printf(
                Locale.ROOT,
                "merging two tickets of %d messages each, first of %d: %.2f ms, median %.3f ms, mark: %.0f ms: %s%n"
                        + "copying %d references to messages, median %.3f ms (%d copied); a merge is %.1f such copies%n"
                        + "reading the merged conversation of %d messages, median %.2f ms, %.0f such copies%n",
                MESSAGES,
                PAIRS,
                merges[0],
                merge,
                MOST_MILLIS,
                Math.max(merges[0], merge) <= MOST_MILLIS ? "kept" : "missed",
                MESSAGES,
                copy,
                copied,
                merge / copy,
                2 * MESSAGES,
                median(readings),
                median(readings) / copy);
    }

    private static double median(double[] some) {
        double[] sorted = some.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
