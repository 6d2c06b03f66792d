package dev.heed.testkit.scenario;

import static dev.heed.testkit.HeedAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.CustomerTicket;
import dev.heed.Helpdesk;
import dev.heed.ListeningDesk;
import dev.heed.StructureDesk;
import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.error.PracticeCode;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.people.Agent;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseKind;
import dev.heed.promise.PromiseState;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.CallIntake;
import dev.heed.ticket.CallOutcome;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.ExpectedReply;
import dev.heed.ticket.FactKind;
import dev.heed.ticket.LifecycleEvent.Overridden;
import dev.heed.ticket.Resolution;
import dev.heed.ticket.StructureEvent.SplitOff;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketKind;
import dev.heed.ticket.TicketStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A customer who wrote about two things gets two tickets, and an answer to each. */
class SplitScenarioTest {
    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(Story::withColleagues);

    private final Story story = new Story(heed);
    private TicketId ticket;

    @BeforeEach
    void aCustomerWrites() {
        ticket = story.written("one");
        story.passes(Duration.ofHours(1));
    }

    private MessageId writes(String text) {
        story.ana().write(ticket, text);
        List<Message> messages = story.ticket(ticket).messages();
        return messages.get(messages.size() - 1).id();
    }

    private MessageId firstMessage() {
        return story.ticket(ticket).messages().get(0).id();
    }

    private Ticket split(MessageId... messages) {
        return heed.maria().structure().split(ticket, List.of(messages), "The invoice", "another matter");
    }

    @Test
    void whatWasToldInAMessageThatIsSplitOffIsNotAskedForAgain() {
        MessageId about = writes("The invoice of order 4711 is wrong.");
        ListeningDesk listening = heed.maria().listening();
        listening.noteWritten(ticket, FactKind.PROVIDED, "order-number", "4711", about, "order 4711");
        listening.noteWritten(ticket, FactKind.PROVIDED, "colour", "one", firstMessage(), "one");
        story.passes(Duration.ofHours(1));

        Ticket invoice = split(about);

        assertThat(invoice.facts().current())
                .singleElement()
                .isEqualTo(story.ticket(ticket).facts().current().get(0));
        Refusals.refused(
                heed,
                PracticeCode.ALREADY_PROVIDED,
                () -> heed.maria().reply(invoice.id(), "What is your order number, please?"));
    }

    private List<String> shown(TicketId id) {
        return story.ana().getTicket(id).messages().stream()
                .filter(CustomerTicket.Line::fromCustomer)
                .map(CustomerTicket.Line::text)
                .toList();
    }

    @Test
    void itsSubjectIsReadByTheCustomerAndHeldToTheHouseRules() {
        MessageId about = writes("The invoice of order 4711 is wrong.");
        heed.maria().listening().noteWritten(ticket, FactKind.PROVIDED, "order-number", "4711", about, "order 4711");
        StructureDesk structure = heed.maria().structure();
        Refusals.refused(
                heed,
                PracticeCode.TEMPLATE_VARIABLE_UNRESOLVED,
                () -> structure.split(ticket, List.of(about), "The invoice {{number}}", "another matter"));
        assertThatThrownBy(() ->
                        structure.split(ticket, List.of(about), "Invoice\r\nBcc: x@example.com", "another matter"))
                .isInstanceOf(InvalidInputException.class);
        String blames = "Your own fault";
        Refusals.refused(
                heed,
                PracticeCode.ALREADY_PROVIDED,
                () -> structure.split(ticket, List.of(about), "Please send us your order number", "another matter"));
        Refusals.refused(
                heed,
                PracticeCode.BLAME_WITHOUT_EVIDENCE,
                () -> structure.split(ticket, List.of(about), blames, "another matter"));
        Ticket next = heed.maria()
                .overriding(PracticeCode.BLAME_WITHOUT_EVIDENCE, "So she writes.")
                .structure()
                .split(ticket, List.of(about), blames, "another matter");
        assertThat(heed.maria().history(next.id()))
                .anySatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                Overridden.class,
                                overridden ->
                                        assertThat(overridden.code()).isEqualTo(PracticeCode.BLAME_WITHOUT_EVIDENCE)));
    }

    @Test
    void theMessageGoesOnInANewTicketOfTheSameCustomerAndIsShownThereAlone() {
        MessageId invoice = writes("two");
        Ticket original = story.ticket(ticket);
        Ticket next = split(invoice);
        assertThat(next.customer()).isEqualTo(original.customer());
        assertThat(next.address()).isEqualTo(original.address());
        assertThat(next.channel()).isEqualTo(original.channel());
        assertThat(next.subject()).isEqualTo("The invoice");
        assertThat(next.number()).isGreaterThan(original.number());
        assertThat(next.structure().splitFrom()).contains(ticket);
        assertThat(next.messages()).extracting(Message::id).containsExactly(invoice);
        assertThat(story.ticket(ticket).messages()).extracting(Message::id).contains(invoice);
        assertThat(story.ticket(ticket).movedTo(invoice)).contains(next.id());
        assertThat(story.ticket(ticket).movedTo(firstMessage())).isEmpty();
        assertThat(shown(ticket)).containsExactly("one");
        assertThat(shown(next.id())).containsExactly("two");
    }

    @Test
    void whoWaitsForBothWaitsInBothAsWasTold() {
        ExpectedReply told = story.ticket(ticket).expected().orElseThrow();
        Ticket next = split(writes("two"));
        assertThat(next).hasStatus(TicketStatus.NEW);
        assertThat(next.expected()).map(ExpectedReply::at).contains(told.at());
        assertThat(story.ticket(ticket).expected()).contains(told);
        assertThat(story.ticket(ticket)).hasStatus(TicketStatus.NEW);
    }

    @Test
    void whereNothingElseWaitsThePromiseGoesAlong() {
        story.answered(ticket, Commitments.none());
        MessageId invoice = writes("two");
        ExpectedReply told = story.ticket(ticket).expected().orElseThrow();
        Ticket next = split(invoice);
        assertThat(next.expected()).map(ExpectedReply::at).contains(told.at());
        Ticket original = story.ticket(ticket);
        assertThat(original).hasStatus(TicketStatus.PENDING);
        assertThat(original.expected()).isEmpty();
        assertThat(original.promises())
                .filteredOn(promise -> promise.kind() == PromiseKind.REPLY)
                .extracting(Promise::state)
                .containsExactly(PromiseState.KEPT, PromiseState.WITHDRAWN);
        assertThat(heed.maria().queue(9)).extracting(Ticket::id).containsExactly(next.id());
        assertThat(story.events(SplitOff.class)).hasSize(1);
    }

    @Test
    void whatWasSolvedOnThePhoneDoesNotWaitAgain() {
        heed.maria().call(ticket, CallIntake.of("Ana", "+49 30 555"));
        heed.maria().endCall(ticket, new CallOutcome.Solved(Resolution.ANSWERED));
        Ticket next = split(writes("two"));
        assertThat(story.ticket(ticket)).hasStatus(TicketStatus.PENDING);
        assertThat(story.ticket(ticket).expected()).isEmpty();
        assertThat(next.expected()).isPresent();
    }

    @Test
    void whatIsLateGoesOnLateAndTheApologyIsOwedOnce() {
        story.answered(ticket, Commitments.none());
        MessageId invoice = writes("two");
        story.passesSlowly(Duration.ofHours(30));
        Promise apology = story.ticket(ticket).openPromises().get(0);
        assertThat(apology.kind()).isEqualTo(PromiseKind.APOLOGY);
        Ticket next = split(invoice);
        assertThat(story.ticket(ticket).openPromises()).isEmpty();
        assertThat(story.ticket(ticket).overdue()).isFalse();
        assertThat(next).isOverdue();
        assertThat(next.openPromises()).singleElement().satisfies(promise -> {
            assertThat(promise.kind()).isEqualTo(PromiseKind.APOLOGY);
            assertThat(promise.due()).isEqualTo(apology.due());
        });
    }

    @Test
    void anAnsweredMessageThatIsSplitOffIsAnsweredOnceMore() {
        MessageId invoice = writes("two");
        story.answered(ticket, Commitments.none());
        Ticket next = split(invoice);
        assertThat(next).hasStatus(TicketStatus.NEW).hasOpenPromise(PromiseKind.REPLY);
        assertThat(next.expected().orElseThrow().at()).isAfter(heed.clock().instant());
        assertThat(story.ticket(ticket)).hasStatus(TicketStatus.PENDING);
    }

    @Test
    void answersToEachTicketArriveInIt() {
        OutboundMessage old = heed.channel().lastSent();
        Ticket next = split(writes("two"));
        story.answered(next.id(), Commitments.none());
        OutboundMessage letter = heed.channel().lastSent();
        heed.channel().answer(Story.ANA, letter, "three");
        heed.channel().answer(Story.ANA, old, "four");
        story.run();
        assertThat(shown(next.id())).containsExactly("two", "three");
        assertThat(shown(ticket)).containsExactly("one", "four");
    }

    @Test
    void theNewTicketIsOwnedByWhoeverOwnsTheOldOneAndIsNoLessOfAComplaint() {
        heed.maria().handOver(ticket, Story.BEN.id(), "Nothing yet.");
        heed.maria().classify(ticket, TicketKind.COMPLAINT, "She is not happy.");
        Ticket next = split(writes("two"));
        assertThat(next).isOwnedBy(Story.BEN);
        assertThat(next.kind()).isEqualTo(TicketKind.COMPLAINT);
    }

    @Test
    void whatWasSplitOffCanBeMergedBackAndIsReadOnce() {
        Ticket next = split(writes("two"));
        heed.maria().mergeInto(next.id(), ticket, "after all the same");
        assertThat(shown(ticket)).containsExactly("one", "two");
        assertThat(heed.maria().queue(9)).extracting(Ticket::id).containsExactly(ticket);
    }

    @Test
    void whatCannotBeSplitOffIsRefusedAndNothingChanges() {
        MessageId invoice = writes("two");
        heed.maria().reply(ticket, "Yes.");
        long version = story.ticket(ticket).version();
        MessageId answer = story.ticket(ticket).lastAnswer().orElseThrow();
        refused("no message");
        refused("has not written", answer);
        refused("all that the customer", firstMessage(), invoice);
        refused("twice", invoice, invoice);
        assertThatThrownBy(() -> split(new MessageId("unknown"))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> heed.maria().structure().split(ticket, List.of(invoice), "", " "))
                .isInstanceOf(InvalidInputException.class);
        assertThat(story.ticket(ticket).version()).isEqualTo(version);
        assertThat(heed.tickets()).hasSize(1);
        Ticket next = split(invoice);
        refused("goes on in ticket " + next.id(), invoice);
        refused("all that the customer", firstMessage());
        story.run();
        story.ana().confirmSolved(ticket);
        refused("closed", firstMessage());
    }

    private void refused(String why, MessageId... messages) {
        assertThatThrownBy(() -> split(messages))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(why);
    }

    @Test
    void aMessageIsSplitOffAsTheDocumentSays() {
        MessageId about = writes("two");
        Helpdesk desk = heed.desk();
        Agent maria = DeskExtension.MARIA;

        Ticket invoice = desk.as(maria)
                .structure()
                .split(ticket, List.of(about), "Your invoice", "The invoice is another matter.");

        assertThat(invoice).hasStatus(TicketStatus.NEW);
    }
}
