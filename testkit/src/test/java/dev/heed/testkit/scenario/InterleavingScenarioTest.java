package dev.heed.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.message.Direction;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.spi.store.OutboxEntry;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.Ticket;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Whatever happens in whatever order, no message is lost and none is there twice. The seed is the repetition. */
class InterleavingScenarioTest {
    private static final int STEPS = 80;
    private static final int MANY = 1000;

    @RepeatedTest(40)
    void whatComesInIsInOneTicketOnceWhileTheStoreFails(RepetitionInfo seed) {
        ShopInTrouble shop = new ShopInTrouble(
                seed.getCurrentRepetition(), unit -> unit.inbound().isPresent());
        shop.happens(
                STEPS,
                List.of(
                        shop::somebodyWrites,
                        shop::somethingIsDeliveredAgain,
                        shop::theProcessDiesAndStartsAgain,
                        shop::timePasses,
                        shop::theDeskWorks));

        assertThat(shop.questions).isNotEmpty();
        assertThat(shop.inTickets(message -> message.direction() == Direction.INBOUND))
                .containsExactlyInAnyOrderElementsOf(shop.questions);
        assertThat(shop.outside.sent()).extracting(OutboundMessage::id).doesNotHaveDuplicates();
    }

    @RepeatedTest(40)
    void whatGoesOutArrivesOnceAndInOrderWhileTheOutsideComesAndGoes(RepetitionInfo seed) {
        ShopInTrouble shop = new ShopInTrouble(seed.getCurrentRepetition(), unit -> false);
        shop.happens(
                STEPS,
                List.of(
                        shop::somebodyWrites,
                        shop::mariaAnswers,
                        shop::mariaAnswers,
                        shop::theOutsideGoesDown,
                        shop::theOutsideComesBack,
                        shop::theProcessDiesAndStartsAgain,
                        shop::timePasses,
                        shop::theDeskWorks));

        assertThat(arrived(shop)).containsExactlyInAnyOrderElementsOf(written(shop));
        for (Ticket ticket : shop.tickets()) {
            List<MessageId> ofTicket = outbound(ticket);
            assertThat(arrived(shop)).filteredOn(ofTicket::contains).isEqualTo(ofTicket);
        }
        assertThat(shop.inTickets(Message::isHumanAnswer)).containsExactlyInAnyOrderElementsOf(shop.answers);
        assertThat(shop.store.deadLetters(MANY)).isEmpty();
    }

    @RepeatedTest(40)
    void aPersonsAnswerArrivesAndAProgramsDoesNotTwiceWhenTheProcessDiesWhileSending(RepetitionInfo seed) {
        ShopInTrouble shop = new ShopInTrouble(seed.getCurrentRepetition(), firstSettlements());
        shop.happens(STEPS, List.of(shop::somebodyWrites, shop::mariaAnswers, shop::timePasses, shop::theDeskWorks));

        List<MessageId> arrived = arrived(shop);
        Set<MessageId> inDoubt = new HashSet<>();
        shop.store.deadLetters(MANY).forEach(dead -> inDoubt.add(dead.message().id()));
        assertThat(shop.store.deadLetters(MANY))
                .allMatch(dead -> dead.message().automatic() && dead.state() == OutboxEntry.State.UNKNOWN);
        for (Ticket ticket : shop.tickets()) {
            for (Message message : ticket.messages()) {
                long times = arrived.stream().filter(message.id()::equals).count();
                if (message.isHumanAnswer()) {
                    assertThat(times).as("%s", message).isBetween(1L, 2L);
                } else if (message.direction() == Direction.OUTBOUND) {
                    assertThat(times).as("%s", message).isLessThan(2);
                    assertThat(times == 1 || inDoubt.contains(message.id())).isTrue();
                }
            }
        }
    }

    /** The settlement of each message may fail once: the process dies after sending, but not each time. */
    private static Predicate<UnitOfWork> firstSettlements() {
        Set<UUID> seen = new HashSet<>();
        return unit -> unit.settledOutbox().stream().anyMatch(entry -> seen.add(entry.id()));
    }

    private static List<MessageId> arrived(ShopInTrouble shop) {
        return shop.outside.sent().stream().map(OutboundMessage::id).toList();
    }

    private static List<MessageId> written(ShopInTrouble shop) {
        List<MessageId> all = new ArrayList<>();
        shop.tickets().forEach(ticket -> all.addAll(outbound(ticket)));
        return all;
    }

    private static List<MessageId> outbound(Ticket ticket) {
        return ticket.messages().stream()
                .filter(message -> message.direction() == Direction.OUTBOUND)
                .map(Message::id)
                .toList();
    }
}
