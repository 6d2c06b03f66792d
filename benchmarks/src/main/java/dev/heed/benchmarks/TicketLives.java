package dev.heed.benchmarks;

import dev.heed.Helpdesk;
import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.people.Agent;
import dev.heed.people.EmailAddress;
import dev.heed.people.Shop;
import dev.heed.promise.PromiseKind;
import dev.heed.spi.channel.InboundMessage;
import dev.heed.spi.store.InMemoryTicketStore;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets whole tickets live on one thread: opened, acknowledged, owned, promised, kept, answered, written to, solved and
 * confirmed. Beside it, in the same run, the limit: the same records put into a map.
 */
final class TicketLives {
    private static final Instant START = Instant.parse("2026-06-08T07:00:00Z");
    private static final int BATCH = 1000;

    private final MemoryChannel channel = new MemoryChannel();
    private final InMemoryTicketStore store = new InMemoryTicketStore();
    private final Agent maria =
            Agent.builder("maria", "Maria Keller").employeeId("E-1017").build();
    private final Helpdesk desk;
    private final List<Ticket> opened = new ArrayList<>();
    private Instant now = START;
    private int last;

    private TicketLives() {
        desk = Helpdesk.builder(Shop.of("Acme", ZoneId.of("Europe/Berlin"), Locale.ENGLISH))
                .agent(maria)
                .channel(channel)
                .store(store)
                .clock(() -> now)
                .build();
    }

    public static void main(String[] args) {
        int lives = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        TicketLives program = new TicketLives();
        program.run(lives / 2); // compiles
        TicketLives measured = new TicketLives();
        long cpuBegin = cpuNanos();
        long begin = System.nanoTime();
        long half = 0;
        for (int done = 0; done < lives; done += BATCH) {
            measured.run(BATCH);
            half = done == lives / 2 ? System.nanoTime() : half;
        }
        long nanos = System.nanoTime() - begin;
        double cpuRate = lives * 1e9 / (cpuNanos() - cpuBegin);
        double rate = lives * 1e9 / nanos;
        double secondHalf = (lives - lives / 2 - BATCH) * 1e9 / (begin + nanos - half);
        System.out.printf(
                Locale.ROOT,
                "%d lives, %.0f lives/s, %.0f a second of the thread's CPU time; in the second half %.0f lives/s%n",
                lives,
                rate,
                cpuRate,
                secondHalf);
        List<TicketEvent> history =
                measured.store.history(measured.opened.get(0).id());
        System.out.printf(Locale.ROOT, "%d events a life, %d messages sent%n", history.size(), measured.channel.sent());
        limit(measured, lives, nanos);
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void limit(TicketLives measured, int lives, long nanos) {
        List<List<TicketEvent>> histories = measured.opened.stream()
                .map(ticket -> measured.store.history(ticket.id()))
                .toList();
        long begin = System.nanoTime();
        Map<Object, TicketEvent> map = putAll(histories, new ConcurrentHashMap<>());
        long bare = System.nanoTime() - begin;
        System.out.printf(
                Locale.ROOT,
                "bare map: %d puts in %.0f ms; a life costs %.1f times its puts%n",
                map.size(),
                bare / 1e6,
                (double) nanos / lives / ((double) bare / histories.size()));
        long replayBegin = System.nanoTime();
        long events = 0;
        for (List<TicketEvent> history : histories) {
            events += Ticket.replay(history).version();
        }
        System.out.printf(
                Locale.ROOT, "replay: %.2f million events/s%n", events * 1e3 / (System.nanoTime() - replayBegin));
    }

    private static Map<Object, TicketEvent> putAll(List<List<TicketEvent>> histories, Map<Object, TicketEvent> map) {
        for (List<TicketEvent> history : histories) {
            for (int i = 0; i < history.size(); i++) {
                map.put(Map.entry(history.get(0).ticket(), i), history.get(i));
            }
        }
        return map;
    }

    private void run(int lives) {
        for (int done = 0; done < lives; done += BATCH) {
            batch();
        }
    }

    private void batch() {
        int first = last;
        List<Ticket> tickets = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            channel.put(message("Where is my parcel? It should have been here on Monday.")
                    .build());
        }
        now = now.plusSeconds(1);
        desk.runDue();
        for (int i = 0; i < BATCH; i++) {
            tickets.add(desk.as(maria)
                    .findTicket(store.findByReference(dev.heed.message.ChannelId.of("memory"), "in-" + (first + i + 1))
                            .orElseThrow())
                    .orElseThrow());
        }
        for (Ticket ticket : tickets) {
            live(ticket);
        }
        opened.addAll(tickets);
    }

    private void live(Ticket ticket) {
        desk.as(maria).take(ticket.id());
        Reply promise = Reply.text("I have asked the carrier where it is.", Signature.of(maria));
        Ticket promised = desk.as(maria)
                .reply(
                        ticket.id(),
                        promise,
                        Commitments.none()
                                .promise(PromiseKind.FIND_OUT, "where your parcel is", now.plus(Duration.ofHours(4))));
        Reply found = Reply.text("It is at your post office since this morning.", Signature.of(maria));
        desk.as(maria)
                .reply(
                        ticket.id(),
                        found,
                        Commitments.none().keep(promised.openPromises().get(0).id()));
        channel.put(message("Thank you, but which one? There are two.")
                .sender(ticket.address().orElseThrow())
                .answers(List.of(ticket.messages().get(0).reference().orElseThrow()))
                .build());
        desk.runDue();
        desk.as(maria).proposeSolution(ticket.id(), "It is the one in Station Road, open until six.");
        desk.forCustomer(ticket.customer()).confirmSolved(ticket.id());
        desk.runDue();
    }

    private InboundMessage.Builder message(String text) {
        String name = "in-" + ++last;
        return InboundMessage.builder(name, text)
                .sender(EmailAddress.of("customer" + last + "@example.com"))
                .senderName("Ana Lima")
                .subject("My parcel")
                .sentAt(now)
                .reference(name);
    }
}
