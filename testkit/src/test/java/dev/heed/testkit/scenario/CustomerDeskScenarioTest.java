package dev.heed.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.heed.CustomerDesk;
import dev.heed.CustomerTicket;
import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.people.Bot;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketStatus;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a customer sees of the shop: the own tickets, all that was said, and nothing internal. */
class CustomerDeskScenarioTest {
    private static final Bot TRACKER = Bot.named("Parcel tracker");

    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(builder -> builder.bot(TRACKER));

    private CustomerDesk ana;
    private TicketId anas;
    private TicketId eves;

    @BeforeEach
    void twoCustomersWrite() {
        for (String name : List.of("ana", "eve")) {
            heed.desk()
                    .backoffice()
                    .register(
                            Customer.builder(name).email(name + "@example.com").build());
            heed.channel().receive(name + "@example.com", "I am " + name + ".");
            heed.run();
        }
        ana = heed.desk().forCustomer(CustomerId.of("ana"));
        anas = heed.tickets().get(0).id();
        eves = heed.tickets().get(1).id();
    }

    private static String said(CustomerTicket ticket) {
        return ticket.messages().stream()
                .map(CustomerTicket.Line::text)
                .toList()
                .toString();
    }

    @Test
    void sheSeesHerOwnTicketsOnlyTheNewestFirst() {
        heed.channel().receive("ana@example.com", "And my invoice?");
        heed.run();

        assertThat(ana.tickets()).hasSize(2).isSortedAccordingTo((a, b) -> Long.compare(b.number(), a.number()));
        assertThat(ana.tickets().toString()).doesNotContain("eve");
        assertThat(ana.getTicket(anas).status()).isEqualTo(TicketStatus.NEW);
    }

    @Test
    void theTicketOfAnotherLooksLikeAnUnknownOne() {
        TicketId unknown = new TicketId(new UUID(1, 1));
        Ticket before = heed.maria().getTicket(eves);
        List<BiConsumer<CustomerDesk, TicketId>> attempts = List.of(
                (desk, id) -> desk.getTicket(id),
                (desk, id) -> desk.write(id, "Send it to me instead."),
                (desk, id) -> desk.confirmSolved(id));

        for (BiConsumer<CustomerDesk, TicketId> attempt : attempts) {
            NotFoundException foreign = catchThrowableOfType(NotFoundException.class, () -> attempt.accept(ana, eves));
            NotFoundException none = catchThrowableOfType(NotFoundException.class, () -> attempt.accept(ana, unknown));

            assertThat(foreign.getMessage().replace(eves.toString(), "?"))
                    .isEqualTo(none.getMessage().replace(unknown.toString(), "?"));
        }
        assertThat(heed.maria().getTicket(eves)).isEqualTo(before);
        assertThat(heed.run().idle()).isTrue();
    }

    @Test
    void notesAreInvisible() {
        CustomerTicket before = ana.getTicket(anas);
        heed.maria().note(anas, "She always complains.");
        heed.maria().take(anas);

        assertThat(ana.getTicket(anas)).isEqualTo(before);
        assertThat(heed.maria().getTicket(anas).notes()).hasSize(1);
        assertThat(heed.run().sent()).isZero();
    }

    @Test
    void remarksOfTheReceptionAreInvisible() {
        heed.channel()
                .receive(heed.channel()
                        .message("…")
                        .sender(dev.heed.people.EmailAddress.of("ana@example.com"))
                        .remarks(List.of("cut at 25 MB"))
                        .build());
        heed.run();

        assertThat(ana.tickets().get(1).toString()).doesNotContain("25 MB");
    }

    @Test
    void sheReadsWhatPeopleAndProgramsWroteAndWhichIsWhich() {
        heed.desk().as(TRACKER).write(anas, "It is in Leipzig.");
        Story.reading(heed.maria(), anas).reply(anas, "It left this morning.");
        ana.write(anas, "Thank you.");

        assertThat(ana.getTicket(anas).messages())
                .extracting(CustomerTicket.Line::fromCustomer)
                .containsExactly(true, false, false, false, true);
        assertThat(ana.getTicket(anas).messages())
                .extracting(CustomerTicket.Line::automatic)
                .containsExactly(false, true, true, false, false);
        assertThat(said(ana.getTicket(anas))).contains("It left this morning.\n\nMaria Keller");
    }

    @Test
    void whatSheWritesReachesTheAgent() {
        Story.reading(heed.maria(), anas).reply(anas, "It left this morning.");
        CustomerTicket after = ana.write(anas, "It is not here.");

        assertThat(after.status()).isEqualTo(TicketStatus.OPEN);
        assertThat(heed.maria().queue(5)).extracting(Ticket::id).contains(anas);
        assertThatThrownBy(() -> ana.write(anas, " ")).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void whoIsNotACustomerHasNoDesk() {
        assertThatThrownBy(() -> heed.desk().forCustomer(CustomerId.of("nobody")))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("register");
    }
}
