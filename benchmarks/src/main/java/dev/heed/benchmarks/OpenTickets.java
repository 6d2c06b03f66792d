package dev.heed.benchmarks;

import dev.heed.Helpdesk;
import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.people.Agent;
import dev.heed.people.EmailAddress;
import dev.heed.people.Shop;
import dev.heed.spi.channel.InboundMessage;
import dev.heed.spi.store.InMemoryTicketStore;
import dev.heed.spi.store.TicketQuery;
import dev.heed.ticket.Ticket;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * Opens ever more tickets that stay open, acknowledged and answered by nobody yet, and says what they take of the heap and
 * what it costs to answer one among so many. Run it with the heap it is to fit into.
 */
final class OpenTickets {
    private static final Instant START = Instant.parse("2026-06-08T07:00:00Z");
    private static final int BATCH = 1000;
    private static final int ANSWERED = 5000;

    private final MemoryChannel channel = new MemoryChannel();
    private final InMemoryTicketStore store = new InMemoryTicketStore();
    private final Agent maria =
            Agent.builder("maria", "Maria Keller").employeeId("E-1017").build();
    private final Helpdesk desk = Helpdesk.builder(Shop.of("Acme", ZoneId.of("Europe/Berlin"), Locale.ENGLISH))
            .agent(maria)
            .channel(channel)
            .store(store)
            .clock(() -> START)
            .build();
    private int opened;

    private OpenTickets() {}

    public static void main(String[] args) {
        int most = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        OpenTickets program = new OpenTickets();
        program.openUpTo(most / 10);
        program.answer(); // compiles
        double few = program.report();
        program.openUpTo(most);
        double many = program.report();
        System.out.printf(Locale.ROOT, "answering one costs %.2f times as much among ten times as many%n", many / few);
    }

    private void openUpTo(int count) {
        long begin = System.nanoTime();
        int before = opened;
        while (opened < count) {
            for (int i = 0; i < BATCH; i++) {
                opened++;
                channel.put(InboundMessage.builder("in-" + opened, "Where is my parcel? It should have been here.")
                        .sender(EmailAddress.of("customer" + opened + "@example.com"))
                        .senderName("Ana Lima")
                        .subject("My parcel " + opened)
                        .sentAt(START)
                        .reference("in-" + opened)
                        .build());
            }
            desk.runDue();
        }
        System.out.printf(
                Locale.ROOT,
                "%d opened, %.0f a second%n",
                opened,
                (opened - before) * 1e9 / (System.nanoTime() - begin));
    }

    /** Answers those who wait longest, and lets the answers go out. */
    private double answer() {
        List<Ticket> waiting = store.list(new TicketQuery.Waiting(), ANSWERED);
        long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (Ticket ticket : waiting) {
            Ticket read = desk.as(maria).getTicket(ticket.id());
            desk.as(maria).reply(read.id(), Reply.text("It left on Friday and is on its way.", Signature.of(maria)));
        }
        desk.runDue();
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin) / 1e3 / waiting.size();
    }

    private double report() {
        double micros = answer();
        System.gc();
        long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        System.out.printf(
                Locale.ROOT,
                "%d open tickets: %d MB of heap, %d bytes a ticket; answering one takes %.1f microseconds%n",
                opened,
                used >> 20,
                used / opened,
                micros);
        return micros;
    }
}
