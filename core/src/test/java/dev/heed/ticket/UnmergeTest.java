package dev.heed.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.InvalidInputException;
import dev.heed.message.MessageId;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseKind;
import dev.heed.promise.PromiseState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What goes back to a duplicate that goes on by itself again, and what stays where it went on. */
class UnmergeTest {
    private final TwoTickets two = new TwoTickets();

    private static List<Promise> open(Ticket ticket, PromiseKind kind) {
        return ticket.openPromises().stream()
                .filter(promise -> promise.kind() == kind)
                .toList();
    }

    private void targetIsAnswered() {
        two.onTarget(two.answers(Commitments.none()));
    }

    private void duplicateIsAnswered() {
        two.onDuplicate(two.answers(Commitments.none()));
    }

    @Nested
    class AtOnce {
        @Test
        void twoCustomersWhoWaitWaitAsTheyDid() {
            two.after(Duration.ofHours(1));
            restores();
        }

        @Test
        void whoWaitsSoonerWaitsThereAndTheOtherAsBefore() {
            two.onTarget(two.answers(Commitments.none()));
            two.after(Duration.ofHours(2)).onTarget(two.writes());
            restores();
        }

        @Test
        void aSolvedTicketIsSolvedAgainAndWasNotOpenedAgain() {
            two.onTarget(two.answers(Commitments.none().solve(Resolution.FIXED)));
            restores();
        }

        @Test
        void aHeldOneIsHeldAgain() {
            targetIsAnswered();
            Instant until = two.now.plus(Duration.ofDays(3));
            two.onTarget(TicketStory.hold(until));
            restores();
            assertThat(two.target.heldUntil()).contains(until);
        }

        @Test
        void aDuplicateThatWaitsForTheCustomerDoesSoAgain() {
            duplicateIsAnswered();
            restores();
            assertThat(two.duplicate.status()).isEqualTo(TicketStatus.PENDING);
        }

        @Test
        void aDisagreementIsWhereItWas() {
            two.onDuplicate(new ConversationCommand.Receive(two.inbound(), TicketStory.expectedFrom(two.now), true));
            restores();
            assertThat(two.duplicate.disputed()).isTrue();
            assertThat(two.target.disputed()).isFalse();
        }

        @Test
        void anAnswerInAQueueIsInTheQueueAgainAndNothingIsOwedTwice() {
            two.onDuplicate(new OwnershipCommand.Take(TicketStory.MARIA, "Is free."));
            duplicateIsAnswered();
            two.onDuplicate(
                    new DeliveryCommand.RecordDelay(two.duplicate.lastAnswer().orElseThrow(), "busy"));
            targetIsAnswered();
            restores();
            assertThat(two.duplicate.wakeAt(TicketStory.POLICY))
                    .contains(TicketStory.expectedFrom(TicketStory.START).at());
        }

        @Test
        void anAnswerThatWasLostIsLostStill() {
            duplicateIsAnswered();
            two.onDuplicate(
                    new DeliveryCommand.RecordFailure(two.duplicate.lastAnswer().orElseThrow(), "mailbox full"));
            restores();
        }

        private void restores() {
            List<Object> duplicate = TwoTickets.observable(two.duplicate);
            List<Object> target = TwoTickets.observable(two.target);
            Optional<Instant> wakesDuplicate = two.duplicate.wakeAt(TicketStory.POLICY);
            Optional<Instant> wakesTarget = two.target.wakeAt(TicketStory.POLICY);
            List<Promise> promised = two.duplicate.promises();
            two.merge().unmerge();
            assertThat(TwoTickets.observable(two.duplicate)).isEqualTo(duplicate);
            assertThat(TwoTickets.observable(two.target)).isEqualTo(target);
            assertThat(two.duplicate.promises()).isEqualTo(promised);
            assertThat(two.duplicate.wakeAt(TicketStory.POLICY)).isEqualTo(wakesDuplicate);
            assertThat(two.target.wakeAt(TicketStory.POLICY)).isEqualTo(wakesTarget);
        }
    }

    @Test
    void anAnswerSinceAnswersTheDuplicateToo() {
        two.merge().after(Duration.ofHours(1)).onTarget(two.answers(Commitments.none()));
        Instant answered = two.now;
        two.after(Duration.ofHours(1)).unmerge();
        assertThat(two.duplicate.status()).isEqualTo(TicketStatus.PENDING);
        assertThat(two.duplicate.expected()).isEmpty();
        assertThat(two.duplicate.firstAnsweredAt()).contains(answered);
        assertThat(two.duplicate.openPromises()).isEmpty();
        assertThat(two.target.openPromises()).isEmpty();
    }

    @Test
    void anAnswerSinceThatIsKnownToBeLostAnswersNobody() {
        two.merge().onTarget(two.answers(Commitments.none()));
        two.onTarget(new DeliveryCommand.RecordFailure(two.target.lastAnswer().orElseThrow(), "mailbox full"));
        two.unmerge();
        assertThat(two.duplicate.status()).isEqualTo(TicketStatus.NEW);
        assertThat(open(two.duplicate, PromiseKind.REPLY)).hasSize(1);
        assertThat(open(two.target, PromiseKind.REPLY)).hasSize(1);
    }

    @Test
    void aMessageThatCameThroughTheDuplicateGoesOnThereWithTheWaiting() {
        targetIsAnswered();
        duplicateIsAnswered();
        two.merge().after(Duration.ofHours(1)).onTarget(two.writes(TwoTickets.FIRST));
        MessageId question = two.target.messages().get(2).id();
        ExpectedReply told = two.target.expected().orElseThrow();
        two.after(Duration.ofHours(1)).unmerge();
        assertThat(two.target.movedTo(question)).contains(TwoTickets.FIRST);
        assertThat(two.target.status()).isEqualTo(TicketStatus.PENDING);
        assertThat(two.target.openPromises()).isEmpty();
        assertThat(two.duplicate.messages()).extracting(message -> message.id()).contains(question);
        assertThat(two.duplicate.expected()).contains(told);
        assertThat(two.duplicate.status()).isEqualTo(TicketStatus.OPEN);
    }

    @Test
    void whoWritesToBothWaitsInBoth() {
        targetIsAnswered();
        duplicateIsAnswered();
        two.merge().after(Duration.ofHours(1)).onTarget(two.writes(TwoTickets.FIRST));
        two.after(Duration.ofHours(1)).onTarget(two.writes()).unmerge();
        assertThat(open(two.target, PromiseKind.REPLY)).hasSize(1);
        assertThat(open(two.duplicate, PromiseKind.REPLY)).hasSize(1);
        assertThat(two.target.status()).isEqualTo(TicketStatus.OPEN);
    }

    @Test
    void aMessageThroughTheDuplicateThatWasAnsweredGoesOnThereAndNobodyWaits() {
        targetIsAnswered();
        two.merge().after(Duration.ofHours(1)).onTarget(two.writes(TwoTickets.FIRST));
        two.after(Duration.ofHours(1)).onTarget(two.answers(Commitments.none()));
        two.after(Duration.ofHours(1)).unmerge();
        assertThat(two.duplicate.status()).isEqualTo(TicketStatus.PENDING);
        assertThat(two.duplicate.messages()).hasSize(2);
        assertThat(two.target.status()).isEqualTo(TicketStatus.PENDING);
        assertThat(TwoTickets.waits(two.target) || TwoTickets.waits(two.duplicate))
                .isFalse();
    }

    @Test
    void whatIsLateBecauseOfTheDuplicateAloneIsLateThereAndTheApologyIsOwedOnce() {
        targetIsAnswered();
        two.merge().after(Duration.ofHours(9)).onTarget(new TimeCommand.Wake(TicketStory.OWNER, true));
        Instant due = open(two.target, PromiseKind.APOLOGY).get(0).due();
        two.unmerge();
        assertThat(two.target.openPromises()).isEmpty();
        assertThat(two.target.overdue()).isFalse();
        assertThat(two.duplicate.overdue()).isTrue();
        assertThat(two.duplicate.expected()).isPresent();
        assertThat(two.duplicate.openPromises()).singleElement().satisfies(promise -> {
            assertThat(promise.kind()).isEqualTo(PromiseKind.APOLOGY);
            assertThat(promise.due()).isEqualTo(due);
        });
        two.onDuplicate(two.answers(Commitments.none().apologise()));
        assertThat(two.duplicate.openPromises()).isEmpty();
    }

    @Test
    void whatALostLetterOfTheDuplicateHadKeptGoesBackAndIsOwedOnce() {
        Instant due = two.now.plus(Duration.ofHours(50));
        two.onDuplicate(two.answers(Commitments.none().promise(PromiseKind.FIND_OUT, "where it is", due)));
        Promise told = two.duplicate.openPromises().get(0);
        two.onDuplicate(two.answers(Commitments.none().keep(told.id())));
        MessageId letter = two.duplicate.lastAnswer().orElseThrow();
        two.merge();
        DeliveryCommand.RecordOwedElsewhere owed = DeliveryCommand.RecordOwedElsewhere.ofLost(two.duplicate, letter);
        two.onDuplicate(new DeliveryCommand.RecordBounce(letter, "no mailbox")).onTarget(owed);
        assertThat(open(two.target, PromiseKind.FIND_OUT)).hasSize(1);
        two.unmerge();
        assertThat(open(two.target, PromiseKind.FIND_OUT)).isEmpty();
        assertThat(open(two.duplicate, PromiseKind.FIND_OUT))
                .singleElement()
                .satisfies(promise -> assertThat(promise.due()).isEqualTo(due));
    }

    @Test
    void mergedAndUnmergedTwiceItStandsAsItStood() {
        List<Object> duplicate = TwoTickets.observable(two.duplicate);
        List<Object> target = TwoTickets.observable(two.target);
        two.merge().unmerge().merge().unmerge();
        assertThat(TwoTickets.observable(two.duplicate)).isEqualTo(duplicate);
        assertThat(TwoTickets.observable(two.target)).isEqualTo(target);
        assertThat(two.duplicate.promises()).extracting(Promise::state).containsExactly(PromiseState.OPEN);
    }

    @Test
    void whatIsNoDuplicateCannotBeUnmerged() {
        assertThatThrownBy(two::unmerge)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("no duplicate");
    }

    @Test
    void whatGoesOnWhereTheCustomerWasForgottenStaysThere() {
        two.merge()
                .onTarget(new LifecycleCommand.Exempt(
                        Exemption.CUSTOMER_ERASED, TicketStory.MARIA, "Asked for it.", Optional.empty()));
        assertThatThrownBy(two::unmerge)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("forgotten");
    }

    @Test
    void anUnmergeHasAReason() {
        two.merge();
        assertThatThrownBy(() ->
                        two.onTarget(new StructureCommand.Release(TwoTickets.FIRST, 1001, TicketStory.MARIA, " ")))
                .isInstanceOf(InvalidInputException.class);
        StructureCommand.Unmerge unmerge =
                StructureCommand.Unmerge.from(two.target, two.duplicate, TicketStory.MARIA, " ", two.context());
        assertThatThrownBy(() -> two.onDuplicate(unmerge)).isInstanceOf(InvalidInputException.class);
    }
}
