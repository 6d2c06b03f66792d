package dev.heed.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.message.Audience;
import dev.heed.message.Author;
import dev.heed.message.Note;
import dev.heed.message.NoteId;
import dev.heed.people.Addressee;
import dev.heed.people.AgentId;
import dev.heed.people.DepartmentId;
import dev.heed.ticket.NoteEvent.AskedToo;
import dev.heed.ticket.NoteEvent.NoteAcknowledged;
import dev.heed.ticket.NoteEvent.NoteMoved;
import dev.heed.ticket.NoteEvent.NoteReminded;
import dev.heed.ticket.NoteEvent.NoteTakenOver;
import dev.heed.ticket.NoteEvent.NoteWithdrawn;
import dev.heed.ticket.OwnershipEvent.Escalated;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** P77, P84: what is awaited of colleagues is done, or open and reminded. */
class NotesTest {
    private static final DepartmentId SHIPPING = NoteAttempts.SHIPPING;
    private static final NoteId ASK = new NoteId("ask");
    private static final NoteId TASK = new NoteId("task");
    /** Monday, eleven o'clock. */
    private static final Instant DUE = TicketStory.START.plus(Duration.ofHours(2));

    private final TicketStory story = TicketStory.owned();

    private static Note note(NoteId id, String text, Audience audience) {
        return Note.of(id, new Author.ByAgent(TicketStory.MARIA), TicketStory.START, text)
                .to(audience);
    }

    private TicketStory writes(NoteId id, String text, Audience audience) {
        return story.then(new NoteCommand.AddNote(note(id, text, audience)));
    }

    private TicketStory asks(Addressee to, Instant due) {
        return writes(ASK, "Is there one left?", new Audience.InternalAsk(to, due));
    }

    private TicketStory tells(Instant due) {
        return writes(TASK, "", new Audience.DepartmentNote(SHIPPING, "A-4711", "Add a thank-you card.", due));
    }

    private TicketStory answers(NoteId id) {
        return writes(id, "Three.", new Audience.AnswerTo(ASK));
    }

    private TicketStory acknowledges(AgentId by, boolean ofDepartment) {
        return story.then(new NoteCommand.Acknowledge(TASK, by, ofDepartment));
    }

    private TicketStory withdraws(NoteId id, AgentId by, boolean authorIsGone) {
        return story.then(new NoteCommand.Withdraw(id, by, authorIsGone, "It is found."));
    }

    @Nested
    class AnAsk {
        @Test
        void isOpenUntilANoteAnswersIt() {
            asks(TicketStory.JANA, DUE);
            assertThat(story.ticket().openAsks()).singleElement().satisfies(open -> {
                assertThat(open.asked()).containsExactly(TicketStory.JANA);
                assertThat(open.due()).isEqualTo(DUE);
                assertThat(open.reminders()).isZero();
            });
            answers(new NoteId("answer"));
            assertThat(story.ticket().openAsks()).isEmpty();
            assertThat(story.ticket().notes()).extracting(Note::text).containsExactly("Is there one left?", "Three.");
        }

        @Test
        void isRemindedOfWhenItIsDueAndAgainInWorkingHours() {
            asks(TicketStory.JANA, DUE);
            story.wakesAt(DUE);
            assertThat(story.latest()).containsExactly(reminded(ASK, 1, TicketStory.JANA));
            story.wakesAt(DUE.plus(Duration.ofHours(7)));
            assertThat(story.latest()).noneMatch(NoteReminded.class::isInstance);
            story.wakesAt(TicketStory.HOURS.plus(DUE, Duration.ofHours(8)));
            assertThat(story.latest()).contains(reminded(ASK, 2, TicketStory.JANA));
        }

        @Test
        void isRemindedOfWhenSomebodyWorksAgainIfItIsDueAtNight() {
            Instant night = TicketStory.START.plus(Duration.ofHours(12));
            asks(TicketStory.JANA, night);
            story.wakesAt(night);
            assertThat(story.latest()).noneMatch(NoteReminded.class::isInstance);
            Instant morning = TicketStory.START.plus(Duration.ofDays(1));
            assertThat(story.ticket().wakeAt(story.policy()).orElseThrow()).isBeforeOrEqualTo(morning);
            story.wakesAt(morning);
            assertThat(story.latest()).contains(reminded(ASK, 1, TicketStory.JANA));
        }

        @Test
        void isNotRemindedOfWhenItIsAnswered() {
            asks(TicketStory.JANA, DUE);
            answers(new NoteId("answer"));
            story.wakesAt(DUE);
            assertThat(story.latest()).isEmpty();
        }

        @Test
        void mayBeAnsweredMoreThanOnceAndLosesNoWord() {
            asks(TicketStory.JANA, DUE);
            answers(new NoteId("answer"));
            answers(new NoteId("more"));
            assertThat(story.ticket().notes()).hasSize(3);
        }

        @Test
        void isWithdrawnByItsAuthorOnce() {
            asks(TicketStory.JANA, DUE);
            withdraws(ASK, TicketStory.MARIA, false);
            assertThat(story.latest())
                    .containsExactly(new NoteWithdrawn(
                            story.ticket().id(), story.now(), ASK, TicketStory.MARIA, "It is found."));
            assertThat(story.ticket().openNotes()).isEmpty();
            assertThat(withdraws(ASK, TicketStory.MARIA, false).latest()).isEmpty();
        }

        @Test
        void isWithdrawnByAColleagueOnlyIfItsAuthorIsGone() {
            asks(SHIPPING, DUE);
            assertRefused("that jana has not written", () -> withdraws(ASK, TicketStory.JANA, false));
            withdraws(ASK, TicketStory.JANA, true);
            assertThat(story.ticket().openNotes()).isEmpty();
        }

        @Test
        void isNotWithdrawnWithoutAReason() {
            asks(TicketStory.JANA, DUE);
            assertRefused("no reason", () -> story.then(new NoteCommand.Withdraw(ASK, TicketStory.MARIA, false, " ")));
        }

        @Test
        void isDueAheadAndWithinAYear() {
            assertRefused("not ahead", () -> asks(TicketStory.JANA, story.now()));
            assertRefused("more than a year", () -> asks(TicketStory.JANA, DUE.plus(Duration.ofDays(367))));
            assertThat(story.ticket().notes()).isEmpty();
        }

        @Test
        void isNotPutToOneself() {
            assertRefused("asks nobody else", () -> asks(TicketStory.MARIA, DUE));
        }

        @Test
        void isPutToSomebodyElseTooOnce() {
            asks(TicketStory.JANA, DUE);
            NoteCommand also = new NoteCommand.AskToo(ASK, TicketStory.OWNER, "Nobody is there.");
            story.then(also);
            assertThat(story.latest())
                    .containsExactly(
                            new AskedToo(story.ticket().id(), story.now(), ASK, TicketStory.OWNER, "Nobody is there."));
            assertThat(story.then(also).latest()).isEmpty();
            story.wakesAt(DUE);
            assertThat(story.latest()).containsExactly(reminded(ASK, 1, TicketStory.JANA, TicketStory.OWNER));
        }

        @Test
        void goesOnWhenTheTicketIsClosed() {
            asks(TicketStory.JANA, DUE);
            story.agentProposesSolution().customerConfirms();
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.CLOSED);
            assertThat(story.ticket().wakeAt(story.policy())).contains(DUE);
            assertThat(story.ticket().nextAction(story.policy())).isEmpty();
            story.wakesAt(DUE);
            assertThat(story.latest()).containsExactly(reminded(ASK, 1, TicketStory.JANA));
            answers(new NoteId("answer"));
            assertThat(story.ticket().wakeAt(story.policy())).isEmpty();
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.CLOSED);
        }

        @Test
        void canBeWrittenAboutAClosedTicket() {
            story.agentProposesSolution().customerConfirms();
            asks(TicketStory.JANA, DUE);
            assertThat(story.ticket().wakeAt(story.policy())).contains(DUE);
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.CLOSED);
        }

        @Test
        void isWithdrawnWhenTheCustomerWantsToBeForgottenAlsoOnAClosedTicket() {
            asks(TicketStory.JANA, DUE);
            story.agentProposesSolution().customerConfirms();
            tells(DUE);
            story.isExempted(Exemption.CUSTOMER_ERASED);
            assertThat(story.latest()).hasSize(2).allMatch(NoteWithdrawn.class::isInstance);
            assertThat(story.ticket().openNotes()).isEmpty();
            assertThat(story.isExempted(Exemption.CUSTOMER_ERASED).latest()).isEmpty();
        }

        @Test
        void isTheNextActionOnlyIfNothingOfTheCustomerIsDueBefore() {
            asks(TicketStory.JANA, TicketStory.START.plus(Duration.ofDays(20)));
            assertThat(next()).isEqualTo(NextAction.Kind.ANSWER);
            story.agentProposesSolution();
            assertThat(next()).isEqualTo(NextAction.Kind.REMIND_CUSTOMER);
            withdraws(ASK, TicketStory.MARIA, false);
            writes(
                    TASK,
                    "",
                    new Audience.DepartmentNote(
                            SHIPPING, "A", "Add a card.", story.now().plusSeconds(600)));
            assertThat(next()).isEqualTo(NextAction.Kind.ASK_AGAIN);
        }

        private NextAction.Kind next() {
            return story.ticket().nextAction(story.policy()).orElseThrow().kind();
        }
    }

    @Nested
    class WhatADepartmentIsToDo {
        @Test
        void isOpenAndRemindedOfUntilSomebodyOfItAcknowledges() {
            tells(DUE);
            assertThat(story.ticket().unacknowledged()).hasSize(1);
            assertThat(story.ticket().openAsks()).isEmpty();
            story.wakesAt(DUE);
            assertThat(story.latest()).containsExactly(reminded(TASK, 1, SHIPPING));
            acknowledges(TicketStory.JANA, true);
            assertThat(story.latest())
                    .containsExactly(new NoteAcknowledged(story.ticket().id(), story.now(), TASK, TicketStory.JANA));
            assertThat(story.ticket().openNotes()).isEmpty();
            assertThat(acknowledges(TicketStory.JANA, true).latest()).isEmpty();
        }

        @Test
        void isNotAcknowledgedByAnybodyElse() {
            tells(DUE);
            assertRefused("of which maria is not", () -> acknowledges(TicketStory.MARIA, false));
            assertThat(story.ticket().unacknowledged()).hasSize(1);
        }

        @Test
        void isAcknowledgedByWhoWasAskedInsteadOfIt() {
            tells(DUE);
            story.then(new NoteCommand.AskToo(TASK, TicketStory.JANA, "Nobody is there."));
            acknowledges(TicketStory.JANA, false);
            assertThat(story.ticket().openNotes()).isEmpty();
        }

        @Test
        void isNoQuestion() {
            tells(DUE);
            assertRefused("asks nothing", () -> writes(new NoteId("answer"), "Done.", new Audience.AnswerTo(TASK)));
        }

        @Test
        void needsNoOtherWords() {
            assertThat(tells(DUE).ticket().notes()).hasSize(1);
        }

        @Test
        void namesWhatItIsAboutAndWhatIsToBeDone() {
            assertThatThrownBy(() -> new Audience.DepartmentNote(SHIPPING, " ", "Add a card.", DUE))
                    .isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> new Audience.DepartmentNote(SHIPPING, "A-4711", "", DUE))
                    .isInstanceOf(InvalidInputException.class);
        }
    }

    @Nested
    class AnyNote {
        @Test
        void hasWords() {
            assertRefused("no words", () -> writes(ASK, " \n", new Audience.Anybody()));
            assertRefused("no words", () -> writes(ASK, "\t", new Audience.InternalAsk(TicketStory.JANA, DUE)));
        }

        @Test
        void isNotLongerThanOneReads() {
            writes(ASK, "x".repeat(Note.LONGEST_TEXT), new Audience.Anybody());
            assertRefused(
                    "100001 characters", () -> writes(TASK, "x".repeat(Note.LONGEST_TEXT + 1), new Audience.Anybody()));
            assertRefused(
                    "characters",
                    () -> writes(
                            TASK, "x", new Audience.DepartmentNote(SHIPPING, "A", "x".repeat(Note.LONGEST_TEXT), DUE)));
        }

        @Test
        void ofHeedItselfMayBeAnything() {
            Author heed = new Author.BySystem(Optional.empty());
            story.then(new NoteCommand.AddNote(Note.of(ASK, heed, DUE, "")));
            story.then(new NoteCommand.AddNote(Note.of(TASK, heed, DUE, "x".repeat(Note.LONGEST_TEXT + 1))));
            assertThat(story.ticket().notes()).hasSize(2);
        }

        @Test
        void hasANameOfItsOwn() {
            story.agentNotes();
            NoteId taken = story.ticket().notes().get(0).id();
            assertRefused("has a note " + taken, () -> writes(taken, "Hello.", new Audience.Anybody()));
        }

        @Test
        void ofWhichNothingIsAwaitedCanNeitherBeAcknowledgedNorWithdrawn() {
            writes(TASK, "Hello.", new Audience.People(List.of(TicketStory.JANA)));
            assertRefused("no department has to acknowledge", () -> acknowledges(TicketStory.JANA, true));
            assertRefused("nothing is awaited", () -> withdraws(TASK, TicketStory.MARIA, false));
            assertThat(story.ticket().openNotes()).isEmpty();
        }

        @Test
        void thatDoesNotExistIsNotFound() {
            assertThatThrownBy(() -> answers(new NoteId("answer"))).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> acknowledges(TicketStory.JANA, true)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> withdraws(ASK, TicketStory.MARIA, true)).isInstanceOf(NotFoundException.class);
        }

        @Test
        void isToSomebody() {
            assertThatThrownBy(() -> new Audience.People(List.of())).isInstanceOf(InvalidInputException.class);
            assertThat(new Audience.People(List.of(TicketStory.JANA, TicketStory.JANA)).people())
                    .containsExactly(TicketStory.JANA);
        }
    }

    @Nested
    class TheAlarmsOfTheCustomer {
        @Test
        void areNotPutOffByRemindersOfColleagues() {
            TicketPolicy busy = TicketPolicy.builder(TicketStory.HOURS)
                    .remindColleaguesEvery(Duration.ofMinutes(30))
                    .build();
            TicketStory without = nothingIsPlanned(busy);
            without.agentNotes();
            TicketStory with = nothingIsPlanned(busy);
            Instant due = with.now().plus(Duration.ofMinutes(10));
            with.then(new NoteCommand.AddNote(note(ASK, "Where?", new Audience.InternalAsk(TicketStory.JANA, due))));

            List<TicketEvent> alarms = alarmsOfTwoWeeks(without);

            assertThat(alarms).hasSizeGreaterThan(5);
            assertThat(alarmsOfTwoWeeks(with)).isEqualTo(alarms);
            assertThat(with.history())
                    .filteredOn(NoteReminded.class::isInstance)
                    .as("less often after the eighth time, and never none")
                    .hasSizeBetween(20, 60);
        }

        private List<TicketEvent> alarmsOfTwoWeeks(TicketStory some) {
            while (some.wakeAt().isBefore(TicketStory.START.plus(Duration.ofDays(14)))) {
                some.wakesWhenDue();
            }
            return some.history().stream().filter(Escalated.class::isInstance).toList();
        }

        private TicketStory nothingIsPlanned(TicketPolicy policy) {
            Instant hold = TicketStory.START.plus(Duration.ofHours(3));
            return TicketStory.owned(policy).agentAnswers().isHeldUntil(hold).wakesAt(hold);
        }

        @Test
        void comeAlthoughTheChannelCannotBeReadAndTheSilenceWouldEnd() {
            story.agentProposesSolution()
                    .customerIsReminded()
                    .lastMessageIsDelivered()
                    .customerIsReminded()
                    .lastMessageIsDelivered();
            Instant closing = story.wakeAt();
            asks(TicketStory.JANA, closing.plusSeconds(1));
            story.at(TicketStory.HOURS.nextOpening(closing.plusSeconds(1)))
                    .then(new TimeCommand.Wake(TicketStory.OWNER, false));
            assertThat(story.latest()).containsExactly(reminded(ASK, 1, TicketStory.JANA));
            assertThat(story.ticket().status()).isEqualTo(TicketStatus.SOLVED);
        }
    }

    @Nested
    class WhereADuplicateGoesOn {
        @Test
        void everythingThatIsAwaitedGoesOn() {
            asks(TicketStory.JANA, DUE);
            tells(DUE);
            List<OpenNote> open = story.ticket().openNotes();
            story.then(NoteCommand.GoOn.with(TicketStory.OTHER, story.ticket().openNotes()));
            assertThat(story.latest())
                    .containsExactly(
                            new NoteMoved(story.ticket().id(), story.now(), ASK, TicketStory.OTHER),
                            new NoteMoved(story.ticket().id(), story.now(), TASK, TicketStory.OTHER));
            assertThat(story.ticket().openNotes()).isEmpty();
            assertThat(story.ticket().notes()).hasSize(2);
            TicketStory other = TicketStory.owned().then(new NoteCommand.TakeOver(TicketStory.OTHER, open, List.of()));
            assertThat(other.latest()).hasSize(2).allMatch(NoteTakenOver.class::isInstance);
            assertThat(other.ticket().openNotes())
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("from")
                    .isEqualTo(open);
            assertThat(other.ticket().openNotes())
                    .extracting(OpenNote::from)
                    .containsOnly(Optional.of(TicketStory.OTHER));
            other.wakesAt(DUE);
            assertThat(other.latest()).hasSize(2).allMatch(NoteReminded.class::isInstance);
        }

        @Test
        void aNoteOfTheSameNameKeepsItsOwn() {
            List<OpenNote> open = TicketStory.owned()
                    .then(new NoteCommand.AddNote(
                            note(ASK, "Is it blue?", new Audience.InternalAsk(TicketStory.JANA, DUE))))
                    .ticket()
                    .openNotes();
            asks(TicketStory.JANA, DUE);
            story.then(new NoteCommand.TakeOver(TicketStory.OTHER, open, List.of()));
            assertThat(story.ticket().openAsks())
                    .extracting(one -> one.note().id().value())
                    .containsExactly("ask", TicketStory.OTHER + "/ask");
        }

        @Test
        void whatComesBackIsTheSameNoteAndOpenOnce() {
            asks(TicketStory.JANA, DUE);
            List<OpenNote> open = story.ticket().openNotes();
            story.then(NoteCommand.GoOn.with(TicketStory.OTHER, open));
            story.then(new NoteCommand.TakeOver(TicketStory.OTHER, open, List.of()));
            assertThat(story.ticket().notes()).hasSize(1);
            assertThat(story.ticket().openAsks())
                    .extracting(one -> one.note().id())
                    .containsExactly(ASK);
            assertThat(story.then(new NoteCommand.TakeOver(TicketStory.OTHER, open, List.of()))
                            .latest())
                    .isEmpty();
        }

        @Test
        void whoWasAskedTooIsAskedStill() {
            asks(TicketStory.JANA, DUE);
            story.then(new NoteCommand.AskToo(ASK, TicketStory.OWNER, "Nobody is there."));
            TicketStory other = TicketStory.owned()
                    .then(new NoteCommand.TakeOver(
                            TicketStory.OTHER, story.ticket().openNotes(), List.of()));
            assertThat(other.ticket().openAsks())
                    .extracting(OpenNote::asked)
                    .containsExactly(List.of(TicketStory.JANA, TicketStory.OWNER));
        }
    }

    @Test
    void aSummaryMadeFromTheHistorySaysWhatIsAwaitedButNotInWhatWords() {
        asks(TicketStory.JANA, DUE);
        story.then(new OwnershipCommand.Route(TicketStory.JANA, "Was asked for."));
        String summary =
                ((OwnershipEvent.OwnerAssigned) story.latest().get(0)).summary().orElseThrow();
        assertThat(summary).contains("1 notes", "jana", DUE.toString()).doesNotContain("one left");
    }

    private NoteReminded reminded(NoteId note, int count, Addressee... asked) {
        return new NoteReminded(story.ticket().id(), story.now(), note, List.of(asked), count);
    }

    private static void assertRefused(String problem, Runnable what) {
        assertThatThrownBy(what::run).isInstanceOf(InvalidInputException.class).hasMessageContaining(problem);
    }
}
