package dev.heed.testkit.scenario;

import static dev.heed.testkit.DeskExtension.MARIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.DraftsDesk;
import dev.heed.Helpdesk;
import dev.heed.error.ConflictException;
import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.error.PracticeCode;
import dev.heed.error.RefusedException;
import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.people.Agent;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseKind;
import dev.heed.promise.PromiseState;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.ReplyDraft;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketStatus;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is being written is neither lost, nor overwritten, nor sent twice. */
class DraftScenarioTest {
    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(Story::withColleagues);

    private final Story story = new Story(heed);
    private TicketId ticket;

    @BeforeEach
    void aCustomerWrites() {
        ticket = story.written("Where is my parcel?");
        story.ticket(ticket); // Maria reads it
    }

    private DraftsDesk marias() {
        return heed.maria().drafts();
    }

    private DraftsDesk bens() {
        return story.ben().drafts();
    }

    @Test
    @SuppressWarnings("CheckReturnValue") // reads as in docs/drafts.md
    void draftsAreWrittenChangedAndSentAsTheDocumentsSay() {
        Helpdesk desk = heed.desk();
        Agent maria = MARIA;
        DraftsDesk drafts = desk.as(maria).drafts();
        ReplyDraft draft = drafts.write(ticket, "Your parcel is");
        draft = drafts.change(draft, "Your parcel is on its way, Ana.");
        drafts.send(draft);

        story.run();
        assertThat(heed.channel()
                        .sent()
                        .get(heed.channel().sent().size() - 1)
                        .content()
                        .text())
                .contains("on its way");
        assertThat(drafts.mine(10)).isEmpty();
        assertThat(drafts.of(ticket)).isEmpty();
    }

    @Test
    void typingLeavesNoTraceInTheHistory() {
        int before = heed.events().size();

        ReplyDraft draft = marias().write(ticket, "");
        draft = marias().change(draft, "Dear");
        draft = marias().share(draft);
        marias().discard(draft);

        assertThat(heed.events()).hasSize(before);
        assertThat(marias().mine(10)).isEmpty();
    }

    @Test
    void aBlankDraftIsKeptButNotSent() {
        ReplyDraft draft = marias().write(ticket, " ");

        assertThatThrownBy(() -> marias().send(draft)).isInstanceOf(InvalidInputException.class);
        assertThat(marias().mine(10)).containsExactly(draft);
    }

    @Test
    void aColleaguesOwnDraftDoesNotExist() {
        ReplyDraft draft = marias().write(ticket, "Not yet.");

        assertThat(bens().find(draft.id())).isEmpty();
        assertThat(bens().of(ticket)).isEmpty();
        assertThatThrownBy(() -> bens().get(draft.id())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> bens().change(draft, "Mine")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> bens().discard(draft)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> bens().send(draft)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> bens().share(draft)).isInstanceOf(NotFoundException.class);
        assertThat(marias().get(draft.id())).isEqualTo(draft);
    }

    @Test
    void whoeverComesSecondOverwritesNothing() {
        ReplyDraft shared = marias().share(marias().write(ticket, "First words."));
        ReplyDraft bens = bens().change(bens().get(shared.id()), "Ben's words.");

        assertThatThrownBy(() -> marias().change(shared, "Maria's words."))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("Nothing was overwritten");
        assertThatThrownBy(() -> marias().send(shared)).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> marias().discard(shared)).isInstanceOf(ConflictException.class);
        assertThat(marias().get(shared.id())).isEqualTo(bens);
        assertThat(bens.text()).isEqualTo("Ben's words.");
        assertThat(bens.author()).isEqualTo(MARIA.id());
        assertThat(bens.savedBy()).isEqualTo(Story.BEN.id());
        assertThat(story.ticket(ticket).status()).isEqualTo(TicketStatus.NEW);
    }

    @Test
    void whoSendsASharedDraftSignsIt() {
        marias().share(marias().write(ticket, "It is on its way."));
        story.ben().getTicket(ticket);
        ReplyDraft seen = bens().of(ticket).get(0);

        Ticket after = bens().send(seen);

        assertThat(after.messages()
                        .get(after.messages().size() - 1)
                        .signature()
                        .orElseThrow()
                        .name())
                .isEqualTo(Story.BEN.fullName());
        assertThat(marias().mine(10)).isEmpty();
        assertThatThrownBy(() -> marias().send(seen)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aRefusedDraftStaysAsItIs() {
        Reply unsigned = Reply.text("It is on its way.", Signature.of("Your support team"));
        ReplyDraft draft = marias().write(ticket, unsigned, Commitments.none());

        assertThatThrownBy(() -> marias().send(draft)).isInstanceOf(RefusedException.class);
        assertThat(marias().get(draft.id())).isEqualTo(draft);
    }

    @Test
    void whoeverHasNotReadTheLastWordIsRefusedAndKeepsTheDraft() {
        ReplyDraft draft = marias().write(ticket, "It is on its way.");
        story.ana().write(ticket, "It has just come.");

        Refusals.refused(heed, PracticeCode.STALE_REPLY, () -> marias().send(draft));
        assertThat(marias().get(draft.id())).isEqualTo(draft);

        story.ticket(ticket);
        assertThat(marias().send(draft).status()).isEqualTo(TicketStatus.PENDING);
    }

    @Test
    void aWarningCanBeOverriddenWhenADraftIsSent() {
        ReplyDraft draft = marias().write(ticket, "It is on its way.");
        story.ana().write(ticket, "Are you there?");

        Ticket after = Story.inSpite(heed.maria()).drafts().send(draft);

        assertThat(after.status()).isEqualTo(TicketStatus.PENDING);
        assertThat(story.events(dev.heed.ticket.LifecycleEvent.Overridden.class))
                .hasSize(1);
    }

    @Test
    void aDraftKeepsAndMakesPromises() {
        Promise promise = story.promised(ticket, PromiseKind.FIND_OUT, story.in(Duration.ofHours(5)));
        Commitments commitments = Commitments.none()
                .keep(promise.id())
                .promise(PromiseKind.ACTION, "that it comes", story.in(Duration.ofHours(9)));
        ReplyDraft draft = marias().write(ticket, Reply.text("It is in Hamburg.", Signature.of(MARIA)), commitments);

        Ticket after = marias().send(marias().get(draft.id()));

        assertThat(story.stateOf(ticket, promise)).isEqualTo(PromiseState.KEPT);
        assertThat(after.openPromises()).extracting(Promise::kind).containsExactly(PromiseKind.ACTION);
    }

    @Test
    void aDraftOnADuplicateIsFoundAndSentWhereThatGoesOn() {
        TicketId duplicate = story.written("Where is it?");
        story.ticket(duplicate);
        ReplyDraft draft = marias().write(duplicate, "It is on its way.");

        heed.maria().mergeInto(duplicate, ticket, "The same.");

        assertThat(marias().of(ticket)).containsExactly(draft);
        assertThat(marias().send(draft).id()).isEqualTo(ticket);
        assertThat(marias().of(duplicate)).isEmpty();
    }

    @Test
    void promisesOfATicketThatGoesOnElsewhereAreNotTakenForOthers() {
        TicketId duplicate = story.written("Where is it?");
        Promise promise = story.promised(duplicate, PromiseKind.FIND_OUT, story.in(Duration.ofHours(5)));
        ReplyDraft draft = marias().write(
                        duplicate,
                        Reply.text("It is on its way.", Signature.of(MARIA)),
                        Commitments.none().keep(promise.id()));
        story.answered(duplicate, Commitments.none().keep(promise.id())); // nothing is owed there any more
        heed.maria().mergeInto(duplicate, ticket, "The same.");

        assertThatThrownBy(() -> marias().send(draft))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("names promises");
        assertThat(marias().mine(10)).containsExactly(draft);
    }

    @Test
    void draftsSurviveAHandOver() {
        ReplyDraft draft = marias().write(ticket, "It is on its way.");
        story.ticket(ticket);

        heed.maria().take(ticket);
        heed.maria().handOver(ticket, Story.BEN.id(), "Nothing done so far.");

        assertThat(marias().of(ticket)).containsExactly(draft);
    }

    @Test
    void whatWasWrittenForSomebodyWhoIsForgottenIsForgotten() {
        ReplyDraft draft = marias().write(ticket, "Dear Ana");
        ReplyDraft bens = bens().write(ticket, "Dear Ana Silva");

        heed.desk().backoffice().closeErased(ticket, Story.OLGA.id(), "She asked for it.");

        assertThat(marias().find(draft.id())).isEmpty();
        assertThat(bens().find(bens.id())).isEmpty();
        assertThat(marias().mine(10)).isEmpty();
        assertThatThrownBy(() -> marias().write(ticket, "Dear Ana"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("forgotten");
    }

    @Test
    void nobodyFillsTheStoreByMistake() {
        IntStream.range(0, 100).forEach(i -> marias().write(ticket, "Draft " + i));

        assertThatThrownBy(() -> marias().write(ticket, "One more"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("100 drafts");
        assertThat(bens().write(ticket, "Ben can.").text()).isEqualTo("Ben can.");
        assertThat(marias().mine(3)).hasSize(3);
        assertThatThrownBy(() -> marias().mine(0)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aHtmlDraftBecomesPlainWhenItsWordsAreReplaced() {
        Reply html = Reply.html("<p>It is <b>here</b>.</p>", Signature.of(MARIA));
        ReplyDraft draft = marias().write(ticket, html, Commitments.none());
        assertThat(draft.content().html()).contains("<p>It is <b>here</b>.</p>");

        ReplyDraft plain = marias().change(draft, "It is here.");

        assertThat(plain.content().html()).isEmpty();
        assertThat(plain.content().signature()).contains(Signature.of(MARIA));
    }
}
