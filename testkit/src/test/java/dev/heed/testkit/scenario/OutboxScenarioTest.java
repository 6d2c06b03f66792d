package dev.heed.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.NotFoundException;
import dev.heed.people.Proof;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.spi.channel.SendOutcome;
import dev.heed.spi.store.OutboxEntry;
import dev.heed.testkit.DeskExtension;
import dev.heed.testkit.RecordingGateway.Attempt;
import dev.heed.ticket.ConversationEvent.Delivered;
import dev.heed.ticket.ConversationEvent.DeliveryFailed;
import dev.heed.ticket.ConversationEvent.Redriven;
import dev.heed.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What goes out: tried again, given up, sent again by order. */
class OutboxScenarioTest {
    private static final SendOutcome BUSY = SendOutcome.failed("busy");
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4));

    @RegisterExtension
    final DeskExtension heed = DeskExtension.create();

    private TicketId ticket;
    private Instant written;
    private int before;

    @BeforeEach
    void mariaHasWritten() {
        heed.channel().receive("ana@example.com", "Where is my parcel?");
        heed.run();
        ticket = heed.onlyTicket().id();
        Story.reading(heed.maria(), ticket).reply(ticket, "It left this morning.");
        written = heed.clock().instant();
        before = heed.gateway().attempts().size();
    }

    private List<Attempt> attempts() {
        List<Attempt> all = heed.gateway().attempts();
        return all.subList(before, all.size());
    }

    private void passes(Duration pause) {
        int attempts = attempts().size();
        heed.clock().advance(pause.minusNanos(1));
        heed.run();
        assertThat(attempts()).as("attempts before %s have passed", pause).hasSize(attempts);
        heed.clock().advance(Duration.ofNanos(1));
        heed.run();
    }

    private OutboxEntry onlyDeadLetter() {
        List<OutboxEntry> dead = heed.desk().backoffice().deadLetters();
        assertThat(dead).hasSize(1);
        return dead.get(0);
    }

    @Test
    void nothingIsTriedAgainForACustomerWhoWasErased() {
        heed.gateway().next(BUSY);
        heed.run();
        heed.desk().backoffice().closeErased(ticket, DeskExtension.MARIA.id(), "She asked.");
        heed.clock().advance(Duration.ofHours(2));
        heed.run();
        heed.desk().backoffice().redrive(onlyDeadLetter().id());
        heed.clock().advance(Duration.ofHours(2));
        heed.run();
        assertThat(onlyDeadLetter().reason()).contains("The customer was erased.");
        assertThat(attempts()).hasSize(1);
    }

    @Nested
    class ThatFailed {
        @Test
        void isTriedAgainAfterLongerAndLongerPauses() {
            PAUSES.forEach(pause -> heed.gateway().next(BUSY));
            heed.gateway().next(BUSY);
            assertThat(heed.run().notSent()).isEqualTo(1);
            PAUSES.forEach(OutboxScenarioTest.this::passes);
            passes(Duration.ofHours(4));

            assertThat(attempts()).hasSize(7);
            assertThat(attempts())
                    .extracting(attempt -> attempt.message().id())
                    .containsOnly(heed.onlyTicket().messages().get(2).id());
            assertThat(heed.channel().lastSent().content().text()).startsWith("It left this morning.");
            assertThat(heed.desk().backoffice().deadLetters()).isEmpty();
            assertThat(heed.events()).filteredOn(Delivered.class::isInstance).hasSize(2);
        }

        @Test
        void waitsAsLongAsTheOutsideAsks() {
            heed.gateway().next(new SendOutcome.Failed("slow down", Optional.of(Duration.ofMinutes(30))));
            heed.gateway().next(new SendOutcome.Failed("slow down", Optional.of(Duration.ofSeconds(1))));
            heed.run();
            passes(Duration.ofMinutes(30));
            passes(Duration.ofMinutes(5));

            assertThat(heed.channel().sent()).hasSize(2);
        }

        @Test
        void isGivenUpAfterTwoDaysAndListed() {
            heed.channel().goDown(dev.heed.error.ChannelUnavailableException.Kind.UNREACHABLE);
            heed.run();
            Instant end = written.plus(Duration.ofDays(2));
            while (heed.clock().instant().isBefore(end)) {
                assertThat(heed.desk().backoffice().deadLetters()).isEmpty();
                heed.clock().advance(Duration.ofMinutes(10));
                heed.run();
            }
            heed.clock().advance(Duration.ofHours(4));
            heed.run();

            OutboxEntry dead = onlyDeadLetter();
            assertThat(dead.state()).isEqualTo(OutboxEntry.State.DEAD);
            assertThat(dead.ticket()).isEqualTo(ticket);
            assertThat(dead.reason()).contains("The fake channel is down.");
            assertThat(heed.events())
                    .filteredOn(DeliveryFailed.class::isInstance)
                    .hasSize(1);
            assertThat(attempts()).hasSizeBetween(16, 18);
        }
    }

    @Nested
    class ThatWasRejected {
        @BeforeEach
        void itIsRejected() {
            heed.gateway().next(new SendOutcome.Rejected("no such mailbox"));
            heed.run();
        }

        @Test
        void isDeadAtOnce() {
            assertThat(onlyDeadLetter().state()).isEqualTo(OutboxEntry.State.DEAD);
            assertThat(onlyDeadLetter().reason()).contains("no such mailbox");
            heed.clock().advance(Duration.ofDays(3));
            heed.run();
            assertThat(attempts()).hasSize(1);
        }

        @Test
        void isSentAgainByOrder() {
            heed.desk().backoffice().redrive(onlyDeadLetter().id());
            assertThat(heed.run().sent()).isEqualTo(1);

            assertThat(heed.desk().backoffice().deadLetters()).isEmpty();
            assertThat(heed.channel().sent()).hasSize(2);
            assertThat(attempts())
                    .extracting(attempt -> attempt.message().id())
                    .hasSize(2)
                    .containsOnly(heed.channel().lastSent().id());
        }

        @Test
        void isTriedForTwoDaysMoreHoweverLongItWasDead() {
            heed.clock().advance(Duration.ofDays(30));
            heed.gateway().next(BUSY);
            heed.desk().backoffice().redrive(onlyDeadLetter().id());
            heed.run();

            assertThat(heed.desk().backoffice().deadLetters()).isEmpty();
            heed.clock().advance(Duration.ofHours(4));
            assertThat(heed.run().sent()).isEqualTo(1);
        }

        @Test
        void isSentAgainOnTheRecord() {
            OutboxEntry dead = onlyDeadLetter();
            heed.desk().backoffice().redrive(dead.id());

            assertThat(heed.maria().history(dead.ticket()))
                    .filteredOn(Redriven.class::isInstance)
                    .extracting(event -> ((Redriven) event).message())
                    .containsExactly(dead.message().id());
        }

        @Test
        void isSentAgainOnceOnly() {
            UUID id = onlyDeadLetter().id();
            heed.desk().backoffice().redrive(id);

            assertThatThrownBy(() -> heed.desk().backoffice().redrive(id)).isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void whatIsNotDeadCannotBeSentByOrder() {
        assertThatThrownBy(() -> heed.desk().backoffice().redrive(new UUID(1, 1)))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("deadLetters()");
    }

    @Test
    void theSameMessageLooksTheSameAtEachAttempt() {
        heed.gateway().next(BUSY).next(BUSY);
        heed.run();
        heed.desk()
                .backoffice()
                .register(
                        dev.heed.people.Customer.builder("c-1")
                                .name("Ana Silva")
                                .email("ana@example.com")
                                .build(),
                        new Proof.AgentDecision(DeskExtension.MARIA.id(), "She called."));
        heed.clock().advance(Duration.ofDays(1));
        heed.run();
        heed.clock().advance(Duration.ofDays(1));
        heed.run();

        List<OutboundMessage> messages =
                attempts().stream().map(Attempt::message).toList();
        assertThat(messages).hasSize(3).containsOnly(messages.get(0));
    }
}
