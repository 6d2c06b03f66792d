package dev.heed.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.error.PracticeCode;
import dev.heed.ticket.OwnershipEvent.OwnerAssigned;
import dev.heed.ticket.OwnershipEvent.OwnerMissing;
import java.time.Duration;
import java.time.Instant;
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
                    () -> story.then(new TicketCommand.HandOver(TicketStory.JANA, "Goes home.", " ")));
        }

        @Test
        void isReplacedByTheDeputyWhileAway() {
            story.isTakenBy(TicketStory.MARIA).then(new TicketCommand.Deputise(TicketStory.MARIA, TicketStory.JANA));
            assertThat(story.ticket().owner()).contains(TicketStory.JANA);
        }

        @Test
        void isNotReplacedByTheDeputyOfSomebodyElse() {
            story.isTakenBy(TicketStory.MARIA).then(new TicketCommand.Deputise(TicketStory.OWNER, TicketStory.JANA));
            assertThat(story.ticket().owner()).contains(TicketStory.MARIA);
        }
    }

    @Test
    void theCustomerGetsThePersonWhoWasAskedFor() {
        story.then(new TicketCommand.Route(TicketStory.JANA, "Wrote to Jana."));
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
}
