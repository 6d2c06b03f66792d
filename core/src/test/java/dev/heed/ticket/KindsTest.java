package dev.heed.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.InvalidInputException;
import dev.heed.error.PracticeCode;
import dev.heed.message.Author;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a customer came with, and what is decided about it. */
class KindsTest {
    private final TicketStory story = TicketStory.owned();

    @Test
    void areQuestionsUntilSomebodySortsThem() {
        assertThat(story.ticket().kind()).isEqualTo(TicketKind.QUESTION);
        assertThat(story.isClassifiedAs(TicketKind.PRAISE).ticket().kind()).isEqualTo(TicketKind.PRAISE);
    }

    @Test
    void changeForAReason() {
        assertThatThrownBy(() ->
                        story.then(new LifecycleCommand.Classify(TicketKind.PRAISE, TicketStory.MARIA, true, " ")))
                .isInstanceOf(InvalidInputException.class);
    }

    @Nested
    class AComplaint {
        private final TicketStory complaint = story.isClassifiedAs(TicketKind.COMPLAINT);

        @ParameterizedTest
        @EnumSource(names = {"SPAM", "DUPLICATE"})
        void cannotBePutAside(Exemption exemption) {
            Refusal.with(PracticeCode.COMPLAINT_DISMISSED, () -> complaint.isExempted(exemption));
        }

        @ParameterizedTest
        @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "COMPLAINT")
        void cannotBeMadeSomethingElseByAnAgent(TicketKind kind) {
            Refusal.with(PracticeCode.COMPLAINT_DISMISSED, () -> complaint.isClassifiedAs(kind));
        }

        @Test
        void canBeMadeSomethingElseByAnOwnerOfTheShop() {
            complaint.then(new LifecycleCommand.Classify(TicketKind.PRAISE, TicketStory.OWNER, true, "It was irony."));
            assertThat(complaint.ticket().kind()).isEqualTo(TicketKind.PRAISE);
        }

        @Test
        void isClosedLikeEverythingElseByItsCustomer() {
            complaint.agentProposesSolution().customerConfirms();
            assertThat(complaint.ticket().status()).isEqualTo(TicketStatus.CLOSED);
        }
    }

    @Nested
    class ADecisionAgainstTheCustomer {
        @Test
        void hasAReasonAndAWayOfAppeal() {
            Refusal.with(PracticeCode.ADVERSE_WITHOUT_REASON, () -> new AdverseDecision(" ", "Write to Jana."));
            Refusal.with(PracticeCode.ADVERSE_WITHOUT_REASON, () -> new AdverseDecision("It is too old.", " "));
        }

        @Test
        void isOnTheRecordWithTheMessageThatSaysSo() {
            AdverseDecision decision = new AdverseDecision("It is too old.", "Write to Jana.");
            story.agentAnswers(Commitments.none().decideAgainst(decision));
            assertThat(story.history())
                    .contains(new LifecycleEvent.DecidedAgainst(
                            story.ticket().id(), story.now(), story.lastMessage(), decision));
        }
    }

    @Nested
    class AnAnswer {
        @Test
        void isAPersonsAndNotAPrograms() {
            Author bot = new Author.ByBot("Tracker", Optional.empty());
            assertThatThrownBy(() -> story.then(new ConversationCommand.Answer(
                            TicketStory.automatic("bot", story.now(), bot), Commitments.none())))
                    .isInstanceOf(InvalidInputException.class);
        }

        @Test
        void onlyProposesASolution() {
            for (Resolution resolution : Resolution.values()) {
                story.agentAnswers(Commitments.none().solve(resolution));
                assertThat(story.ticket().status()).isEqualTo(TicketStatus.SOLVED);
            }
        }
    }
}
