package dev.heed.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.NotFoundException;
import dev.heed.error.PracticeCode;
import dev.heed.message.Author;
import dev.heed.message.Direction;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.message.Seen;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** P34: an answer by somebody who has not seen what was said last. */
class StaleReplyTest {
    private final TicketStory story = TicketStory.owned();

    private ConversationCommand.Answer answerHavingSeen(MessageId last) {
        Message message = TicketStory.byAgent(story.now().plusSeconds(60), Direction.OUTBOUND);
        return new ConversationCommand.Answer(message, Commitments.none(), Seen.upTo(last));
    }

    @Nested
    class IsRefused {
        @Test
        void ifTheCustomerHasWrittenSince() {
            MessageId seen = story.lastMessage();
            story.customerWrites();
            Refusal.with(PracticeCode.STALE_REPLY, () -> story.then(answerHavingSeen(seen)));
        }

        @Test
        void ifAColleagueHasAnsweredSince() {
            MessageId seen = story.lastMessage();
            colleagueAnswers();
            Refusal.with(PracticeCode.STALE_REPLY, () -> story.then(answerHavingSeen(seen)));
        }

        @Test
        void unlessSomebodySaysWhyNot() {
            MessageId seen = story.lastMessage();
            story.customerWrites();
            story.then(new TicketCommand.Overrule(
                    answerHavingSeen(seen), PracticeCode.STALE_REPLY, TicketStory.MARIA, "She only says thank you."));
            assertThat(story.latest()).hasAtLeastOneElementOfType(LifecycleEvent.Overridden.class);
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.PENDING);
        }

        @Test
        void whateverItsAuthorSaysOfAMessageThatIsNotThere() {
            assertThatThrownBy(() -> story.then(answerHavingSeen(new MessageId("elsewhere"))))
                    .isInstanceOf(NotFoundException.class);
        }
    }

    @Nested
    class IsSent {
        @Test
        void onceItsAuthorHasSeenTheLastWord() {
            story.customerWrites();
            story.then(answerHavingSeen(story.lastMessage()));
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.PENDING);
        }

        @Test
        void ifOnlyProgramsWroteSince() {
            MessageId seen = story.lastMessage();
            story.isAcknowledged().botWrites().autoResponderWrites();
            story.then(answerHavingSeen(seen));
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.PENDING);
        }

        @Test
        void ifOnlyItsAuthorWroteSince() {
            MessageId seen = story.lastMessage();
            story.agentAnswers().agentNotes();
            story.then(answerHavingSeen(seen));
            assertThat(story.ticket().unseen(Seen.upTo(seen), new Author.ByAgent(TicketStory.MARIA)))
                    .isEmpty();
        }
    }

    @Test
    void isRefusedIfItsAuthorHasReadNothing() {
        Message message = TicketStory.byAgent(story.now().plusSeconds(60), Direction.OUTBOUND);
        ConversationCommand.Answer blind = new ConversationCommand.Answer(message, Commitments.none(), Seen.nothing());
        Refusal.with(PracticeCode.STALE_REPLY, () -> story.then(blind));
    }

    @Test
    void isShownWhatItsAuthorHasNotSeenInItsOrder() {
        MessageId seen = story.lastMessage();
        MessageId second = story.customerWrites().lastMessage();
        MessageId third = colleagueAnswers().lastMessage();
        assertThat(story.ticket().unseen(Seen.upTo(seen), new Author.ByAgent(TicketStory.MARIA)))
                .extracting(Message::id)
                .isEqualTo(List.of(second, third));
    }

    private TicketStory colleagueAnswers() {
        MessageId id = new MessageId("jana-" + story.now());
        Message answer = Message.builder(
                        id,
                        new Author.ByAgent(TicketStory.JANA),
                        Direction.OUTBOUND,
                        story.now().plusSeconds(60),
                        "It left.")
                .signature(TicketStory.byAgent(story.now(), Direction.OUTBOUND)
                        .signature()
                        .orElseThrow())
                .build();
        return story.then(new ConversationCommand.Answer(answer, Commitments.none()));
    }
}
