package dev.heed.testkit.scenario;

import static dev.heed.testkit.DeskExtension.MARIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.heed.CustomerTicket;
import dev.heed.Helpdesk;
import dev.heed.ListeningOptions;
import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.error.PracticeCode;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.people.Agent;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.promise.PromiseKind;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.CallIntake;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.LifecycleEvent.Overridden;
import dev.heed.ticket.ListeningEvent.StatementCorrected;
import dev.heed.ticket.ListeningEvent.StatementSent;
import dev.heed.ticket.ProblemStatement.State;
import dev.heed.ticket.Resolution;
import dev.heed.ticket.RootCauses;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketKind;
import dev.heed.ticket.TicketStatus;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** P38, P39: a problem is said again in other words, and its cause is known, before anybody calls it solved. */
class DiagnosisScenarioTest {
    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(builder -> Story.withColleagues(builder)
            .listening(ListeningOptions.defaults().withRootCauses(RootCauses.of("lens/cap-loose", "lens/scratched"))));

    private final Story story = new Story(heed);
    private TicketId ticket;

    @BeforeEach
    void aCustomerHasAProblem() {
        ticket = story.written("The cap falls off.");
        heed.maria().classify(ticket, TicketKind.TECHNICAL, "Something does not work.");
    }

    private static Reply reply(String text) {
        return Reply.text(text, Signature.of(MARIA));
    }

    private Ticket solve(Reply reply) {
        return heed.maria().proposeSolution(ticket, reply);
    }

    private String rephrased(String problem) {
        heed.maria().reply(ticket, reply("Thank you for the picture.").rephrasing(problem));
        story.run();
        return heed.channel().lastSent().content().text();
    }

    @Test
    void theCustomerReadsHowItIsUnderstoodAndIsAskedWhetherThatIsRight() {
        assertThat(rephrased("The cap does not hold on the lens."))
                .contains(
                        "Thank you for the picture.\n\nThis is how I understand the problem: The cap does not hold on the"
                                + " lens.\nIs that right?",
                        "Maria Keller");
        assertThat(story.events(StatementSent.class)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"de, So verstehe ich", "fr, Voici comment", "es, Así entiendo"})
    void inTheCustomersLanguage(String language, String words) {
        heed.desk()
                .backoffice()
                .register(Customer.builder(story.ticket(ticket).customer().value())
                        .email(Story.ANA)
                        .locale(Locale.forLanguageTag(language))
                        .build());
        assertThat(rephrased("cap")).contains(words);
    }

    @Test
    void inHtmlToo() {
        heed.maria()
                .reply(
                        ticket,
                        Reply.html("<p>Thank you.</p>", Signature.of(MARIA)).rephrasing("The cap <falls> off."));
        story.run();
        assertThat(heed.channel().lastSent().content().html().orElseThrow()).contains("The cap &lt;falls&gt; off.<br>");
    }

    @Test
    void aStatementCannotAskForWhatIsKnownNorHaveBlanks() {
        story.ana().provide(ticket, "order-number", "4711");
        Refusals.refused(
                heed,
                PracticeCode.ALREADY_PROVIDED,
                () -> heed.maria()
                        .reply(ticket, reply("Hello.").rephrasing("The cap is loose, please send your order number")));
        Refusals.refused(
                heed,
                PracticeCode.TEMPLATE_VARIABLE_UNRESOLVED,
                () -> heed.maria().reply(ticket, reply("Hello.").rephrasing("{{problem}} is loose")));
        assertThatThrownBy(() -> heed.maria().reply(ticket, reply("Hello.").rephrasing(" ")))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void whatWasNotRephrasedIsNotSolvedUnlessSomebodyAnswersForIt() {
        heed.maria().listening().rootCause(ticket, "lens/cap-loose");
        Refusals.refused(heed, PracticeCode.PROBLEM_NOT_REPHRASED, () -> solve(reply("Here is another cap.")));
        heed.maria()
                .overriding(PracticeCode.PROBLEM_NOT_REPHRASED, "She is on the train.")
                .proposeSolution(ticket, "Here is another cap.");
        assertThat(story.events(Overridden.class))
                .extracting(Overridden::code, Overridden::reason)
                .containsExactly(tuple(PracticeCode.PROBLEM_NOT_REPHRASED, "She is on the train."));
        assertThat(story.ticket(ticket).status()).isEqualTo(TicketStatus.SOLVED);
    }

    @Test
    void whatHasNoCauseIsNotSolvedUnlessSomebodyAnswersForItOrFindsOut() {
        rephrased("The cap does not hold.");
        Refusals.refused(heed, PracticeCode.ROOT_CAUSE_MISSING, () -> solve(reply("Here is another cap.")));
        heed.maria().listening().rootCause(ticket, "unknown");
        Refusals.refused(heed, PracticeCode.ROOT_CAUSE_MISSING, () -> solve(reply("Here is another cap.")));
        heed.maria()
                .reply(
                        ticket,
                        reply("Here is another cap."),
                        Commitments.none()
                                .solve(Resolution.REPLACED)
                                .promise(PromiseKind.FIND_OUT, "why it is loose", story.in(Duration.ofDays(2))));
        assertThat(story.ticket(ticket).status()).isEqualTo(TicketStatus.SOLVED);
        assertThat(story.events(Overridden.class)).isEmpty();
    }

    @Test
    void aCauseThatTheShopDoesNotKnowIsRefusedWithOneItKnows() {
        assertThatThrownBy(() -> heed.maria().listening().rootCause(ticket, "lens/cap-lose"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Did you mean lens/cap-loose?");
        assertThat(heed.maria().listening().rootCauses().all()).hasSize(3);
    }

    @Test
    void theCustomerConfirmsItOnThePage() {
        rephrased("The cap does not hold.");
        assertThat(story.ana().getTicket(ticket).problem()).contains("The cap does not hold.");
        CustomerTicket after = story.ana().confirmProblem(ticket);
        assertThat(after.problem()).isEmpty();
        assertThat(story.ticket(ticket).heededAt()).contains(story.in(Duration.ZERO));
    }

    @Test
    void theCustomerCorrectsItOnThePageWhichIsAMessageAndStartsAnew() {
        rephrased("The cap does not hold.");
        heed.maria().listening().rootCause(ticket, "lens/cap-loose");
        story.ana().correctProblem(ticket, "No, the lens is scratched.");
        Ticket after = story.ticket(ticket);
        assertThat(after.status()).isEqualTo(TicketStatus.OPEN);
        assertThat(after.messages().get(after.messages().size() - 1).text()).isEqualTo("No, the lens is scratched.");
        assertThat(after.expected()).isPresent();
        assertThat(after.understanding().rootCause()).isEmpty();
        assertThat(story.events(StatementCorrected.class))
                .extracting(event -> event.message().orElseThrow())
                .containsExactly(
                        after.messages().get(after.messages().size() - 1).id());
        Refusals.refused(heed, PracticeCode.PROBLEM_NOT_REPHRASED, () -> solve(reply("Here is another cap.")));
        heed.maria().listening().rootCause(ticket, "lens/scratched");
        solve(reply("Here is another lens.").rephrasing("The lens has scratches."));
        assertThat(story.ticket(ticket)
                        .understanding()
                        .statement()
                        .orElseThrow()
                        .state())
                .isEqualTo(State.SENT);
    }

    @Test
    void nothingThatNobodySaidIsConfirmedOrCorrectedAndNoMessageIsLeft() {
        Ticket before = story.ticket(ticket);
        assertThatThrownBy(() -> story.ana().confirmProblem(ticket)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> story.ana().correctProblem(ticket, "No.")).isInstanceOf(InvalidInputException.class);
        assertThat(story.ticket(ticket)).isEqualTo(before);
    }

    @Test
    void anotherCustomerCannotConfirmIt() {
        rephrased("The cap does not hold.");
        heed.channel().receive("eve@example.com", "Hello.");
        story.run();
        CustomerId eve = heed.tickets().get(1).customer();
        assertThatThrownBy(() -> heed.desk().forCustomer(eve).confirmProblem(ticket))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void anAgentReadsInAnAnswerThatItIsRightOrWrong() {
        rephrased("The cap does not hold.");
        heed.channel().answer(Story.ANA, heed.channel().lastSent(), "Yes, exactly that.");
        story.run();
        List<Message> all = story.ticket(ticket).messages();
        MessageId yes = all.get(all.size() - 1).id();
        assertThatThrownBy(() -> heed.maria().listening().statementConfirmed(ticket, yes, "No"))
                .isInstanceOf(InvalidInputException.class);
        heed.maria().listening().statementConfirmed(ticket, yes, "Yes, exactly that");
        assertThat(story.ticket(ticket).heededAt()).isPresent();
        heed.maria().listening().statementCorrected(ticket, yes, "exactly");
        assertThat(story.ticket(ticket).heededAt()).isEmpty();
    }

    @Test
    void onThePhoneItIsSaidAndConfirmedInWords() {
        assertThatThrownBy(() -> heed.maria().listening().rephrasedOnThePhone(ticket, "The cap does not hold."))
                .isInstanceOf(InvalidInputException.class);
        heed.maria().call(ticket, CallIntake.numberRefused("Ana"));
        heed.maria().listening().rephrasedOnThePhone(ticket, "The cap does not hold.");
        heed.maria().listening().statementCorrectedOnThePhone(ticket);
        heed.maria().listening().rephrasedOnThePhone(ticket, "The lens is scratched.");
        heed.maria().listening().statementConfirmedOnThePhone(ticket);
        assertThat(story.ticket(ticket).heededAt()).isPresent();
    }

    @Test
    void whatIsSaidOnThePhoneStandsOnThePageAndIsHeldToTheHouseRules() {
        story.ana().provide(ticket, "order-number", "4711");
        heed.maria().call(ticket, CallIntake.numberRefused("Ana"));
        Refusals.refused(
                heed,
                PracticeCode.ALREADY_PROVIDED,
                () -> heed.maria().listening().rephrasedOnThePhone(ticket, "Please send your order number again."));
        Refusals.refused(
                heed,
                PracticeCode.SIGNATURE_NOT_PERSONAL,
                () -> heed.maria().listening().rephrasedOnThePhone(ticket, "The cap is loose.\n\nYour Acme Team"));
        for (String wrong : List.of(" ", "One.\nTwo.", "x".repeat(2_000_000))) {
            assertThatThrownBy(() -> heed.maria().listening().rephrasedOnThePhone(ticket, wrong))
                    .isInstanceOf(InvalidInputException.class);
        }
        heed.maria()
                .overriding(PracticeCode.BLAME_WITHOUT_EVIDENCE, "She says so herself.")
                .listening()
                .rephrasedOnThePhone(ticket, "The cap is loose, and it is your own fault.");
        assertThat(story.events(Overridden.class))
                .extracting(Overridden::code, Overridden::reason)
                .containsExactly(tuple(PracticeCode.BLAME_WITHOUT_EVIDENCE, "She says so herself."));
    }

    @Test
    void whatDoesNotWorkIsUnderstoodAlsoWhereItGoesOnInAQuestion() {
        TicketId question = story.written("When do you open?");
        heed.maria().mergeInto(ticket, question, "The same visit.");
        heed.maria().getTicket(question);
        Refusals.refused(
                heed,
                PracticeCode.PROBLEM_NOT_REPHRASED,
                () -> heed.maria().proposeSolution(question, "Here is another cap. We open at nine."));
        TicketId another = story.written("Is there parking?");
        heed.maria().mergeInto(question, another, "The same visit.");
        heed.maria().getTicket(another);
        Refusals.refused(
                heed,
                PracticeCode.ROOT_CAUSE_MISSING,
                () -> heed.maria()
                        .proposeSolution(another, reply("Here is another cap.").rephrasing("The cap is loose.")));
        heed.maria().structure().unmerge(question, "Another visit.");
        heed.maria().getTicket(another);
        assertThat(heed.maria().proposeSolution(another, "There is.").status()).isEqualTo(TicketStatus.SOLVED);
    }

    @Test
    void whoeverSortsTheTicketSaysWhatAllOfItIs() {
        TicketId question = story.written("When do you open?");
        heed.maria().mergeInto(ticket, question, "The same visit.");
        heed.maria().classify(question, TicketKind.SALES_ENQUIRY, "A new cap is to be bought, the old one is fine.");
        heed.maria().getTicket(question);
        assertThat(heed.maria().proposeSolution(question, "We open at nine.").status())
                .isEqualTo(TicketStatus.SOLVED);
    }

    @Test
    void aLetterThatCameBackHasToldNothing() {
        rephrased("The cap does not hold.");
        heed.maria().listening().rootCause(ticket, "lens/cap-loose");
        story.comesBack(heed.channel().lastSent());
        Refusals.refused(heed, PracticeCode.PROBLEM_NOT_REPHRASED, () -> solve(reply("Here is another cap.")));
    }

    @Test
    void whatWasConfirmedInADuplicateIsConfirmedWhereItGoesOn() {
        rephrased("The cap does not hold.");
        story.ana().confirmProblem(ticket);
        TicketId second = story.written("Any news?");
        heed.maria().mergeInto(ticket, second, "the same cap");
        assertThat(story.ticket(second).heededAt()).isPresent();
    }

    @Test
    void theDocumentedWayWorks() {
        Helpdesk desk = heed.desk();
        Agent maria = MARIA;

        desk.as(maria).listening().rootCause(ticket, "lens/cap-loose");
        desk.as(maria)
                .proposeSolution(
                        ticket,
                        Reply.text("I send you another one today.", Signature.of(maria))
                                .rephrasing("The cap does not hold on the lens."));

        assertThat(story.ticket(ticket).status()).isEqualTo(TicketStatus.SOLVED);
    }
}
