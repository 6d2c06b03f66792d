package dev.heed.testkit.scenario;

import static dev.heed.testkit.DeskExtension.MARIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.Helpdesk;
import dev.heed.ListeningOptions;
import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.error.PracticeCode;
import dev.heed.error.RefusedException;
import dev.heed.message.MessageId;
import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.people.Agent;
import dev.heed.people.CustomerId;
import dev.heed.playbook.Invasiveness;
import dev.heed.playbook.Playbook;
import dev.heed.playbook.Step;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.ApprovalId;
import dev.heed.ticket.ApprovalRequest.State;
import dev.heed.ticket.ApprovalSubject;
import dev.heed.ticket.CallIntake;
import dev.heed.ticket.CallOutcome;
import dev.heed.ticket.FactKind;
import dev.heed.ticket.LifecycleEvent.Overridden;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketKind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** P40, P41: the simplest step first, and none that destroys something over the customer's head. */
class PlaybookScenarioTest {
    private static final ApprovalId FIRST = new ApprovalId(1);
    private static final Playbook PLAYBOOK = Playbook.of(
            Step.of("restart-router", "Restart the router", Invasiveness.HARMLESS, Duration.ofMinutes(2))
                    .called("Starten Sie den Router neu"),
            Step.of("update-firmware", "Update the firmware", Invasiveness.REVERSIBLE, Duration.ofMinutes(15)),
            Step.of("check-seal", "Check the seal", Invasiveness.HARMLESS, Duration.ofMinutes(1))
                    .forKinds(TicketKind.COMPLAINT),
            Step.of("wipe-disk", "Wipe the disk", Invasiveness.DESTRUCTIVE, Duration.ofHours(1)));

    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(builder ->
            Story.withColleagues(builder).listening(ListeningOptions.defaults().withPlaybooks(PLAYBOOK)));

    private final Story story = new Story(heed);
    private TicketId ticket;
    private MessageId message;

    @BeforeEach
    void aCustomerHasNoConnection() {
        ticket = story.written("There is no connection. You may wipe the disk if you have to.");
        message = story.ticket(ticket).messages().get(0).id();
    }

    private static Reply reply(String text) {
        return Reply.text(text, Signature.of(MARIA));
    }

    private void goes(Reply reply) {
        int sent = heed.channel().sent().size();
        heed.maria().reply(ticket, reply);
        story.run();
        assertThat(heed.channel().sent()).hasSize(sent + 1);
    }

    private void triedBefore(String... steps) {
        for (String step : steps) {
            heed.maria().listening().noteFound(ticket, FactKind.TRIED, step, "no change");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Please update the firmware.", "Could you try to update the firmware?"})
    void aStepIsRefusedWhileASimplerOneIsUntriedAlsoIfOnlyTheWordsSuggestIt(String words) {
        assertThat(Refusals.refused(
                                heed,
                                PracticeCode.SKIPPED_SIMPLER_STEP,
                                () -> heed.maria().reply(ticket, reply(words)))
                        .findings()
                        .get(0)
                        .problem())
                .contains("update-firmware", "restart-router");
    }

    @Test
    void theSimplestStepGoesFirstAndThenTheNext() {
        assertThat(heed.maria().listening().nextSteps(ticket))
                .extracting(step -> step.id().value())
                .containsExactly("restart-router", "update-firmware", "wipe-disk");
        goes(reply("Please restart the router.").suggesting("restart-router"));
        triedBefore("restart-router");
        goes(reply("Please update the firmware.").suggesting("update-firmware"));
    }

    @Test
    void twoStepsInOneAnswerAreFineIfTheSimplerOneIsAmongThem() {
        goes(reply("Please restart the router. If that does not help, please update the firmware."));
    }

    @Test
    void whoSkipsAStepSaysWhyAndThatIsOnTheRecord() {
        heed.maria()
                .overriding(PracticeCode.SKIPPED_SIMPLER_STEP, "The light says that it is the firmware.")
                .reply(ticket, reply("Please update the firmware."));
        assertThat(story.events(Overridden.class))
                .extracting(Overridden::code)
                .containsExactly(PracticeCode.SKIPPED_SIMPLER_STEP);
        assertThat(story.events(Overridden.class).get(0).reason()).contains("the light".substring(4));
    }

    @Test
    void anOverrideThatIsNotNeededLeavesNoTrace() {
        heed.maria()
                .overriding(PracticeCode.SKIPPED_SIMPLER_STEP, "It may be needed.")
                .reply(ticket, reply("I look into it."));
        assertThat(story.events(Overridden.class)).isEmpty();
    }

    @Test
    void anOverrideOfOneIsNoneOfTheOther() {
        Refusals.refused(
                heed,
                PracticeCode.DESTRUCTIVE_STEP_UNAPPROVED,
                () -> heed.maria()
                        .overriding(PracticeCode.SKIPPED_SIMPLER_STEP, "It is the disk.")
                        .reply(ticket, reply("Please wipe the disk.")));
    }

    @Test
    void aStepForOtherTicketsIsNotMissed() {
        heed.maria().classify(ticket, TicketKind.COMPLAINT, "She is angry.");
        Refusals.refused(
                heed,
                PracticeCode.SKIPPED_SIMPLER_STEP,
                () -> heed.maria().reply(ticket, reply("Please restart the router.")));
        triedBefore("check-seal");
        goes(reply("Please restart the router."));
    }

    @Test
    void anUnknownStepIsRefusedWithThoseThatAreKnown() {
        assertThatThrownBy(() -> heed.maria().reply(ticket, reply("Let us see.").suggesting("restart-ruter")))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("restart-router");
        assertThatThrownBy(() -> heed.maria().listening().stepDone(ticket, "reboot", "It works."))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("wipe-disk");
        assertThatThrownBy(() -> story.ana().consent(ticket, "reboot"))
                .isInstanceOf(NotFoundException.class)
                .message()
                .as("no customer reads how the shop solves problems")
                .doesNotContain("wipe-disk", "restart-router");
        assertThatThrownBy(() -> heed.maria()
                        .approvals()
                        .request(ticket, ApprovalSubject.destructiveStep("reboot"), "It is full."))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aStepThatWasDoneIsOnTheFactSheetAndNotSuggestedAgain() {
        heed.maria().listening().stepDone(ticket, "restart-router", "No change.");
        assertThat(heed.maria().listening().nextSteps(ticket))
                .extracting(step -> step.id().value())
                .containsExactly("update-firmware", "wipe-disk");
        Refusals.refused(
                heed,
                PracticeCode.ALREADY_TRIED,
                () -> heed.maria().reply(ticket, reply("Starten Sie bitte den Router neu.")));
    }

    @Nested
    class AStepThatDestroysSomething {
        @BeforeEach
        void nothingSimplerHasHelped() {
            triedBefore("restart-router", "update-firmware");
        }

        private void refused() {
            Refusals.refused(
                    heed,
                    PracticeCode.DESTRUCTIVE_STEP_UNAPPROVED,
                    () -> heed.maria().reply(ticket, reply("Please wipe the disk.")));
            Refusals.refused(
                    heed,
                    PracticeCode.DESTRUCTIVE_STEP_UNAPPROVED,
                    () -> heed.maria().reply(ticket, reply("Let us do this.").suggesting("wipe-disk")));
            Refusals.refused(
                    heed,
                    PracticeCode.DESTRUCTIVE_STEP_UNAPPROVED,
                    () -> heed.maria().listening().stepDone(ticket, "wipe-disk", "It works."));
        }

        private void approved() {
            heed.maria()
                    .approvals()
                    .request(ticket, ApprovalSubject.destructiveStep("wipe-disk"), "It is full of errors.");
            story.ben().approvals().approve(ticket, FIRST, "There is a copy.");
        }

        @Test
        void needsBothTheCustomerAndAColleague() {
            refused();
            heed.maria().listening().consentWritten(ticket, "wipe-disk", message, "You may wipe the disk");
            refused();
            approved();
            goes(reply("Please wipe the disk."));
            heed.maria().listening().stepDone(ticket, "wipe-disk", "It works.");
            assertThat(story.ticket(ticket).approvals().get(0).state()).isEqualTo(State.USED);
            assertThat(story.ticket(ticket).understanding().consents()).isEmpty();
        }

        @Test
        void isRefusedOnceTheTimeOfTheApprovalHasPassedThoughNobodyHasLookedSince() {
            story.ana().consent(ticket, "wipe-disk");
            heed.maria()
                    .approvals()
                    .request(
                            ticket,
                            ApprovalSubject.destructiveStep("wipe-disk"),
                            "Nothing else helps.",
                            story.in(Duration.ofHours(1)));
            story.ben().approvals().approve(ticket, FIRST, "There is a copy.");
            heed.clock().advance(Duration.ofHours(1));
            assertThatThrownBy(() -> heed.maria().reply(ticket, reply("Please wipe the disk.")))
                    .isInstanceOfSatisfying(
                            RefusedException.class,
                            refused -> assertThat(refused.code()).isEqualTo(PracticeCode.DESTRUCTIVE_STEP_UNAPPROVED));
        }

        @Test
        void isRefusedAlsoIfItIsMadeToLookLikeAQuotationOrHasWhatCannotBeSeen() {
            for (String words : List.of(
                    "> Please wipe the disk.",
                    "Please\n> wipe\n> the disk.",
                    "Please w\u00adipe the disk.",
                    "Please wi\u200bpe \u200b the disk.")) {
                Refusals.refused(
                        heed,
                        PracticeCode.DESTRUCTIVE_STEP_UNAPPROVED,
                        () -> Story.inSpite(heed.maria())
                                .reply(ticket, reply(words + "\n\nThank you for your patience with this.")));
            }
            story.ana().write(ticket, "You may wipe the disk if you\nhave to. It is empty.");
            heed.maria().getTicket(ticket);
            Refusals.refused(
                    heed,
                    PracticeCode.DESTRUCTIVE_STEP_UNAPPROVED,
                    () -> Story.inSpite(heed.maria()).reply(ticket, reply("Please do this now:\n> wipe the disk")));
            goes(reply("> You may wipe the disk if you\n> have to.\n\nLet us look at the cable first."));
        }

        @Test
        void isRefusedAlsoIfItIsPromisedOnThePhone() {
            heed.maria().call(ticket, CallIntake.numberRefused("Ana"));
            CallOutcome promised =
                    new CallOutcome.CallbackPromised("Please wipe the disk before.", story.in(Duration.ofHours(3)));
            Refusals.refused(
                    heed,
                    PracticeCode.DESTRUCTIVE_STEP_UNAPPROVED,
                    () -> heed.maria().endCall(ticket, promised));
            assertThat(story.ticket(ticket).onThePhone()).isPresent();
        }

        @Test
        void isRefusedWhenTheCustomerHasThoughtOtherwise() {
            approved();
            story.ana().consent(ticket, "wipe-disk");
            story.ana().withdrawConsent(ticket, "wipe-disk");
            refused();
            story.ana().consent(ticket, "wipe-disk");
            heed.maria().call(ticket, CallIntake.numberRefused("Ana"));
            heed.maria().listening().consentWithdrawnOnThePhone(ticket, "wipe-disk");
            assertThat(story.ticket(ticket).understanding().consents()).isEmpty();
            heed.maria().listening().consentSpoken(ticket, "wipe-disk");
            heed.maria().listening().consentWithdrawn(ticket, "wipe-disk", message, "if you have to");
            assertThat(story.ticket(ticket).understanding().consents()).isEmpty();
        }

        @Test
        void isNotDoneWhereItWasConsentedToBeforeAMergeOnceTheCustomerHasThoughtOtherwise() {
            TicketId goesOn = story.written("Any news?");
            story.ana().consent(ticket, "wipe-disk");
            heed.maria().mergeInto(ticket, goesOn, "the same disk");
            story.ana().withdrawConsent(ticket, "wipe-disk");
            assertThat(story.ticket(ticket).understanding().consents()).isEmpty();
            assertThat(story.ticket(ticket).closing()).isPresent();

            story.ana().consent(ticket, "wipe-disk");
            assertThat(story.ticket(goesOn).understanding().consents()).hasSize(1);
            story.ana().withdrawConsent(ticket, "wipe-disk");
            assertThat(story.ticket(goesOn).understanding().consents()).isEmpty();
            assertThatThrownBy(() -> story.ana().withdrawConsent(ticket, "wipe-disk"))
                    .isInstanceOf(NotFoundException.class);
        }

        @Test
        void isNotConsentedToInWordsThatWereNotWritten() {
            assertThatThrownBy(() ->
                            heed.maria().listening().consentWritten(ticket, "wipe-disk", message, "Wipe everything"))
                    .isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> heed.maria().listening().consentSpoken(ticket, "wipe-disk"))
                    .isInstanceOf(InvalidInputException.class);
        }

        @Test
        void isNotConsentedToByAnotherCustomerNorOnAnotherTicket() {
            heed.channel().receive("eve@example.com", "Hello.");
            story.run();
            CustomerId eve = heed.tickets().get(1).customer();
            assertThatThrownBy(() -> heed.desk().forCustomer(eve).consent(ticket, "wipe-disk"))
                    .isInstanceOf(NotFoundException.class);
            approved();
            TicketId other = story.written("Another disk.");
            story.ana().consent(other, "wipe-disk");
            refused();
        }

        @Test
        void isStillAskedForInPlainWords() {
            goes(reply("All data on the disk would be lost. Do you agree that we wipe it?"));
        }
    }

    @Nested
    class WithoutAPlaybook {
        @RegisterExtension
        final DeskExtension bare = DeskExtension.create();

        @Test
        void anyNameOfAStepWillDo() {
            TicketId id = new Story(bare).written("There is no connection.");
            bare.maria().reply(id, reply("Please restart the router.").suggesting("restart-router"));
            bare.maria().listening().noteFound(id, FactKind.TRIED, "restart-router", "no change");
            Refusals.refused(
                    bare,
                    PracticeCode.ALREADY_TRIED,
                    () -> bare.maria().reply(id, reply("Please restart your router.")));
            assertThat(bare.maria().listening().nextSteps(id)).isEmpty();
        }
    }

    @Test
    void theDocumentedWayWorks() {
        Helpdesk desk = heed.desk();
        Agent maria = MARIA;
        Agent ben = Story.BEN;
        triedBefore("restart-router", "update-firmware");

        desk.as(maria).listening().consentWritten(ticket, "wipe-disk", message, "You may wipe the disk");
        desk.as(maria).approvals().request(ticket, ApprovalSubject.destructiveStep("wipe-disk"), "Nothing else helps.");
        desk.as(ben).approvals().approve(ticket, new ApprovalId(1), "There is a copy of everything.");
        desk.as(maria)
                .reply(
                        ticket,
                        Reply.text("Please wipe the disk.", Signature.of(maria)).suggesting("wipe-disk"));
        desk.as(maria).listening().stepDone(ticket, "wipe-disk", "It works again.");

        assertThat(story.ticket(ticket).approvals().get(0).state()).isEqualTo(State.USED);
    }
}
