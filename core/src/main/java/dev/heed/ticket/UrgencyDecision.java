package dev.heed.ticket;

import dev.heed.error.PracticeCode;
import dev.heed.ticket.ListeningEvent.MoodSet;
import dev.heed.ticket.ListeningEvent.PrioritySet;
import java.util.Optional;

/** P44: how urgent it is, and how the customer feels. Raised freely, lowered with a reason. */
final class UrgencyDecision {
    private final Steps steps;
    private final TicketState state;

    UrgencyDecision(Steps steps) {
        this.steps = steps;
        this.state = steps.state;
    }

    void on(ListeningCommand command) {
        if (command instanceof ListeningCommand.SetPriority set) {
            Priority before = state.understanding.priority();
            requireReason(before, set.priority(), set.reason());
            if (set.priority() != before) {
                steps.add(new PrioritySet(steps.id, steps.now, set.priority(), set.by(), words(set.reason())));
            }
        } else if (command instanceof ListeningCommand.SetMood set) {
            Mood before = state.understanding.mood();
            requireReason(before, set.mood(), set.reason());
            if (set.mood() != before) {
                steps.add(new MoodSet(steps.id, steps.now, set.mood(), set.by(), words(set.reason())));
            }
        }
    }

    private static Optional<String> words(String reason) {
        return Optional.of(reason).filter(words -> !words.isBlank());
    }

    private <E extends Enum<E>> void requireReason(E before, E after, String reason) {
        if (after.compareTo(before) < 0 && reason.isBlank()) {
            steps.warn(
                    PracticeCode.LOWERED_WITHOUT_REASON,
                    "is " + before + " and would be " + after + " without a reason.",
                    "Say why it is less now.");
        }
    }
}
