package dev.heed.testkit.scenario;

import static dev.heed.testkit.DeskExtension.MARIA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.Helpdesk;
import dev.heed.message.Direction;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.Shop;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.spi.store.TicketQuery;
import dev.heed.testkit.FakeChannel;
import dev.heed.testkit.VirtualClock;
import dev.heed.ticket.ConversationEvent.Delivered;
import dev.heed.ticket.ConversationEvent.Reminded;
import dev.heed.ticket.LifecycleEvent.Closed;
import dev.heed.ticket.OwnershipEvent.OwnerMissing;
import dev.heed.ticket.PromiseEvent.PromiseBroken;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two desks of one shop on one store, as two processes are: a thousand rounds in the same nanosecond. */
class TwoDesksScenarioTest {
    private static final int ROUNDS = 1000;
    private static final CustomerId ANA = CustomerId.of("ana");

    private final VirtualClock clock = VirtualClock.at("2026-03-02T08:00:00Z");
    private final YieldingStore store = new YieldingStore();
    private final FakeChannel one = FakeChannel.named("fake");
    private final FakeChannel other = FakeChannel.named("fake");
    private final Helpdesk here = desk(one);
    private final Helpdesk there = desk(other);
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private TicketId ticket;

    private Helpdesk desk(FakeChannel outside) {
        return Helpdesk.builder(Shop.of("Acme", ZoneId.of("Europe/Berlin"), Locale.ENGLISH))
                .agent(MARIA)
                .agent(Story.BEN)
                .channel(outside)
                .store(store)
                .clock(clock)
                .build();
    }

    @BeforeEach
    void aCustomerWrites() {
        here.backoffice()
                .register(Customer.builder(ANA.value()).email(Story.ANA).build());
        one.receive(Story.ANA, "Where is my parcel?");
        here.runDue();
        ticket = store.list(new TicketQuery.OfCustomer(ANA), 1).get(0).id();
    }

    @AfterEach
    void stop() {
        executor.shutdown();
    }

    /** Time passes between the rounds only: who takes longer than a lease to send has lost it, as it should be. */
    private void inEachRoundAtOnce(Duration pause, IntConsumer... doings) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(doings.length, () -> clock.advance(pause));
        List<Callable<Integer>> threads = new ArrayList<>();
        for (IntConsumer doing : doings) {
            threads.add(() -> {
                try {
                    for (int round = 0; round < ROUNDS; round++) {
                        barrier.await();
                        doing.accept(round);
                    }
                    return ROUNDS;
                } finally {
                    barrier.reset(); // where one fails, the others wait for it no longer
                }
            });
        }
        for (Future<Integer> thread : executor.invokeAll(threads)) {
            assertThat(thread.get()).isEqualTo(ROUNDS);
        }
    }

    private Ticket ticket() {
        return here.as(MARIA).getTicket(ticket);
    }

    private void nothingIsLostOrDoubled(int messages) {
        here.runDue();
        List<TicketEvent> history = here.as(MARIA).history(ticket);
        List<MessageId> outbound = ticket().messages().stream()
                .filter(message -> message.direction() == Direction.OUTBOUND)
                .map(Message::id)
                .toList();
        List<OutboundMessage> sent = new ArrayList<>(one.sent());
        sent.addAll(other.sent());

        assertThat(ticket().messages()).hasSize(messages).doesNotHaveDuplicates();
        assertThat(sent).extracting(OutboundMessage::id).containsExactlyInAnyOrderElementsOf(outbound);
        assertThat(history.stream().filter(Delivered.class::isInstance)).hasSameSizeAs(outbound);
        assertThat(Ticket.replay(history)).isEqualTo(ticket());
        assertThat(here.backoffice().deadLetters()).isEmpty();
    }

    @Test
    void anAgentAnswersWhileTheCustomerWritesAndBothDesksWork() throws Exception {
        inEachRoundAtOnce(
                Duration.ZERO,
                round -> Story.inSpite(here.as(MARIA)).reply(ticket, "Answer " + round + " from me."),
                round -> there.forCustomer(ANA).write(ticket, "Question " + round),
                round -> there.runDue());

        nothingIsLostOrDoubled(2 + 2 * ROUNDS);
    }

    @Test
    void twoAgentsAnswerOnTwoDesks() throws Exception {
        inEachRoundAtOnce(
                Duration.ZERO,
                round -> Story.inSpite(here.as(MARIA)).reply(ticket, "Answer " + round + " from me."),
                round -> Story.inSpite(there.as(Story.BEN)).reply(ticket, "My answer is number " + round + "."));

        nothingIsLostOrDoubled(2 + 2 * ROUNDS);
    }

    @Test
    void whatIsDueHappensOnceThoughBothDesksLook() throws Exception {
        Story.reading(here.as(MARIA), ticket).reply(ticket, "It left this morning.");
        inEachRoundAtOnce(Duration.ofMinutes(20), round -> here.runDue(), round -> there.runDue());

        nothingIsLostOrDoubled(3 + 2);
        List<TicketEvent> history = here.as(MARIA).history(ticket);
        assertThat(history.stream().filter(Reminded.class::isInstance)).hasSize(2);
        assertThat(history.stream().filter(Closed.class::isInstance)).hasSize(1);
    }

    @Test
    void whatIsMissedIsMissedOnceThoughBothDesksLook() throws Exception {
        inEachRoundAtOnce(Duration.ofMinutes(1), round -> here.runDue(), round -> there.runDue());

        List<TicketEvent> history = here.as(MARIA).history(ticket);
        assertThat(history.stream().filter(OwnerMissing.class::isInstance)).hasSize(1);
        assertThat(history.stream().filter(PromiseBroken.class::isInstance)).hasSize(1);
        assertThat(Ticket.replay(history)).isEqualTo(ticket());
    }
}
