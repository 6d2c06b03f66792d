package dev.heed.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** A simulator that finds nothing proves nothing: each of these bugs is found within 400 seeds. */
class PlantedBugsTest {
    private static final long FIRST = 1;
    private static final long MOST = 400;

    private static List<PlantedBug> bugs() {
        return List.of(
                // commits
                PlantedBug.advised(
                        "a conflict counts as committed", "dev.heed.Engine", "locked", Advices.ConflictCounts.class),
                PlantedBug.always(
                        "the store lets the later of two writers win",
                        "dev.heed.spi.store.MemoryTickets",
                        "current",
                        true),
                // inbound
                PlantedBug.forgets(
                        "a message is accepted without its key", "dev.heed.spi.store.UnitOfWork$Builder", "inbound"),
                PlantedBug.forgets(
                        "answers do not lead back to their ticket",
                        "dev.heed.spi.store.UnitOfWork$Builder",
                        "reference"),
                PlantedBug.always("what was closed long ago goes on", "dev.heed.Policies", "reopens", true),
                PlantedBug.advised(
                        "a ticket is not opened again", "dev.heed.ticket.Steps", "add", Advices.NotOpenedAgain.class),
                // outbox
                PlantedBug.forgets(
                        "an answer never gets into the outbox", "dev.heed.spi.store.UnitOfWork$Builder", "send"),
                PlantedBug.advised(
                        "two nodes send one message",
                        "dev.heed.spi.store.MemoryOutbox",
                        "claim",
                        Advices.NoLease.class),
                PlantedBug.always(
                        "whoever claims later is overruled", "dev.heed.spi.store.MemoryOutbox", "current", true),
                PlantedBug.advised(
                        "an attempt that was broken off is forgotten",
                        "dev.heed.spi.store.OutboxEntry",
                        "claimed",
                        Advices.NoDoubt.class),
                PlantedBug.nothing("a failed attempt is not put off", "dev.heed.Delivery", "retry"),
                // promises
                PlantedBug.advised(
                        "a broken promise without an apology",
                        "dev.heed.ticket.Steps",
                        "make",
                        Advices.NoApology.class),
                PlantedBug.nothing("a promise can be kept after its time", "dev.heed.ticket.Steps", "breakLate"),
                PlantedBug.nothing("a promise is dropped by a merge", "dev.heed.ticket.Absorption", "absorb"),
                PlantedBug.advised(
                        "promises stay behind at a hand-over",
                        "dev.heed.ticket.Steps",
                        "add",
                        Advices.NotTransferred.class),
                PlantedBug.always(
                        "a call that was promised is late while it goes on",
                        "dev.heed.ticket.TicketState",
                        "isBeingKept",
                        false),
                PlantedBug.nothing("a lost answer lets nobody wait again", "dev.heed.ticket.Steps", "waitAgain"),
                PlantedBug.nothing(
                        "a letter that was lost has told all the same", "dev.heed.ticket.Undelivered", "lost"),
                PlantedBug.nothing(
                        "a new time of which nobody has read stands beside the old one",
                        "dev.heed.ticket.Undelivered",
                        "withdraw"),
                PlantedBug.advised(
                        "a letter in a queue has told all the same",
                        "dev.heed.ticket.Unread",
                        "unread",
                        Advices.Nothing.class),
                PlantedBug.advised(
                        "a letter behind one that waits has told all the same",
                        "dev.heed.ticket.Settlements",
                        "withSent",
                        Advices.Unchanged.class),
                PlantedBug.always(
                        "an answer that nobody has read is forgotten when the customer writes again",
                        "dev.heed.ticket.Unread",
                        "isTheAnswer",
                        false),
                PlantedBug.nothing(
                        "what was solved on the phone is not answered",
                        "dev.heed.ticket.TicketState",
                        "solvedOnThePhone"),
                PlantedBug.advised(
                        "a bot's answer counts as a person's",
                        "dev.heed.ticket.TicketState",
                        "take",
                        Advices.BotAnswers.class),
                // merging
                PlantedBug.advised(
                        "a solved ticket in which another goes on stays solved",
                        "dev.heed.ticket.Steps",
                        "add",
                        Advices.MergedIntoSolved.class),
                PlantedBug.advised(
                        "a pending ticket in which another goes on stays pending",
                        "dev.heed.ticket.TicketState",
                        "customerWaits",
                        Advices.MergedIntoPending.class),
                PlantedBug.advised(
                        "a disagreement is forgotten by a merge",
                        "dev.heed.ticket.Steps",
                        "add",
                        Advices.DisagreementForgotten.class),
                PlantedBug.advised(
                        "what a letter of a duplicate had told is owed nowhere",
                        "dev.heed.ticket.Unread",
                        "settledBy",
                        Advices.Nothing.class),
                PlantedBug.advised(
                        "nobody hears that a duplicate came back",
                        "dev.heed.StoreReads",
                        "goesOnIn",
                        Advices.Nowhere.class),
                // unmerging and splitting
                PlantedBug.advised(
                        "what goes back to a duplicate is owed in both tickets",
                        "dev.heed.ticket.Separation",
                        "goingBack",
                        Advices.Nothing.class),
                PlantedBug.always(
                        "whoever waits for something else is forgotten by a split",
                        "dev.heed.ticket.Splitting",
                        "goesOnWaiting",
                        false),
                // taken over, and under another policy
                PlantedBug.advised(
                        "what was due before a ticket was taken over is not noticed",
                        "dev.heed.ticket.TimeDecision",
                        "wake",
                        Advices.NotCaughtUp.class),
                PlantedBug.advised(
                        "nobody looks at a ticket before the old policy says so",
                        "dev.heed.Engine",
                        "wakeAt",
                        Advices.NoDailyLook.class),
                PlantedBug.advised(
                        "it closes when the new policy says so and not on the day that was announced",
                        "dev.heed.ticket.Agenda",
                        "latest",
                        Advices.TheFirst.class),
                // closing
                PlantedBug.always(
                        "silence stays agreement though what it followed comes back",
                        "dev.heed.ticket.TicketState",
                        "closedBySilence",
                        false),
                PlantedBug.nothing("a reminder that came back counts", "dev.heed.ticket.DeliveryFold", "failed"),
                PlantedBug.advised(
                        "a reminder names another date",
                        "dev.heed.ticket.Agenda",
                        "closesAt",
                        Advices.ADayEarlier.class),
                PlantedBug.advised(
                        "silence is a day shorter",
                        "dev.heed.hours.BusinessHours",
                        "closingAfter",
                        Advices.ADayLess.class),
                // time and people
                PlantedBug.nothing("a wake-up is not rescheduled", "dev.heed.spi.store.MemoryTickets", "wake"),
                PlantedBug.advised(
                        "an alarm is never repeated",
                        "dev.heed.ticket.Agenda",
                        "nextEscalation",
                        Advices.AYearLater.class),
                PlantedBug.advised(
                        "nobody hears that an owner is missing", "dev.heed.ticket.Steps", "add", Advices.NoAlarm.class),
                PlantedBug.advised(
                        "nobody hears of a call that nobody ends",
                        "dev.heed.ticket.TicketPolicy",
                        "endCallWithin",
                        Advices.AYearLong.class),
                PlantedBug.advised(
                        "no expert is asked",
                        "dev.heed.ticket.TicketPolicy",
                        "consultExpertAfter",
                        Advices.AYearLong.class),
                PlantedBug.advised(
                        "an override leaves no trace", "dev.heed.ticket.Steps", "add", Advices.NoTraceOfOverride.class),
                PlantedBug.advised(
                        "a deputy is told nothing", "dev.heed.ticket.Summary", "of", Advices.NothingToSay.class),
                PlantedBug.nothing("no deputy takes over", "dev.heed.Deputies", "moveTickets"),
                PlantedBug.nothing(
                        "an answer is written blind", "dev.heed.ticket.AnswerDecision", "requireNothingUnseen"),
                // understood
                PlantedBug.nothing(
                        "what nobody has understood is called solved", "dev.heed.ticket.Diagnosis", "requireMade"),
                PlantedBug.always(
                        "a cause that nobody knows is enough", "dev.heed.ticket.Diagnosis", "isCauseKnown", true),
                PlantedBug.nothing(
                        "a correction of the customer is forgotten", "dev.heed.ticket.StatementDecision", "correct"),
                // among colleagues
                PlantedBug.advised(
                        "nobody is reminded of an ask", "dev.heed.ticket.Agenda", "remindAt", Advices.AYearLater.class),
                PlantedBug.nothing("an ask gets lost in a merge", "dev.heed.ticket.NoteDecision", "takeOver"),
                PlantedBug.nothing("no deputy is asked", "dev.heed.Colleagues", "askDeputies"),
                PlantedBug.advised(
                        "a note stands below a letter", "dev.heed.Answering", "below", Advices.NotesBelow.class),
                PlantedBug.advised(
                        "a customer reads notes on the page",
                        "dev.heed.CustomerTicket",
                        "of",
                        Advices.NotesOnThePage.class),
                // put off
                PlantedBug.advised(
                        "a ticket is hidden past what is due",
                        "dev.heed.ticket.Showing",
                        "inTimeFor",
                        Advices.AYearLater.class),
                PlantedBug.advised(
                        "what is put off stays hidden whatever happens to it",
                        "dev.heed.ticket.SnoozeDecision",
                        "whyEndedBy",
                        Advices.NoReason.class),
                PlantedBug.nothing(
                        "what is promised later does not show it again", "dev.heed.ticket.SnoozeDecision", "settle"),
                PlantedBug.advised(
                        "nobody finds what is put off",
                        "dev.heed.spi.store.QueryKeys",
                        "snoozedUntil",
                        Advices.NoReason.class),
                // drafts, and what waits to be sent
                PlantedBug.nothing("what was sent is there to be sent again", "dev.heed.Drafts", "remove"),
                PlantedBug.always(
                        "everybody has what somebody keeps alone", "dev.heed.ticket.ReplyDraft", "isVisibleTo", true),
                PlantedBug.nothing("drafts outlive who wanted to be forgotten", "dev.heed.Drafts", "removeAll"),
                PlantedBug.advised(
                        "what waits to be sent is changed", "dev.heed.DraftsDesk", "editable", Advices.AsItWas.class),
                PlantedBug.advised(
                        "a draft is sent blind", "dev.heed.DraftSending", "seen", Advices.EverythingSeen.class),
                PlantedBug.nothing(
                        "an answer is sent over what the customer wrote meanwhile",
                        "dev.heed.ticket.OutgoingDecision",
                        "customerWrote"),
                PlantedBug.nothing(
                        "what is closed has something to send", "dev.heed.ticket.OutgoingDecision", "closing"),
                PlantedBug.advised(
                        "nobody sends what was ordered", "dev.heed.ticket.Outgoing", "next", Advices.NoReason.class),
                PlantedBug.advised(
                        "what was ordered leaves before its time",
                        "dev.heed.OrderedSending",
                        "due",
                        Advices.BeforeItsTime.class),
                PlantedBug.nothing(
                        "what somebody who learns has written leaves unread", "dev.heed.Answering", "requireReviewed"),
                PlantedBug.advised(
                        "nobody finds what is to be read", "dev.heed.ReviewsDesk", "open", Advices.Nothing.class),
                // filed and found again
                PlantedBug.always("a search finds spam", "dev.heed.spi.store.SearchCriteria", "isSpam", false),
                PlantedBug.nothing(
                        "what was referred to later is not found", "dev.heed.spi.store.TicketIndex", "changeRare"),
                PlantedBug.nothing("what is found has no order", "dev.heed.spi.store.SortKeys", "set"),
                PlantedBug.advised(
                        "what is owed soon is found as if it were owed later",
                        "dev.heed.ticket.Ticket",
                        "dueAt",
                        Advices.AYearAfter.class),
                // forgotten
                PlantedBug.nothing(
                        "letters outlive who wanted to be forgotten", "dev.heed.spi.store.MemoryOutbox", "forget"),
                PlantedBug.advised(
                        "words outlive who wanted to be forgotten",
                        "dev.heed.json.Redaction",
                        "text",
                        Advices.AsItWasSaid.class),
                // told
                PlantedBug.nothing("listeners are never told", "dev.heed.Listeners", "tell"),
                PlantedBug.advised(
                        "listeners are told backwards", "dev.heed.Listeners", "enqueue", Advices.ToldBackwards.class),
                PlantedBug.advised(
                        "listeners are told twice", "dev.heed.Listeners", "enqueue", Advices.ToldTwice.class),
                PlantedBug.advised(
                        "a signature without a way back",
                        "dev.heed.Letter",
                        "signatureLines",
                        Advices.NoSignature.class));
    }

    private record Found(PlantedBug bug, OptionalLong seed, String how) {}

    @Test
    void eachIsFoundWithinFourHundredSeeds() {
        List<Found> all = bugs().parallelStream()
                .map(bug -> {
                    PlantedCode planted = bug.planted();
                    OptionalLong seed = bug.firstFailure(planted, FIRST, MOST);
                    return new Found(bug, seed, planted.found());
                })
                .toList();

        all.forEach(found -> System.out.println(found.bug + ": " + found.seed + " " + found.how));
        assertThat(all).filteredOn(found -> found.seed.isEmpty()).isEmpty();
    }
}
