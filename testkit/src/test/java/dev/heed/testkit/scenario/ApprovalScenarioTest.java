package dev.heed.testkit.scenario;

import static dev.heed.testkit.DeskExtension.MARIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.HelpdeskBuilder;
import dev.heed.ListeningOptions;
import dev.heed.error.InvalidInputException;
import dev.heed.error.PracticeCode;
import dev.heed.people.Agent;
import dev.heed.people.Role;
import dev.heed.playbook.Invasiveness;
import dev.heed.playbook.Playbook;
import dev.heed.playbook.Step;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.ApprovalEvent.ApprovalDecided;
import dev.heed.ticket.ApprovalEvent.ApprovalExpired;
import dev.heed.ticket.ApprovalEvent.ApprovalReminded;
import dev.heed.ticket.ApprovalId;
import dev.heed.ticket.ApprovalRequest;
import dev.heed.ticket.ApprovalRequest.State;
import dev.heed.ticket.ApprovalSubject;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two pairs of eyes, and nobody who asks is forgotten. */
class ApprovalScenarioTest {
    private static final ApprovalSubject WIPE = ApprovalSubject.destructiveStep("wipe-disk");
    private static final ApprovalId FIRST = new ApprovalId(1);

    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(builder -> withStep(Story.withColleagues(builder)));

    private final Story story = new Story(heed);
    private TicketId ticket;

    private static HelpdeskBuilder withStep(HelpdeskBuilder builder) {
        return builder.listening(ListeningOptions.defaults()
                .withPlaybooks(Playbook.of(
                        Step.of("wipe-disk", "Wipe the disk", Invasiveness.DESTRUCTIVE, Duration.ofHours(1)))));
    }

    @BeforeEach
    void aCustomerWrites() {
        ticket = story.written("There is no connection.");
    }

    private ApprovalRequest asked() {
        Ticket after = heed.maria().approvals().request(ticket, WIPE, "It is full of errors.");
        return after.approvals().get(after.approvals().size() - 1);
    }

    @Test
    void aColleagueSeesItAndDecides() {
        asked();
        assertThat(story.ben().approvals().open(10)).extracting(Ticket::id).containsExactly(ticket);
        story.ben().approvals().decline(ticket, FIRST, "There is no copy.");
        assertThat(story.ben().approvals().open(10)).isEmpty();
        assertThat(story.ben().approvals().of(ticket))
                .extracting(ApprovalRequest::state)
                .containsExactly(State.DECLINED);
    }

    @Test
    void aTicketOnWhichSomebodyHasToDecideIsNotDeletedAndOneOnWhichNobodyHasToIs() {
        asked();
        heed.maria().getTicket(ticket);
        heed.maria().reply(ticket, "We look into it.");
        assertThatThrownBy(() -> story.olga().structure().delete(ticket, "A test."))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("approval");
        story.ben().approvals().decline(ticket, FIRST, "There is no copy.");
        story.olga().structure().delete(ticket, "A test.");
        assertThat(story.ticket(ticket).structure().deletedAt()).isPresent();
    }

    @Test
    void whatWaitsLongestComesFirst() {
        TicketId second = story.written("Another disk.");
        heed.maria().approvals().request(second, WIPE, "It is full.");
        story.passes(Duration.ofMinutes(1));
        asked();
        assertThat(story.ben().approvals().open(10)).extracting(Ticket::id).containsExactly(second, ticket);
        assertThat(story.ben().approvals().open(1)).hasSize(1);
        story.ben().approvals().approve(second, FIRST, "There is a copy.");
        assertThat(story.ben().approvals().open(10)).extracting(Ticket::id).containsExactly(ticket);
    }

    @Test
    void nobodyDecidesWhatHeOrSheHasAskedFor() {
        asked();
        Refusals.refused(
                heed,
                PracticeCode.APPROVAL_BY_REQUESTER,
                () -> heed.maria().approvals().approve(ticket, FIRST, "I know."));
        Refusals.refused(
                heed,
                PracticeCode.APPROVAL_BY_REQUESTER,
                () -> heed.maria().approvals().decline(ticket, FIRST, "I know."));
        heed.maria().approvals().withdraw(ticket, FIRST, "Another step has helped.");
        assertThatThrownBy(() -> story.ben().approvals().approve(ticket, FIRST, "Fine."))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("WITHDRAWN");
    }

    @Test
    void whatNobodyDecidesIsRemindedOfInWorkingHours() {
        asked();
        story.passesSlowly(Duration.ofHours(3));
        assertThat(story.events(ApprovalReminded.class)).hasSize(1);
        story.passesSlowly(Duration.ofHours(6));
        int today = story.events(ApprovalReminded.class).size();
        story.passesSlowly(Duration.ofHours(12)); // the night
        assertThat(story.events(ApprovalReminded.class)).hasSize(today);
        story.passesSlowly(Duration.ofDays(7));
        assertThat(story.events(ApprovalReminded.class)).hasSizeGreaterThan(today);
        assertThat(story.ticket(ticket).approvals().get(0).state()).isEqualTo(State.OPEN);
    }

    @Test
    void whatHasATimeEndsThenAndListenersAreTold() {
        heed.maria().approvals().request(ticket, WIPE, "The technician is there.", story.in(Duration.ofHours(1)));
        story.passes(Duration.ofHours(1));
        assertThat(story.events(ApprovalExpired.class)).hasSize(1);
        assertThat(story.ben().approvals().open(10)).isEmpty();
    }

    @Test
    void aDuplicateTakesNoRequestAlong() {
        asked();
        TicketId second = story.written("Any news?");
        heed.maria().mergeInto(ticket, second, "the same disk");
        assertThat(story.ben().approvals().open(10)).isEmpty();
        assertThat(story.ticket(ticket).approvals().get(0).state()).isEqualTo(State.WITHDRAWN);
        assertThat(story.ticket(second).approvals()).isEmpty();
    }

    @Nested
    class WhoWorksAlone {
        @RegisterExtension
        final DeskExtension alone = DeskExtension.with(ApprovalScenarioTest::withStep);

        @Test
        void waitsForNobodyAndItIsOnTheRecord() {
            Story mine = new Story(alone);
            TicketId id = mine.written("There is no connection.");
            alone.maria().approvals().request(id, WIPE, "It is full of errors.");
            alone.maria().approvals().approve(id, FIRST, "There is a copy.");
            assertThat(mine.events(ApprovalDecided.class))
                    .extracting(ApprovalDecided::alone)
                    .containsExactly(true);
        }
    }

    @Nested
    class WhereNobodyElseMay {
        @RegisterExtension
        final DeskExtension withTrainee =
                DeskExtension.with(builder -> withStep(builder.agent(Agent.builder("tim", "Tim Berg")
                        .employeeId("E-9")
                        .accessRole(Role.TRAINEE)
                        .build())));

        @Test
        void theOneWhoMayDecidesAlone() {
            Story theirs = new Story(withTrainee);
            TicketId id = theirs.written("There is no connection.");
            withTrainee.maria().approvals().request(id, WIPE, "It is full of errors.");
            withTrainee.maria().approvals().approve(id, FIRST, "There is a copy.");
            assertThat(theirs.ticket(id)
                            .approvals()
                            .get(0)
                            .decision()
                            .orElseThrow()
                            .by())
                    .isEqualTo(MARIA.id());
        }
    }
}
