package dev.heed.testkit.scenario;

import static dev.heed.testkit.DeskExtension.MARIA;
import static dev.heed.testkit.HeedAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.Helpdesk;
import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.error.PracticeCode;
import dev.heed.error.Severity;
import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.people.Agent;
import dev.heed.people.AgentId;
import dev.heed.people.Shop;
import dev.heed.promise.PromiseKind;
import dev.heed.spi.store.InMemoryTicketStore;
import dev.heed.spi.store.TicketStore;
import dev.heed.testkit.DeskExtension;
import dev.heed.testkit.FakeChannel;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.LifecycleEvent.Overridden;
import dev.heed.ticket.NextAction;
import dev.heed.ticket.OwnershipEvent.ExpertNeeded;
import dev.heed.ticket.OwnershipEvent.OwnerAssigned;
import dev.heed.ticket.OwnershipEvent.OwnerMissing;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody takes it and solves it; whoever takes over knows what happened. */
class OwnershipScenarioTest {
    private static final Duration DAY = Duration.ofDays(1);

    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(Story::withColleagues);

    private final Story story = new Story(heed);
    private TicketId ticket;

    @BeforeEach
    void aCustomerWrites() {
        ticket = story.written("Where is my parcel?");
    }

    private Optional<String> lastSummary() {
        List<OwnerAssigned> assigned = story.events(OwnerAssigned.class);
        return assigned.get(assigned.size() - 1).summary();
    }

    @Test
    void thatNobodyTookItIsAnAlarmAndNotTheEnd() {
        story.passes(Duration.ofMinutes(29));
        assertThat(story.ticket(ticket)).hasNoOwner();
        story.passes(Duration.ofMinutes(1));
        assertThat(story.events(OwnerMissing.class)).hasSize(1);
        assertThat(story.ticket(ticket)).isOwnedBy(MARIA);
        assertThat(heed.maria().nextAction(ticket)).map(NextAction::kind).contains(NextAction.Kind.ANSWER);
    }

    @Nested
    class AHandOver {
        @BeforeEach
        void itIsMarias() {
            heed.maria().take(ticket);
        }

        @Test
        void bringsTheSummaryAlong() {
            heed.maria().handOver(ticket, Story.BEN.id(), "The carrier is asked.");
            assertThat(story.ticket(ticket)).isOwnedBy(Story.BEN);
            assertThat(lastSummary()).contains("The carrier is asked.");
        }

        @Test
        void withoutASummaryIsRefused() {
            Refusals.refused(
                    heed,
                    PracticeCode.HANDOVER_WITHOUT_SUMMARY,
                    () -> heed.maria().handOver(ticket, Story.BEN.id(), " "));
        }

        @Test
        void withoutASummaryIsOnTheRecordOfWhoDoesItAllTheSame() {
            heed.maria()
                    .overriding(PracticeCode.HANDOVER_WITHOUT_SUMMARY, "The house is on fire.")
                    .handOver(ticket, Story.BEN.id(), "");
            assertThat(story.ticket(ticket)).isOwnedBy(Story.BEN);
            assertThat(lastSummary().orElseThrow()).contains("maria");
            assertThat(story.events(Overridden.class)).singleElement().satisfies(overridden -> {
                assertThat(overridden.by()).isEqualTo(MARIA.id());
                assertThat(overridden.reason()).isEqualTo("The house is on fire.");
            });
        }

        @Test
        void toNobodyOfTheDeskIsNotPossible() {
            assertThatThrownBy(() -> heed.maria().handOver(ticket, AgentId.of("nobody"), "The carrier is asked."))
                    .isInstanceOf(NotFoundException.class)
                    .hasMessageContaining("ben");
        }

        @Test
        void toSomebodyWhoIsAwayGoesToTheDeputy() {
            story.isAway(Story.BEN, Story.OLGA, DAY);
            heed.maria().handOver(ticket, Story.BEN.id(), "The carrier is asked.");
            assertThat(story.ticket(ticket)).isOwnedBy(Story.OLGA);
        }

        @Test
        void toSomebodyForWhomTheOwnerStandsInIsRefusedAndLosesNothing() {
            story.isAway(Story.BEN, MARIA, DAY);
            Ticket before = story.ticket(ticket);
            assertThatThrownBy(() -> heed.maria().handOver(ticket, Story.BEN.id(), "The carrier is asked."))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("ben is away until " + story.in(DAY));
            assertThat(story.ticket(ticket)).isEqualTo(before);
            assertThat(story.ticket(ticket)).isOwnedBy(MARIA);
        }
    }

    @Nested
    class TakingWhatIsAColleagues {
        @BeforeEach
        void itIsMarias() {
            heed.maria().take(ticket);
        }

        @Test
        void isRefused() {
            Refusals.refused(
                    heed,
                    PracticeCode.HANDOVER_WITHOUT_SUMMARY,
                    () -> story.ben().take(ticket));
        }

        @Test
        void goesOnWithAReason() {
            heed.desk()
                    .as(Story.BEN)
                    .overriding(PracticeCode.HANDOVER_WITHOUT_SUMMARY, "Maria is ill.")
                    .take(ticket);
            assertThat(story.ticket(ticket)).isOwnedBy(Story.BEN);
            assertThat(story.events(Overridden.class)).hasSize(1);
            assertThat(lastSummary()).isPresent();
        }

        @Test
        void doesNotGoOnWithoutOne() {
            assertThatThrownBy(() -> story.ben().overriding(PracticeCode.HANDOVER_WITHOUT_SUMMARY, " "))
                    .isInstanceOf(InvalidInputException.class);
        }

        @Test
        void isRefusedAgainTheNextTimeWithoutAReason() {
            story.ben()
                    .overriding(PracticeCode.HANDOVER_WITHOUT_SUMMARY, "Maria is ill.")
                    .take(ticket);
            Refusals.refused(
                    heed,
                    PracticeCode.HANDOVER_WITHOUT_SUMMARY,
                    () -> heed.maria().take(ticket));
        }
    }

    static Stream<PracticeCode> whatBlocks() {
        return Stream.of(PracticeCode.values()).filter(code -> code.severity() == Severity.BLOCKS);
    }

    @ParameterizedTest
    @MethodSource("whatBlocks")
    void whatBlocksIsOverriddenByNobody(PracticeCode code) {
        Refusals.refused(heed, code, () -> story.olga().overriding(code, "I own the shop."));
    }

    @Nested
    class WhoIsAway {
        @BeforeEach
        void mariaHasPromisedSomething() {
            story.promised(ticket, PromiseKind.ACTION, story.in(Duration.ofDays(20)));
        }

        @Test
        void leavesTicketsAndPromisesToTheDeputyWhoKnowsWhatHappened() {
            story.isAway(MARIA, Story.BEN, DAY);
            story.run();
            assertThat(story.ticket(ticket)).isOwnedBy(Story.BEN).hasOpenPromise(PromiseKind.ACTION);
            assertThat(lastSummary().orElseThrow()).contains("2 ACTION", "maria");
            assertThat(story.ben().owned(5)).hasSize(1);
        }

        @Test
        void leavesThemToTheDeputysDeputyIfBothAreAway() {
            story.isAway(MARIA, Story.BEN, DAY);
            story.isAway(Story.BEN, Story.OLGA, DAY);
            story.run();
            assertThat(story.ticket(ticket)).isOwnedBy(Story.OLGA);
        }

        @Test
        void keepsThemIfEverybodyIsAwayAndAlarmsGoOn() {
            story.isAway(MARIA, Story.BEN, Duration.ofDays(30));
            story.isAway(Story.BEN, MARIA, Duration.ofDays(30));
            story.run();
            assertThat(story.ticket(ticket)).isOwnedBy(MARIA);
            story.passesSlowly(Duration.ofDays(22));
            assertThat(story.alarms()).isNotEmpty();
        }

        @Test
        void doesNotGetBackWhatTheDeputyHasBegun() {
            story.isAway(MARIA, Story.BEN, DAY);
            story.run();
            story.passes(DAY.plusHours(1));
            assertThat(story.ticket(ticket)).isOwnedBy(Story.BEN);
        }

        @Test
        void leavesWhatComesInLaterToTheDeputyToo() {
            story.isAway(MARIA, Story.BEN, DAY);
            TicketId later = story.written("And my invoice?");
            story.passes(Duration.ofMinutes(30));
            assertThat(story.ticket(later)).isOwnedBy(Story.BEN);
        }

        @Test
        void isAwayFromTheDayOnThatWasSaidAndNotBefore() {
            heed.desk()
                    .backoffice()
                    .recordAbsence(new dev.heed.people.Absence(
                            MARIA.id(), Story.BEN.id(), story.in(DAY), story.in(DAY.multipliedBy(2))));
            story.run();
            assertThat(story.ticket(ticket)).isOwnedBy(MARIA);
            story.passes(DAY);
            assertThat(story.ticket(ticket)).isOwnedBy(Story.BEN);
        }
    }

    /** Though nothing is due for most of a year. */
    @Test
    void whatBelongsToSomebodyWhoHasLeftTheShopHasAnotherOwnerWithinADay() {
        var store = new InMemoryTicketStore();
        FakeChannel mail = FakeChannel.named("email");
        Helpdesk before = deskOf(MARIA, mail, store);
        mail.receive(Story.ANA, "Where is my refund?");
        before.runDue();
        TicketId refund = before.as(MARIA).queue(1).get(0).id();
        Commitments late =
                Commitments.none().promise(PromiseKind.ACTION, "your refund", story.in(DAY.multipliedBy(300)));
        Story.reading(before.as(MARIA), refund).reply(refund, Reply.text("I see to it.", Signature.of(MARIA)), late);

        Helpdesk after = deskOf(Story.BEN, mail, store);
        heed.clock().advance(DAY);
        after.runDue();

        assertThat(after.as(Story.BEN).getTicket(refund)).isOwnedBy(Story.BEN);
    }

    private Helpdesk deskOf(Agent agent, FakeChannel mail, TicketStore store) {
        return Helpdesk.builder(Shop.of("Acme", ZoneId.of("Europe/Berlin"), Locale.ENGLISH))
                .agent(agent)
                .channel(mail)
                .clock(heed.clock())
                .store(store)
                .build();
    }

    @Test
    void whoHasItForLongWithoutAStepForwardIsToAskSomebody() {
        heed.maria().take(ticket);
        story.answered(ticket, Commitments.none());
        story.ana().write(ticket, "It is not here.");
        story.passesSlowly(Duration.ofHours(25));
        assertThat(story.events(ExpertNeeded.class)).hasSize(1);
    }
}
