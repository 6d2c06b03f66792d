package dev.heed.testkit.scenario;

import static dev.heed.testkit.HeedAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.error.PracticeCode;
import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseKind;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.spi.channel.SendOutcome;
import dev.heed.spi.store.OutboxEntry;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.Closing;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.ConversationEvent.Reminded;
import dev.heed.ticket.Exemption;
import dev.heed.ticket.ExpectedReply;
import dev.heed.ticket.LifecycleEvent.Absorbed;
import dev.heed.ticket.PromiseEvent.PromiseBroken;
import dev.heed.ticket.Resolution;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketKind;
import dev.heed.ticket.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The few closings without the customer; a duplicate goes on in another ticket and nothing of it is lost. */
class MergeScenarioTest {
    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(Story::withColleagues);

    private final Story story = new Story(heed);
    private TicketId first;
    private OutboundMessage acknowledged;
    private TicketId second;

    @BeforeEach
    void aCustomerWritesTwice() {
        first = story.written("Where is my parcel?");
        acknowledged = heed.channel().lastSent();
        story.passes(Duration.ofHours(1));
        second = story.written("Where is my parcel, please?");
    }

    private Ticket merge(TicketId duplicate, TicketId into) {
        return heed.maria().mergeInto(duplicate, into, "the same parcel");
    }

    @Test
    void whatALetterOfADuplicateHadKeptIsOwedWhereItGoesOnWhenItComesBack() {
        story.answered(first, Commitments.none().solve(Resolution.ANSWERED));
        Promise told = story.promised(second, PromiseKind.FIND_OUT, story.in(Duration.ofHours(50)));
        story.answered(second, Commitments.none().keep(told.id()));
        OutboundMessage letter = heed.channel().lastSent();
        merge(second, first);
        story.comesBack(letter);
        assertThat(story.ticket(first).openPromises())
                .filteredOn(promise -> promise.kind() == PromiseKind.FIND_OUT)
                .singleElement()
                .satisfies(promise -> assertThat(promise.due()).isEqualTo(told.due()));
        story.answered(first, Commitments.none().solve(Resolution.ANSWERED)); // arrives, and says nothing of it
        story.passesSlowly(Duration.ofDays(20));
        assertThat(story.ticket(first).status()).isNotEqualTo(TicketStatus.CLOSED);
    }

    @Test
    void whatALetterOfADuplicateHadKeptIsOwedOnceHoweverOftenItComesBack() {
        Promise told = story.promised(second, PromiseKind.FIND_OUT, story.in(Duration.ofHours(50)));
        story.answered(second, Commitments.none().keep(told.id()));
        OutboundMessage letter = heed.channel().lastSent();
        merge(second, first);
        story.comesBack(letter);
        story.comesBack(letter);
        assertThat(story.ticket(first).openPromises())
                .filteredOn(promise -> promise.kind() == PromiseKind.FIND_OUT)
                .hasSize(1);
    }

    @Test
    void whoWasNotReachedByTheOnlyAnswerToADuplicateWaitsWhereItGoesOn() {
        story.answered(first, Commitments.none());
        Story.reading(heed.maria(), second).reply(second, "Yes.");
        merge(second, first);
        heed.gateway().next(new SendOutcome.Rejected("550"));
        story.run();
        assertThat(story.ticket(first).expected()).isPresent();
        assertThat(heed.maria().queue(9)).extracting(Ticket::id).contains(first);
    }

    @Test
    void anAnswerToADuplicateThatWaitsInAQueueIsWaitedForWhereItGoesOn() {
        Instant told = story.ticket(second).expected().orElseThrow().at();
        story.answered(first, Commitments.none());
        heed.gateway().next(new SendOutcome.Failed("busy", Optional.of(Duration.ofHours(2))));
        story.answered(second, Commitments.none());
        assertThat(merge(second, first).expected()).map(ExpectedReply::at).contains(told);
    }

    @Test
    void aLetterOfADuplicateThatWaitsOnlyAfterTheMergeHasKeptNothing() {
        story.answered(first, Commitments.none());
        Promise told = story.promised(second, PromiseKind.FIND_OUT, story.in(Duration.ofHours(5)));
        Reply words = Reply.text("It left.", Signature.of(DeskExtension.MARIA));
        Story.reading(heed.maria(), second)
                .reply(second, words, Commitments.none().keep(told.id()));
        merge(second, first);
        heed.gateway().next(new SendOutcome.Failed("busy", Optional.of(Duration.ofHours(40))));
        story.run();
        assertThat(story.ticket(first).openPromises()).extracting(Promise::due).contains(told.due());
    }

    @Test
    void aLetterOfADuplicateThatWasOpenedAgainIsOwedThere() {
        story.answered(first, Commitments.none());
        Promise told = story.promised(second, PromiseKind.FIND_OUT, story.in(Duration.ofHours(50)));
        story.answered(second, Commitments.none().keep(told.id()));
        OutboundMessage letter = heed.channel().lastSent();
        merge(second, first);
        heed.maria().structure().unmerge(second, "another matter");
        story.comesBack(letter);
        assertThat(story.ticket(second).openPromises()).extracting(Promise::id).contains(told.id());
    }

    @Test
    void silenceBeginsAnewWhereAnotherTicketGoesOn() {
        story.answered(second, Commitments.none());
        while (story.events(Reminded.class).size() < 2) {
            story.passes(Duration.ofHours(1));
        }
        story.answered(first, Commitments.none().apologise());
        merge(first, second);
        story.passesSlowly(Duration.ofDays(4));
        assertThat(story.ticket(second).status()).isNotEqualTo(TicketStatus.CLOSED);
    }

    @Test
    void whatADuplicateWasAnsweredIsNoSpamWhereItGoesOn() {
        story.answered(first, Commitments.none());
        merge(first, second);
        Refusals.refused(
                heed, PracticeCode.CLOSE_NOT_CONFIRMED, () -> heed.maria().markSpam(second, "spam"));
    }

    @Test
    void aLetterOfADuplicateWithATimeThatNobodyKeepsIsNotSentAgain() {
        Promise told = story.promised(second, PromiseKind.FIND_OUT, story.in(Duration.ofHours(5)));
        heed.gateway().next(new SendOutcome.Rejected("550"));
        story.answered(second, Commitments.none().renegotiate(told.id(), story.in(Duration.ofHours(300))));
        story.passesSlowly(Duration.ofHours(6));
        story.answered(second, Commitments.none().apologise());
        merge(second, first);
        OutboxEntry dead = heed.desk().backoffice().deadLetters().get(0);
        assertThatThrownBy(() -> heed.desk().backoffice().redrive(dead.id()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("goes on");
    }

    @Test
    void theCustomerWaitsNoLongerThanWasPromisedInEither() {
        ExpectedReply sooner = story.ticket(first).expected().orElseThrow();
        Ticket after = merge(first, second);

        assertThat(after.expected()).map(ExpectedReply::at).contains(sooner.at());
        assertThat(story.ticket(first)).isClosedBy(Closing.Exempt.class).hasNoOpenPromise();
        assertThat(story.events(Absorbed.class)).extracting(Absorbed::duplicate).containsExactly(first);
        story.comes(sooner.at());
        assertThat(story.events(PromiseBroken.class)).hasSize(1);
    }

    @Test
    void whatWasSolvedIsOpenAgain() {
        story.answered(first, Commitments.none().solve(Resolution.ANSWERED));
        merge(second, first);

        assertThat(story.ticket(first)).hasStatus(TicketStatus.OPEN).hasOpenPromise(PromiseKind.REPLY);
        assertThat(story.ticket(first).reopenCount()).isEqualTo(1);
        assertThat(heed.maria().queue(5)).extracting(Ticket::id).containsExactly(first);
        Refusals.refused(heed, PracticeCode.NO_FINAL_MESSAGE, () -> story.ana().confirmSolved(first));
    }

    @Test
    void whatWasHeldForLongIsTakenUpAgain() {
        story.answered(first, Commitments.none());
        heed.maria().holdUntold(first, story.in(Duration.ofDays(30)), "the carrier", "She knows.");
        merge(second, first);
        assertThat(story.ticket(first)).hasStatus(TicketStatus.OPEN);
        assertThat(story.ticket(first).heldUntil()).isEmpty();
    }

    @Test
    void aDisagreementIsNotForgotten() {
        story.ana().disagree(second, "It is not here.");
        story.answered(second, Commitments.none());
        story.answered(first, Commitments.none().solve(Resolution.ANSWERED));
        merge(second, first);
        story.passesSlowly(Duration.ofDays(40));
        assertThat(story.ticket(first)).hasStatus(TicketStatus.SOLVED);
    }

    @Test
    void answersToTheDuplicateArriveWhereItGoesOnHoweverLongTheChain() {
        TicketId third = story.written("Hello?");
        merge(first, second);
        merge(second, third);
        heed.channel().answer(Story.ANA, acknowledged, "It came.");
        story.run();
        story.ana().write(first, "And it is broken.");

        assertThat(story.ticket(third)).hasMessages(3 + 1);
        assertThat(story.ticket(first)).hasMessages(2);
        assertThat(story.ana().getTicket(first).status()).isEqualTo(TicketStatus.CLOSED);
    }

    @Nested
    class IsRefused {
        @Test
        void whileAPersonHasPromisedSomethingInTheDuplicate() {
            story.promised(first, PromiseKind.ACTION, story.in(Duration.ofDays(2)));
            Refusals.refused(heed, PracticeCode.OPEN_PROMISE, () -> merge(first, second));
        }

        @Test
        void whileTheDuplicateOwesAnApology() {
            story.comes(story.ticket(first).expected().orElseThrow().at());
            Refusals.refused(heed, PracticeCode.OPEN_PROMISE, () -> merge(first, second));
        }

        @Test
        void forAComplaint() {
            heed.maria().classify(first, TicketKind.COMPLAINT, "She is angry.");
            Refusals.refused(heed, PracticeCode.COMPLAINT_DISMISSED, () -> merge(first, second));
            Refusals.refused(
                    heed, PracticeCode.COMPLAINT_DISMISSED, () -> heed.maria().markSpam(first, "spam"));
        }

        @Test
        void intoAClosedOneOrItselfOrAnUnknownOrAForeignOne() {
            heed.channel().receive("eve@example.com", "I am Eve.");
            story.run();
            TicketId eves = heed.tickets().get(2).id();
            story.answered(first, Commitments.none());
            story.ana().confirmSolved(first);
            Ticket before = story.ticket(second);
            for (TicketId into : List.of(first, second, eves)) {
                assertThatThrownBy(() -> merge(second, into)).isInstanceOf(InvalidInputException.class);
            }
            assertThatThrownBy(() -> merge(second, new TicketId(new UUID(1, 1))))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> merge(first, second)).isInstanceOf(InvalidInputException.class);
            assertThat(story.ticket(second)).isEqualTo(before);
        }

        @Test
        void withoutAReason() {
            assertThatThrownBy(() -> heed.maria().mergeInto(first, second, " "))
                    .isInstanceOf(InvalidInputException.class);
        }
    }

    @Test
    void thePromisesOfTheOtherTicketStay() {
        Promise promise = story.promised(second, PromiseKind.ACTION, story.in(Duration.ofDays(2)));
        merge(first, second);
        assertThat(story.ticket(second).openPromises()).contains(promise);
    }

    @Test
    void allClosingsWithoutTheCustomerAreReportedWithTheirReasons() {
        TicketId spam = story.written("Buy now");
        heed.maria().markSpam(spam, "It sells watches.");
        merge(first, second);
        heed.maria().classify(second, TicketKind.COMPLAINT, "She is angry.");
        story.promised(second, PromiseKind.ACTION, story.in(Duration.ofDays(2)));
        heed.desk().backoffice().closeErased(second, Story.OLGA.id(), "She wants to be forgotten.");

        assertThat(heed.desk().backoffice().exemptedTickets(9))
                .extracting(ticket -> ((Closing.Exempt) ticket.closing().orElseThrow()).exemption())
                .containsExactlyInAnyOrder(Exemption.SPAM, Exemption.DUPLICATE, Exemption.CUSTOMER_ERASED);
        assertThat(heed.desk().backoffice().exemptedTickets(9))
                .allSatisfy(
                        ticket -> assertThat(((Closing.Exempt) ticket.closing().orElseThrow()).reason())
                                .isNotBlank());
    }

    @Test
    void whatWasNoSpamOpensWhenItsAuthorWritesAgain() {
        heed.maria().markSpam(first, "It looks like it.");
        heed.channel().answer(Story.ANA, acknowledged, "I am a human being.");
        story.run();
        assertThat(story.ticket(first)).hasStatus(TicketStatus.OPEN).hasOpenPromise(PromiseKind.REPLY);
    }

    @Test
    void whatAPersonHasAnsweredIsNoSpam() {
        story.answered(first, Commitments.none());
        Refusals.refused(
                heed, PracticeCode.CLOSE_NOT_CONFIRMED, () -> heed.maria().markSpam(first, "spam"));
    }

    @Test
    void whatWasSaidInADuplicateAndDidNotArriveIsKnownWhereItGoesOn() {
        story.answered(second, Commitments.none().solve(Resolution.ANSWERED));
        OutboundMessage answer = heed.channel().lastSent();
        merge(second, first);
        story.answered(first, Commitments.none().solve(Resolution.ANSWERED));
        story.comesBack(answer);

        assertThat(story.ticket(first).unreachable()).isTrue();
        assertThat(story.ticket(second)).isClosedBy(Closing.Exempt.class);
    }

    @Test
    void whoConfirmsADuplicateConfirmsWhereItGoesOn() {
        merge(second, first);
        story.answered(first, Commitments.none().solve(Resolution.ANSWERED));
        story.ana().confirmSolved(second);
        assertThat(story.ticket(first)).isClosedBy(Closing.Confirmed.class);
    }
}
