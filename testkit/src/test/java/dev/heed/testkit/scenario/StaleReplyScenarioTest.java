package dev.heed.testkit.scenario;

import static dev.heed.testkit.DeskExtension.MARIA;
import static dev.heed.testkit.HeedAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.CustomerDesk;
import dev.heed.error.Finding;
import dev.heed.error.PracticeCode;
import dev.heed.message.Author;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.message.Reply;
import dev.heed.message.Seen;
import dev.heed.message.Signature;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.FactKind;
import dev.heed.ticket.LifecycleEvent.Overridden;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nobody answers blind: what an author has seen is what an answer answers. */
class StaleReplyScenarioTest {
    private static final Reply LEFT = Reply.text("It left this morning.", Signature.of(MARIA));

    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(Story::withColleagues);

    private final Story story = new Story(heed);
    private TicketId ticket;

    @BeforeEach
    void anaAsks() {
        ticket = story.written("Where is my parcel?");
    }

    @Test
    void whoHasLookedBeforeTheCustomerWroteAgainHasToReadFirst() {
        Ticket seen = heed.maria().getTicket(ticket);
        story.ana().write(ticket, "It has come, but it is broken!");
        Refusals.refused(heed, PracticeCode.STALE_REPLY, () -> heed.maria().reply(ticket, LEFT));
        Ticket now = heed.maria().getTicket(ticket);
        assertThat(now.unseen(Seen.upTo(seen.lastMessage().orElseThrow()), new Author.ByAgent(MARIA.id())))
                .extracting(Message::text)
                .containsExactly("It has come, but it is broken!");
        heed.maria().reply(ticket, LEFT);
    }

    @Test
    void whatTheCustomerGivesInAFormIsReadFirstAndBelievedInOneStep() {
        CustomerDesk ana = story.ana();
        heed.maria().getTicket(ticket);
        ana.provide(ticket, "order-number", "4711");
        Refusals.refused(heed, PracticeCode.STALE_REPLY, () -> heed.maria().reply(ticket, LEFT));
        List<Message> unseen = heed.maria().unseen(ticket);
        assertThat(unseen).extracting(Message::text).containsExactly("order-number: 4711");
        heed.maria().reply(ticket, LEFT.seen(unseen.get(0).id()));

        ana.provide(ticket, "order-number", "4712");
        ana.write(ticket, "Now it is right.");
        ana.takeBack(ticket, FactKind.PROVIDED, "order-number", "It was the old one.");
        assertThat(heed.maria().unseen(ticket))
                .extracting(Message::text)
                .containsExactly(
                        "order-number: 4712",
                        "Now it is right.",
                        "order-number does not hold any more: It was the old one.");
        MessageId first = heed.maria().unseen(ticket).get(0).id();
        Refusals.refused(heed, PracticeCode.STALE_REPLY, () -> heed.maria().reply(ticket, LEFT.seen(first)));
        heed.maria().getTicket(ticket);
        heed.maria().reply(ticket, LEFT);
        assertThat(heed.maria().getTicket(ticket).messages())
                .extracting(Message::text)
                .doesNotContain("order-number: 4712");
    }

    @Test
    void whatWasGivenOnThePageOfADuplicateIsReadWhereItGoesOn() {
        TicketId second = story.written("Any news?");
        heed.maria().mergeInto(second, ticket, "the same parcel");
        heed.maria().getTicket(ticket);
        story.ana().provide(second, "order-number", "4711");
        Refusals.refused(heed, PracticeCode.STALE_REPLY, () -> heed.maria().reply(ticket, LEFT));
        assertThat(heed.maria().unseen(ticket)).extracting(Message::text).containsExactly("order-number: 4711");
    }

    @Test
    void whatWentBackWithADuplicateIsReadThere() {
        TicketId second = story.written("Any news?");
        story.ben().getTicket(second);
        CustomerDesk ana = story.ana();
        heed.maria().mergeInto(second, ticket, "the same parcel");
        ana.provide(second, "order-number", "4711");
        heed.maria().structure().unmerge(second, "another parcel");
        Refusals.refused(heed, PracticeCode.STALE_REPLY, () -> story.ben().reply(second, "It left."));
        assertThat(story.ben().unseen(second)).extracting(Message::text).containsExactly("order-number: 4711");
    }

    @Test
    void whoHasNeverLookedHasReadNothing() {
        Refusals.refused(heed, PracticeCode.STALE_REPLY, () -> story.ben().reply(ticket, "It left this morning."));
        assertThat(story.ben().unseen(ticket)).extracting(Message::text).containsExactly("Where is my parcel?");
    }

    @Test
    void aListShowsWhatIsAnsweredOnceAndOpensNothingAnew() {
        heed.maria().queue(10);
        heed.maria().reply(ticket, LEFT);
        story.ana().write(ticket, "It has come, but it is broken!");
        heed.maria().queue(10);
        Refusals.refused(heed, PracticeCode.STALE_REPLY, () -> heed.maria().reply(ticket, LEFT));
        assertThat(heed.maria().unseen(ticket))
                .extracting(Message::text)
                .containsExactly("It has come, but it is broken!");
    }

    @Test
    void whoHasReadIsBelievedInOneStep() {
        heed.maria().getTicket(ticket);
        story.ana().write(ticket, "It has come, but it is broken!");
        MessageId last = story.ben().getTicket(ticket).lastMessage().orElseThrow();
        Ticket after = heed.maria().reply(ticket, LEFT.seen(last));
        assertThat(after.expected()).isEmpty();
    }

    @Test
    void aReviewSaysSoBeforeAnythingIsSent() {
        heed.maria().getTicket(ticket);
        assertThat(heed.maria().review(ticket, LEFT)).isEmpty();
        story.ana().write(ticket, "It has come, but it is broken!");
        assertThat(heed.maria().review(ticket, LEFT))
                .extracting(Finding::code)
                .containsExactly(PracticeCode.STALE_REPLY);
        assertThat(Story.inSpite(heed.maria()).review(ticket, LEFT)).isEmpty();
        assertThat(story.ticket(ticket).firstAnsweredAt()).isEmpty();
    }

    @Test
    void twoColleaguesDoNotContradictEachOther() {
        heed.maria().getTicket(ticket);
        story.ben().getTicket(ticket);
        story.ben().reply(ticket, "It comes tomorrow.");
        Refusals.refused(heed, PracticeCode.STALE_REPLY, () -> heed.maria().reply(ticket, LEFT));
    }

    @Test
    void whatTheAuthorSaysCountsWhateverWasShown() {
        Ticket first = heed.maria().getTicket(ticket);
        story.ana().write(ticket, "It has come, but it is broken!");
        heed.maria().getTicket(ticket);
        Refusals.refused(
                heed,
                PracticeCode.STALE_REPLY,
                () -> heed.maria().reply(ticket, LEFT.seen(first.lastMessage().orElseThrow())));
    }

    @Test
    void whoGoesOnAllTheSameSaysWhyForGood() {
        heed.maria().getTicket(ticket);
        story.ana().write(ticket, "Thank you in advance.");
        heed.maria()
                .overriding(PracticeCode.STALE_REPLY, "She only says thank you.")
                .reply(ticket, LEFT);
        assertThat(story.events(Overridden.class)).hasSize(1);
    }
}
