package dev.heed.testkit.scenario;

import static dev.heed.testkit.DeskExtension.MARIA;
import static dev.heed.testkit.HeedAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.CustomerTicket;
import dev.heed.Helpdesk;
import dev.heed.StructureDesk;
import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.message.Message;
import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.people.Agent;
import dev.heed.promise.PromiseKind;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.ConversationEvent.MessageReceived;
import dev.heed.ticket.ExpectedReply;
import dev.heed.ticket.Fact;
import dev.heed.ticket.FactKind;
import dev.heed.ticket.NextAction;
import dev.heed.ticket.Priority;
import dev.heed.ticket.StructureEvent.Released;
import dev.heed.ticket.StructureEvent.Unmerged;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A merge is taken back: both tickets go on, and nothing is lost or doubled. */
class UnmergeScenarioTest {
    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(Story::withColleagues);

    private final Story story = new Story(heed);
    private TicketId first;
    private TicketId second;
    private OutboundMessage acknowledgedSecond;

    @BeforeEach
    void aCustomerWritesTwice() {
        first = story.written("one");
        story.passes(Duration.ofHours(1));
        second = story.written("two");
        acknowledgedSecond = heed.channel().lastSent();
    }

    private StructureDesk structure() {
        return heed.maria().structure();
    }

    private Ticket merge(TicketId duplicate, TicketId into) {
        return heed.maria().mergeInto(duplicate, into, "the same parcel");
    }

    private Ticket unmerge(TicketId duplicate) {
        return structure().unmerge(duplicate, "another parcel");
    }

    private List<String> words(TicketId id) {
        return structure().conversation(id).messages().stream()
                .filter(message -> !message.automatic())
                .map(Message::text)
                .toList();
    }

    @Test
    void bothStandAsTheyStood() {
        ExpectedReply told = story.ticket(second).expected().orElseThrow();
        merge(second, first);
        Ticket again = unmerge(second);
        assertThat(again).hasStatus(TicketStatus.NEW);
        assertThat(again.expected()).contains(told);
        assertThat(again.closing()).isEmpty();
        assertThat(story.ticket(first)).hasStatus(TicketStatus.NEW);
        assertThat(heed.maria().queue(9)).extracting(Ticket::id).containsExactly(first, second);
        assertThat(heed.desk().backoffice().exemptedTickets(9)).isEmpty();
        assertThat(story.events(Unmerged.class)).hasSize(1);
        assertThat(story.events(Released.class))
                .singleElement()
                .satisfies(event -> assertThat(event.duplicate()).isEqualTo(second));
    }

    @Test
    void anAnswerToALetterOfTheDuplicateGoesOnInIt() {
        merge(second, first);
        story.answered(first, Commitments.none());
        story.passes(Duration.ofMinutes(1));
        heed.channel().answer(Story.ANA, acknowledgedSecond, "three");
        story.run();
        assertThat(story.events(MessageReceived.class))
                .last()
                .satisfies(event -> assertThat(event.via()).containsExactly(second));
        story.passes(Duration.ofMinutes(1));
        story.ana().write(second, "four");
        assertThat(words(first)).contains("three", "four");
        Ticket again = unmerge(second);
        assertThat(again).hasStatus(TicketStatus.OPEN).hasOpenPromise(PromiseKind.REPLY);
        assertThat(words(second)).containsExactly("two", "three", "four");
        assertThat(words(first)).doesNotContain("three", "four");
        assertThat(story.ticket(first)).hasStatus(TicketStatus.PENDING);
        assertThat(story.ana().tickets().stream().flatMap(ticket -> ticket.messages().stream()))
                .filteredOn(CustomerTicket.Line::fromCustomer)
                .extracting(CustomerTicket.Line::text)
                .containsExactlyInAnyOrder("one", "two", "three", "four");
    }

    @Test
    void whatWasKnownAndWrittenOfADuplicateGoesWithIt() {
        Message said = story.ticket(second).messages().get(0);
        heed.maria().listening().noteWritten(second, FactKind.PROVIDED, "order-number", "4711", said.id(), "two");
        heed.maria().listening().priority(second, Priority.URGENT);
        heed.maria().listening().rootCause(second, "shipping/carrier-lost");
        heed.maria().notes().ask(second, Story.BEN.id(), story.in(Duration.ofDays(1)), "Is there another one?");
        story.ticket(second);
        heed.maria()
                .reply(second, Reply.text("I look for it.", Signature.of(MARIA)).rephrasing("The second is missing."));
        List<Object> before =
                List.of(story.ticket(first).understanding(), story.ticket(first).notes());
        Ticket duplicate = story.ticket(second);

        merge(second, first);

        assertThat(story.ticket(first).facts().current()).hasSize(1);
        assertThat(story.ticket(first).understanding().priority()).isEqualTo(Priority.URGENT);
        assertThat(story.ticket(first).notes()).hasSize(1);

        story.ana().write(second, "My other number is 4712");
        Message since = last(first);
        heed.maria()
                .listening()
                .noteWritten(first, FactKind.PROVIDED, "order-number", "4712", since.id(), "number is 4712");
        story.ana().provide(second, "colour", "red");
        story.ana().provide(first, "size", "small");
        story.ana().confirmProblem(second);
        Ticket again = unmerge(second);

        Ticket target = story.ticket(first);
        assertThat(target.facts().history()).extracting(Fact::value).containsExactly("small");
        assertThat(target.notes()).isEmpty();
        assertThat(target.openNotes()).isEmpty();
        assertThat(target.understanding().statement()).isEmpty();
        assertThat(target.understanding().rootCause()).isEmpty();
        assertThat(List.<Object>of(target.understanding().priority(), target.notes()))
                .isEqualTo(List.of(Priority.NORMAL, before.get(1)));
        assertThat(again.facts().current()).extracting(Fact::value).containsExactlyInAnyOrder("4712", "red");
        assertThat(again.notes()).isEqualTo(duplicate.notes());
        assertThat(again.openAsks()).hasSize(1);
        assertThat(again.heededAt()).isPresent();
        assertThat(again.understanding().priority()).isEqualTo(Priority.URGENT);
    }

    @Test
    void unmergedAtOnceNothingIsForgottenOfHowLongTheOneWhereItWentOnWasSilent() {
        story.answered(first, Commitments.none());
        heed.maria().listening().noteFound(second, FactKind.EVIDENCE, "invoice", "is paid");
        heed.maria().notes().ask(second, Story.BEN.id(), story.in(Duration.ofDays(1)), "Is there another one?");
        Optional<NextAction> next = heed.maria().nextAction(first);
        story.passes(Duration.ofHours(1));

        merge(second, first);
        unmerge(second);

        assertThat(heed.maria().nextAction(first)).isEqualTo(next);
        assertThat(story.events(Released.class)).singleElement().matches(Released::asBefore);
    }

    private Message last(TicketId id) {
        List<Message> all = story.ticket(id).messages();
        return all.get(all.size() - 1);
    }

    @Test
    void afterwardsAnswersToItsLettersArriveInItAgain() {
        merge(second, first);
        unmerge(second);
        heed.channel().answer(Story.ANA, acknowledgedSecond, "three");
        story.run();
        assertThat(words(second)).containsExactly("two", "three");
        assertThat(words(first)).containsExactly("one");
    }

    @Test
    void whatWasAnsweredSinceIsAnswered() {
        merge(second, first);
        story.answered(first, Commitments.none());
        Ticket again = unmerge(second);
        assertThat(again).hasStatus(TicketStatus.PENDING);
        assertThat(again.firstAnsweredAt()).isPresent();
        assertThat(heed.maria().queue(9)).isEmpty();
        story.passesSlowly(Duration.ofDays(30));
        assertThat(story.ticket(second)).hasStatus(TicketStatus.CLOSED);
    }

    @Test
    void aDuplicateOfADuplicateIsUnmergedInTheOrderInWhichTheyWereMerged() {
        TicketId third = story.written("three");
        story.passes(Duration.ofMinutes(1));
        merge(second, first);
        merge(first, third);
        assertThatThrownBy(() -> unmerge(second))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Unmerge ticket " + story.ticket(first).number() + " first");
        story.ana().write(second, "four");
        unmerge(first);
        assertThat(words(first)).containsExactly("one", "two", "four");
        unmerge(second);
        assertThat(words(second)).containsExactly("two", "four");
        assertThat(words(first)).containsExactly("one");
        assertThat(words(third)).containsExactly("three");
        assertThat(heed.maria().queue(9)).extracting(Ticket::id).containsExactlyInAnyOrder(first, second, third);
    }

    @Test
    void aConversationThatWasMergedAgainIsReadOnceAgain() {
        merge(second, first);
        story.ana().write(second, "three");
        unmerge(second);
        merge(second, first);
        assertThat(words(first)).containsExactly("one", "two", "three");
        unmerge(second);
        assertThat(words(first)).containsExactly("one");
        assertThat(words(second)).containsExactly("two", "three");
    }

    @Test
    void aTicketThatIsClosedMeanwhileStaysClosedAndTheOtherGoesOn() {
        merge(second, first);
        story.answered(first, Commitments.none());
        story.ana().confirmSolved(first);
        Ticket again = unmerge(second);
        assertThat(story.ticket(first)).hasStatus(TicketStatus.CLOSED);
        assertThat(again).hasStatus(TicketStatus.PENDING);
    }

    @Test
    void whatIsNoDuplicateIsRefusedAndNothingChanges() {
        long version = story.ticket(first).version();
        assertThatThrownBy(() -> unmerge(first))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("no duplicate");
        merge(second, first);
        assertThatThrownBy(() -> unmerge(first)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> structure().unmerge(second, " ")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> unmerge(new TicketId(new UUID(9, 9)))).isInstanceOf(NotFoundException.class);
        heed.desk().backoffice().closeErased(first, Story.OLGA.id(), "asked for it");
        assertThatThrownBy(() -> unmerge(second))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("forgotten");
        assertThat(story.ticket(second)).hasStatus(TicketStatus.CLOSED);
        assertThat(story.ticket(first).version()).isGreaterThan(version);
    }

    @Test
    void aMergeIsTakenBackAsTheDocumentSays() {
        merge(second, first);
        Helpdesk desk = heed.desk();
        Agent maria = DeskExtension.MARIA;
        TicketId duplicate = second;

        Ticket again = desk.as(maria).structure().unmerge(duplicate, "It is another parcel.");

        assertThat(again).hasStatus(TicketStatus.NEW);
    }
}
