package dev.heed.benchmarks;

import dev.heed.AgentDesk;
import dev.heed.Helpdesk;
import dev.heed.HelpdeskBuilder;
import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.people.Agent;
import dev.heed.people.EmailAddress;
import dev.heed.people.Shop;
import dev.heed.promise.PromiseKind;
import dev.heed.spi.channel.InboundMessage;
import dev.heed.spi.store.InMemoryTicketStore;
import dev.heed.spi.store.TicketQuery;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketStatus;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * A year of a shop in virtual time: customers write day and night, agents answer in business hours, promise and keep, and
 * every third customer never says whether it is solved. The same each time.
 */
final class ShopYear {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2027-01-01T00:00:00Z");
    private static final Duration STEP = Duration.ofMinutes(10);
    private static final int AGENTS = 50;
    private static final int FIRST_HOUR = 9;
    private static final int LAST_HOUR = 16;
    private static final List<String> GIVEN = List.of("Maria", "Jonas", "Ana", "Peter", "Lucia");
    private static final List<String> FAMILY =
            List.of("Keller", "Weber", "Lima", "Novak", "Haas", "Brandt", "Moreau", "Santos", "Lindgren", "Okafor");

    private final SplittableRandom random = new SplittableRandom(2026);
    private final MemoryChannel channel = new MemoryChannel();
    private final InMemoryTicketStore store = new InMemoryTicketStore();
    private final List<Agent> agents = new ArrayList<>();
    private final PriorityQueue<Visit> visits = new PriorityQueue<>(Comparator.comparing(Visit::at));
    private final PriorityQueue<Visit> findings = new PriorityQueue<>(Comparator.comparing(Visit::at));
    private final int tickets;
    private final Helpdesk desk;
    private Instant now = START;
    private long events;
    private int wrote;

    /** When somebody looks at a ticket again: a customer at the answer, an agent because the carrier has called back. */
    private record Visit(Instant at, TicketId ticket) {}

    private ShopYear(int tickets) {
        this.tickets = tickets;
        for (int i = 0; i < AGENTS; i++) {
            String name = GIVEN.get(i % GIVEN.size()) + " " + FAMILY.get(i / GIVEN.size());
            agents.add(Agent.builder("agent" + i, name)
                    .employeeId("E-" + (1000 + i))
                    .build());
        }
        HelpdeskBuilder builder = Helpdesk.builder(Shop.of("Acme", ZONE, Locale.ENGLISH));
        agents.forEach(builder::agent);
        desk = builder.channel(channel).store(store).clock(() -> now).build();
        desk.on(TicketEvent.class, event -> events++);
    }

    public static void main(String[] args) {
        ShopYear year = new ShopYear(args.length > 0 ? Integer.parseInt(args[0]) : 200_000);
        long begin = System.nanoTime();
        year.run();
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "a year with %d agents and %d tickets: %.0f s, %d events, %d messages sent, %.0f events/s%n",
                AGENTS,
                year.wrote,
                seconds,
                year.events,
                year.channel.sent(),
                year.events / seconds);
        System.out.println("of a thousand customers, by how their tickets stand: " + year.statuses());
    }

    private void run() {
        long steps = Duration.between(START, END).dividedBy(STEP);
        for (long step = 1; step <= steps; step++) {
            now = START.plus(STEP.multipliedBy(step));
            while (wrote < tickets * step / steps) {
                write();
            }
            desk.runDue();
            while (!visits.isEmpty() && !visits.peek().at.isAfter(now)) {
                visit(visits.remove().ticket);
            }
            if (isOpen()) {
                work();
            }
            desk.runDue();
        }
    }

    private void write() {
        wrote++;
        channel.put(InboundMessage.builder("in-" + wrote, "Where is my parcel? It should have been here on Monday.")
                .sender(EmailAddress.of("customer" + wrote + "@example.com"))
                .senderName("Ana Lima")
                .subject("My parcel")
                .sentAt(now)
                .reference("in-" + wrote)
                .build());
    }

    private boolean isOpen() {
        ZonedDateTime local = now.atZone(ZONE);
        return local.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue()
                && local.getHour() >= FIRST_HOUR
                && local.getHour() <= LAST_HOUR;
    }

    /** Each agent answers one customer, those first who were promised something. */
    private void work() {
        int busy = 0;
        while (busy < AGENTS && !findings.isEmpty() && !findings.peek().at.isAfter(now)) {
            answer(store.findTicket(findings.remove().ticket).orElseThrow(), agents.get(busy++));
        }
        List<Ticket> waiting = store.list(new TicketQuery.Waiting(), AGENTS - busy);
        for (int i = 0; i < waiting.size(); i++) {
            answer(waiting.get(i), agents.get(busy + i));
        }
    }

    private void answer(Ticket listed, Agent free) {
        AgentDesk mine = desk.as(free);
        Ticket ticket = mine.getTicket(listed.id()); // nobody answers what was not read
        boolean promised = !ticket.openPromises().isEmpty()
                && ticket.openPromises().stream().anyMatch(promise -> promise.kind() != PromiseKind.REPLY);
        if (!promised && random.nextInt(10) < 4) {
            mine.reply(
                    ticket.id(),
                    Reply.text("I have asked the carrier and will tell you what they say.", Signature.of(free)),
                    Commitments.none()
                            .promise(PromiseKind.FIND_OUT, "where your parcel is", now.plus(Duration.ofDays(5))));
            findings.add(new Visit(now.plus(Duration.ofHours(random.nextInt(1, 48))), ticket.id()));
            return;
        }
        Commitments kept = Commitments.none();
        for (var promise : ticket.openPromises()) {
            kept = promise.kind() == PromiseKind.REPLY ? kept : kept.keep(promise.id());
        }
        mine.reply(ticket.id(), Reply.text("It is at your post office since this morning.", Signature.of(free)), kept);
        mine.proposeSolution(ticket.id(), Reply.text("You can fetch it there until six.", Signature.of(free)));
        visits.add(new Visit(now.plus(Duration.ofMinutes(random.nextInt(60, 3000))), ticket.id()));
    }

    /** Six of ten say that it is solved, one asks again, three say nothing any more. */
    private void visit(TicketId id) {
        Ticket ticket = store.findTicket(id).orElseThrow();
        int chance = random.nextInt(10);
        if (chance < 6 && ticket.status() == TicketStatus.SOLVED) {
            desk.forCustomer(ticket.customer()).confirmSolved(id);
        } else if (chance == 6) {
            desk.forCustomer(ticket.customer()).write(id, "It was not there. Could you ask once more?");
        }
    }

    private Map<TicketStatus, Integer> statuses() {
        Map<TicketStatus, Integer> statuses = new EnumMap<>(TicketStatus.class);
        Stream.iterate(1, number -> number <= wrote, number -> number + Math.max(1, wrote / 1000))
                .map(number -> store.findByReference(channel.id(), "in-" + number)
                        .flatMap(store::findTicket)
                        .orElseThrow())
                .forEach(ticket -> statuses.merge(ticket.status(), 1, Integer::sum));
        return statuses;
    }
}
