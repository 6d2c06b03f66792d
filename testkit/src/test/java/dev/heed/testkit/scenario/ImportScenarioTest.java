package dev.heed.testkit.scenario;

import static dev.heed.testkit.DeskExtension.MARIA;
import static dev.heed.testkit.HeedAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.Helpdesk;
import dev.heed.error.ConflictException;
import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.people.AgentId;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.Shop;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseId;
import dev.heed.promise.PromiseKind;
import dev.heed.promise.PromiseState;
import dev.heed.testkit.DeskExtension;
import dev.heed.testkit.FakeChannel;
import dev.heed.testkit.VirtualClock;
import dev.heed.ticket.Closing;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.ConversationEvent.Reminded;
import dev.heed.ticket.Exemption;
import dev.heed.ticket.LifecycleEvent;
import dev.heed.ticket.LifecycleEvent.Imported;
import dev.heed.ticket.OnReply;
import dev.heed.ticket.PromiseEvent;
import dev.heed.ticket.PromiseEvent.PromiseMade;
import dev.heed.ticket.SnoozeEvent.Snoozed;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Old tickets keep their times, nobody is told of them, and what they still owe is looked at from now on. */
class ImportScenarioTest {
    private static final CustomerId ANA = CustomerId.of("ana");

    @RegisterExtension
    final DeskExtension heed = DeskExtension.create();

    private final Story story = new Story(heed);
    private final VirtualClock then = VirtualClock.at("2024-05-06T08:00:00Z");
    private final FakeChannel oldChannel = FakeChannel.named("fake");
    private final Helpdesk old = Helpdesk.builder(Shop.of("Acme", ZoneId.of("Europe/Berlin"), Locale.ENGLISH))
            .agent(Story.BEN)
            .channel(oldChannel)
            .clock(then)
            .build();
    private TicketId ticket;

    @BeforeEach
    void aCustomerWroteLongAgo() {
        Customer ana = Customer.builder(ANA.value()).email(Story.ANA).build();
        old.backoffice().register(ana);
        heed.desk().backoffice().register(ana);
        oldChannel.receive(Story.ANA, "Where is my parcel?");
        old.runDue();
        ticket = old.as(Story.BEN).queue(1).get(0).id();
    }

    private List<TicketEvent> history() {
        return old.as(Story.BEN).history(ticket);
    }

    private Ticket imported() {
        return heed.desk().backoffice().importTicket(history());
    }

    private void answeredThen(Commitments commitments) {
        Story.reading(old.as(Story.BEN), ticket)
                .reply(ticket, Reply.text("I look after it.", Signature.of(Story.BEN)), commitments);
        old.runDue();
    }

    private void nobodyIsTold() {
        assertThat(heed.run().idle()).isTrue();
        assertThat(heed.events()).isEmpty();
        assertThat(heed.channel().sent()).isEmpty();
    }

    @Test
    void everythingKeepsItsTimeAndNobodyIsTold() {
        answeredThen(Commitments.none());
        old.forCustomer(ANA).confirmSolved(ticket);
        List<TicketEvent> history = history();
        Ticket before = old.as(Story.BEN).getTicket(ticket);
        Ticket after = imported();

        assertThat(after.closedAt()).isEqualTo(before.closedAt());
        assertThat(after.openedAt()).isEqualTo(before.openedAt());
        assertThat(after.messages()).extracting(Message::at).containsOnly(then.instant());
        assertThat(heed.maria().history(ticket)).startsWith(history.toArray(TicketEvent[]::new));
        assertThat(after).isClosedBy(Closing.Confirmed.class);
        nobodyIsTold();
    }

    @Test
    void aPromiseIsReplacedByAnotherThatFollowsIt() {
        Instant due = then.instant().plus(Duration.ofDays(20));
        answeredThen(Commitments.none()
                .promise(PromiseKind.FIND_OUT, "where it is", due)
                .promise(PromiseKind.FIND_OUT, "who has it", due));
        for (int replacement : List.of(2, 4, 99)) {
            isRefused(new PromiseEvent.PromiseRenegotiated(
                    ticket, then.instant(), new PromiseId(2), new PromiseId(replacement), lastAnswer()));
        }
        isRefused(new PromiseEvent.PromiseRenegotiated(
                ticket, then.instant(), new PromiseId(3), new PromiseId(2), lastAnswer()));
    }

    @Test
    void aDuplicateOfATicketThatIsNotThereIsRefused() {
        answeredThen(Commitments.none());
        TicketId nowhere = new TicketId(new UUID(7, 7));
        isRefused(new LifecycleEvent.Closed(
                ticket,
                then.instant(),
                new Closing.Exempt(Exemption.DUPLICATE, Story.BEN.id(), "the same", Optional.of(nowhere))));
    }

    @Test
    void whatIsPutOffForMoreThanAYearIsRefusedAndWhatIsOfAStrangerIsShown() {
        answeredThen(Commitments.none());
        Instant now = heed.clock().instant();
        isRefused(new Snoozed(
                ticket, then.instant(), now.plus(Duration.ofDays(367)), Story.BEN.id(), OnReply.SURVIVE_REPLY, ""));
        List<TicketEvent> history = new ArrayList<>(history());
        history.add(new Snoozed(
                ticket, then.instant(), now.plus(Duration.ofDays(9)), AgentId.of("gone"), OnReply.SURVIVE_REPLY, ""));

        assertThat(heed.desk().backoffice().importTicket(history).snooze()).isEmpty();
    }

    private Optional<MessageId> lastAnswer() {
        return old.as(Story.BEN).getTicket(ticket).lastAnswer();
    }

    private void isRefused(TicketEvent wrong) {
        List<TicketEvent> history = new ArrayList<>(history());
        history.add(wrong);
        assertThatThrownBy(() -> heed.desk().backoffice().importTicket(history))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void whatWasNeverAnsweredIsOverdueAndSomebodysAtOnce() {
        Ticket after = imported();
        assertThat(after).isOverdue().hasOpenPromise(PromiseKind.APOLOGY).isOwnedBy(MARIA);
        assertThat(after.openPromises())
                .allMatch(promise -> promise.due().isAfter(heed.clock().instant()));
        nobodyIsTold();
        story.passes(Duration.ofHours(1));
        assertThat(story.alarms()).isNotEmpty();
    }

    @Test
    void whoWasSilentForYearsIsAskedOnlyAfterNewDaysOfSilence() {
        answeredThen(Commitments.none());
        assertThat(imported()).hasStatus(TicketStatus.PENDING);
        nobodyIsTold();
        story.passes(Duration.ofDays(1));
        assertThat(story.events(Reminded.class)).isEmpty();
        story.passesSlowly(Duration.ofDays(12));
        assertThat(story.events(Reminded.class)).hasSize(2);
        assertThat(story.ticket(ticket)).isClosedBy(Closing.Silence.class);
    }

    @Test
    void theTicketOfAColleagueWhoIsGoneHasAnOwner() {
        answeredThen(Commitments.none());
        assertThat(old.as(Story.BEN).getTicket(ticket)).isOwnedBy(Story.BEN);
        assertThat(imported()).isOwnedBy(MARIA);
    }

    @Test
    void aPromiseThatIsStillAheadIsKeptInMind() {
        then.setTo(heed.clock().instant());
        answeredThen(Commitments.none()
                .promise(PromiseKind.ACTION, "a new one", heed.clock().instant().plus(Duration.ofDays(2))));
        assertThat(imported()).hasOpenPromise(PromiseKind.ACTION);
        story.passes(Duration.ofDays(2));
        assertThat(story.ticket(ticket).promises()).extracting(Promise::state).contains(PromiseState.BROKEN);
    }

    @Test
    void aHoldThatWasOverLongAgoIsOver() {
        answeredThen(Commitments.none());
        old.as(Story.BEN).holdUntold(ticket, then.instant().plus(Duration.ofDays(9)), "the carrier", "She knows.");
        assertThat(imported()).hasStatus(TicketStatus.OPEN);
        nobodyIsTold();
    }

    @Test
    void anAnswerToItArrivesInIt() {
        answeredThen(Commitments.none());
        imported();
        assertThat(heed.desk()
                        .forCustomer(ANA)
                        .write(ticket, "It is still not here.")
                        .status())
                .isEqualTo(TicketStatus.OPEN);
    }

    @Test
    void theSameTicketTwiceIsAConflict() {
        imported();
        assertThatThrownBy(this::imported).isInstanceOf(ConflictException.class);
        assertThat(heed.maria().history(ticket))
                .filteredOn(Imported.class::isInstance)
                .hasSize(1);
    }

    @Test
    void whatIsNoHistoryOfOneTicketIsRefused() {
        List<TicketEvent> history = history();
        List<TicketEvent> farAhead = and(history, new Imported(ticket, Instant.MAX));
        Promise never = new Promise(
                new PromiseId(2),
                PromiseKind.ACTION,
                "a refund",
                java.util.Optional.empty(),
                then.instant(),
                Instant.MAX,
                ZoneId.of("UTC"),
                PromiseState.OPEN);
        for (List<TicketEvent> wrong : List.of(
                List.<TicketEvent>of(),
                history.subList(1, history.size()),
                and(history, new Imported(new TicketId(new java.util.UUID(1, 1)), then.instant())),
                and(history, new Imported(ticket, heed.clock().instant().plusNanos(1))),
                and(history, new PromiseMade(ticket, then.instant(), never)),
                and(farAhead, new Imported(ticket, then.instant())))) {
            assertThatThrownBy(() -> heed.desk().backoffice().importTicket(wrong))
                    .isInstanceOf(InvalidInputException.class);
        }
        assertThat(heed.maria().findTicket(ticket)).isEmpty();
    }

    @Test
    void whatWasWrittenWhileTheClockWasSetBackIsTakenOver() {
        then.setTo(then.instant().minus(Duration.ofDays(3)));
        answeredThen(Commitments.none()
                .promise(PromiseKind.ACTION, "a refund", then.instant().plus(Duration.ofDays(1))));
        then.setTo(then.instant().plus(Duration.ofHours(1)));
        old.as(Story.BEN).note(ticket, "The clock is right again.");
        List<TicketEvent> history = history();

        assertThat(imported()).isOwnedBy(MARIA).hasOpenPromise(PromiseKind.APOLOGY);
        assertThat(heed.maria().history(ticket)).startsWith(history.toArray(TicketEvent[]::new));
        nobodyIsTold();
    }

    @Test
    void whatWasWrittenWhileTheClockWasAheadIsTakenOver() {
        Instant right = then.instant();
        then.setTo(heed.clock().instant().plus(Duration.ofDays(200)));
        answeredThen(Commitments.none()
                .promise(PromiseKind.ACTION, "a refund", then.instant().plus(Duration.ofDays(300))));
        old.as(Story.BEN).keepPromise(ticket, new PromiseId(3), "Paid.");
        then.setTo(right.plus(Duration.ofHours(1)));
        old.as(Story.BEN).note(ticket, "The clock is right again.");

        assertThat(imported()).hasStatus(TicketStatus.PENDING);
        nobodyIsTold();
    }

    @Test
    void theTicketOfAnUnknownCustomerIsRefused() {
        oldChannel.receive("eve@example.com", "I am Eve.");
        old.runDue();
        TicketId eves = old.as(Story.BEN).queue(9).get(1).id();
        assertThatThrownBy(() ->
                        heed.desk().backoffice().importTicket(old.as(Story.BEN).history(eves)))
                .isInstanceOf(NotFoundException.class);
    }

    private static List<TicketEvent> and(List<TicketEvent> history, TicketEvent more) {
        List<TicketEvent> all = new ArrayList<>(history);
        all.add(more);
        return all;
    }

    @Test
    void anAnswerToAnOldMailGoesOnInTheTicket() {
        Story.reading(old.as(Story.BEN), ticket).reply(ticket, "It is on its way.");
        old.runDue();
        heed.desk().backoffice().importTicket(history());

        heed.channel().answer(Story.ANA, oldChannel.lastSent(), "It has not come.");
        story.run();
        assertThat(heed.tickets()).extracting(Ticket::id).containsExactly(ticket);
    }

    @Test
    void aNumberIsGivenOnce() {
        story.written("Something else");
        assertThat(heed.onlyTicket().number())
                .isEqualTo(history().get(0) instanceof LifecycleEvent.TicketOpened opened ? opened.number() : 0);
        assertThatThrownBy(() -> heed.desk().backoffice().importTicket(history()))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("number");
    }

    @Test
    void theDesksOwnNumbersGoOnWhereImportedOnesAreFree() {
        long number = imported().number();
        TicketId mine = story.written("Something else");
        assertThat(story.ticket(mine).number()).isNotEqualTo(number);
    }

    @Test
    void promisesAreCountedFromOneAndBeginOpen() {
        List<TicketEvent> history = new ArrayList<>(history());
        Promise promise = new Promise(
                new PromiseId(7),
                PromiseKind.ACTION,
                "a refund",
                Optional.of(Story.BEN.id()),
                then.instant(),
                then.instant().plus(Duration.ofDays(1)),
                ZoneId.of("Europe/Berlin"),
                PromiseState.OPEN);
        history.add(new PromiseMade(ticket, then.instant(), promise));
        assertThatThrownBy(() -> heed.desk().backoffice().importTicket(history))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("promise 2 is next");
    }

    @Test
    void aTicketBeginsOnce() {
        List<TicketEvent> history = new ArrayList<>(history());
        history.add(history.get(0));
        assertThatThrownBy(() -> heed.desk().backoffice().importTicket(history))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("opens it twice");
    }

    /** A closed ticket never wakes up; its promise would be neither kept nor missed. */
    @Test
    void noPromiseIsOpenOnATicketThatIsClosed() {
        List<TicketEvent> history = new ArrayList<>(history());
        history.add(new LifecycleEvent.Closed(ticket, then.instant(), new Closing.Silence(2)));
        assertThatThrownBy(() -> heed.desk().backoffice().importTicket(history))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void nothingIsTakenOverByAClosedDesk() {
        heed.desk().close();
        assertThatThrownBy(() -> heed.desk().backoffice().importTicket(history()))
                .isInstanceOf(IllegalStateException.class);
    }
}
