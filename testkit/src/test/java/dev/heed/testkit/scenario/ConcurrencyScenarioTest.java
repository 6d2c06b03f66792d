package dev.heed.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.AgentDesk;
import dev.heed.CustomerDesk;
import dev.heed.error.PracticeCode;
import dev.heed.error.RefusedException;
import dev.heed.message.Direction;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.people.Agent;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.OwnershipEvent.OwnerAssigned;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several people at one ticket at the same instant: nothing is lost and nothing goes out twice. */
class ConcurrencyScenarioTest {
    private static final int ROUNDS = 200;
    private static final Agent BEN =
            Agent.builder("ben", "Ben Okafor").employeeId("E-2001").build();

    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(builder -> builder.agent(BEN).store(new YieldingStore()));

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private TicketId ticket;

    @BeforeEach
    void aCustomerWrites() {
        heed.channel().receive("ana@example.com", "Where is my parcel?");
        heed.run();
        ticket = heed.onlyTicket().id();
    }

    @AfterEach
    void stop() {
        executor.shutdown();
    }

    private void inEachRoundAtOnce(IntConsumer... doings) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(doings.length);
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

    private void nothingIsLostOrDoubled(int messages) {
        var unused = heed.run();
        Ticket after = heed.onlyTicket();
        List<TicketEvent> history = heed.maria().history(ticket);
        List<MessageId> outbound = after.messages().stream()
                .filter(message -> message.direction() == Direction.OUTBOUND)
                .map(Message::id)
                .toList();

        assertThat(after.messages()).hasSize(messages).doesNotHaveDuplicates();
        assertThat(heed.channel().sent()).extracting(OutboundMessage::id).containsExactlyElementsOf(outbound);
        assertThat(heed.events()).isEqualTo(history);
        assertThat(Ticket.replay(history)).isEqualTo(after);
        assertThat(heed.desk().backoffice().deadLetters()).isEmpty();
    }

    @Test
    void twoAgentsReplyAtTheSameTime() throws Exception {
        AgentDesk ben = heed.desk().as(BEN);

        inEachRoundAtOnce(
                round -> Story.inSpite(heed.maria()).reply(ticket, "Answer " + round + " from me."),
                round -> Story.inSpite(ben).reply(ticket, "My answer is number " + round + "."));

        nothingIsLostOrDoubled(2 + 2 * ROUNDS);
    }

    @Test
    void twoAgentsReplyWhileTheDeskIsSending() throws Exception {
        AgentDesk ben = heed.desk().as(BEN);

        inEachRoundAtOnce(
                round -> Story.inSpite(heed.maria()).reply(ticket, "Answer " + round + " from me."),
                round -> Story.inSpite(ben).reply(ticket, "My answer is number " + round + "."),
                round -> heed.desk().runDue(),
                round -> heed.desk().runDue());

        nothingIsLostOrDoubled(2 + 2 * ROUNDS);
    }

    @Test
    void theCustomerWritesOnThePagesAndByMailWhileAnAgentReplies() throws Exception {
        CustomerDesk ana = heed.desk().forCustomer(heed.onlyTicket().customer());
        OutboundMessage acknowledgement = heed.channel().lastSent();

        inEachRoundAtOnce(
                round -> Story.inSpite(heed.maria()).reply(ticket, "Answer " + round + " from me."),
                round -> ana.write(ticket, "Question " + round),
                round -> {
                    heed.channel().answer("ana@example.com", acknowledgement, "By mail " + round);
                    heed.desk().runDue();
                });

        nothingIsLostOrDoubled(2 + 3 * ROUNDS);
    }

    @Test
    void ofTwoWhoTakeATicketAtTheSameTimeOneGetsItForGood() throws Exception {
        AgentDesk ben = heed.desk().as(BEN);
        AtomicInteger refusals = new AtomicInteger();

        inEachRoundAtOnce(round -> take(heed.maria(), refusals), round -> take(ben, refusals));

        nothingIsLostOrDoubled(2);
        assertThat(heed.onlyTicket().owner().orElseThrow()).isIn(BEN.id(), DeskExtension.MARIA.id());
        assertThat(heed.events()).filteredOn(OwnerAssigned.class::isInstance).hasSize(1);
        assertThat(refusals).hasValue(ROUNDS);
    }

    private void take(AgentDesk desk, AtomicInteger refusals) {
        try {
            var unused = desk.take(ticket);
        } catch (RefusedException e) {
            assertThat(e.code()).isEqualTo(PracticeCode.HANDOVER_WITHOUT_SUMMARY);
            refusals.incrementAndGet();
        }
    }

    @Test
    void whoGetsATicketHandedOverAtTheSameTimeIsOneOfTheTwo() throws Exception {
        AgentDesk ben = heed.desk().as(BEN);
        heed.maria().take(ticket);

        inEachRoundAtOnce(
                round -> heed.maria().handOver(ticket, BEN.id(), "Ben knows parcels."),
                round -> ben.handOver(ticket, DeskExtension.MARIA.id(), "Maria knows her."));

        nothingIsLostOrDoubled(2);
        assertThat(heed.onlyTicket().owner().orElseThrow()).isIn(BEN.id(), DeskExtension.MARIA.id());
    }
}
