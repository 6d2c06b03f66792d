package dev.heed.testkit.scenario;

import static dev.heed.testkit.DeskExtension.MARIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.CustomerTicket;
import dev.heed.Helpdesk;
import dev.heed.ListeningOptions;
import dev.heed.error.Finding;
import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.error.PracticeCode;
import dev.heed.error.RefusedException;
import dev.heed.error.Severity;
import dev.heed.message.FactKey;
import dev.heed.message.MessageId;
import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.people.Agent;
import dev.heed.people.Bot;
import dev.heed.people.CustomerId;
import dev.heed.promise.PromiseKind;
import dev.heed.rule.FactLabels;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.CallIntake;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.ConversationEvent.Reminded;
import dev.heed.ticket.Fact;
import dev.heed.ticket.FactKind;
import dev.heed.ticket.FactSheet;
import dev.heed.ticket.FactSource;
import dev.heed.ticket.ListeningEvent.FactNoted;
import dev.heed.ticket.NextAction;
import dev.heed.ticket.Resolution;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** P33: who has told something once is not asked for it again, however it is put. */
class FactSheetScenarioTest {
    private static final Bot TRACKER = new Bot("Parcel tracker");

    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(builder -> Story.withColleagues(builder)
            .bot(TRACKER)
            .listening(ListeningOptions.defaults()
                    .withLabels(FactLabels.builtIn().with("club-card", "club card number", "Clubkarte"))));

    private final Story story = new Story(heed);
    private TicketId ticket;
    private MessageId message;

    @BeforeEach
    void aCustomerHasToldHerOrderNumber() {
        ticket = story.written("Order 4711 has not come. I have restarted the router, too.");
        message = story.ticket(ticket).messages().get(0).id();
        var unused = heed.maria()
                .listening()
                .noteWritten(ticket, FactKind.PROVIDED, "Order number", "4711", message, "4711");
    }

    private static Reply reply(String text) {
        return Reply.text(text, Signature.of(MARIA));
    }

    private RefusedException refused(PracticeCode code, Reply reply) {
        return Refusals.refused(heed, code, () -> heed.maria().reply(ticket, reply));
    }

    private void goes(String text) {
        int sent = heed.channel().sent().size();
        Story.reading(heed.maria(), ticket).reply(ticket, reply(text));
        story.run();
        assertThat(heed.channel().sent()).hasSize(sent + 1);
    }

    @Test
    void aReplyThatAsksAgainIsRefusedWithTheQuotation() {
        Finding finding = refused(PracticeCode.ALREADY_PROVIDED, reply("Please send us your order number."))
                .findings()
                .get(0);
        assertThat(finding.quotation())
                .contains(new Finding.Quotation(
                        message.value(), story.ticket(ticket).messages().get(0).at(), "4711"));
        assertThat(finding.problem()).contains(message.value(), "order-number").doesNotContain("4711");
        assertThat(finding.span()).map(Finding.Span::text).contains("Please send us your order number");
        assertThat(finding).asString().doesNotContain("4711");
    }

    @Test
    void soIsOneThatSaysOfItselfThatItAsks() {
        RefusedException refused = refused(
                PracticeCode.ALREADY_PROVIDED, reply("One thing is missing.").asking("order-number", "size"));
        assertThat(refused.findings()).hasSize(1);
        assertThat(refused.findings().get(0).span()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Dear Ana,</p><p>please send us your <b>order number</b>.</p>",
                "<p>Please send us</p><ul><li>your order number</li></ul>",
                "<table><tr><td>What is your order number?</td></tr></table>",
            })
    void neitherDoesHtmlHelp(String html) {
        refused(PracticeCode.ALREADY_PROVIDED, Reply.html(html, Signature.of(MARIA)));
    }

    @Test
    void norAPromiseOrAPlaceholder() {
        Refusals.refused(
                heed,
                PracticeCode.ALREADY_PROVIDED,
                () -> heed.maria()
                        .reply(
                                ticket,
                                reply("I look after it."),
                                Commitments.none()
                                        .promise(
                                                PromiseKind.FIND_OUT,
                                                "please send us your order number",
                                                story.in(Duration.ofDays(1)))));
        refused(PracticeCode.ALREADY_PROVIDED, reply("Please send us your {{nothing | default: \"order\"}} number."));
    }

    @Test
    void aBotDoesNotAskAgainEither() {
        Refusals.refused(
                heed,
                PracticeCode.ALREADY_PROVIDED,
                () -> heed.desk().as(TRACKER).write(ticket, "What is your order number?"));
    }

    @Test
    void whatIsSaidOfItMayBeSaid() {
        goes("Thank you for the order number 4711.");
        goes("Your order number is 4711, is that right?");
        story.ana().write(ticket, "You wrote: Please send us your order number.");
        heed.maria().getTicket(ticket);
        goes("> Please send us your order number.\nThat I know already, sorry.");
        goes("Please send us the invoice number.");
    }

    @Test
    void aStepThatWasTriedIsNotSuggestedAgain() {
        heed.maria()
                .listening()
                .noteWritten(
                        ticket, FactKind.TRIED, "restart-router", "no change", message, "I have restarted the router");
        refused(PracticeCode.ALREADY_TRIED, reply("Please restart the router."));
        refused(PracticeCode.ALREADY_TRIED, reply("Let us do this.").suggesting("restart router"));
        goes("As you have restarted the router, please try another cable.");
    }

    @Test
    void thatItWasToldCannotBeOverridden() {
        assertThat(PracticeCode.ALREADY_PROVIDED.severity()).isEqualTo(Severity.BLOCKS);
        assertThatThrownBy(() -> heed.maria().overriding(PracticeCode.ALREADY_PROVIDED, "I want to."))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void reviewSaysItBeforeAnythingIsSent() {
        List<Finding> findings = heed.maria().review(ticket, reply("What is your order number?"));
        assertThat(findings).extracting(Finding::code).containsExactly(PracticeCode.ALREADY_PROVIDED);
    }

    @Nested
    class IsAskedForAgain {
        @Test
        void whenAnAgentHasSaidWhyItDoesNotHold() {
            assertThatThrownBy(() -> heed.maria().listening().outdate(ticket, FactKind.PROVIDED, "order-number", " "))
                    .isInstanceOf(InvalidInputException.class);
            heed.maria().listening().outdate(ticket, FactKind.PROVIDED, "order-number", "It has one digit too few.");
            goes("Please send us your order number.");
            assertThat(story.ticket(ticket).facts().history()).hasSize(1);
        }

        @Test
        void whenTheCustomerHasTakenItBack() {
            story.ana().takeBack(ticket, FactKind.PROVIDED, "order-number", "It was the wrong one.");
            goes("Please send us your order number.");
        }

        @Test
        void butNotWhenTheCustomerHasGivenAnotherOne() {
            story.ana().provide(ticket, "order-number", "4712");
            RefusedException refused = refused(PracticeCode.ALREADY_PROVIDED, reply("What is your order number?"));
            assertThat(refused.findings().get(0).problem()).contains("in a form");
            assertThat(refused.findings().get(0).quotation()).isEmpty();
            goes("Your order number is 4712?");
        }
    }

    @Test
    void whatTheShopHasFoundIsNotTheCustomersToTakeBack() {
        heed.maria().listening().lookedUp(ticket, "payments", "PX-99", "nothing");
        heed.maria().listening().noteFound(ticket, FactKind.TRIED, "clean-lens", "by ourselves");
        for (FactKind kind : FactKind.values()) {
            for (String key : List.of("look-up-payments", "clean-lens", "nothing-at-all")) {
                assertThatThrownBy(() -> story.ana().takeBack(ticket, kind, key, "No."))
                        .isInstanceOf(NotFoundException.class)
                        .message()
                        .doesNotContain(key);
            }
        }
        assertThat(story.ticket(ticket).facts().current()).hasSize(3);
    }

    @Test
    void whoGivesInAFormWhatWasAskedIsNotSilentAndWaitsForTheShopAgain() {
        story.answered(ticket, Commitments.none());
        assertThat(story.ticket(ticket).status()).isEqualTo(TicketStatus.PENDING);
        story.passes(Duration.ofHours(1));

        story.ana().provide(ticket, "club-card", "88-12");

        assertThat(story.ticket(ticket).status()).isEqualTo(TicketStatus.OPEN);
        assertThat(story.ticket(ticket).expected()).isPresent();
        assertThat(heed.maria().nextAction(ticket).orElseThrow().kind()).isEqualTo(NextAction.Kind.ANSWER);
        story.passesSlowly(Duration.ofDays(20));
        assertThat(story.events(Reminded.class)).isEmpty();
        assertThat(story.ticket(ticket).status()).isEqualTo(TicketStatus.OPEN);
    }

    @Test
    void theSameAgainInAFormChangesNothing() {
        story.ana().provide(ticket, "club-card", "88-12");
        story.answered(ticket, Commitments.none());
        long version = story.ticket(ticket).version();
        story.ana().provide(ticket, "club-card", "88-12");
        assertThat(story.ticket(ticket).version()).isEqualTo(version);
    }

    @Test
    void whatWasSolvedOpensAgainAndWhatWasClosedLongAgoIsWrittenAbout() {
        story.answered(ticket, Commitments.none().solve(Resolution.FIXED));
        story.ana().provide(ticket, "club-card", "88-12");
        assertThat(story.ticket(ticket).status()).isEqualTo(TicketStatus.OPEN);
        assertThat(story.ticket(ticket).reopenCount()).isEqualTo(1);
        story.answered(ticket, Commitments.none());
        story.ana().confirmSolved(ticket);
        story.passes(Duration.ofDays(400));
        assertThatThrownBy(() -> story.ana().provide(ticket, "club-card", "88-13"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("too long ago");
    }

    @Test
    void whoseMessageWasTakenForSpamIsToldWhenTheFormWillBeAnswered() {
        heed.maria().markSpam(ticket, "It looks like one.");
        story.ana().provide(ticket, "club-card", "88-12");
        assertThat(story.ticket(ticket).status()).isEqualTo(TicketStatus.OPEN);
        assertThat(story.ticket(ticket).expected()).isPresent();
    }

    @Test
    void whoComesBackLongAfterwardsIsNotAskedAgainEither() {
        story.ana().provide(ticket, "club-card", "88-12");
        story.answered(ticket, Commitments.none().solve(Resolution.FIXED));
        story.ana().confirmSolved(ticket);
        story.passes(Duration.ofDays(400));

        CustomerTicket later = story.ana().write(ticket, "It is broken again.");

        assertThat(later.id()).isNotEqualTo(ticket);
        assertThat(story.ticket(later.id()).follows()).contains(ticket);
        heed.maria().getTicket(later.id());
        Refusals.refused(
                heed,
                PracticeCode.ALREADY_PROVIDED,
                () -> heed.maria().reply(later.id(), reply("Could you tell me your club card number?")));
        heed.maria().listening().outdate(later.id(), FactKind.PROVIDED, "club-card", "It has run out.");
        heed.maria().reply(later.id(), reply("Could you tell me your club card number?"));
    }

    @Test
    void noFormFillsTheFactSheetSoThatThePeopleOfTheShopHaveNoRoom() {
        String tooLong = "x".repeat(Fact.LONGEST_VALUE + 1);
        assertThatThrownBy(() -> story.ana().provide(ticket, "club-card", tooLong))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("5000");
        int noted = story.ticket(ticket).facts().history().size();
        for (int i = noted; i < FactSheet.MOST / 2; i++) {
            story.ana().provide(ticket, "club-card", "no " + i);
        }
        assertThatThrownBy(() -> story.ana().provide(ticket, "club-card", "one more"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("250");
        heed.maria().listening().noteFound(ticket, FactKind.EVIDENCE, "invoice", "is paid");
        assertThat(story.ticket(ticket).facts().history()).hasSize(FactSheet.MOST / 2 + 1);
    }

    @Test
    void whatCustomersCallItInTheShopCountsToo() {
        story.ana().provide(ticket, "club-card", "88-12");
        refused(PracticeCode.ALREADY_PROVIDED, reply("Bitte nennen Sie uns Ihre Clubkarte."));
        refused(PracticeCode.ALREADY_PROVIDED, reply("Could you tell me your club card number?"));
    }

    @Test
    void whatWasSaidOnThePhoneCountsAndSaysToWhom() {
        heed.maria().call(ticket, CallIntake.numberRefused("Ana"));
        heed.maria().listening().noteSpoken(ticket, FactKind.PROVIDED, "invoice-number", "R-17");
        assertThat(refused(PracticeCode.ALREADY_PROVIDED, reply("What is your invoice number?"))
                        .findings()
                        .get(0)
                        .problem())
                .contains("on the phone to maria");
    }

    @Test
    void whatIsNotInTheMessageIsNotQuoted() {
        assertThatThrownBy(() -> heed.maria()
                        .listening()
                        .noteWritten(ticket, FactKind.PROVIDED, "invoice-number", "R-17", message, "R-17"))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> heed.maria()
                        .listening()
                        .noteWritten(
                                ticket, FactKind.PROVIDED, "invoice-number", "R-17", new MessageId("other"), "4711"))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aCustomerNotesNothingOnTheTicketOfAnother() {
        heed.channel().receive("ben@example.com", "Hello.");
        story.run();
        CustomerId other = heed.tickets().get(1).customer();
        assertThatThrownBy(() -> heed.desk().forCustomer(other).provide(ticket, "order-number", "1"))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void whatWasToldInADuplicateIsNotAskedForWhereItGoesOn() {
        TicketId second = story.written("Where is it?");
        heed.maria().mergeInto(ticket, second, "the same parcel");
        assertThat(story.ticket(second).facts().current())
                .extracting(fact -> fact.key().value())
                .containsExactly("order-number");
        Finding finding = Refusals.refused(
                        heed,
                        PracticeCode.ALREADY_PROVIDED,
                        () -> heed.maria().reply(second, "What is your order number?"))
                .findings()
                .get(0);
        assertThat(finding.quotation()).map(Finding.Quotation::message).contains(message.value());
    }

    @Test
    void whatTheCustomerAddsToAMergedTicketIsKnownInTheOther() {
        TicketId second = story.written("Where is it?");
        heed.maria().mergeInto(ticket, second, "the same parcel");
        story.ana().tried(ticket, "clean-lens", "with a cloth");
        assertThat(story.ticket(second).facts().find(FactKind.TRIED, FactKey.of("clean-lens")))
                .isPresent();
    }

    @Nested
    class WithoutTheRule {
        @RegisterExtension
        final DeskExtension lax = DeskExtension.with(
                builder -> builder.withoutRule(PracticeCode.ALREADY_PROVIDED, "We ask for it each time."));

        @Test
        void theShopMayAskAsOftenAsItLikes() {
            TicketId id = new Story(lax).written("Order 4711.");
            lax.maria().listening().noteFound(id, FactKind.PROVIDED, "order-number", "4711");
            lax.maria().reply(id, "What is your order number?");
            assertThat(lax.onlyTicket().firstAnsweredAt()).isPresent();
        }
    }

    @Test
    void theDocumentedWayWorks() {
        Helpdesk desk = heed.desk();
        Agent maria = MARIA;
        MessageId mail = message;

        desk.as(maria).listening().noteWritten(ticket, FactKind.PROVIDED, "order-number", "4711", mail, "Order 4711");

        assertThat(story.events(FactNoted.class)).hasSize(1); // the same again changes nothing
        assertThat(story.ticket(ticket).facts().current().get(0).source())
                .isEqualTo(new FactSource.Quoted(mail, "4711", Optional.of(MARIA.id()), Optional.empty()));
    }
}
