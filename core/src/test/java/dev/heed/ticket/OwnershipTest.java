package dev.heed.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.InvalidInputException;
import dev.heed.error.PracticeCode;
import dev.heed.promise.PromiseKind;
import dev.heed.ticket.OwnershipEvent.OwnerAssigned;
import dev.heed.ticket.OwnershipEvent.OwnerMissing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Somebody is responsible, and who was responsible before has said what there is to know. */
class OwnershipTest {
    private static final Duration SOON = Duration.ofMinutes(30);

    private final TicketStory story = TicketStory.opened();

    @Nested
    class WhatNobodyTook {
        @Test
        void isTheFallbacksAfterTheTimeTheShopAllowsItself() {
            Instant missed = TicketStory.START.plus(SOON);
            assertThat(story.wakeAt()).isEqualTo(missed);
            story.wakesAt(missed.minusNanos(1));
            assertThat(story.ticket().owner()).isEmpty();
            story.wakesAt(missed);
            assertThat(story.ticket().owner()).contains(TicketStory.OWNER);
            assertThat(story.latest()).hasAtLeastOneElementOfType(OwnerMissing.class);
        }

        @Test
        void isTheFallbacksEvenIfItWasAnswered() {
            story.agentProposesSolution().wakesAt(TicketStory.START.plus(SOON));
            assertThat(story.ticket().owner()).contains(TicketStory.OWNER);
        }

        @Test
        void isTheFallbacksEvenIfTheCustomerHadToBeAskedBefore() {
            TicketStory slow = TicketStory.opened(TicketPolicy.builder(TicketStory.HOURS)
                    .ownedWithin(Duration.ofHours(40))
                    .build());
            slow.agentProposesSolution().wakesAt(TicketStory.START.plus(Duration.ofDays(9)));
            assertThat(slow.ticket().owner()).contains(TicketStory.OWNER);
        }

        @Test
        void isTakenOnlyInWorkingHours() {
            TicketStory slow = TicketStory.opened(TicketPolicy.builder(TicketStory.HOURS)
                    .ownedWithin(Duration.ofHours(9))
                    .build());
            slow.wakesAt(TicketStory.START.plus(Duration.ofHours(20)));
            assertThat(slow.ticket().owner()).isEmpty();
            slow.wakesAt(TicketStory.START.plus(Duration.ofHours(25)));
            assertThat(slow.ticket().owner()).contains(TicketStory.OWNER);
        }
    }

    @Nested
    class WhoTookIt {
        @Test
        void keepsItWhenTimePasses() {
            story.isTakenBy(TicketStory.MARIA).wakesAt(TicketStory.START.plus(Duration.ofDays(30)));
            assertThat(story.ticket().owner()).contains(TicketStory.MARIA);
            assertThat(story.history()).doesNotHaveAnyElementsOfTypes(OwnerMissing.class);
        }

        @Test
        void cannotLoseItToSomebodyWhoJustTakesIt() {
            story.isTakenBy(TicketStory.MARIA);
            Refusal.with(PracticeCode.HANDOVER_WITHOUT_SUMMARY, () -> story.isTakenBy(TicketStory.JANA));
        }

        @Test
        void handsItOverWithASummary() {
            story.isTakenBy(TicketStory.MARIA).isHandedOverTo(TicketStory.JANA);
            assertThat(story.ticket().owner()).contains(TicketStory.JANA);
            assertThat(story.latest())
                    .first()
                    .isInstanceOfSatisfying(
                            OwnerAssigned.class,
                            assigned -> assertThat(assigned.summary()).isPresent());
        }

        @Test
        void cannotHandItOverWithoutASummary() {
            story.isTakenBy(TicketStory.MARIA);
            Refusal.with(
                    PracticeCode.HANDOVER_WITHOUT_SUMMARY,
                    () -> story.then(new OwnershipCommand.HandOver(TicketStory.JANA, "Goes home.", " ")));
        }

        @Test
        void isReplacedByTheDeputyWhileAway() {
            story.isTakenBy(TicketStory.MARIA).then(new OwnershipCommand.Deputise(TicketStory.MARIA, TicketStory.JANA));
            assertThat(story.ticket().owner()).contains(TicketStory.JANA);
        }

        @Test
        void isNotReplacedByTheDeputyOfSomebodyElse() {
            story.isTakenBy(TicketStory.MARIA).then(new OwnershipCommand.Deputise(TicketStory.OWNER, TicketStory.JANA));
            assertThat(story.ticket().owner()).contains(TicketStory.MARIA);
        }
    }

    @Test
    void theCustomerGetsThePersonWhoWasAskedFor() {
        story.then(new OwnershipCommand.Route(TicketStory.JANA, "Wrote to Jana."));
        assertThat(story.ticket().owner()).contains(TicketStory.JANA);
    }

    @Test
    void whoSpeaksFirstOnThePhoneIsResponsible() {
        story.callStarts(TicketStory.JANA);
        assertThat(story.ticket().owner()).contains(TicketStory.JANA);
    }

    @Test
    void whatWasClosedAndOpensAgainStillHasItsOwner() {
        story.isTakenBy(TicketStory.MARIA)
                .agentProposesSolution()
                .customerConfirms()
                .customerWrites();
        assertThat(story.ticket().owner()).isEqualTo(Optional.of(TicketStory.MARIA));
    }

    @Nested
    class WhoBecomesResponsibleWithoutAWordFromTheOneBefore {
        @Test
        void isToldWhatTheHistorySays() {
            story.isTakenBy(TicketStory.MARIA)
                    .agentPromises(PromiseKind.ACTION, story.now().plusSeconds(9000));
            story.customerWrites();
            for (TicketCommand command : List.of(
                    new OwnershipCommand.Deputise(TicketStory.MARIA, TicketStory.JANA),
                    new OwnershipCommand.Route(TicketStory.OWNER, "Was asked for."))) {
                String before = story.ticket().owner().orElseThrow().value();
                story.then(command);
                assertThat(summary())
                        .hasValueSatisfying(summary -> assertThat(summary)
                                .contains(before, "QUESTION", "OPEN", "not answered", "2 ACTION", "3 REPLY"));
            }
        }

        @Test
        void repeatsNothingThatTheCustomerWrote() {
            story.isTakenBy(TicketStory.MARIA).then(new OwnershipCommand.Deputise(TicketStory.MARIA, TicketStory.JANA));
            assertThat(summary().orElseThrow()).doesNotContain("It is broken.");
        }

        @Test
        void needsNoSummaryWhereNobodyWasBefore() {
            story.isTakenBy(TicketStory.MARIA);
            assertThat(summary()).isEmpty();
        }

        private Optional<String> summary() {
            return story.latest().stream()
                    .filter(OwnerAssigned.class::isInstance)
                    .map(event -> ((OwnerAssigned) event).summary())
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Nested
    class WhoOverridesAWarning {
        private final TicketCommand take = new OwnershipCommand.Take(TicketStory.JANA, "Is free.");

        @Test
        void goesOnAndIsOnTheRecord() {
            story.isTakenBy(TicketStory.MARIA).then(overruled(PracticeCode.HANDOVER_WITHOUT_SUMMARY, "Maria is ill."));
            assertThat(story.ticket().owner()).contains(TicketStory.JANA);
            assertThat(story.latest())
                    .first()
                    .isEqualTo(new LifecycleEvent.Overridden(
                            story.ticket().id(),
                            story.now(),
                            PracticeCode.HANDOVER_WITHOUT_SUMMARY,
                            TicketStory.JANA,
                            "Maria is ill."));
        }

        @Test
        void isNotOnTheRecordWhereNothingWarned() {
            story.then(overruled(PracticeCode.HANDOVER_WITHOUT_SUMMARY, "Maria is ill."));
            assertThat(story.history()).doesNotHaveAnyElementsOfTypes(LifecycleEvent.Overridden.class);
        }

        @Test
        void hasAReason() {
            assertThatThrownBy(() -> story.then(overruled(PracticeCode.HANDOVER_WITHOUT_SUMMARY, " ")))
                    .isInstanceOf(InvalidInputException.class);
        }

        @Test
        void cannotOverrideWhatBlocks() {
            Refusal.with(
                    PracticeCode.OPEN_PROMISE,
                    () -> story.then(overruled(PracticeCode.OPEN_PROMISE, "Is in a hurry.")));
        }

        private TicketCommand overruled(PracticeCode code, String reason) {
            return new TicketCommand.Overrule(take, code, TicketStory.JANA, reason);
        }
    }
}
