package dev.heed.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.message.Direction;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.spi.store.OutboxEntry;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A store that fails once in a whole life, at every place where it can; a clock that is set back before every step. */
class FailingStoreScenarioTest {
    private static final int MANY = 100;

    private final WholeLife undisturbed = new WholeLife(NthCallFails.never()).lived(step -> {});

    @Test
    void aLifeThatNothingDisturbsEndsWithTheCustomersWord() {
        assertThat(undisturbed.errors()).isZero();
        assertThat(undisturbed.tickets()).extracting(Ticket::status).containsOnly(TicketStatus.CLOSED);
        assertThat(undisturbed.outside.sent())
                .extracting(OutboundMessage::id)
                .doesNotHaveDuplicates()
                .hasSize(5);
    }

    @ParameterizedTest
    @EnumSource
    void whicheverCallFailsTheStateIsWholeAndNothingIsLostOrSentTwice(NthCallFails.When when) {
        int calls = undisturbed.store.calls();
        int errors = 0;
        for (int victim = 1; victim <= calls; victim++) {
            WholeLife life = new WholeLife(new NthCallFails(victim, when)).lived(step -> {});
            assertThat(life.outcome())
                    .as("call %s of %s fails %s", victim, calls, when)
                    .isEqualTo(undisturbed.outcome());
            historiesAreWhole(life);
            everythingArrivedOrIsInDoubt(life);
            errors += life.errors();
        }
        assertThat(errors).as("calls whose failure was told to the caller").isGreaterThan(calls / 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1S", "PT3H", "P40D"})
    void whereverTheClockIsSetBackNothingIsLostOrSentTwice(Duration back) {
        for (int victim = 0; victim < undisturbed.steps(); victim++) {
            int set = victim;
            WholeLife life = new WholeLife(NthCallFails.never());
            life.lived(step -> {
                if (step == set) {
                    life.clock.advance(back.negated());
                }
            });
            life.clock.advance(back);
            life.rested();
            assertThat(life.outcome()).as("set back before step %s", victim).isEqualTo(undisturbed.outcome());
            historiesAreWhole(life);
            assertThat(life.outside.sent())
                    .extracting(OutboundMessage::id)
                    .containsExactlyInAnyOrderElementsOf(outbound(life));
        }
    }

    private static void historiesAreWhole(WholeLife life) {
        for (Ticket ticket : life.tickets()) {
            Ticket replayed = Ticket.replay(life.store.history(ticket.id()));
            assertThat(replayed).isEqualTo(ticket);
            assertThat(replayed.promises()).isEqualTo(ticket.promises());
        }
    }

    private static List<MessageId> outbound(WholeLife life) {
        return life.tickets().stream()
                .flatMap(ticket -> ticket.messages().stream())
                .filter(message -> message.direction() == Direction.OUTBOUND)
                .map(Message::id)
                .toList();
    }

    /** What was claimed for nobody stays with the dead letters if a program wrote it; nothing arrives twice. */
    private static void everythingArrivedOrIsInDoubt(WholeLife life) {
        List<OutboxEntry> dead = life.store.unwatched(() -> life.store.deadLetters(MANY));
        assertThat(dead).allMatch(entry -> entry.message().automatic());
        for (MessageId id : outbound(life)) {
            long times = life.outside.sent().stream()
                    .filter(sent -> sent.id().equals(id))
                    .count();
            boolean inDoubt =
                    dead.stream().anyMatch(entry -> entry.message().id().equals(id));
            assertThat(times + (inDoubt ? 1 : 0)).as("message %s", id).isPositive();
            assertThat(times).as("message %s", id).isLessThanOrEqualTo(1);
        }
    }
}
