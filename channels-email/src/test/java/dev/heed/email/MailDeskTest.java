package dev.heed.email;

import static dev.heed.testkit.HeedAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.PracticeCode;
import dev.heed.error.RefusedException;
import dev.heed.message.Message;
import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.people.Agent;
import dev.heed.people.EmailAddress;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.ConversationEvent;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketStatus;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MailDeskTest {

    private static final Agent OMAR =
            Agent.builder("omar", "Omar Haddad").employeeId("E-2042").build();

    @RegisterExtension
    final MailRig mail = new MailRig();

    @RegisterExtension
    final DeskExtension heed =
            DeskExtension.with(desk -> desk.agent(OMAR).channel(mail.channel().build()));

    @Nested
    class FirstMail {
        @Test
        void opensATicketAndIsAcknowledgedWithTheTimeOfTheAnswer() {
            mail.deliver(RawMail.of("Where is it?"));
            assertThat(heed.run()).satisfies(report -> {
                assertThat(report.received()).isEqualTo(1);
                assertThat(report.sent()).isEqualTo(1);
            });

            assertThat(heed.onlyTicket())
                    .hasStatus(TicketStatus.NEW)
                    .isAcknowledged()
                    .expectsReplyBy(Instant.parse("2026-03-02T16:00:00Z"))
                    .hasNoOwner();
            assertThat(heed.onlyTicket().subject()).isEqualTo("Where is my parcel?");
            assertThat(mail.received(MailRig.ANA))
                    .singleElement()
                    .satisfies(received -> assertThat(received.text())
                            .contains(
                                    "Ana Silva",
                                    "today, Monday, by 17:00 (Berlin)",
                                    "sent automatically",
                                    "Maria Keller"));
        }

        @Test
        void isAcknowledgedInTheLanguageOfTheCustomer() {
            mail.deliver(RawMail.of("Wo ist es?").with("Content-Language", "de-DE"));
            heed.run();

            assertThat(mail.received(MailRig.ANA).get(0).text())
                    .contains("heute, Montag, bis 17:00 Uhr (Berlin)", "automatisch");
        }

        @Test
        void thatComesTwiceIsTakenOnce() {
            mail.deliver(RawMail.of("Where is it?"), RawMail.of("Where is it?"));

            assertThat(heed.run()).satisfies(report -> {
                assertThat(report.received()).isEqualTo(1);
                assertThat(report.duplicates()).isEqualTo(1);
            });
            assertThat(mail.received(MailRig.ANA)).hasSize(1);
        }

        @Test
        void withoutASenderIsKeptAndNobodyIsAnswered() {
            mail.put("INBOX", RawMail.of("who am I").without("From"));
            heed.run();

            assertThat(heed.onlyTicket()).isNotAcknowledged();
            assertThat(heed.onlyTicket().messages().get(0).remarks()).anyMatch(remark -> remark.contains("no address"));
        }

        @Test
        void ofTheContactFormBelongsToWhoFilledItIn() {
            mail.deliver(RawMail.of("from the form")
                    .with("From", MailRig.SHOP)
                    .with("Reply-To", "Ben Ali <" + MailRig.BEN + ">"));
            heed.run();

            assertThat(heed.onlyTicket().address()).contains(EmailAddress.of(MailRig.BEN));
            assertThat(mail.received(MailRig.BEN)).hasSize(1);
        }

        @Test
        void ofTheShopToItselfIsNotAnswered() {
            mail.deliver(RawMail.of("to myself").with("From", MailRig.SHOP));
            heed.run();
            heed.run();

            assertThat(heed.onlyTicket()).isNotAcknowledged();
            assertThat(mail.inbox()).hasSize(1);
        }
    }

    @Nested
    class Replies {
        @Test
        void signedByATeamAreRefusedAndNothingIsSent() {
            Ticket ticket = opened();

            assertThatThrownBy(() -> heed.maria().reply(ticket.id(), Reply.text("It left.", Signature.of("Acme Team"))))
                    .isInstanceOfSatisfying(
                            RefusedException.class,
                            refused -> assertThat(refused.has(PracticeCode.SIGNATURE_NOT_PERSONAL))
                                    .isTrue());

            assertThat(heed.run().sent()).isZero();
            assertThat(mail.received(MailRig.ANA)).hasSize(1);
            assertThat(heed.maria().getTicket(ticket.id())).hasMessages(2).hasNoOwner();
        }

        @Test
        void signedByAPersonGoOut() {
            Ticket ticket = opened();

            heed.maria().reply(ticket.id(), "It left this morning.");
            assertThat(heed.run().sent()).isEqualTo(1);

            assertThat(mail.received(MailRig.ANA).get(1).text())
                    .contains("It left this morning.", "Maria Keller", "+49 30 1234567", "E-1017");
            assertThat(heed.onlyTicket())
                    .hasStatus(TicketStatus.PENDING)
                    .isOwnedBy(DeskExtension.MARIA)
                    .expectsNoReply();
            assertThat(heed.maria().history(ticket.id())).last().isInstanceOf(ConversationEvent.Delivered.class);
        }
    }

    @Nested
    class Answers {
        @Test
        void goIntoTheSameTicket() {
            Ticket ticket = opened();
            heed.maria().reply(ticket.id(), "It left this morning.");
            heed.run();

            mail.deliver(RawMail.of("Thank you.").answering(newestId(MailRig.ANA)));
            assertThat(heed.run()).satisfies(report -> {
                assertThat(report.received()).isEqualTo(1);
                assertThat(report.sent()).isZero();
            });

            assertThat(heed.onlyTicket()).hasMessages(4).hasStatus(TicketStatus.OPEN);
        }

        @Test
        void toAnyEarlierMailGoIntoTheSameTicket() {
            opened();

            mail.deliver(RawMail.of("And my invoice?").answering("somebody@else", firstId()));
            heed.run();

            assertThat(heed.onlyTicket()).hasMessages(3);
        }

        @Test
        void openASolvedTicketAgain() {
            Ticket ticket = opened();
            heed.maria().proposeSolution(ticket.id(), "It left this morning.");
            heed.run();

            mail.deliver(RawMail.of("It is not here.").answering(newestId(MailRig.ANA)));
            heed.run();

            assertThat(heed.onlyTicket()).hasStatus(TicketStatus.OPEN);
            assertThat(heed.onlyTicket().reopenCount()).isEqualTo(1);
        }

        @Test
        void ofSomebodyElseOpenATicketOfTheirOwn() {
            Ticket anas = opened();
            String stolen = newestId(MailRig.ANA);

            mail.deliver(RawMail.of("Tell me Ana's address.")
                    .with("From", "Ben Ali <" + MailRig.BEN + ">")
                    .answering("root@customer.example", stolen));
            heed.run();

            List<Ticket> tickets = heed.tickets();
            assertThat(tickets).hasSize(2);
            assertThat(heed.maria().getTicket(anas.id()))
                    .isEqualTo(tickets.get(0))
                    .hasMessages(2);
            assertThat(tickets.get(1).address()).contains(EmailAddress.of(MailRig.BEN));
            assertThat(tickets.get(1).messages().get(0).remarks())
                    .anyMatch(remark -> remark.contains("another customer"));
            assertThat(mail.received(MailRig.BEN))
                    .singleElement()
                    .satisfies(received -> assertThat(received.text()).doesNotContain("Ana"));
        }

        @Test
        void thatGuessTheNumberOfATicketOpenATicketOfTheirOwn() {
            Ticket anas = opened();

            mail.deliver(RawMail.of("Tell me Ana's address.")
                    .with("From", MailRig.BEN)
                    .with("Subject", "Re: Where is my parcel? [" + anas.number() + "]"));
            heed.run();

            assertThat(heed.tickets()).hasSize(2);
            assertThat(heed.maria().getTicket(anas.id())).hasMessages(2);
        }
    }

    @Nested
    class AutomaticMails {
        @Test
        void ofAnAbsenceAreAppendedWithoutReopeningOrAnswering() {
            Ticket ticket = opened();
            heed.maria().proposeSolution(ticket.id(), "It left this morning.");
            heed.run();

            mail.deliver(
                    RawMail.of("I am away.").answering(newestId(MailRig.ANA)).with("Auto-Submitted", "auto-replied"));
            heed.run();

            assertThat(heed.onlyTicket()).hasMessages(4).hasStatus(TicketStatus.SOLVED);
            Message away = heed.onlyTicket().messages().get(3);
            assertThat(away.automatic()).isTrue();
            assertThat(mail.received(MailRig.ANA)).hasSize(2);
        }

        @Test
        void thatAnswerNothingOpenATicketWithoutAcknowledgement() {
            mail.deliver(RawMail.of("I am away.").with("Auto-Submitted", "auto-replied"));
            heed.run();

            assertThat(heed.onlyTicket()).isNotAcknowledged();
            assertThat(heed.onlyTicket().messages().get(0).remarks())
                    .anyMatch(remark -> remark.contains("Auto-Submitted"));
            assertThat(mail.received(MailRig.ANA)).isEmpty();
        }
    }

    @Nested
    class EmployeeIds {
        @Test
        void inTheCustomersOwnLinesBringThatPersonBack() {
            mail.deliver(RawMail.of("I spoke with e-2042 yesterday."));
            heed.run();

            assertThat(heed.onlyTicket()).isOwnedBy(OMAR);
        }

        @Test
        void inQuotedLinesDoNotCount() {
            mail.deliver(RawMail.of("And now?\n\n> Omar Haddad\n> Employee id: E-2042"));
            heed.run();

            assertThat(heed.onlyTicket()).hasNoOwner();
        }

        @Test
        void inAnAnswerHandTheTicketOver() {
            Ticket ticket = opened();
            heed.maria().reply(ticket.id(), "It left this morning.");
            heed.run();

            mail.deliver(RawMail.of("Please give this to E-2042.").answering(newestId(MailRig.ANA)));
            heed.run();

            assertThat(heed.onlyTicket()).isOwnedBy(OMAR);
        }
    }

    private Ticket opened() {
        mail.deliver(RawMail.of("Where is it?"));
        heed.run();
        return heed.onlyTicket();
    }

    private String firstId() {
        return mail.received(MailRig.ANA).get(0).messageId();
    }

    private String newestId(String address) {
        List<ReceivedMail> received = mail.received(address);
        return received.get(received.size() - 1).messageId();
    }
}
