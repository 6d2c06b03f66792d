package dev.heed.ticket;

import static dev.heed.ticket.TicketStory.MARIA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.error.PracticeCode;
import dev.heed.ticket.LifecycleEvent.Overridden;
import dev.heed.ticket.ListeningEvent.MoodSet;
import dev.heed.ticket.ListeningEvent.PrioritySet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** P44: raised freely, lowered with a reason. */
class UrgencyTest {
    private final TicketStory story = TicketStory.owned();

    private static ListeningCommand priority(Priority priority, String reason) {
        return new ListeningCommand.SetPriority(priority, MARIA, reason);
    }

    private static ListeningCommand mood(Mood mood, String reason) {
        return new ListeningCommand.SetMood(mood, MARIA, reason);
    }

    private Priority priority() {
        return story.ticket().understanding().priority();
    }

    @Test
    void itIsNormalAndCalmUntilSomebodySaysOtherwise() {
        assertThat(priority()).isEqualTo(Priority.NORMAL);
        assertThat(story.ticket().understanding().mood()).isEqualTo(Mood.CALM);
    }

    @ParameterizedTest
    @EnumSource
    void aPriorityIsLoweredWithAReasonOnly(Priority to) {
        story.then(priority(Priority.HIGH, ""));
        if (to.compareTo(Priority.HIGH) < 0) {
            Refusal.with(PracticeCode.LOWERED_WITHOUT_REASON, () -> story.then(priority(to, " ")));
            assertThat(priority()).isEqualTo(Priority.HIGH);
            story.then(priority(to, "The wedding is over."));
        } else {
            story.then(priority(to, ""));
        }
        assertThat(priority()).isEqualTo(to);
    }

    @ParameterizedTest
    @EnumSource
    void aMoodIsLoweredWithAReasonOnly(Mood to) {
        story.then(mood(Mood.WORRIED, ""));
        if (to == Mood.CALM) {
            Refusal.with(PracticeCode.LOWERED_WITHOUT_REASON, () -> story.then(mood(to, "")));
            story.then(mood(to, "She laughed."));
            assertThat(story.latest())
                    .containsExactly(
                            new MoodSet(story.ticket().id(), story.now(), to, MARIA, Optional.of("She laughed.")));
        } else {
            story.then(mood(to, ""));
        }
        assertThat(story.ticket().understanding().mood()).isEqualTo(to);
    }

    @Test
    void theSameAgainChangesNothing() {
        story.then(priority(Priority.NORMAL, "")).then(mood(Mood.CALM, "She is."));
        assertThat(story.latest()).isEmpty();
    }

    @Test
    void whoLowersItWithoutAWordAllTheSameIsOnTheRecord() {
        story.then(priority(Priority.URGENT, "The shop burns."));
        story.then(new TicketCommand.Overrule(
                priority(Priority.LOW, ""), PracticeCode.LOWERED_WITHOUT_REASON, MARIA, "It was the wrong ticket."));
        assertThat(story.latest())
                .containsExactly(
                        new Overridden(
                                story.ticket().id(),
                                story.now(),
                                PracticeCode.LOWERED_WITHOUT_REASON,
                                MARIA,
                                "It was the wrong ticket."),
                        new PrioritySet(story.ticket().id(), story.now(), Priority.LOW, MARIA, Optional.empty()));
    }

    @Test
    void aDuplicateMakesItMoreUrgentAndNeverLess() {
        story.then(priority(Priority.URGENT, "")).then(mood(Mood.ANGRY, ""));
        TicketStory calm = TicketStory.owned();
        calm.then(ListeningCommand.TakeOver.of(story.ticket(), MARIA));
        assertThat(calm.ticket().understanding().priority()).isEqualTo(Priority.URGENT);
        assertThat(calm.ticket().understanding().mood()).isEqualTo(Mood.ANGRY);
        story.then(ListeningCommand.TakeOver.of(TicketStory.owned().ticket(), MARIA));
        assertThat(story.latest()).isEmpty();
        assertThat(priority()).isEqualTo(Priority.URGENT);
    }
}
