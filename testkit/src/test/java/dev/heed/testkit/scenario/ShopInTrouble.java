package dev.heed.testkit.scenario;

import static dev.heed.testkit.DeskExtension.MARIA;

import com.google.common.collect.Lists;
import dev.heed.Helpdesk;
import dev.heed.error.ChannelUnavailableException.Kind;
import dev.heed.error.StoreException;
import dev.heed.message.Message;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.EmailAddress;
import dev.heed.people.Shop;
import dev.heed.spi.channel.InboundMessage;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.spi.id.IdSource;
import dev.heed.spi.store.TicketQuery;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.testkit.FakeChannel;
import dev.heed.testkit.VirtualClock;
import dev.heed.ticket.Ticket;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Everything that can happen to a shop, drawn by lot from a seed. Not thread-safe. */
final class ShopInTrouble {
    private static final int CUSTOMERS = 3;
    private static final int MANY = 1000;

    final FakeChannel outside = FakeChannel.named("fake");
    final List<String> questions = new ArrayList<>();
    final List<String> answers = new ArrayList<>();
    final FlakyStore store;
    private final Random random;
    private final VirtualClock clock = VirtualClock.at("2026-03-02T08:00:00Z");
    private final IdSource ids;
    private final List<InboundMessage> delivered = new ArrayList<>();
    private Helpdesk desk;

    ShopInTrouble(long seed, Predicate<UnitOfWork> victims) {
        random = new Random(seed);
        ids = IdSource.version7(new Random(seed));
        store = new FlakyStore(random, victims);
        desk = deskOnTheSameStore();
        for (int i = 0; i < CUSTOMERS; i++) {
            desk.backoffice()
                    .register(Customer.builder("c-" + i)
                            .email("c" + i + "@example.com")
                            .build());
        }
    }

    private Helpdesk deskOnTheSameStore() {
        return Helpdesk.builder(Shop.of("Acme", ZoneOffset.UTC, Locale.ENGLISH))
                .agent(MARIA)
                .channel(outside)
                .store(store)
                .clock(clock)
                .ids(ids)
                .build();
    }

    void somebodyWrites() {
        questions.add("Question " + questions.size() + "?");
        String from = "c" + random.nextInt(CUSTOMERS) + "@example.com";
        InboundMessage.Builder message =
                outside.message(questions.get(questions.size() - 1)).sender(EmailAddress.of(from));
        if (!outside.sent().isEmpty() && random.nextBoolean()) {
            OutboundMessage answered =
                    outside.sent().get(random.nextInt(outside.sent().size()));
            message.answers(List.of("out-" + answered.id()));
        }
        delivered.add(outside.receive(message.build()));
    }

    void somethingIsDeliveredAgain() {
        if (!delivered.isEmpty()) {
            var unused = outside.receive(delivered.get(random.nextInt(delivered.size())));
        }
    }

    void mariaAnswers() {
        List<Ticket> tickets = tickets();
        if (!tickets.isEmpty()) {
            Ticket ticket = tickets.get(random.nextInt(tickets.size()));
            answers.add("I have looked at " + answers.size() + " now.");
            var unused = Story.reading(desk.as(MARIA), ticket.id()).reply(ticket.id(), answers.get(answers.size() - 1));
        }
    }

    void theOutsideGoesDown() {
        var unused = outside.goDown(Kind.UNREACHABLE);
    }

    void theOutsideComesBack() {
        var unused = outside.comeBack();
    }

    void theProcessDiesAndStartsAgain() {
        desk = deskOnTheSameStore();
    }

    void timePasses() {
        var unused = clock.advance(Duration.ofSeconds(random.nextInt(900)));
    }

    void theDeskWorks() {
        try {
            var unused = desk.runDue();
        } catch (StoreException e) {
            theProcessDiesAndStartsAgain();
        }
    }

    /** So many things of these happen, and then the trouble is over and everything has its time. */
    void happens(int times, List<Runnable> things) {
        for (int i = 0; i < times; i++) {
            things.get(random.nextInt(things.size())).run();
        }
        store.heal();
        theOutsideComesBack();
        for (int hour = 0; hour < 24; hour++) {
            var unused = clock.advance(Duration.ofHours(1));
            theDeskWorks();
        }
    }

    List<Ticket> tickets() {
        return IntStream.range(0, CUSTOMERS)
                .mapToObj(i -> CustomerId.of("c-" + i))
                .flatMap(customer -> Lists.reverse(store.list(new TicketQuery.OfCustomer(customer), MANY)).stream())
                .toList();
    }

    /** First lines of what is in all tickets and fits, in the order of each ticket. */
    List<String> inTickets(Predicate<Message> fits) {
        return tickets().stream()
                .flatMap(ticket -> ticket.messages().stream())
                .filter(fits)
                .map(message -> firstLine(message.text()))
                .toList();
    }

    static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
