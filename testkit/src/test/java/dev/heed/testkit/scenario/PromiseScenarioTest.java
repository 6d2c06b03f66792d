package dev.heed.testkit.scenario;

import static dev.heed.testkit.HeedAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.CustomerTicket;
import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.error.PracticeCode;
import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseId;
import dev.heed.promise.PromiseKind;
import dev.heed.promise.PromiseState;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.AdverseDecision;
import dev.heed.ticket.CallIntake;
import dev.heed.ticket.CallOutcome;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.OwnershipEvent.Why;
import dev.heed.ticket.PromiseEvent.PromiseBroken;
import dev.heed.ticket.PromiseEvent.PromiseReminded;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a customer was promised is kept, agreed anew in time, or owned up to. It is never just dropped. */
class PromiseScenarioTest {
    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(Story::withColleagues);

    private final Story story = new Story(heed);
    private TicketId ticket;
    private Instant due;
    private Promise promise;

    @BeforeEach
    void mariaPromisesToFindOut() {
        ticket = story.written("Where is my parcel?");
        due = story.in(Duration.ofHours(6));
        promise = story.promised(ticket, PromiseKind.FIND_OUT, due);
    }

    private PromiseState state() {
        return story.ticket(ticket).promises().stream()
                .filter(one -> one.id().equals(promise.id()))
                .findFirst()
                .orElseThrow()
                .state();
    }

    @Test
    void theCustomerReadsWhatWasPromisedAndUntilWhen() {
        assertThat(heed.channel().lastSent().content().text())
                .contains("I promise: what it is about", "15:00", "Central European");
        assertThat(story.ana().getTicket(ticket).messages().get(2).text()).contains("I promise: what it is about");
    }

    @Test
    void aGroupCannotSignInWhatIsDecidedBelowTheText() {
        AdverseDecision reason = new AdverseDecision("It is too late. Best regards, Your Acme Team", "Write to Olga.");
        AdverseDecision appeal = new AdverseDecision("It is too late.", "Write to Olga. Your Acme Team");

        for (AdverseDecision decision : List.of(reason, appeal)) {
            Refusals.refused(
                    heed,
                    PracticeCode.SIGNATURE_NOT_PERSONAL,
                    () -> story.answered(ticket, Commitments.none().decideAgainst(decision)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\u000b", "\f", "\u0085", "\u2028", "\u2029"})
    void whatIsPromisedOrDecidedHasOneLineAndSoNoSignatureOfItsOwn(String lineBreak) {
        String text = "We look." + lineBreak + "Your Acme Team";

        assertThatThrownBy(() -> Commitments.none().promise(PromiseKind.ACTION, text, due))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("one line");
        assertThatThrownBy(() -> Commitments.none().decideAgainst(new AdverseDecision(text, "Write to Olga.")))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Commitments.none().decideAgainst(new AdverseDecision("Too late.", text)))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aRawPlaceholderInAPromiseOrADecisionIsRefused() {
        Commitments promises = Commitments.none().promise(PromiseKind.ACTION, "a parcel for {{name}}", due);
        Commitments decides = Commitments.none().decideAgainst(new AdverseDecision("Too late.", "Write to [Name]."));

        Refusals.refused(heed, PracticeCode.TEMPLATE_VARIABLE_UNRESOLVED, () -> story.answered(ticket, promises));
        Refusals.refused(heed, PracticeCode.TEMPLATE_VARIABLE_UNRESOLVED, () -> story.answered(ticket, decides));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Our Acme team calls you back",
                "a callback by Ben Okafor",
                "I ask our customer service. They know more",
                "a new lens cap, from the Acme Team",
                "thanks to our team, a refund"
            })
    void anOrdinaryPromisePasses(String text) {
        story.answered(ticket, Commitments.none().promise(PromiseKind.ACTION, text, due));

        assertThat(heed.channel().lastSent().content().text()).contains("I promise: " + text);
    }

    @Test
    void whatIsPromisedOnThePhoneHasOneLineToo() {
        heed.maria().call(ticket, CallIntake.of("Ana", "0301234567"));

        assertThatThrownBy(() ->
                        heed.maria().endCall(ticket, new CallOutcome.CallbackPromised("the parcel\nand the bill", due)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("one line");
    }

    @Test
    void whoOwnsItIsRemindedWhileThereIsTime() {
        story.passesSlowly(Duration.ofHours(5));
        assertThat(story.events(PromiseReminded.class))
                .filteredOn(reminded -> reminded.promise().equals(promise.id()))
                .extracting(PromiseReminded::percent)
                .containsExactly(50, 80);
        assertThat(state()).isEqualTo(PromiseState.OPEN);
    }

    @Nested
    class WhenItsTimeHasPassed {
        @BeforeEach
        void nothingHappened() {
            story.comes(due);
        }

        @Test
        void itIsBrokenAndAnApologyIsOwedAndAlarmsGoOn() {
            assertThat(state()).isEqualTo(PromiseState.BROKEN);
            assertThat(story.ticket(ticket)).hasOpenPromise(PromiseKind.APOLOGY);
            int first = story.alarms().size();
            story.passesSlowly(Duration.ofHours(24));
            assertThat(story.alarms()).contains(Why.PROMISE_BROKEN).hasSizeGreaterThan(first);
        }

        @Test
        void itCannotBeGivenAnotherTimeOrBeSaidToBeKept() {
            Commitments later = Commitments.none().renegotiate(promise.id(), story.in(Duration.ofDays(1)));
            Refusals.refused(heed, PracticeCode.OPEN_PROMISE, () -> story.answered(ticket, later));
            Refusals.refused(
                    heed, PracticeCode.OPEN_PROMISE, () -> heed.maria().keepPromise(ticket, promise.id(), "Sent."));
        }

        @Test
        void onlyAnAnswerThatApologisesEndsTheAlarms() {
            story.answered(ticket, Commitments.none());
            assertThat(story.ticket(ticket)).hasOpenPromise(PromiseKind.APOLOGY);
            story.answered(ticket, Commitments.none().apologise());
            assertThat(story.ticket(ticket)).hasNoOpenPromise();
            int before = story.alarms().size();
            story.passesSlowly(Duration.ofHours(24));
            assertThat(story.alarms()).hasSize(before);
        }

        @Test
        void theCustomersConfirmationClosesOnlyAfterTheApology() {
            story.ana().confirmSolved(ticket);
            assertThat(story.ticket(ticket)).hasStatus(TicketStatus.PENDING);
            story.answered(ticket, Commitments.none().apologise());
            assertThat(story.ticket(ticket)).hasStatus(TicketStatus.CLOSED);
        }
    }

    @Test
    void anApologyClosesNothingThatWasConfirmedInTrustThatItWouldBeKept() {
        story.ana().confirmSolved(ticket);
        story.comes(due);
        story.answered(ticket, Commitments.none().apologise());
        assertThat(story.ticket(ticket)).hasStatus(TicketStatus.PENDING);
    }

    @Test
    void itIsBrokenOnceHoweverLongNobodyLooked() {
        heed.clock().setTo(due.plus(Duration.ofDays(40)));
        assertThat(heed.run().idle()).isFalse();
        story.run();
        assertThat(story.events(PromiseBroken.class))
                .filteredOn(broken -> broken.promise().equals(promise.id()))
                .hasSize(1);
    }

    @Nested
    class BeforeItIsDue {
        @Test
        void anotherTimeIsToldToTheCustomer() {
            story.answered(ticket, Commitments.none().renegotiate(promise.id(), due.plus(Duration.ofHours(1))));
            assertThat(state()).isEqualTo(PromiseState.RENEGOTIATED);
            assertThat(heed.channel().lastSent().content().text())
                    .contains("Our new time for this: what it is about", "16:00");
            story.comes(due);
            assertThat(story.events(PromiseBroken.class)).isEmpty();
            story.comes(due.plus(Duration.ofHours(1)));
            assertThat(story.events(PromiseBroken.class)).hasSize(1);
        }

        @Test
        void anAnswerThatSaysSoKeepsIt() {
            story.answered(ticket, Commitments.none().keep(promise.id()));
            assertThat(state()).isEqualTo(PromiseState.KEPT);
            story.comes(due);
            assertThat(story.events(PromiseBroken.class)).isEmpty();
        }

        @Test
        void anAnswerThatDoesNotSaySoKeepsNothing() {
            story.answered(ticket, Commitments.none());
            assertThat(state()).isEqualTo(PromiseState.OPEN);
        }

        @Test
        void aDeedKeepsIt() {
            Promise deed = story.promised(ticket, PromiseKind.ACTION, due);
            Ticket after = heed.maria().keepPromise(ticket, deed.id(), "The refund has left.");
            assertThat(after.openPromises()).extracting(Promise::id).containsExactly(promise.id());
        }

        @Test
        void aDeedIsNotEnoughWhereSomethingWasToBeTold() {
            Refusals.refused(
                    heed, PracticeCode.OPEN_PROMISE, () -> heed.maria().keepPromise(ticket, promise.id(), "Asked."));
            assertThat(state()).isEqualTo(PromiseState.OPEN);
        }

        @Test
        void theCustomerMayDoWithoutIt() {
            story.ana().releasePromise(ticket, promise.id());
            assertThat(state()).isEqualTo(PromiseState.WITHDRAWN);
        }

        @Test
        void theCustomerSeesItAndNamesItByWhatSheSees() {
            CustomerTicket.Promised seen =
                    story.ana().getTicket(ticket).promises().get(0);
            assertThat(seen.text()).isEqualTo("what it is about");
            assertThat(seen.due()).isEqualTo(due);
            assertThat(seen.dueText()).contains("15:00");
            assertThat(seen.state()).isEqualTo(PromiseState.OPEN);
            CustomerTicket after = story.ana().releasePromise(ticket, seen.id());
            assertThat(after.promises())
                    .extracting(CustomerTicket.Promised::state)
                    .containsExactly(PromiseState.WITHDRAWN);
            assertThat(seen.toString()).doesNotContain("about");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"merge", "spam", "hold"})
    void thereIsNoWayAroundIt(String way) {
        TicketId other = story.written("Where is my parcel, please?");
        PracticeCode code = way.equals("spam") ? PracticeCode.CLOSE_NOT_CONFIRMED : PracticeCode.OPEN_PROMISE;
        Refusals.refused(heed, code, () -> {
            switch (way) {
                case "merge" -> heed.maria().mergeInto(ticket, other, "the same");
                case "spam" -> heed.maria().markSpam(ticket, "spam");
                default -> heed.maria().holdUntold(ticket, due.plusNanos(1), "the carrier", "is known");
            }
        });
        assertThat(state()).isEqualTo(PromiseState.OPEN);
    }

    @Test
    void handedOverItIsTheColleaguesToKeep() {
        heed.maria().handOver(ticket, Story.BEN.id(), "The carrier is asked.");
        assertThat(story.ticket(ticket)).isOwnedBy(Story.BEN).hasOpenPromise(PromiseKind.FIND_OUT);
        Story.reading(story.ben(), ticket)
                .reply(
                        ticket,
                        Reply.text("The carrier has answered.", Signature.of(Story.BEN)),
                        Commitments.none().keep(promise.id()));
        assertThat(state()).isEqualTo(PromiseState.KEPT);
    }

    @Test
    void silenceClosesNothingWhileItIsOpen() {
        story.answered(ticket, Commitments.none().keep(promise.id()));
        Promise far = story.promised(ticket, PromiseKind.ACTION, story.in(Duration.ofDays(60)));
        story.passesSlowly(Duration.ofDays(40));
        assertThat(story.ticket(ticket)).hasStatus(TicketStatus.PENDING).hasOpenPromise(PromiseKind.ACTION);
        assertThat(far.due()).isAfter(heed.clock().instant());
    }

    @Test
    void aPromiseWithoutASensibleTimeIsRefusedBeforeAnythingLeaves() {
        int sent = heed.channel().sent().size();
        for (Instant when :
                List.of(story.in(Duration.ZERO), story.in(Duration.ofDays(367)), Instant.MAX, Instant.MIN)) {
            assertThatThrownBy(() ->
                            story.answered(ticket, Commitments.none().promise(PromiseKind.ACTION, "a refund", when)))
                    .isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> story.answered(ticket, Commitments.none().renegotiate(promise.id(), when)))
                    .isInstanceOf(InvalidInputException.class);
        }
        story.run();
        assertThat(heed.channel().sent()).hasSize(sent);
    }

    @Test
    void aPromiseThatIsNotThereIsNotFound() {
        PromiseId unknown = new PromiseId(99);
        assertThatThrownBy(() -> heed.maria().keepPromise(ticket, unknown, "done"))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> story.ana().releasePromise(ticket, unknown)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> Story.reading(heed.maria(), ticket)
                        .reply(
                                ticket,
                                Reply.text("Done.", Signature.of(DeskExtension.MARIA)),
                                Commitments.none().keep(unknown)))
                .isInstanceOf(NotFoundException.class);
    }
}
