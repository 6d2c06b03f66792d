package dev.heed.testkit.scenario;

import static dev.heed.error.PracticeCode.NO_REPLY_PATH;
import static dev.heed.testkit.HeedAssertions.assertThat;
import static dev.heed.testkit.scenario.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.message.Note;
import dev.heed.people.Customer;
import dev.heed.people.EmailAddress;
import dev.heed.spi.channel.InboundMessage;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.testkit.DeskExtension;
import dev.heed.testkit.FakeChannel;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketStatus;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What comes in: known already, whose, and which ticket. */
class InboundScenarioTest {
    private final FakeChannel other = FakeChannel.named("other");

    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(builder -> builder.channel(other));

    private Ticket written(String from, String text) {
        heed.channel().receive(from, text);
        heed.run();
        return heed.tickets().get(heed.tickets().size() - 1);
    }

    @Test
    void theSameMessageTwiceIsOneMessage() {
        InboundMessage message = heed.channel().receive("ana@example.com", "Where is my parcel?");
        heed.channel().receive(message);
        heed.run();
        heed.channel().receive(message);

        assertThat(heed.run().duplicates()).isEqualTo(1);
        assertThat(heed.onlyTicket()).hasMessages(2).isAcknowledged();
        assertThat(heed.channel().sent()).hasSize(1);
    }

    @Test
    void theSameIdOnAnotherChannelIsAnotherMessage() {
        InboundMessage message = heed.channel().receive("ana@example.com", "Where is my parcel?");
        other.receive(message);

        assertThat(heed.run().received()).isEqualTo(2);
        assertThat(heed.tickets())
                .extracting(Ticket::channel)
                .containsExactly(heed.channel().id(), other.id());
    }

    @Test
    void anAnswerFindsItsTicketByAnyNameOfTheConversation() {
        Ticket ticket = written("ana@example.com", "Where is my parcel?");
        Story.reading(heed.maria(), ticket.id()).reply(ticket.id(), "It left this morning.");
        heed.run();
        for (OutboundMessage sent : heed.channel().sent()) {
            heed.channel().answer("ANA@example.com", sent, "Thank you.");
        }
        heed.channel()
                .receive(heed.channel()
                        .message("And which carrier?")
                        .sender(EmailAddress.of("ana@example.com"))
                        .answers(List.of(
                                "unknown@elsewhere",
                                ticket.messages().get(0).reference().orElseThrow()))
                        .build());
        heed.run();

        assertThat(heed.onlyTicket()).hasMessages(6).hasStatus(TicketStatus.OPEN);
    }

    @Test
    void aNewQuestionOfTheSameCustomerIsAnotherTicketOfHers() {
        Ticket first = written("ana@example.com", "Where is my parcel?");
        Ticket second = written("ana@example.com", "And my invoice?");

        assertThat(second.customer()).isEqualTo(first.customer());
        assertThat(second.number()).isGreaterThan(first.number());
    }

    @Test
    void whoRefersToTheTicketOfAnotherGetsOneOfHerOwn() {
        Ticket anas = written("ana@example.com", "Where is my parcel?");
        heed.channel().answer("eve@example.com", heed.channel().lastSent(), "Send it to my address instead.");
        heed.run();

        assertThat(heed.maria().getTicket(anas.id()).messages()).hasSize(2);
        Ticket eves = heed.tickets().get(1);
        assertThat(eves.customer()).isNotEqualTo(anas.customer());
        assertThat(eves.messages().get(0).remarks()).singleElement().asString().contains("another customer");
        assertThat(heed.channel().lastSent().answers())
                .doesNotContain("out-" + anas.messages().get(1).id());
    }

    @Test
    void anAnswerNamesTheBeginningOfTheThreadFirstAndTheCustomersLastMessageLast() {
        String first = reference(heed.channel().receive("ana@example.com", "Where is my parcel?"));
        heed.run();
        TicketId ticket = heed.onlyTicket().id();
        Story.reading(heed.maria(), ticket).reply(ticket, "I look.");
        heed.run();
        String last = reference(
                heed.channel().answer("ana@example.com", heed.channel().lastSent(), "And now?"));
        heed.run();
        for (int i = 0; i < 120; i++) {
            heed.maria().note(ticket, "Called the carrier, try " + i + ".");
        }
        Story.reading(heed.maria(), ticket).reply(ticket, "It comes tomorrow.");
        heed.run();

        assertThat(heed.channel().lastSent().answers()).startsWith(first).endsWith(last);
        for (int i = 0; i < 30; i++) {
            Story.reading(heed.maria(), ticket).reply(ticket, "It is on its way, stop " + i + ".");
            heed.run();
        }
        assertThat(heed.channel().lastSent().answers()).startsWith(first).endsWith(last);

        for (int i = 0; i < 30; i++) {
            last = reference(
                    heed.channel().answer("ana@example.com", heed.channel().lastSent(), "Where?"));
            heed.run();
        }
        Story.reading(heed.maria(), ticket).reply(ticket, "At your door.");
        heed.run();
        assertThat(heed.channel().lastSent().answers())
                .hasSize(20)
                .startsWith(first)
                .endsWith(last);
    }

    private static String reference(InboundMessage message) {
        return message.reference().orElseThrow();
    }

    @Nested
    class WithoutAnAddress {
        private Ticket nobodyWrites() {
            heed.channel().receive(heed.channel().message("Where is my parcel?").build());
            heed.run();
            return heed.onlyTicket();
        }

        @Test
        void aTicketOpensAndNobodyIsTold() {
            assertThat(nobodyWrites()).hasStatus(TicketStatus.NEW).isNotAcknowledged();
            assertThat(heed.channel().sent()).isEmpty();
            assertThat(heed.maria().queue(10)).hasSize(1);
        }

        @Test
        void aReplyIsRefusedAsItCannotArrive() {
            TicketId ticket = nobodyWrites().id();

            refused(
                    heed,
                    NO_REPLY_PATH,
                    () -> Story.reading(heed.maria(), ticket).reply(ticket, "It left this morning."));
            refused(
                    heed,
                    NO_REPLY_PATH,
                    () -> Story.reading(heed.maria(), ticket).proposeSolution(ticket, "It left this morning."));
        }

        @Test
        void onceItIsFoundOutWhoWroteAReplyIsPossible() {
            Ticket ticket = nobodyWrites();
            heed.desk()
                    .backoffice()
                    .register(Customer.builder(ticket.customer().value())
                            .email("ana@example.com")
                            .build());
            Story.reading(heed.maria(), ticket.id()).reply(ticket.id(), "It left this morning.");
            heed.run();

            assertThat(heed.channel().lastSent().to()).isEqualTo(EmailAddress.of("ana@example.com"));
        }

        @Test
        void aNoteIsPossibleAllTheSame() {
            Ticket after = heed.maria().note(nobodyWrites().id(), "Who was that?");

            assertThat(after.notes()).extracting(Note::text).containsExactly("Who was that?");
        }
    }

    @Test
    void anAddressOfTheShopIsNeverACustomer() {
        Ticket ticket = written("hello@fake.example", "Forwarded by a colleague");

        assertThat(ticket).isNotAcknowledged();
        assertThat(ticket.address()).isEmpty();
        assertThat(heed.desk().backoffice().findCustomer(EmailAddress.of("hello@fake.example")))
                .isEmpty();
        assertThat(heed.channel().sent()).isEmpty();
        refused(
                heed,
                NO_REPLY_PATH,
                () -> Story.reading(heed.maria(), ticket.id()).reply(ticket.id(), "It left this morning."));
    }
}
