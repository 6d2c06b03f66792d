package dev.heed.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.people.Bot;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.spi.channel.SendOutcome;
import dev.heed.spi.store.OutboxEntry;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.ConversationEvent.DeliveryFailed;
import dev.heed.ticket.TicketId;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** When nobody knows whether a message was sent: a person's goes once more, a program's never. */
class DoubtfulOutboxScenarioTest {
    private static final Bot TRACKER = Bot.named("Parcel tracker");
    private static final SendOutcome UNKNOWN = new SendOutcome.Unknown("no answer");
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(builder -> builder.bot(TRACKER));

    private TicketId written() {
        heed.channel().receive("ana@example.com", "Where is my parcel?");
        heed.run();
        return heed.onlyTicket().id();
    }

    private OutboxEntry onlyDeadLetter() {
        assertThat(heed.desk().backoffice().deadLetters()).hasSize(1);
        return heed.desk().backoffice().deadLetters().get(0);
    }

    @Nested
    class AboutAPersonsReply {
        private void mariaWrites() {
            TicketId ticket = written();
            Story.reading(heed.maria(), ticket).reply(ticket, "It left this morning.");
        }

        @Test
        void itIsSentOnceMoreAfterTenMinutesUnderTheSameName() {
            mariaWrites();
            heed.gateway().loseNextAnswer();
            heed.run();
            heed.clock().advance(TEN_MINUTES.minusNanos(1));
            assertThat(heed.run().idle()).isTrue();
            heed.clock().advance(Duration.ofNanos(1));
            assertThat(heed.run().sent()).isEqualTo(1);

            assertThat(heed.channel().sent()).hasSize(3);
            OutboundMessage first = heed.channel().sent().get(1);
            assertThat(heed.channel().lastSent()).isEqualTo(first);
            assertThat(heed.desk().backoffice().deadLetters()).isEmpty();
        }

        @Test
        void aSecondTimeItIsGivenUpAsUnknown() {
            mariaWrites();
            heed.gateway().next(UNKNOWN).next(UNKNOWN);
            heed.run();
            heed.clock().advance(TEN_MINUTES);
            heed.run();

            assertThat(onlyDeadLetter().state()).isEqualTo(OutboxEntry.State.UNKNOWN);
            assertThat(onlyDeadLetter().reason()).contains("no answer");
            assertThat(heed.events())
                    .filteredOn(DeliveryFailed.class::isInstance)
                    .hasSize(1);
            heed.clock().advance(Duration.ofDays(3));
            heed.run();
            assertThat(heed.gateway().attempts()).hasSize(3);
        }

        @Test
        void afterAFailureItStaysInDoubt() {
            mariaWrites();
            heed.gateway().next(UNKNOWN).next(SendOutcome.failed("busy")).next(UNKNOWN);
            heed.run();
            heed.clock().advance(TEN_MINUTES);
            heed.run();
            heed.clock().advance(TEN_MINUTES);
            heed.run();

            assertThat(onlyDeadLetter().state()).isEqualTo(OutboxEntry.State.UNKNOWN);
        }

        @Test
        void anAdapterThatThrowsLeavesTheSameDoubt() {
            mariaWrites();
            heed.gateway().throwNext(new IllegalStateException("a bug in the adapter"));
            assertThat(heed.run().notSent()).isEqualTo(1);
            assertThat(heed.desk().backoffice().deadLetters()).isEmpty();
            heed.clock().advance(TEN_MINUTES);
            heed.run();

            assertThat(heed.channel().lastSent().content().text()).startsWith("It left this morning.");
        }

        @Test
        void whatWasGivenUpAsUnknownCanBeSentByOrderAndIsFreeOfDoubt() {
            mariaWrites();
            heed.gateway().next(UNKNOWN).next(UNKNOWN).next(UNKNOWN);
            heed.run();
            heed.clock().advance(TEN_MINUTES);
            heed.run();
            heed.desk().backoffice().redrive(onlyDeadLetter().id());
            heed.run();
            assertThat(heed.desk().backoffice().deadLetters()).isEmpty();
            heed.clock().advance(TEN_MINUTES);
            heed.run();

            assertThat(heed.channel().sent()).hasSize(2);
        }
    }

    @Nested
    class AboutAnAutomaticMessage {
        @Test
        void anAcknowledgementIsNeverSentAgain() {
            heed.gateway().loseNextAnswer();
            TicketId ticket = written();

            assertThat(onlyDeadLetter().state()).isEqualTo(OutboxEntry.State.UNKNOWN);
            heed.clock().advance(Duration.ofDays(3));
            heed.run();
            assertThat(heed.channel().sent()).hasSize(1);
            assertThat(heed.maria().getTicket(ticket).messages()).hasSize(2);
        }

        @Test
        void aBotsMessageIsNeverSentAgain() {
            TicketId ticket = written();
            heed.desk().as(TRACKER).write(ticket, "It is in Leipzig.");
            heed.gateway().throwNext(new IllegalStateException("a bug in the adapter"));
            heed.run();
            heed.clock().advance(Duration.ofDays(3));
            heed.run();

            assertThat(onlyDeadLetter().state()).isEqualTo(OutboxEntry.State.UNKNOWN);
            assertThat(heed.channel().sent()).hasSize(1);
        }

        @Test
        void itDoesNotHoldUpThePersonBehindIt() {
            heed.gateway().next(UNKNOWN);
            TicketId ticket = written();
            Story.reading(heed.maria(), ticket).reply(ticket, "It left this morning.");
            heed.run();

            assertThat(heed.channel().lastSent().automatic()).isFalse();
        }
    }
}
