package dev.heed.testkit.scenario;

import static dev.heed.testkit.DeskExtension.MARIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.heed.Helpdesk;
import dev.heed.error.Finding;
import dev.heed.error.InvalidInputException;
import dev.heed.error.PracticeCode;
import dev.heed.error.RefusedException;
import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.people.Agent;
import dev.heed.people.Bot;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.AdverseDecision;
import dev.heed.ticket.FactKind;
import dev.heed.ticket.LifecycleEvent.Overridden;
import dev.heed.ticket.Mood;
import dev.heed.ticket.Priority;
import dev.heed.ticket.TicketId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** P43, P44, P47: what is denied was looked up, who is blamed is to blame, and what is less urgent is so for a reason. */
class ClaimScenarioTest {
    private static final Bot TRACKER = Bot.named("Parcel tracker");
    private static final String DENIAL = "Unfortunately we could not find your payment.";
    private static final String BLAME = "Your bank has declined the payment.";

    @RegisterExtension
    final DeskExtension heed =
            DeskExtension.with(builder -> Story.withColleagues(builder).bot(TRACKER));

    private final Story story = new Story(heed);
    private TicketId ticket;

    @BeforeEach
    void aCustomerHasPaid() {
        ticket = story.written("I have paid, with authorization PX-99.");
    }

    private RefusedException refused(PracticeCode code, String text) {
        return Refusals.refused(heed, code, () -> heed.maria().reply(ticket, text));
    }

    @Test
    void nothingIsDeniedBeforeSomebodyHasLooked() {
        assertThat(Refusals.span(refused(PracticeCode.UNSUPPORTED_DENIAL, "Dear Ana,\n\n" + DENIAL)))
                .isEqualTo("Unfortunately we could not find your payment");
        heed.maria().listening().lookedUp(ticket, "payments", "PX-99", "nothing since May");
        heed.maria().reply(ticket, DENIAL);
        assertThat(story.events(Overridden.class)).isEmpty();
    }

    @Test
    void whoHasLookedBeforeTheCustomerWroteAgainLooksAgain() {
        heed.maria().listening().lookedUp(ticket, "payments", "PX-99", "nothing");
        story.passes(Duration.ofHours(1));
        story.ana().write(ticket, "The money has left my account.");
        heed.maria().getTicket(ticket);
        refused(PracticeCode.UNSUPPORTED_DENIAL, DENIAL);
        heed.maria().listening().lookedUp(ticket, "payments", "PX-99", "nothing");
        heed.maria().reply(ticket, DENIAL);
        assertThat(story.ticket(ticket).facts().history()).hasSize(2);
    }

    @Test
    void aLookUpIsNotMadeFreshByAMerge() {
        heed.maria().listening().lookedUp(ticket, "payments", "PX-99", "nothing");
        story.passes(Duration.ofHours(1));
        TicketId second = story.written("Here is the receipt.");
        story.passes(Duration.ofHours(1));
        heed.maria().mergeInto(ticket, second, "the same payment");
        heed.maria().getTicket(second);
        Refusals.refused(
                heed,
                PracticeCode.UNSUPPORTED_DENIAL,
                () -> Story.inSpite(heed.maria()).reply(second, DENIAL));
        heed.maria().listening().lookedUp(second, "payments", "PX-99", "nothing still");
        Story.inSpite(heed.maria()).reply(second, DENIAL);
    }

    @Test
    void aLookUpIsNoNewerThanWhatWasSaidInADuplicateOrAFormSince() {
        heed.maria().listening().lookedUp(ticket, "payments", "PX-99", "nothing");
        story.passes(Duration.ofHours(1));
        TicketId second = story.written("Here is the receipt.");
        story.passes(Duration.ofHours(1));
        heed.maria().mergeInto(second, ticket, "the same payment");
        heed.maria().getTicket(ticket);
        refused(PracticeCode.UNSUPPORTED_DENIAL, DENIAL);

        heed.maria().listening().lookedUp(ticket, "payments", "PX-99", "nothing still");
        story.passes(Duration.ofHours(1));
        story.ana().provide(second, "payment", "PX-98");
        heed.maria().getTicket(ticket);
        refused(PracticeCode.UNSUPPORTED_DENIAL, DENIAL);
        heed.maria().listening().lookedUp(ticket, "payments", "PX-98", "nothing");
        heed.maria().reply(ticket, DENIAL);
    }

    @Test
    void whatWasLookedUpInADuplicateAfterItsCustomerWroteIsNewWhereItGoesOn() {
        story.passes(Duration.ofHours(1));
        TicketId second = story.written("Here is the receipt.");
        heed.maria().listening().lookedUp(second, "payments", "PX-99", "nothing");
        story.passes(Duration.ofHours(1));
        heed.maria().mergeInto(second, ticket, "the same payment");
        heed.maria().getTicket(ticket);
        heed.maria().reply(ticket, DENIAL);
    }

    @Test
    void otherEvidenceIsNoLookUp() {
        heed.maria().listening().noteFound(ticket, FactKind.EVIDENCE, "screenshot", "shows PX-99");
        refused(PracticeCode.UNSUPPORTED_DENIAL, DENIAL);
    }

    @Test
    void aLookUpSaysWhereAndForWhatAndWhatWasFound() {
        for (List<String> wrong : List.of(
                List.of(" ", "PX-99", "nothing"),
                List.of("payments", " ", "nothing"),
                List.of("payments", "PX-99", ""))) {
            assertThatThrownBy(
                            () -> heed.maria().listening().lookedUp(ticket, wrong.get(0), wrong.get(1), wrong.get(2)))
                    .isInstanceOf(InvalidInputException.class);
        }
    }

    @Test
    void nobodyIsBlamedWithoutEvidence() {
        refused(PracticeCode.BLAME_WITHOUT_EVIDENCE, BLAME);
        heed.maria().listening().noteFound(ticket, FactKind.EVIDENCE, "bank letter", "declined on Monday");
        heed.maria().reply(ticket, BLAME);
    }

    @Test
    void norIsAnybodyBelowTheText() {
        Refusals.refused(
                heed,
                PracticeCode.BLAME_WITHOUT_EVIDENCE,
                () -> heed.maria()
                        .decideAgainst(
                                ticket,
                                Reply.text("I am sorry.", Signature.of(MARIA)),
                                new AdverseDecision("You entered the address wrongly.", "Write to Olga Winter.")));
    }

    @Test
    void whoGoesOnInSpiteOfBothIsOnTheRecordWithBoth() {
        RefusedException both = refused(PracticeCode.UNSUPPORTED_DENIAL, DENIAL + " " + BLAME);
        assertThat(both.findings())
                .extracting(Finding::code)
                .containsExactly(PracticeCode.UNSUPPORTED_DENIAL, PracticeCode.BLAME_WITHOUT_EVIDENCE);
        Refusals.refused(
                heed,
                PracticeCode.BLAME_WITHOUT_EVIDENCE,
                () -> heed.maria()
                        .overriding(PracticeCode.UNSUPPORTED_DENIAL, "The bank is closed.")
                        .reply(ticket, DENIAL + " " + BLAME));
        heed.maria()
                .overriding(PracticeCode.UNSUPPORTED_DENIAL, "The bank is closed.")
                .overriding(PracticeCode.BLAME_WITHOUT_EVIDENCE, "She says so herself.")
                .reply(ticket, DENIAL + " " + BLAME);
        assertThat(story.events(Overridden.class))
                .extracting(Overridden::code, Overridden::reason)
                .containsExactly(
                        tuple(PracticeCode.UNSUPPORTED_DENIAL, "The bank is closed."),
                        tuple(PracticeCode.BLAME_WITHOUT_EVIDENCE, "She says so herself."));
    }

    @Test
    void whatBlocksIsNotLetThroughByAnOverrideOfWhatWarns() {
        Refusals.refused(
                heed,
                PracticeCode.SIGNATURE_NOT_PERSONAL,
                () -> heed.maria()
                        .overriding(PracticeCode.UNSUPPORTED_DENIAL, "The bank is closed.")
                        .reply(ticket, Reply.text(DENIAL + "\n\nYour Acme Team", Signature.of(MARIA))));
    }

    @Test
    void whatIsQuotedAndWhoSignsIsNotJudged() {
        story.ana().write(ticket, "You told me: " + DENIAL + "\n" + BLAME);
        heed.maria().getTicket(ticket);
        heed.maria().reply(ticket, "> " + DENIAL + "\n> " + BLAME + "\n\nThat was wrong, and I am sorry.");
        assertThat(story.ticket(ticket).firstAnsweredAt()).isPresent();
    }

    @Test
    void aBotDeniesNothingAndBlamesNobody() {
        Refusals.refused(
                heed,
                PracticeCode.UNSUPPORTED_DENIAL,
                () -> heed.desk().as(TRACKER).write(ticket, DENIAL));
        Refusals.refused(
                heed,
                PracticeCode.BLAME_WITHOUT_EVIDENCE,
                () -> heed.desk().as(TRACKER).write(ticket, BLAME));
    }

    @Test
    void priorityAndMoodAreLoweredWithAReason() {
        heed.maria().listening().priority(ticket, Priority.URGENT);
        heed.maria().listening().mood(ticket, Mood.ANGRY, "She writes in capitals.");
        Refusals.refused(
                heed,
                PracticeCode.LOWERED_WITHOUT_REASON,
                () -> heed.maria().listening().priority(ticket, Priority.LOW));
        Refusals.refused(
                heed,
                PracticeCode.LOWERED_WITHOUT_REASON,
                () -> heed.maria().listening().mood(ticket, Mood.CALM));
        assertThatThrownBy(() -> heed.maria().listening().priority(ticket, Priority.LOW, " "))
                .isInstanceOf(InvalidInputException.class);
        heed.maria().listening().priority(ticket, Priority.NORMAL, "It arrived.");
        heed.maria()
                .overriding(PracticeCode.LOWERED_WITHOUT_REASON, "It was another ticket.")
                .listening()
                .mood(ticket, Mood.CALM);
        assertThat(story.ticket(ticket).understanding().priority()).isEqualTo(Priority.NORMAL);
        assertThat(story.ticket(ticket).understanding().mood()).isEqualTo(Mood.CALM);
        assertThat(story.events(Overridden.class)).hasSize(1);
    }

    @Test
    void aDuplicateLeavesWhatItGoesOnInAsUrgentAsItWas() {
        TicketId second = story.written("Any news?");
        heed.maria().listening().priority(ticket, Priority.HIGH);
        heed.maria().mergeInto(ticket, second, "the same payment");
        assertThat(story.ticket(second).understanding().priority()).isEqualTo(Priority.HIGH);
    }

    @Test
    void theDocumentedWayWorks() {
        Helpdesk desk = heed.desk();
        Agent maria = MARIA;

        desk.as(maria).listening().lookedUp(ticket, "payments", "PX-99", "nothing since May");
        desk.as(maria).reply(ticket, "We could not find your payment. Could you ask your bank when it left?");

        assertThat(story.ticket(ticket).firstAnsweredAt()).isPresent();
    }
}
