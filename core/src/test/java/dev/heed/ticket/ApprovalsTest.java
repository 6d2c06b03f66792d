package dev.heed.ticket;

import static dev.heed.ticket.TicketStory.JANA;
import static dev.heed.ticket.TicketStory.MARIA;
import static dev.heed.ticket.TicketStory.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.HeedException;
import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.error.PracticeCode;
import dev.heed.message.FactKey;
import dev.heed.people.AgentId;
import dev.heed.ticket.ApprovalEvent.ApprovalExpired;
import dev.heed.ticket.ApprovalEvent.ApprovalReminded;
import dev.heed.ticket.ApprovalEvent.ApprovalUsed;
import dev.heed.ticket.ApprovalEvent.ApprovalWithdrawn;
import dev.heed.ticket.ApprovalRequest.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** That a second person decides, about exactly what was asked, and that nobody is forgotten who asked. */
class ApprovalsTest {
    private static final ApprovalSubject WIPE = ApprovalSubject.destructiveStep("wipe-disk");
    private static final ApprovalId FIRST = new ApprovalId(1);

    private final TicketStory story = TicketStory.owned();

    private TicketStory asked() {
        return asked(Optional.empty());
    }

    private TicketStory asked(Optional<Instant> until) {
        return story.then(new ApprovalCommand.Request(WIPE, MARIA, "It is full of errors.", until));
    }

    private TicketStory decided(boolean yes, AgentId by, boolean nobodyElse) {
        return story.then(new ApprovalCommand.Decide(FIRST, yes, by, "I have looked.", nobodyElse));
    }

    private ApprovalRequest first() {
        return story.ticket().approvals().get(0);
    }

    private static ListeningCommand wipe() {
        return new ListeningCommand.DoStep(FactKey.of("wipe-disk"), true, MARIA, "It works again.");
    }

    private TicketStory consented() {
        return story.then(new ListeningCommand.GiveConsent(
                FactKey.of("wipe-disk"), new FactSource.InAForm(TicketStory.CUSTOMER)));
    }

    @Test
    void aSecondPersonDecidesAndSaysWhy() {
        asked();
        assertThat(first().state()).isEqualTo(State.OPEN);
        decided(true, JANA, false);
        assertThat(first().state()).isEqualTo(State.APPROVED);
        assertThat(first().decision())
                .contains(new ApprovalRequest.Decided(JANA, "I have looked.", story.now(), false));
    }

    @Test
    void whoHasAskedDecidesNothingNeitherYesNorNo() {
        asked();
        Refusal.with(PracticeCode.APPROVAL_BY_REQUESTER, () -> decided(true, MARIA, false));
        Refusal.with(PracticeCode.APPROVAL_BY_REQUESTER, () -> decided(false, MARIA, false));
        assertThat(first().state()).isEqualTo(State.OPEN);
    }

    @Test
    void whereNobodyElseMayItIsOnTheRecordAsDecidedAlone() {
        asked();
        decided(true, MARIA, true);
        assertThat(first().decision().orElseThrow().alone()).isTrue();
    }

    @Test
    void aColleagueWhoIsTheOnlyOtherIsNotAlone() {
        asked();
        decided(true, JANA, true);
        assertThat(first().decision().orElseThrow().alone()).isFalse();
    }

    @Test
    void whatIsDecidedIsNotDecidedAgain() {
        asked();
        decided(false, JANA, false);
        assertThat(first().state()).isEqualTo(State.DECLINED);
        assertThatThrownBy(() -> decided(true, OWNER, false))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("DECLINED");
    }

    @Test
    void theSameIsAskedOnceAtATimeAndAgainWhenItIsOver() {
        asked();
        assertThatThrownBy(this::asked)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("OPEN");
        decided(false, JANA, false);
        asked();
        assertThat(story.ticket().approvals())
                .extracting(request -> request.id().value())
                .containsExactly(1, 2);
    }

    @Test
    void reasonsAreGivenByEverybody() {
        assertThatThrownBy(() -> story.then(new ApprovalCommand.Request(WIPE, MARIA, " ", Optional.empty())))
                .isInstanceOf(InvalidInputException.class);
        asked();
        assertThatThrownBy(() -> story.then(new ApprovalCommand.Decide(FIRST, true, JANA, "", false)))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> story.then(new ApprovalCommand.Withdraw(FIRST, MARIA, "\n")))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void nothingIsAskedOfAClosedTicketOrWithoutAReference() {
        story.agentAnswers().customerConfirms();
        assertThatThrownBy(this::asked)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> new ApprovalSubject(ApprovalKind.DESTRUCTIVE_STEP, " "))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aRequestThatIsNotThereIsNotFound() {
        assertThatThrownBy(() -> decided(true, JANA, false)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void whoHasAskedWithdrawsItOrTheOwnerAndNobodyElse() {
        asked();
        assertThatThrownBy(() -> story.then(new ApprovalCommand.Withdraw(FIRST, JANA, "No.")))
                .isInstanceOf(InvalidInputException.class);
        story.isHandedOverTo(JANA);
        story.then(new ApprovalCommand.Withdraw(FIRST, JANA, "Another way."));
        assertThat(first().state()).isEqualTo(State.WITHDRAWN);
    }

    @Test
    void whatIsClosedIsWithdrawnAndStaysSoWhenItIsOpenAgain() {
        asked();
        story.isExempted(Exemption.SPAM);
        assertThat(story.latest()).hasAtLeastOneElementOfType(ApprovalWithdrawn.class);
        story.customerWrites();
        assertThat(first().state()).isEqualTo(State.WITHDRAWN);
    }

    @Nested
    class WhatNobodyDecides {
        @Test
        void isRemindedOfInWorkingHoursAgainAndAgainAndNeverEndsByItself() {
            story.at(Instant.parse("2026-06-08T14:30:00Z")); // half an hour before the shop closes
            asked();
            Instant asked = story.now();
            int reminders = 0;
            for (int i = 0; i < 60 && reminders < 10; i++) {
                story.wakesWhenDue();
                reminders += (int) story.latest().stream()
                        .filter(ApprovalReminded.class::isInstance)
                        .count();
                if (reminders == 1 && story.latest().stream().anyMatch(ApprovalReminded.class::isInstance)) {
                    assertThat(story.now()).isEqualTo(TicketStory.HOURS.plus(asked, Duration.ofHours(2)));
                }
            }
            assertThat(reminders).isEqualTo(10);
            assertThat(first().state()).isEqualTo(State.OPEN);
        }

        @Test
        void saysWhoseTheTicketIsAndCounts() {
            asked();
            story.wakesAt(TicketStory.HOURS.plus(story.now(), Duration.ofHours(2)));
            assertThat(story.latest())
                    .filteredOn(ApprovalReminded.class::isInstance)
                    .containsExactly(
                            new ApprovalReminded(story.ticket().id(), story.now(), FIRST, 1, Optional.of(MARIA)));
        }

        @Test
        void isTheNextThingThatSomebodyHasToDo() {
            story.agentAnswers();
            asked();
            assertThat(story.ticket().nextAction(story.policy()).orElseThrow().kind())
                    .isEqualTo(NextAction.Kind.DECIDE_APPROVAL);
        }

        @Test
        void endsWhenItsTimeHasPassedAndSaysSo() {
            asked(Optional.of(TicketStory.START.plus(Duration.ofMinutes(90))));
            story.wakesAt(TicketStory.START.plus(Duration.ofMinutes(90)));
            assertThat(story.latest()).hasAtLeastOneElementOfType(ApprovalExpired.class);
            assertThat(first().state()).isEqualTo(State.EXPIRED);
            assertThatThrownBy(() -> decided(true, JANA, false)).isInstanceOf(InvalidInputException.class);
        }

        @Test
        void isPastItsTimeAlsoWhenNobodyHasLookedYet() {
            asked(Optional.of(TicketStory.START.plus(Duration.ofMinutes(90))));
            story.at(TicketStory.START.plus(Duration.ofMinutes(91)));
            assertThatThrownBy(() -> decided(true, JANA, false)).isInstanceOf(InvalidInputException.class);
            asked();
            assertThat(story.ticket().approvals())
                    .extracting(ApprovalRequest::state)
                    .containsExactly(State.EXPIRED, State.OPEN);
        }

        @Test
        void hasATimeAheadOrNone() {
            assertThatThrownBy(() -> asked(Optional.of(TicketStory.START))).isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> asked(Optional.of(Instant.MAX))).isInstanceOf(InvalidInputException.class);
        }
    }

    @Nested
    class AStepThatDestroysSomething {
        @Test
        void needsTheCustomerAndASecondPerson() {
            Refusal.with(PracticeCode.DESTRUCTIVE_STEP_UNAPPROVED, () -> story.then(wipe()));
            consented();
            Refusal.with(PracticeCode.DESTRUCTIVE_STEP_UNAPPROVED, () -> story.then(wipe()));
            asked();
            Refusal.with(PracticeCode.DESTRUCTIVE_STEP_UNAPPROVED, () -> story.then(wipe()));
            decided(true, JANA, false);
            story.then(wipe());
            assertThat(story.latest()).hasAtLeastOneElementOfType(ApprovalUsed.class);
            assertThat(first().state()).isEqualTo(State.USED);
            assertThat(story.ticket().understanding().consents()).isEmpty();
            assertThat(story.ticket().facts().current(FactKind.TRIED))
                    .extracting(Fact::value)
                    .containsExactly("It works again.");
        }

        @Test
        void isNotApprovedWithoutTheCustomer() {
            asked();
            decided(true, JANA, false);
            Refusal.with(PracticeCode.DESTRUCTIVE_STEP_UNAPPROVED, () -> story.then(wipe()));
            assertThat(first().state()).isEqualTo(State.APPROVED);
        }

        @Test
        void isDoneOnceAndNotAgain() {
            asked();
            consented();
            decided(true, JANA, false);
            story.then(wipe());
            Refusal.with(PracticeCode.DESTRUCTIVE_STEP_UNAPPROVED, () -> story.then(wipe()));
            consented();
            Refusal.with(PracticeCode.DESTRUCTIVE_STEP_UNAPPROVED, () -> story.then(wipe()));
        }

        @Test
        void isNotDoneWhenTheCustomerThinksOtherwise() {
            asked();
            consented();
            decided(true, JANA, false);
            var step = FactKey.of("wipe-disk");
            story.then(new ListeningCommand.WithdrawConsent(step, new FactSource.InAForm(TicketStory.CUSTOMER)));
            Refusal.with(PracticeCode.DESTRUCTIVE_STEP_UNAPPROVED, () -> story.then(wipe()));
            assertThatThrownBy(() -> story.then(
                            new ListeningCommand.WithdrawConsent(step, new FactSource.InAForm(TicketStory.CUSTOMER))))
                    .isInstanceOf(NotFoundException.class);
        }

        @Test
        void isNotDoneAfterItsTimeOrWhenTheYesWasWithdrawn() {
            asked(Optional.of(TicketStory.START.plus(Duration.ofMinutes(30))));
            consented();
            decided(true, JANA, false);
            story.at(TicketStory.START.plus(Duration.ofMinutes(31)));
            Refusal.with(PracticeCode.DESTRUCTIVE_STEP_UNAPPROVED, () -> story.then(wipe()));
        }

        @Test
        void isNotApprovedByAYesToAnotherOne() {
            consented();
            story.then(new ApprovalCommand.Request(
                    ApprovalSubject.destructiveStep("wipe-phone"), MARIA, "It is full.", Optional.empty()));
            decided(true, JANA, false);
            Refusal.with(PracticeCode.DESTRUCTIVE_STEP_UNAPPROVED, () -> story.then(wipe()));
        }
    }

    /** Something that is tried with requests, allowed or not. */
    record Deed(int what, int request, int agent, int hours) {
        TicketCommand command(Instant now) {
            AgentId by = List.of(MARIA, JANA, OWNER).get(agent);
            ApprovalId id = new ApprovalId(request);
            return switch (what) {
                case 0 ->
                    new ApprovalCommand.Request(
                            ApprovalSubject.destructiveStep("step-" + request),
                            by,
                            "So it is.",
                            Optional.of(now.plus(Duration.ofHours(hours))).filter(any -> hours % 2 == 0));
                case 1 -> new ApprovalCommand.Decide(id, hours % 2 == 0, by, "So it is.", false);
                case 2 -> new ApprovalCommand.Withdraw(id, by, "So it is.");
                default -> new TimeCommand.Wake(OWNER, true);
            };
        }
    }

    private static final Map<State, Set<State>> NEXT = Map.of(
            State.OPEN, Set.of(State.OPEN, State.APPROVED, State.DECLINED, State.WITHDRAWN, State.EXPIRED),
            State.APPROVED, Set.of(State.APPROVED, State.WITHDRAWN, State.EXPIRED, State.USED),
            State.DECLINED, Set.of(State.DECLINED),
            State.WITHDRAWN, Set.of(State.WITHDRAWN),
            State.EXPIRED, Set.of(State.EXPIRED),
            State.USED, Set.of(State.USED));

    @Property(tries = 300)
    void aRequestGoesOnlyWhereItMayAndIsNeverDecidedByWhoAsked(@ForAll("deeds") List<Deed> deeds) {
        TicketStory any = TicketStory.owned();
        for (Deed deed : deeds) {
            List<ApprovalRequest> before = any.ticket().approvals();
            any.after(Duration.ofHours(deed.hours));
            try {
                any.then(deed.command(any.now()));
            } catch (HeedException refused) {
                assertThat(any.ticket().approvals()).isEqualTo(before);
            }
            List<ApprovalRequest> after = any.ticket().approvals();
            for (int i = 0; i < before.size(); i++) {
                assertThat(NEXT.get(before.get(i).state()))
                        .contains(after.get(i).state());
            }
            assertThat(after)
                    .allSatisfy(request -> request.decision()
                            .ifPresent(decided -> assertThat(decided.by()).isNotEqualTo(request.by())));
            assertThat(Ticket.replay(any.history()).approvals()).isEqualTo(after);
        }
    }

    @Provide
    Arbitrary<List<Deed>> deeds() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 30))
                .as(Deed::new)
                .list()
                .ofMaxSize(25);
    }
}
