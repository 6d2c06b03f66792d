package dev.heed.testkit.scenario;

import static dev.heed.testkit.DeskExtension.MARIA;
import static dev.heed.testkit.HeedAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.IllegalTransitionException;
import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.error.PracticeCode;
import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseKind;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.AdverseDecision;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.Lifecycle;
import dev.heed.ticket.LifecycleEvent.DecidedAgainst;
import dev.heed.ticket.LifecycleEvent.HoldEnded;
import dev.heed.ticket.Resolution;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketKind;
import dev.heed.ticket.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Kinds of their own, decisions with a way of appeal, holds the customer knows of, and what is not possible. */
class KindScenarioTest {
    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(Story::withColleagues);

    private final Story story = new Story(heed);
    private TicketId ticket;

    @BeforeEach
    void aCustomerWrites() {
        ticket = story.written("Where is my parcel?");
    }

    private static Reply reply(String text) {
        return Reply.text(text, Signature.of(MARIA));
    }

    @ParameterizedTest
    @EnumSource
    void aTicketIsWhatAPersonSaysItIs(TicketKind kind) {
        heed.maria().classify(ticket, kind, "I have read it.");
        assertThat(story.ticket(ticket).kind()).isEqualTo(kind);
    }

    @Nested
    class AComplaint {
        @BeforeEach
        void itIsOne() {
            heed.maria().classify(ticket, TicketKind.COMPLAINT, "She is angry.");
        }

        @ParameterizedTest
        @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "COMPLAINT")
        void isMadeSomethingElseByAnOwnerOfTheShopOnly(TicketKind kind) {
            Refusals.refused(
                    heed, PracticeCode.COMPLAINT_DISMISSED, () -> heed.maria().classify(ticket, kind, "It is not."));
            story.olga().classify(ticket, kind, "I have talked with her.");
            assertThat(story.ticket(ticket).kind()).isEqualTo(kind);
        }

        @Test
        void needsAReasonEvenThen() {
            assertThatThrownBy(() -> story.olga().classify(ticket, TicketKind.QUESTION, " "))
                    .isInstanceOf(InvalidInputException.class);
        }

        @Test
        void endsAsEverythingElseWithTheCustomersWord() {
            heed.maria().listening().rootCause(ticket, "shipping/carrier-late");
            story.answered(
                    ticket, Commitments.none().rephrase("It came a week late.").solve(Resolution.MUTUAL_UNDERSTANDING));
            story.ana().confirmSolved(ticket);
            assertThat(story.ticket(ticket)).hasStatus(TicketStatus.CLOSED);
        }
    }

    @Nested
    class ADecisionAgainstTheCustomer {
        @Test
        void tellsReasonAppealAndWhoStandsForIt() {
            Story.reading(heed.maria(), ticket)
                    .decideAgainst(
                            ticket,
                            reply("I am sorry, I cannot refund it."),
                            new AdverseDecision("It was used for two years.", "Write to Olga Winter."));
            story.run();
            assertThat(heed.channel().lastSent().content().text())
                    .contains("It was used for two years.", "Write to Olga Winter.", "Maria Keller");
            assertThat(story.events(DecidedAgainst.class)).hasSize(1);
        }

        @Test
        void isNoneWithoutReasonOrAppeal() {
            Refusals.refused(heed, PracticeCode.ADVERSE_WITHOUT_REASON, () -> new AdverseDecision(" ", "Write."));
            Refusals.refused(heed, PracticeCode.ADVERSE_WITHOUT_REASON, () -> new AdverseDecision("Used.", ""));
        }

        /** She trusted that it would be found out, and knew nothing of the decision. */
        @Test
        void isNotConfirmedBeforeItWasMade() {
            Promise promise = story.promised(ticket, PromiseKind.FIND_OUT, story.in(Duration.ofHours(30)));
            story.ana().confirmSolved(ticket);
            story.answered(
                    ticket,
                    Commitments.none().keep(promise.id()).decideAgainst(new AdverseDecision("Used.", "Ask Olga.")));
            assertThat(story.ticket(ticket)).hasStatus(TicketStatus.PENDING);
        }

        @Test
        void isSignedByAPerson() {
            Refusals.refused(
                    heed,
                    PracticeCode.SIGNATURE_NOT_PERSONAL,
                    () -> Story.reading(heed.maria(), ticket)
                            .decideAgainst(
                                    ticket,
                                    Reply.text("No.", Signature.of("Acme Team")),
                                    new AdverseDecision("Used.", "Write to Olga.")));
        }
    }

    @Nested
    class AHold {
        private Instant friday;

        @BeforeEach
        void untilFriday() {
            friday = story.in(Duration.ofDays(4));
        }

        @Test
        void isToldToTheCustomerAndEndsByItself() {
            Story.reading(heed.maria(), ticket)
                    .hold(ticket, friday, "the carrier", reply("I hear from the carrier by Friday."));
            story.run();
            assertThat(heed.channel().lastSent().content().text()).contains("by Friday");
            assertThat(story.ticket(ticket)).hasStatus(TicketStatus.ON_HOLD).hasNoOpenPromise();
            story.comes(friday);
            assertThat(story.ticket(ticket)).hasStatus(TicketStatus.OPEN);
            assertThat(story.events(HoldEnded.class)).hasSize(1);
        }

        @Test
        void thatTheCustomerDoesNotKnowOfSaysWhyNot() {
            story.answered(ticket, Commitments.none());
            assertThatThrownBy(() -> heed.maria().holdUntold(ticket, friday, "the carrier", " "))
                    .isInstanceOf(InvalidInputException.class);
            heed.maria().holdUntold(ticket, friday, "the carrier", "She knows from the phone.");
            assertThat(story.ticket(ticket)).hasStatus(TicketStatus.ON_HOLD);
        }

        @Test
        void goesNotBeyondWhatWasPromised() {
            Refusals.refused(
                    heed,
                    PracticeCode.OPEN_PROMISE,
                    () -> heed.maria().holdUntold(ticket, friday, "the carrier", "She knows."));
        }

        @Test
        void ofWhichTheMessageIsRefusedIsNone() {
            Ticket before = story.ticket(ticket);
            Refusals.refused(
                    heed,
                    PracticeCode.SIGNATURE_NOT_PERSONAL,
                    () -> Story.reading(heed.maria(), ticket)
                            .hold(ticket, friday, "the carrier", Reply.text("Wait.", Signature.of("Acme Team"))));
            assertThat(story.ticket(ticket)).isEqualTo(before);
        }

        @Test
        void endsWhenTheCustomerWrites() {
            Story.reading(heed.maria(), ticket)
                    .hold(ticket, friday, "the carrier", reply("I hear from the carrier by Friday."));
            story.ana().write(ticket, "It is here.");
            assertThat(story.ticket(ticket)).hasStatus(TicketStatus.OPEN);
            assertThat(story.ticket(ticket).heldUntil()).isEmpty();
        }

        @Test
        void ofWhatIsSolvedIsNotPossibleAndTheMessageSaysWhatIs() {
            story.answered(ticket, Commitments.none().solve(Resolution.ANSWERED));
            notPossible(() -> heed.maria().holdUntold(ticket, friday, "the carrier", "She knows."));
        }
    }

    @Test
    void aClosedTicketCannotBeSolvedOrHeldAndTheMessageSaysWhatIsPossible() {
        story.answered(ticket, Commitments.none());
        story.ana().confirmSolved(ticket);
        notPossible(() -> Story.reading(heed.maria(), ticket).proposeSolution(ticket, "It is solved."));
        notPossible(() -> heed.maria().holdUntold(ticket, story.in(Duration.ofDays(1)), "the carrier", "She knows."));
    }

    private void notPossible(ThrowingCallable attempt) {
        Ticket before = story.ticket(ticket);
        assertThatThrownBy(attempt)
                .isInstanceOf(IllegalTransitionException.class)
                .hasMessageContaining(before.status().name())
                .satisfies(refused -> assertThat(Lifecycle.from(before.status()))
                        .allSatisfy(move -> assertThat(refused.getMessage()).contains(move.name())));
        assertThat(story.ticket(ticket)).isEqualTo(before);
    }

    @Test
    void anUnknownTicketIsNotFoundWhateverIsTried() {
        TicketId unknown = new TicketId(new UUID(1, 1));
        List<ThrowingCallable> attempts = List.of(
                () -> heed.maria().getTicket(unknown),
                () -> heed.maria().history(unknown),
                () -> heed.maria().nextAction(unknown),
                () -> Story.reading(heed.maria(), unknown).reply(unknown, "Hello."),
                () -> heed.maria().review(unknown, reply("Hello.")),
                () -> heed.maria().note(unknown, "Hello."),
                () -> heed.maria().take(unknown),
                () -> heed.maria().handOver(unknown, Story.BEN.id(), "Hello."),
                () -> heed.maria().classify(unknown, TicketKind.PRAISE, "Hello."),
                () -> heed.maria().markSpam(unknown, "Hello."),
                () -> heed.maria().mergeInto(unknown, ticket, "Hello."),
                () -> heed.maria().customerOf(unknown),
                () -> heed.desk().backoffice().closeErased(unknown, MARIA.id(), "Hello."));
        for (ThrowingCallable attempt : attempts) {
            assertThatThrownBy(attempt).isInstanceOf(NotFoundException.class).hasMessageContaining(unknown.toString());
        }
        assertThat(heed.maria().findTicket(unknown)).isEmpty();
    }
}
