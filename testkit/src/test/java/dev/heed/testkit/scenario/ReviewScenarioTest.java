package dev.heed.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.AgentDesk;
import dev.heed.Review;
import dev.heed.error.ConflictException;
import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.error.PermissionException;
import dev.heed.error.PracticeCode;
import dev.heed.hours.BusinessHours;
import dev.heed.message.Author;
import dev.heed.message.Message;
import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.people.Agent;
import dev.heed.people.Role;
import dev.heed.promise.PromiseId;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.CallIntake;
import dev.heed.ticket.CallOutcome;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.ConversationEvent.Answered;
import dev.heed.ticket.IfCustomerWrites;
import dev.heed.ticket.OutgoingEvent.ReviewApproved;
import dev.heed.ticket.OutgoingEvent.ReviewRequested;
import dev.heed.ticket.OutgoingEvent.ReviewReturned;
import dev.heed.ticket.OutgoingEvent.ReviewTimedOut;
import dev.heed.ticket.OutgoingEvent.SendCancelled;
import dev.heed.ticket.PromiseEvent.PromiseBroken;
import dev.heed.ticket.ReplyDraft;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** P83: what somebody who learns writes is read by a colleague, and the customer is answered in time all the same. */
class ReviewScenarioTest {
    private static final Agent TOM = Agent.builder("tom", "Tom Berger")
            .employeeId("E-3001")
            .accessRole(Role.TRAINEE)
            .build();

    @RegisterExtension
    final DeskExtension heed =
            DeskExtension.with(builder -> Story.withColleagues(builder).agent(TOM));

    private final Story story = new Story(heed);
    private TicketId ticket;

    @BeforeEach
    void aCustomerWrites() {
        ticket = story.written("Where is my parcel?");
    }

    private AgentDesk tom() {
        return Story.reading(heed.desk().as(TOM), ticket);
    }

    private ReplyDraft submitted() {
        ReplyDraft draft = tom().drafts().write(ticket, "It is on its way.");
        tom().drafts().submit(draft);
        return tom().drafts().get(draft.id());
    }

    @Test
    void nothingThatATraineeWritesLeavesUnread() {
        ReplyDraft draft = tom().drafts().write(ticket, "It is on its way.");
        Reply reply = Reply.text("It is on its way.", Signature.of(TOM));
        Instant later = story.in(Duration.ofHours(1));

        refused(() -> tom().reply(ticket, "It is on its way."));
        refused(() -> tom().proposeSolution(ticket, reply));
        refused(() -> tom().hold(ticket, later, "the carrier", reply));
        refused(() -> tom().drafts().send(draft));
        refused(() -> tom().drafts().sendWithUndo(draft));
        refused(() -> tom().drafts().sendLater(draft, later, IfCustomerWrites.CANCEL));
        assertThat(story.events(Answered.class)).isEmpty();
        assertThat(tom().drafts().mine(10)).containsExactly(draft);
    }

    private void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt) {
        Refusals.refused(heed, PracticeCode.REVIEW_REQUIRED, attempt);
    }

    @Test
    void aColleagueReadsItAndItLeavesAsTheTraineesAnswer() {
        ReplyDraft draft = submitted();
        List<Review> open = story.ben().reviews().open(10);
        assertThat(open).extracting(Review::draft).containsExactly(draft);
        assertThat(open).extracting(Review::by).containsExactly(TOM.id());

        Ticket after = story.ben().reviews().approve(ticket, draft);

        Message answer = after.messages().get(after.messages().size() - 1);
        assertThat(answer.author()).isEqualTo(new Author.ByAgent(TOM.id()));
        assertThat(answer.signature()).contains(Signature.of(TOM));
        assertThat(story.events(ReviewApproved.class))
                .extracting(ReviewApproved::by)
                .containsExactly(Story.BEN.id());
        assertThat(story.ben().reviews().open(10)).isEmpty();
        assertThat(tom().drafts().mine(10)).isEmpty();
        assertThatThrownBy(() -> story.ben().reviews().approve(ticket, draft)).isInstanceOf(NotFoundException.class);
    }

    @Test
    @SuppressWarnings("CheckReturnValue") // reads as in docs/drafts.md
    void reviewsAreDoneAsTheDocumentsSay() {
        AgentDesk trainee = tom();
        AgentDesk lead = story.olga();
        ReplyDraft draft = trainee.drafts().write(ticket, "It is on its way.");

        trainee.drafts().submit(draft);
        for (Review review : lead.reviews().open(20)) {
            lead.reviews().approve(review.ticket(), review.draft());
        }

        assertThat(story.events(Answered.class)).hasSize(1);
    }

    @Test
    void whatIsSentBackCanBeMendedAndSubmittedAgain() {
        ReplyDraft draft = submitted();
        story.ben().reviews().sendBack(ticket, draft.id(), "Say when.");

        assertThat(story.events(ReviewReturned.class))
                .extracting(ReviewReturned::remark)
                .containsExactly("Say when.");
        assertThat(story.ben().reviews().open(10)).isEmpty();
        ReplyDraft mended = tom().drafts().change(tom().drafts().get(draft.id()), "It comes on Friday.");
        tom().drafts().submit(mended);
        assertThat(story.ben().reviews().open(10)).hasSize(1);
        assertThatThrownBy(() -> story.ben().reviews().approve(ticket, draft)).isInstanceOf(ConflictException.class);
        story.ben().reviews().approve(ticket, tom().drafts().get(draft.id()));

        assertThat(story.events(Answered.class))
                .singleElement()
                .satisfies(answered -> assertThat(answered.message().text()).contains("Friday"));
        assertThatThrownBy(() -> story.ben().reviews().sendBack(ticket, draft.id(), "Too late."))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void whatATraineeHasPromisedOnShortNoticeIsNoReasonThatNobodyReadsIt() {
        Instant soon = heed.clock().instant().plus(Duration.ofSeconds(61));
        story.ben().handOver(ticket, TOM.id(), "He knows.");
        tom().call(ticket, CallIntake.of("Ana", "030 1234"));
        Ticket called = tom().endCall(ticket, new CallOutcome.CallbackPromised("I call you.", soon));
        PromiseId promise =
                called.openPromises().get(called.openPromises().size() - 1).id();
        ReplyDraft draft = Story.reading(tom(), ticket)
                .drafts()
                .write(
                        ticket,
                        Reply.text("It is there.", Signature.of(TOM)),
                        Commitments.none().keep(promise));

        Ticket after = tom().drafts().submit(draft);

        assertThat(after.sendOrders())
                .singleElement()
                .satisfies(order -> assertThat(order.sendAt())
                        .isAfter(heed.clock().instant().plus(Duration.ofMinutes(20))));
    }

    @Test
    void fourEyesAreThoseOfTwoPeople() {
        ReplyDraft marias = heed.maria().drafts().write(ticket, "It is on its way.");
        story.ticket(ticket);
        heed.maria().drafts().submit(marias);

        refused(() ->
                heed.maria().reviews().approve(ticket, heed.maria().drafts().get(marias.id())));
        assertThatThrownBy(() ->
                        tom().reviews().approve(ticket, heed.maria().drafts().get(marias.id())))
                .isInstanceOf(PermissionException.class);
        assertThatThrownBy(() -> story.ben().reviews().sendBack(ticket, marias.id(), " "))
                .isInstanceOf(InvalidInputException.class);
        assertThat(story.events(Answered.class)).isEmpty();
    }

    @Test
    void whatNobodyReadsInTimeIsSentSoThatTheCustomerIsAnsweredInTime() {
        submitted();
        ReviewRequested requested = story.events(ReviewRequested.class).get(0);
        Instant due = story.ticket(ticket).expected().orElseThrow().at();
        assertThat(requested.until()).isBefore(due).isEqualTo(story.in(Duration.ofHours(4)));

        story.comes(requested.until().minusSeconds(1));
        assertThat(story.events(Answered.class)).isEmpty();
        story.comes(requested.until());

        assertThat(story.events(ReviewTimedOut.class))
                .singleElement()
                .satisfies(out -> assertThat(out.message()).isPresent());
        assertThat(story.events(Answered.class)).hasSize(1);
        assertThat(story.events(PromiseBroken.class)).isEmpty();
        assertThat(tom().drafts().mine(10)).isEmpty();
    }

    @Test
    void whereLittleTimeIsLeftTheReaderHasThreeQuartersOfIt() {
        Instant due = story.ticket(ticket).expected().orElseThrow().at();
        story.comes(due.minus(Duration.ofMinutes(41)));
        submitted();

        assertThat(story.events(ReviewRequested.class))
                .extracting(ReviewRequested::until)
                .containsExactly(story.in(Duration.ofMinutes(30)));
    }

    @Test
    void aCustomerWhoWritesAndAnAuthorWhoThinksBetterTakeItBack() {
        ReplyDraft draft = submitted();
        tom().drafts().cancel(draft);
        submitted();
        story.ana().write(ticket, "It has come.");

        assertThat(story.events(SendCancelled.class))
                .extracting(SendCancelled::why)
                .containsExactly(SendCancelled.Why.BY_AGENT, SendCancelled.Why.CUSTOMER_WROTE);
        assertThat(story.ben().reviews().open(10)).isEmpty();
        story.passes(Duration.ofDays(1));
        assertThat(story.events(Answered.class)).isEmpty();
        assertThat(tom().drafts().mine(10)).hasSize(2);
    }

    @Test
    void whatAColleagueHasAnsweredMeanwhileIsSeenFirst() {
        ReplyDraft draft = submitted();
        Story.reading(heed.maria(), ticket).reply(ticket, "It was lost. Another one is sent.");

        Refusals.refused(
                heed, PracticeCode.STALE_REPLY, () -> story.ben().reviews().approve(ticket, draft));
        assertThat(story.ben().reviews().open(10)).hasSize(1);
        story.ben()
                .overriding(PracticeCode.STALE_REPLY, "Both are true.")
                .reviews()
                .approve(ticket, draft);
        assertThat(story.events(Answered.class)).hasSize(2);
    }

    @Test
    void aDraftThatWouldBeRefusedIsNotGivenToAReader() {
        Reply unsigned = Reply.text("It is on its way.", Signature.of("Your support team"));
        ReplyDraft draft = tom().drafts().write(ticket, unsigned, Commitments.none());

        assertThatThrownBy(() -> tom().drafts().submit(draft)).isInstanceOf(dev.heed.error.RefusedException.class);
        assertThat(story.ben().reviews().open(10)).isEmpty();
        assertThatThrownBy(() -> story.ben().reviews().open(0)).isInstanceOf(InvalidInputException.class);
    }

    @Nested
    class InAShopThatSendsNothingUnread {
        @RegisterExtension
        final DeskExtension strict = DeskExtension.with(builder -> builder.agent(TOM)
                .ticketPolicy(TicketPolicy.builder(BusinessHours.always(ZoneId.of("Europe/Berlin")))
                        .sendUnreviewed(false)
                        .build()));

        @Test
        void whatNobodyReadsWaitsOnAndThePromiseBreaksAsAnyOther() {
            Story there = new Story(strict);
            TicketId here = there.written("Where is my parcel?");
            AgentDesk trainee = Story.reading(strict.desk().as(TOM), here);
            ReplyDraft draft = trainee.drafts().write(here, "It is on its way.");
            trainee.drafts().submit(draft);

            there.passesSlowly(Duration.ofDays(3));

            assertThat(there.events(ReviewTimedOut.class))
                    .singleElement()
                    .satisfies(out -> assertThat(out.message()).isEmpty());
            assertThat(there.events(PromiseBroken.class)).isNotEmpty();
            assertThat(there.events(Answered.class)).isEmpty();
            strict.maria().reviews().approve(here, trainee.drafts().get(draft.id()));
            assertThat(there.events(Answered.class)).hasSize(1);
        }
    }
}
