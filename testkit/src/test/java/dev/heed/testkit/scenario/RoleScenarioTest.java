package dev.heed.testkit.scenario;

import static dev.heed.testkit.DeskExtension.MARIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.heed.AgentDesk;
import dev.heed.Helpdesk;
import dev.heed.HelpdeskBuilder;
import dev.heed.error.ConfigurationException;
import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.error.PermissionException;
import dev.heed.error.PracticeCode;
import dev.heed.error.RefusedException;
import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.people.Absence;
import dev.heed.people.Agent;
import dev.heed.people.AgentId;
import dev.heed.people.Permission;
import dev.heed.people.Role;
import dev.heed.people.Shop;
import dev.heed.testkit.DeskExtension;
import dev.heed.testkit.FakeChannel;
import dev.heed.ticket.AdverseDecision;
import dev.heed.ticket.CallIntake;
import dev.heed.ticket.CallOutcome;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.Exemption;
import dev.heed.ticket.ReplyDraft;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketKind;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What each role of the shop may do, where one method asks for more than one permission, and who can be given a ticket. */
class RoleScenarioTest {
    private static final Agent TOM = person("tom", "Tom Berger", "E-3001", Role.TRAINEE);
    private static final Agent LEA = person("lea", "Lea Brandt", "E-3002", Role.LEAD);
    private static final Agent ADA = person("ada", "Ada Novak", "E-3003", Role.AUDITOR);

    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(
            builder -> Story.withColleagues(builder).agent(TOM).agent(LEA).agent(ADA));

    private final Story story = new Story(heed);

    private static Agent person(String id, String name, String employee, Role role) {
        return Agent.builder(id, name).employeeId(employee).accessRole(role).build();
    }

    private AgentDesk tom() {
        return heed.desk().as(TOM);
    }

    private static void refused(Permission action, Role role, ThrowingCallable attempt) {
        PermissionException refused = catchThrowableOfType(PermissionException.class, attempt);
        assertThat(refused).isNotNull();
        assertThat(refused.code()).isEqualTo("NOT_PERMITTED");
        assertThat(refused.action()).isEqualTo(action.name());
        assertThat(refused.role()).isEqualTo(role.name());
    }

    @Test
    void whoIsRefusedReadsWhichRoleMayAndNoNames() {
        TicketId ticket = story.written("Buy cheap watches");

        PermissionException refused = catchThrowableOfType(
                PermissionException.class, () -> tom().markSpam(ticket, "It is an advertisement."));

        assertThat(refused)
                .hasMessage("NOT_PERMITTED: The role TRAINEE does not allow MARK_SPAM."
                        + " Remedy: Ask a colleague whose role is one of [AGENT, LEAD, OWNER].");
    }

    @Test
    void aTraineeAnswersButDoesNotDecideAgainstACustomerInAnAnswer() {
        TicketId ticket = story.written("I want my money back.");
        Reply reply = Reply.text("I looked into it.", Signature.of(TOM));
        AdverseDecision decision = new AdverseDecision("It was used.", "Write to Olga Winter.");

        refused(
                Permission.DECIDE_AGAINST,
                Role.TRAINEE,
                () -> tom().reply(ticket, reply, Commitments.none().decideAgainst(decision)));
        Story.reading(tom(), ticket).drafts().submit(tom().drafts().write(ticket, reply, Commitments.none()));
        ReplyDraft draft = tom().drafts().of(ticket).get(0);
        Ticket answered = story.ben().reviews().approve(ticket, draft);

        assertThat(answered.owner()).contains(TOM.id());
    }

    @Test
    void aTraineeSortsTicketsButNoComplaints() {
        TicketId ticket = story.written("It is late.");

        refused(
                Permission.CLASSIFY_COMPLAINT,
                Role.TRAINEE,
                () -> tom().classify(ticket, TicketKind.COMPLAINT, "The customer is angry."));
        assertThat(tom().classify(ticket, TicketKind.SUGGESTION, "It is an idea.")
                        .kind())
                .isEqualTo(TicketKind.SUGGESTION);
        story.ben().classify(ticket, TicketKind.COMPLAINT, "The customer is angry.");
        refused(
                Permission.CLASSIFY_COMPLAINT,
                Role.TRAINEE,
                () -> tom().classify(ticket, TicketKind.QUESTION, "It is none."));
        assertThatThrownBy(() -> heed.desk().as(LEA).classify(ticket, TicketKind.QUESTION, "It is none."))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(PracticeCode.COMPLAINT_DISMISSED));
        assertThat(story.olga()
                        .classify(ticket, TicketKind.QUESTION, "It is none.")
                        .kind())
                .isEqualTo(TicketKind.QUESTION);
    }

    @Test
    void whoMayNotAnswerIsGivenNoTicketInAnyWay() {
        TicketId ticket = story.written("Please let E-3003 answer me.");

        assertThat(story.ticket(ticket).owner()).as("quoted employee id").isEmpty();
        assertThatThrownBy(() -> heed.maria().handOver(ticket, ADA.id(), "She knows parcels."))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("ada may not answer");
        heed.maria().call(ticket, CallIntake.of("Ana", "030 555"));
        assertThatThrownBy(() ->
                        heed.maria().endCall(ticket, new CallOutcome.WarmTransfer(ADA.id(), "She knows parcels.")))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> story.isAway(MARIA, ADA, Duration.ofDays(1)))
                .isInstanceOf(InvalidInputException.class);
        assertThat(heed.desk().backoffice().absences()).isEmpty();
    }

    @Test
    void everybodyWhoAnswersSaysWhenShouldStandIn() {
        Absence own = absence(TOM.id(), MARIA.id());
        Absence colleagues = absence(MARIA.id(), TOM.id());

        heed.desk().backoffice(TOM.id()).recordAbsence(own);
        refused(
                Permission.RECORD_ABSENCE,
                Role.TRAINEE,
                () -> heed.desk().backoffice(TOM.id()).recordAbsence(colleagues));
        heed.desk().backoffice(LEA.id()).recordAbsence(colleagues);

        assertThat(heed.desk().backoffice(ADA.id()).absences()).containsExactly(own, colleagues);
    }

    private Absence absence(AgentId away, AgentId deputy) {
        return new Absence(away, deputy, story.in(Duration.ofDays(1)), story.in(Duration.ofDays(2)));
    }

    @Test
    void whoForgetsACustomerIsOnTheRecordAndNobodyElse() {
        TicketId ticket = story.written("Please forget me.");

        assertThatThrownBy(() -> heed.desk().backoffice(LEA.id()).closeErased(ticket, MARIA.id(), "She asked for it."))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("does not act here");
        Ticket closed = heed.desk().backoffice(LEA.id()).closeErased(ticket, LEA.id(), "She asked for it.");

        assertThat(closed.closing().orElseThrow().toString()).contains(Exemption.CUSTOMER_ERASED.name());
    }

    @Test
    void anAgentIdThatIsSomebodyElsesHereOpensNoDesk() {
        Agent otherShops = Agent.builder("maria", "Mariana Costa")
                .employeeId("E-9")
                .shopOwner()
                .build();
        Agent promoted = Agent.builder("ben", "Ben Okafor")
                .employeeId("E-2001")
                .shopOwner()
                .build();
        Agent again = Agent.builder("ben", "Ben Okafor").employeeId("E-2001").build();

        assertThatThrownBy(() -> heed.desk().as(otherShops)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> heed.desk().as(promoted)).isInstanceOf(NotFoundException.class);
        assertThat(heed.desk().as(again).agent()).isSameAs(Story.BEN);
        assertThatThrownBy(() -> heed.desk().backoffice(AgentId.of("nobody"))).isInstanceOf(NotFoundException.class);
    }

    private static HelpdeskBuilder shop(Agent... agents) {
        HelpdeskBuilder builder = Helpdesk.builder(Shop.of("Acme", ZoneOffset.UTC, Locale.ENGLISH))
                .channel(FakeChannel.named("fake"));
        for (Agent agent : agents) {
            builder.agent(agent);
        }
        return builder;
    }

    @Test
    void whereNobodyIsAnOwnerTheResponsibleAgentMayDoEverything() {
        try (Helpdesk desk = shop(ADA, TOM, MARIA).responsible(MARIA.id()).build()) {
            assertThat(desk.backoffice(MARIA.id()).deadLetters()).isEmpty();
            assertThatThrownBy(() -> desk.backoffice(MARIA.id()).redrive(new java.util.UUID(1, 1)))
                    .isInstanceOf(NotFoundException.class);
        }
        try (Helpdesk desk = shop(ADA, TOM).build()) { // the first who answers is responsible
            assertThatThrownBy(() -> desk.backoffice(TOM.id()).redrive(new java.util.UUID(1, 1)))
                    .isInstanceOf(NotFoundException.class);
            refused(
                    Permission.REDRIVE,
                    Role.AUDITOR,
                    () -> desk.backoffice(ADA.id()).redrive(new java.util.UUID(1, 1)));
        }
    }

    @Test
    void aTraineeWhoWasAddedFirstDoesNotCountAsTheOwnerWhereThereAreColleagues() {
        java.util.UUID letter = new java.util.UUID(1, 1);
        for (HelpdeskBuilder builder :
                List.of(shop(TOM, MARIA), shop(TOM, MARIA).responsible(TOM.id()), shop(TOM, ADA, MARIA))) {
            try (Helpdesk desk = builder.build()) {
                refused(
                        Permission.REDRIVE,
                        Role.TRAINEE,
                        () -> desk.backoffice(TOM.id()).redrive(letter));
                assertThatThrownBy(() -> desk.backoffice(MARIA.id()).redrive(letter))
                        .as("Maria counts as the owner")
                        .isInstanceOf(NotFoundException.class);
            }
        }
        try (Helpdesk desk = shop(TOM, LEA, Story.OLGA).build()) {
            refused(
                    Permission.REDRIVE,
                    Role.TRAINEE,
                    () -> desk.backoffice(TOM.id()).redrive(letter));
        }
    }

    @Test
    void automaticMessagesAreAnsweredForByATraineeOnlyIfAllAreOrOneWasNamed() {
        assertThat(whoAnswersForAcknowledgements(shop(TOM, MARIA))).isEqualTo(MARIA.fullName());
        assertThat(whoAnswersForAcknowledgements(shop(TOM, ADA))).isEqualTo(TOM.fullName());
        assertThat(whoAnswersForAcknowledgements(shop(MARIA, TOM).responsible(TOM.id())))
                .isEqualTo(TOM.fullName());
    }

    private static String whoAnswersForAcknowledgements(HelpdeskBuilder builder) {
        FakeChannel channel = FakeChannel.named("other");
        try (Helpdesk desk = builder.channel(channel).build()) {
            channel.receive(Story.ANA, "Where is my parcel?");
            desk.runDue();
            String text = channel.lastSent().content().text();
            return Stream.of(TOM, MARIA)
                    .map(Agent::fullName)
                    .filter(text::contains)
                    .collect(Collectors.joining(", "));
        }
    }

    @Test
    void aDeskNeedsSomebodyWhoAnswers() {
        assertThatThrownBy(() -> shop(ADA).build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("None of the agents may answer");
        assertThatThrownBy(() -> shop(MARIA, ADA).responsible(ADA.id()).build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("responsible agent ada may not answer");
    }

    @Test
    void aCellIsNotReplacedWithoutAReasonNorAnOwnersAtAll() {
        HelpdeskBuilder builder = shop(MARIA, ADA, Story.OLGA);

        assertThatThrownBy(() -> builder.allow(Role.AUDITOR, Permission.NOTE, " "))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("AUDITOR may NOTE");
        assertThatThrownBy(() -> builder.forbid(Role.OWNER, Permission.ERASE, "Nobody should."))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> builder.forbid(Role.TRAINEE, Permission.READ, "They should not."))
                .isInstanceOf(InvalidInputException.class);
        try (Helpdesk desk = builder.build()) {
            refused(
                    Permission.NOTE,
                    Role.AUDITOR,
                    () -> desk.as(ADA).note(new TicketId(new java.util.UUID(1, 1)), "Seen."));
        }
    }
}
