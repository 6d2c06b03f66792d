package dev.heed.testkit.scenario;

import static dev.heed.testkit.DeskExtension.MARIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.DraftsDesk;
import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.error.PracticeCode;
import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseKind;
import dev.heed.promise.PromiseState;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.ConversationEvent.Answered;
import dev.heed.ticket.ConversationEvent.Reminded;
import dev.heed.ticket.IfCustomerWrites;
import dev.heed.ticket.LifecycleEvent.Overridden;
import dev.heed.ticket.OutgoingEvent.SendCancelled;
import dev.heed.ticket.OutgoingEvent.SendRefused;
import dev.heed.ticket.OutgoingEvent.SentAsOrdered;
import dev.heed.ticket.ReplyDraft;
import dev.heed.ticket.SendOrder;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Answers leave when they were ordered to, once, and not if something came in between. */
class SendOrderScenarioTest {
    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(Story::withColleagues);

    private final Story story = new Story(heed);
    private TicketId ticket;

    @BeforeEach
    void aCustomerWrites() {
        ticket = story.written("Where is my parcel?");
        story.ticket(ticket); // Maria reads it
    }

    private DraftsDesk drafts() {
        return heed.maria().drafts();
    }

    private ReplyDraft draft() {
        return drafts().write(ticket, "It is on its way.");
    }

    private Ticket ordered(ReplyDraft draft, Duration in, IfCustomerWrites ifCustomerWrites) {
        return drafts().sendLater(draft, story.in(in), ifCustomerWrites);
    }

    @Test
    @SuppressWarnings("CheckReturnValue") // reads as in docs/drafts.md
    void answersAreOrderedAndTakenBackAsTheDocumentsSay() {
        DraftsDesk drafts = drafts();
        ReplyDraft draft = draft();
        Instant tomorrowAtNine = story.in(Duration.ofHours(2));

        drafts.sendWithUndo(draft);
        drafts.cancel(draft);
        draft = drafts.get(draft.id());
        drafts.sendLater(draft, tomorrowAtNine, IfCustomerWrites.CANCEL);

        assertThat(story.ticket(ticket).sendOrders()).hasSize(1);
        assertThat(story.events(SendCancelled.class))
                .extracting(SendCancelled::why)
                .containsExactly(SendCancelled.Why.BY_AGENT);
    }

    @Test
    void anOrderedAnswerKeepsNothingUntilItLeavesAndLeavesOnce() {
        Ticket waiting = ordered(draft(), Duration.ofHours(2), IfCustomerWrites.CANCEL);

        assertThat(waiting.status()).isEqualTo(TicketStatus.NEW);
        assertThat(waiting.openPromises()).extracting(Promise::kind).containsExactly(PromiseKind.REPLY);
        assertThat(waiting.sendOrders()).extracting(SendOrder::by).containsExactly(MARIA.id());

        story.passes(Duration.ofMinutes(119));
        assertThat(story.events(Answered.class)).isEmpty();
        story.passes(Duration.ofMinutes(1));
        story.passes(Duration.ofHours(1));

        assertThat(story.events(Answered.class)).hasSize(1);
        assertThat(story.events(SentAsOrdered.class))
                .singleElement()
                .satisfies(sent -> assertThat(story.ticket(ticket).lastAnswer()).contains(sent.message()));
        assertThat(story.ticket(ticket).sendOrders()).isEmpty();
        assertThat(story.ticket(ticket).openPromises()).isEmpty();
        assertThat(drafts().mine(10)).isEmpty();
    }

    @Test
    void whatWaitsCannotBeChangedUntilItIsTakenBack() {
        ordered(draft(), Duration.ofHours(2), IfCustomerWrites.CANCEL);
        ReplyDraft waiting = drafts().mine(1).get(0);

        assertThatThrownBy(() -> drafts().change(waiting, "No."))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("cancel");
        assertThatThrownBy(() -> drafts().discard(waiting)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> drafts().send(waiting)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> ordered(waiting, Duration.ofHours(1), IfCustomerWrites.CANCEL))
                .isInstanceOf(InvalidInputException.class);

        drafts().cancel(waiting);
        ReplyDraft changed = drafts().change(waiting, "It is here.");
        story.passes(Duration.ofHours(3));

        assertThat(story.events(Answered.class)).isEmpty();
        assertThat(drafts().mine(10)).containsExactly(changed);
        assertThatThrownBy(() -> drafts().cancel(changed)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void anAnswerCanBeTakenBackForTwentySeconds() {
        ReplyDraft draft = draft();
        drafts().sendWithUndo(draft);
        story.passes(Duration.ofSeconds(19));
        assertThat(story.events(Answered.class)).isEmpty();

        story.passes(Duration.ofSeconds(1));
        assertThat(story.events(Answered.class)).hasSize(1);
        assertThatThrownBy(() -> drafts().cancel(draft)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aCustomerWhoWritesFirstCancelsWhatWasToBeSaid() {
        ordered(draft(), Duration.ofHours(2), IfCustomerWrites.CANCEL);
        story.ana().write(ticket, "It has come.");
        story.passes(Duration.ofHours(2));

        assertThat(story.events(SendCancelled.class))
                .extracting(SendCancelled::why)
                .containsExactly(SendCancelled.Why.CUSTOMER_WROTE);
        assertThat(story.events(Answered.class)).isEmpty();
        assertThat(drafts().mine(10)).hasSize(1);
    }

    @Test
    void aCustomerWhoWaitsAndFillsInAFormCancelsItToo() {
        assertThat(story.ticket(ticket).expected()).isPresent();
        ordered(draft(), Duration.ofHours(2), IfCustomerWrites.CANCEL);
        story.ana().provide(ticket, "order-number", "4711");

        assertThat(story.events(SendCancelled.class))
                .extracting(SendCancelled::why)
                .containsExactly(SendCancelled.Why.CUSTOMER_WROTE);
    }

    @Test
    void whatIsTrueWhateverTheCustomerWritesIsSentAnyway() {
        ordered(draft(), Duration.ofHours(2), IfCustomerWrites.SEND_ANYWAY);
        story.ana().write(ticket, "Are you there?");
        story.passes(Duration.ofHours(2));

        assertThat(story.events(Answered.class)).hasSize(1);
    }

    @Test
    void whatAColleagueHasSaidSinceIsNeverPassedOver() {
        ordered(draft(), Duration.ofHours(2), IfCustomerWrites.SEND_ANYWAY);
        Story.reading(story.ben(), ticket).reply(ticket, "It was lost. Another one is sent.");
        story.passes(Duration.ofHours(2));

        assertThat(story.events(Answered.class)).hasSize(1);
        assertThat(story.events(SendRefused.class)).singleElement().satisfies(refused -> {
            assertThat(refused.why()).isEqualTo(SendRefused.Obstacle.HOUSE_RULE);
            assertThat(refused.codes()).containsExactly(PracticeCode.STALE_REPLY);
        });
        assertThat(drafts().mine(10)).hasSize(1);
        assertThat(story.ticket(ticket).sendOrders()).isEmpty();
    }

    @Test
    void nothingIsOrderedForAfterWhatItKeepsIsDue() {
        ReplyDraft draft = draft();
        Instant due = story.ticket(ticket).expected().orElseThrow().at();

        Refusals.refused(
                heed, PracticeCode.OPEN_PROMISE, () -> drafts().sendLater(draft, due, IfCustomerWrites.CANCEL));
        drafts().sendLater(draft, due.minusSeconds(60), IfCustomerWrites.CANCEL);
        story.comes(due.minusSeconds(60));
        story.comes(due.plusSeconds(60));

        Promise reply = story.ticket(ticket).promises().get(0);
        assertThat(reply.state()).isEqualTo(PromiseState.KEPT);
    }

    @Test
    void anUndoIsShortenedWhereItWouldBreakAPromise() {
        ReplyDraft draft = draft();
        story.comes(story.ticket(ticket).expected().orElseThrow().at().minusSeconds(65));

        drafts().sendWithUndo(draft);
        assertThat(story.ticket(ticket).sendOrders())
                .extracting(SendOrder::sendAt)
                .containsExactly(story.in(Duration.ofSeconds(5)));
        story.passes(Duration.ofSeconds(5));
        assertThat(story.events(Answered.class)).hasSize(1);
    }

    @Test
    void whereThereIsNoTimeForAnUndoTheAnswerLeavesAtOnce() {
        ReplyDraft draft = draft();
        story.comes(story.ticket(ticket).expected().orElseThrow().at().minusSeconds(30));

        drafts().sendWithUndo(draft);

        assertThat(story.events(Answered.class)).hasSize(1);
    }

    @Test
    void aRefusalIsToldWhenItIsOrderedAndNotWhenItIsTooLate() {
        ReplyDraft unsigned = drafts().write(
                        ticket, Reply.text("It is on its way.", Signature.of("Your support team")), Commitments.none());
        story.ana().write(ticket, "Are you there?");
        ReplyDraft unread = draft();

        assertThatThrownBy(() -> ordered(unsigned, Duration.ofHours(1), IfCustomerWrites.CANCEL))
                .isInstanceOf(dev.heed.error.RefusedException.class);
        Refusals.refused(
                heed, PracticeCode.STALE_REPLY, () -> ordered(unread, Duration.ofHours(1), IfCustomerWrites.CANCEL));
        Story.inSpite(heed.maria()).drafts().sendLater(unread, story.in(Duration.ofHours(1)), IfCustomerWrites.CANCEL);
        story.passes(Duration.ofHours(1));

        assertThat(story.events(Answered.class)).hasSize(1);
        assertThat(story.events(Overridden.class)).isEmpty(); // the order says so
    }

    @Test
    void nothingLeavesForATicketThatGoesOnElsewhere() {
        TicketId duplicate = story.written("Where is it?");
        story.ticket(duplicate);
        ReplyDraft draft = drafts().write(duplicate, "It is on its way.");
        drafts().sendLater(draft, story.in(Duration.ofHours(1)), IfCustomerWrites.SEND_ANYWAY);

        heed.maria().mergeInto(duplicate, ticket, "The same.");
        story.passes(Duration.ofHours(2));

        assertThat(story.events(SendCancelled.class))
                .extracting(SendCancelled::why)
                .containsExactly(SendCancelled.Why.GOES_ON_ELSEWHERE);
        assertThat(story.events(Answered.class)).isEmpty();
        assertThat(drafts().of(ticket)).hasSize(1);
    }

    @Test
    void whoIsForgottenIsSentNothing() {
        ordered(draft(), Duration.ofHours(1), IfCustomerWrites.SEND_ANYWAY);
        heed.desk().backoffice().closeErased(ticket, Story.OLGA.id(), "She asked for it.");
        story.passes(Duration.ofHours(2));

        assertThat(story.events(SendCancelled.class))
                .extracting(SendCancelled::why)
                .containsExactly(SendCancelled.Why.ERASED);
        assertThat(story.events(Answered.class)).isEmpty();
    }

    @Test
    void nothingLeavesForATicketThatIsDeleted() {
        story.answered(ticket, Commitments.none());
        ordered(draft(), Duration.ofHours(1), IfCustomerWrites.SEND_ANYWAY);
        story.olga().structure().delete(ticket, "Written by ourselves, as a test.");
        story.passes(Duration.ofHours(2));

        assertThat(story.events(SendCancelled.class))
                .extracting(SendCancelled::why)
                .containsExactly(SendCancelled.Why.DELETED);
        assertThat(story.events(Answered.class)).hasSize(1);
        assertThat(drafts().mine(10)).hasSize(1);
    }

    @Test
    void nobodyIsAskedWhetherItIsSolvedWhileAnAnswerWaits() {
        story.answered(ticket, Commitments.none());
        ReplyDraft draft = draft();
        ordered(draft, Duration.ofDays(20), IfCustomerWrites.SEND_ANYWAY);

        story.passesSlowly(Duration.ofDays(19));
        assertThat(story.events(Reminded.class)).isEmpty();
        assertThat(story.ticket(ticket).status()).isEqualTo(TicketStatus.PENDING);

        story.passes(Duration.ofDays(2));
        assertThat(story.events(Answered.class)).hasSize(2);
        story.passesSlowly(Duration.ofDays(5));
        assertThat(story.events(Reminded.class)).isNotEmpty();
    }

    @Test
    void anOrderMayKeepNoPromiseThatIsSettledMeanwhile() {
        Promise promise = story.promised(ticket, PromiseKind.FIND_OUT, story.in(Duration.ofHours(5)));
        Commitments later = Commitments.none().renegotiate(promise.id(), story.in(Duration.ofHours(9)));
        ReplyDraft draft = drafts().write(ticket, Reply.text("Not yet.", Signature.of(MARIA)), later);
        ordered(draft, Duration.ofHours(2), IfCustomerWrites.CANCEL);
        story.answered(ticket, Commitments.none().keep(promise.id()));
        story.passes(Duration.ofHours(2));

        assertThat(story.events(SendRefused.class))
                .singleElement()
                .satisfies(refused -> assertThat(refused.codes()).containsExactly(PracticeCode.OPEN_PROMISE));
        assertThat(drafts().mine(10)).hasSize(1);
    }

    @Test
    void nothingIsOrderedForThePastOrOnAClosedTicket() {
        assertThatThrownBy(() -> ordered(draft(), Duration.ofSeconds(-1), IfCustomerWrites.CANCEL))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> ordered(draft(), Duration.ofDays(400), IfCustomerWrites.CANCEL))
                .isInstanceOf(dev.heed.error.HeedException.class);
        story.answered(ticket, Commitments.none());
        story.ana().confirmSolved(ticket);

        assertThatThrownBy(() -> ordered(draft(), Duration.ofHours(1), IfCustomerWrites.CANCEL))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("closed");
    }
}
