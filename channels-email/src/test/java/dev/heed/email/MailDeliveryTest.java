package dev.heed.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.Helpdesk;
import dev.heed.email.ScriptedSmtp.Stage;
import dev.heed.people.Shop;
import dev.heed.spi.id.IdSource;
import dev.heed.spi.store.InMemoryTicketStore;
import dev.heed.spi.store.OutboxEntry;
import dev.heed.spi.store.OutboxEntry.State;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.ConversationEvent;
import dev.heed.ticket.TicketId;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MailDeliveryTest {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    /** Longer than any pause between attempts, and shorter than a customer is left in peace. */
    private static final Duration A_DAY = Duration.ofDays(1);

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    @RegisterExtension
    final MailRig mail = new MailRig();

    @RegisterExtension
    final ScriptedSmtp smtp = new ScriptedSmtp();

    private final InMemoryTicketStore store = new InMemoryTicketStore();

    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(desk ->
            desk.store(store).channel(channel(smtp.address().login(MailRig.USER, "wrong"))));

    @Nested
    class Replies {
        @Test
        void aRefusedRecipientMakesADeadLetter() {
            TicketId ticket = acknowledged();
            smtp.answer(Stage.RECIPIENT, "550 5.1.1 no such user");

            heed.maria().reply(ticket, "It left.");
            assertThat(heed.run().notSent()).isEqualTo(1);

            assertThat(heed.desk().backoffice().deadLetters()).singleElement().satisfies(dead -> {
                assertThat(dead.state()).isEqualTo(State.DEAD);
                assertThat(dead.reason().orElse("")).contains("550").doesNotContain(MailRig.ANA);
            });
            assertThat(heed.maria().history(ticket)).hasAtLeastOneElementOfType(ConversationEvent.DeliveryFailed.class);
            assertThat(heed.maria().getTicket(ticket).expected()).isPresent();
            heed.clock().advance(Duration.ofDays(3));
            assertThat(heed.run().sent()).isZero();
            assertThat(smtp.mails()).hasSize(1);
        }

        @Test
        void aDeadLetterIsSentWhenAPersonOrdersIt() {
            TicketId ticket = acknowledged();
            smtp.answer(Stage.RECIPIENT, "550 5.1.1 no such user");
            heed.maria().reply(ticket, "It left.");
            heed.run();

            heed.desk()
                    .backoffice()
                    .redrive(heed.desk().backoffice().deadLetters().get(0).id());

            assertThat(heed.run().sent()).isEqualTo(1);
            assertThat(heed.desk().backoffice().deadLetters()).isEmpty();
        }

        @Test
        void aGreylistedMailIsSentLaterAndOnce() {
            TicketId ticket = acknowledged();
            smtp.answer(Stage.RECIPIENT, "450 4.2.0 greylisted").answer(Stage.RECIPIENT, "450 4.2.0 still greylisted");

            heed.maria().reply(ticket, "It left.");
            assertThat(heed.run().notSent()).isEqualTo(1);
            assertThat(heed.run().notSent()).isZero();
            heed.clock().advance(A_MINUTE);
            assertThat(heed.run().notSent()).isEqualTo(1);
            heed.clock().advance(Duration.ofMinutes(4).plusSeconds(59));
            assertThat(heed.run().sent()).isZero();
            heed.clock().advance(Duration.ofSeconds(1));
            assertThat(heed.run().sent()).isEqualTo(1);
            heed.clock().advance(A_DAY);
            assertThat(heed.run().sent()).isZero();

            assertThat(smtp.mails()).hasSize(2);
            assertThat(heed.desk().backoffice().deadLetters()).isEmpty();
        }

        @Test
        void aConnectionCutBeforeTheFinalDotMeansAnotherAttempt() {
            TicketId ticket = acknowledged();
            smtp.cut(Stage.DATA);

            heed.maria().reply(ticket, "It left.");
            assertThat(heed.run().notSent()).isEqualTo(1);
            heed.clock().advance(A_MINUTE);

            assertThat(heed.run().sent()).isEqualTo(1);
            assertThat(smtp.mails()).hasSize(2);
        }

        @Test
        void aConnectionCutAfterTheFinalDotMeansOneMoreUnderTheSameName() {
            TicketId ticket = acknowledged();
            smtp.cut(Stage.DOT);

            heed.maria().reply(ticket, "It left.");
            assertThat(heed.run().notSent()).isEqualTo(1);
            heed.clock().advance(TEN_MINUTES.minusSeconds(1));
            assertThat(heed.run().sent()).isZero();
            heed.clock().advance(Duration.ofSeconds(1));
            assertThat(heed.run().sent()).isEqualTo(1);
            heed.clock().advance(A_DAY);
            assertThat(heed.run().sent()).isZero();

            assertThat(smtp.messageIds()).hasSize(3);
            assertThat(smtp.messageIds().get(1)).isEqualTo(smtp.messageIds().get(2));
            assertThat(smtp.mails().get(1)).isEqualTo(smtp.mails().get(2));
            assertThat(heed.desk().backoffice().deadLetters()).isEmpty();
        }

        @Test
        void inDoubtTwiceIsToldToPeople() {
            TicketId ticket = acknowledged();
            smtp.cut(Stage.DOT).cut(Stage.DOT);

            heed.maria().reply(ticket, "It left.");
            heed.run();
            heed.clock().advance(TEN_MINUTES);
            heed.run();
            heed.clock().advance(Duration.ofDays(3));
            heed.run();

            assertThat(smtp.mails()).hasSize(3);
            assertThat(heed.desk().backoffice().deadLetters())
                    .extracting(OutboxEntry::state)
                    .containsExactly(State.UNKNOWN);
        }

        @Test
        void aConnectionCutAfterTheMailWasTakenIsNoReasonToSendItAgain() {
            TicketId ticket = acknowledged();
            smtp.cut(Stage.AFTER);

            heed.maria().reply(ticket, "It left.");
            assertThat(heed.run().sent()).isEqualTo(1);
            heed.clock().advance(A_DAY);
            heed.run();

            assertThat(smtp.mails()).hasSize(2);
        }
    }

    @Nested
    class Acknowledgements {
        @Test
        void anAcknowledgementInDoubtIsNotSentAgain() {
            smtp.cut(Stage.DOT);
            mail.deliver(RawMail.of("Where is it?"));

            assertThat(heed.run().notSent()).isEqualTo(1);
            heed.clock().advance(Duration.ofDays(3));
            heed.run();

            assertThat(smtp.mails()).hasSize(1);
            assertThat(heed.desk().backoffice().deadLetters())
                    .extracting(OutboxEntry::state)
                    .containsExactly(State.UNKNOWN);
        }

        @Test
        void aReplyIsSentAllTheSame() {
            smtp.cut(Stage.DOT);
            mail.deliver(RawMail.of("Where is it?"));
            heed.run();

            heed.maria().reply(heed.onlyTicket().id(), "It left.");

            assertThat(heed.run().sent()).isEqualTo(1);
            assertThat(smtp.mails()).hasSize(2);
        }

        @Test
        void anAcknowledgementThatProvablyFailedIsTriedAgain() {
            smtp.answer(Stage.SENDER, "451 4.3.0 later");
            mail.deliver(RawMail.of("Where is it?"));
            heed.run();
            heed.clock().advance(A_MINUTE);

            assertThat(heed.run().sent()).isEqualTo(1);
            assertThat(smtp.mails()).hasSize(1);
        }
    }

    @Test
    void aRefusedLoginLosesNothing() {
        smtp.answer(Stage.LOGIN, "535 5.7.8 wrong password").answer(Stage.LOGIN, "535 5.7.8 wrong password");
        mail.deliver(RawMail.of("Where is it?"));
        assertThat(heed.run().notSent()).isEqualTo(1);
        heed.clock().advance(A_MINUTE);
        assertThat(heed.run().notSent()).isEqualTo(1);
        assertThat(heed.desk().backoffice().deadLetters()).isEmpty();

        heed.clock().advance(Duration.ofMinutes(5));
        try (Helpdesk mended = Helpdesk.builder(Shop.of("Acme", ZoneId.of("Europe/Berlin"), Locale.ENGLISH))
                .agent(DeskExtension.MARIA)
                .channel(channel(mail.smtp()))
                .store(store)
                .clock(heed.clock())
                .ids(IdSource.version7(new Random(7)))
                .build()) {
            assertThat(mended.runDue()).satisfies(report -> {
                assertThat(report.received()).isZero();
                assertThat(report.duplicates()).isEqualTo(1);
                assertThat(report.sent()).isEqualTo(1);
            });
        }
        assertThat(mail.received(MailRig.ANA)).hasSize(1);
    }

    private TicketId acknowledged() {
        mail.deliver(RawMail.of("Where is it?"));
        assertThat(heed.run().sent()).isEqualTo(1);
        return heed.onlyTicket().id();
    }

    private EmailChannel channel(MailServer server) {
        return EmailChannel.builder(MailRig.SHOP, mail.imap(), server)
                .timeout(MailRig.PATIENCE)
                .build();
    }
}
