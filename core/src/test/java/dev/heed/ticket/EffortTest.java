package dev.heed.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.promise.PromiseKind;
import dev.heed.ticket.OwnershipEvent.ExpertNeeded;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who has had a ticket in hand for long without a step forward asks somebody who knows more. */
class EffortTest {
    private static final Duration BOX = Duration.ofHours(3);
    private static final Instant LATER = TicketStory.START.plus(Duration.ofHours(2));

    private final TicketStory story = TicketStory.owned(
            TicketPolicy.builder(TicketStory.HOURS).consultExpertAfter(BOX).build());

    private long needed() {
        return story.history().stream().filter(ExpertNeeded.class::isInstance).count();
    }

    @Test
    void anExpertIsNeededOnceWhenTheTimeIsUp() {
        Instant up = story.now().plus(BOX);
        story.wakesAt(up.minusNanos(1));
        assertThat(needed()).isZero();
        story.wakesAt(up);
        assertThat(needed()).isEqualTo(1);
        story.wakesAt(up.plus(Duration.ofDays(9)));
        assertThat(needed()).isEqualTo(1);
    }

    @Test
    void thatIsTheNextThingToDo() {
        story.wakesAt(story.now().plus(BOX));
        assertThat(story.ticket().nextAction(story.policy()))
                .contains(new NextAction(
                        NextAction.Kind.CONSULT_EXPERT,
                        story.now().plus(Duration.ofHours(1)),
                        java.util.Optional.empty()));
        story.agentAnswers();
        assertThat(story.ticket().nextAction(story.policy()).map(NextAction::kind))
                .contains(NextAction.Kind.REMIND_CUSTOMER);
    }

    @TestFactory
    Stream<DynamicTest> theTimeBeginsAnewWithEachStepForward() {
        return Stream.<Consumer<TicketStory>>of(
                        it -> it.isHandedOverTo(TicketStory.JANA),
                        it -> it.agentAnswers().customerWrites(),
                        it -> it.callStarts(TicketStory.MARIA)
                                .callEnds(TicketStory.MARIA, new CallOutcome.CustomerEnded()))
                .map(step -> DynamicTest.dynamicTest("a step", () -> {
                    TicketStory other = TicketStory.owned(story.policy());
                    other.at(LATER);
                    step.accept(other);
                    Instant since = other.now();
                    other.wakesAt(since.plus(BOX).minusNanos(1));
                    assertThat(other.history()).doesNotHaveAnyElementsOfTypes(ExpertNeeded.class);
                    other.wakesAt(since.plus(BOX));
                    assertThat(other.history()).hasAtLeastOneElementOfType(ExpertNeeded.class);
                }));
    }

    @Test
    void noTimePassesWhileTheNextStepIsTheCustomersOrAnybodyElses() {
        story.agentPromises(PromiseKind.ACTION, story.now().plus(Duration.ofDays(20)));
        story.wakesAt(TicketStory.START.plus(Duration.ofDays(9)));
        assertThat(needed()).isZero();
        story.isHeldUntil(story.now().plus(Duration.ofDays(9)));
        story.wakesAt(story.now().plus(Duration.ofDays(8)));
        assertThat(needed()).isZero();
    }
}
