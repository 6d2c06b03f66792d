package dev.heed.testkit.scenario;

import static dev.heed.testkit.DeskExtension.MARIA;
import static dev.heed.testkit.HeedAssertions.assertThat;
import static dev.heed.testkit.scenario.Story.BEN;
import static dev.heed.testkit.scenario.Story.OLGA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.AskedOfMe;
import dev.heed.NotesDesk;
import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.message.Audience;
import dev.heed.message.Author;
import dev.heed.message.Note;
import dev.heed.message.NoteId;
import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.people.Addressee;
import dev.heed.people.Agent;
import dev.heed.people.AgentId;
import dev.heed.people.Department;
import dev.heed.people.DepartmentId;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.NextAction;
import dev.heed.ticket.NoteEvent;
import dev.heed.ticket.NoteEvent.AskedToo;
import dev.heed.ticket.NoteEvent.NoteAdded;
import dev.heed.ticket.NoteEvent.NoteReminded;
import dev.heed.ticket.OpenNote;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** P77, P84: people of a shop write to each other, and whoever is asked something answers or is reminded. */
class NotesScenarioTest {
    private static final DepartmentId SHIPPING = DepartmentId.of("shipping");
    private static final Agent KIM =
            Agent.builder("kim", "Kim Larsen").employeeId("E-3001").build();

    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(builder -> Story.withColleagues(builder)
            .agent(KIM)
            .department(Department.of("shipping", "Shipping", BEN.id(), KIM.id())));

    private final Story story = new Story(heed);
    private TicketId ticket;

    @BeforeEach
    void anaWrites() {
        ticket = story.written("Where is my parcel?");
    }

    private NotesDesk notes(Agent of) {
        return heed.desk().as(of).notes();
    }

    private NoteId asked(Addressee to, Duration time) {
        return lastOf(notes(MARIA).ask(ticket, to, story.in(time), "Is there one left?"));
    }

    private NoteId told() {
        return lastOf(notes(MARIA).tell(ticket, SHIPPING, "A-4711", "Add a thank-you card."));
    }

    private static NoteId lastOf(Ticket ticket) {
        return ticket.notes().get(ticket.notes().size() - 1).id();
    }

    private List<NoteId> askedOf(Agent agent) {
        return notes(agent).askedOfMe(10).stream()
                .map(one -> one.open().note().id())
                .toList();
    }

    @Test
    void theShortFormWritesToNobodyInParticular() {
        Ticket after = heed.maria().note(ticket, "The carrier says Tuesday.");

        assertThat(after.notes()).singleElement().satisfies(note -> {
            assertThat(note.text()).isEqualTo("The carrier says Tuesday.");
            assertThat(note.author()).isEqualTo(new Author.ByAgent(MARIA.id()));
            assertThat(note.audience()).isEqualTo(new Audience.Anybody());
        });
        assertThat(after).hasMessages(2);
        assertThat(heed.run().sent()).isZero();
    }

    @Test
    void someArePeopleByNameAndNothingIsAwaitedOfThem() {
        Ticket after = notes(MARIA).addTo(ticket, List.of(BEN.id(), OLGA.id()), "She called twice.");

        assertThat(after.notes().get(0).audience()).isEqualTo(new Audience.People(List.of(BEN.id(), OLGA.id())));
        assertThat(after.openNotes()).isEmpty();
        assertThat(askedOf(BEN)).isEmpty();
    }

    @Test
    void whoIsMentionedIsOnTheNoteAndListenersAreTold() {
        notes(MARIA).add(ticket, "@ben and @nobody: ask a@olga.example, or @olga.");

        assertThat(story.events(NoteAdded.class))
                .singleElement()
                .satisfies(added -> assertThat(added.note().mentions()).containsExactly(BEN.id(), OLGA.id()));
    }

    @Test
    void mentionsAreFoundInWhatADepartmentIsToDoToo() {
        Ticket after = notes(MARIA).tell(ticket, SHIPPING, "A-4711", "Ask @olga for a card.", "@ben knows where.");

        assertThat(after.notes().get(0).mentions()).containsExactly(OLGA.id(), BEN.id());
    }

    @Test
    void unknownPeopleDepartmentsTicketsAndNotesAreNotFound() {
        TicketId unknown = new TicketId(new java.util.UUID(1, 1));
        AgentId nobody = AgentId.of("nobody");
        Instant due = story.in(Duration.ofHours(1));
        List<Runnable> all = List.of(
                () -> notes(MARIA).addTo(ticket, List.of(BEN.id(), nobody), "Hello."),
                () -> notes(MARIA).ask(ticket, nobody, due, "Hello?"),
                () -> notes(MARIA).ask(ticket, DepartmentId.of("cellar"), due, "Hello?"),
                () -> notes(MARIA).tell(ticket, DepartmentId.of("cellar"), "A", "Do."),
                () -> notes(MARIA).add(unknown, "Hello."),
                () -> notes(MARIA).answer(ticket, new NoteId("n"), "Yes."),
                () -> notes(MARIA).acknowledge(ticket, new NoteId("n")),
                () -> notes(MARIA).withdraw(ticket, new NoteId("n"), "Found."));

        for (Runnable one : all) {
            assertThatThrownBy(one::run).isInstanceOf(NotFoundException.class);
        }
        assertThat(story.ticket(ticket).notes()).isEmpty();
    }

    @Test
    void whatHasNoWordsOrFarTooManyIsRefusedAndNothingIsWritten() {
        Instant due = story.in(Duration.ofHours(1));
        String tooLong = "x".repeat(Note.LONGEST_TEXT + 1);
        List<Runnable> all = List.of(
                () -> heed.maria().note(ticket, " \n "),
                () -> notes(MARIA).add(ticket, tooLong),
                () -> notes(MARIA).addTo(ticket, List.of(), "Hello."),
                () -> notes(MARIA).ask(ticket, BEN.id(), due, ""),
                () -> notes(MARIA).ask(ticket, BEN.id(), story.in(Duration.ZERO), "Now?"),
                () -> notes(MARIA).ask(ticket, BEN.id(), story.in(Duration.ofDays(400)), "One day?"),
                () -> notes(MARIA).ask(ticket, MARIA.id(), due, "Me?"),
                () -> notes(MARIA).tell(ticket, SHIPPING, " ", "Add a card."),
                () -> notes(MARIA).tell(ticket, SHIPPING, "A-4711", " "),
                () -> notes(MARIA).tell(ticket, SHIPPING, "A-4711", tooLong));

        for (Runnable one : all) {
            assertThatThrownBy(one::run).isInstanceOf(InvalidInputException.class);
        }
        assertThat(story.ticket(ticket).notes()).isEmpty();
        assertThat(story.events(NoteEvent.class)).isEmpty();
    }

    @Nested
    class AnAsk {
        @Test
        void isInTheListOfWhoIsAskedUntilItIsAnswered() {
            NoteId ask = asked(BEN.id(), Duration.ofHours(3));
            assertThat(askedOf(BEN)).containsExactly(ask);
            assertThat(askedOf(KIM)).isEmpty();
            assertThat(story.ticket(ticket).openAsks()).hasSize(1);

            Ticket after = notes(BEN).answer(ticket, ask, "Three, on shelf 17.");

            assertThat(after.openAsks()).isEmpty();
            assertThat(askedOf(BEN)).isEmpty();
            assertThat(after.notes().get(1).audience()).isEqualTo(new Audience.AnswerTo(ask));
        }

        @Test
        void ofADepartmentIsInTheListsOfAllOfIt() {
            NoteId ask = asked(SHIPPING, Duration.ofHours(3));

            assertThat(askedOf(BEN)).containsExactly(ask);
            assertThat(askedOf(KIM)).containsExactly(ask);
            assertThat(askedOf(OLGA)).isEmpty();
        }

        @Test
        void dueFirstIsAtTheFrontOfTheListWhicheverTicketItIsOn() {
            NoteId late = asked(BEN.id(), Duration.ofHours(5));
            NoteId first = asked(SHIPPING, Duration.ofHours(1));
            ticket = story.written("And where is my invoice?");
            NoteId second = asked(BEN.id(), Duration.ofHours(3));

            assertThat(askedOf(BEN)).containsExactly(first, second, late);
            assertThat(notes(BEN).askedOfMe(1))
                    .extracting(AskedOfMe::open)
                    .extracting(OpenNote::note)
                    .extracting(Note::id)
                    .containsExactly(first);
            assertThatThrownBy(() -> notes(BEN).askedOfMe(0)).isInstanceOf(InvalidInputException.class);
        }

        @Test
        void isRemindedOfAgainAndAgainInWorkingHours() {
            NoteId ask = asked(BEN.id(), Duration.ofHours(3));

            story.passesSlowly(Duration.ofDays(4));

            List<NoteReminded> reminders = story.events(NoteReminded.class);
            assertThat(reminders).extracting(NoteReminded::count).containsExactly(1, 2, 3, 4);
            assertThat(reminders).allSatisfy(reminded -> {
                assertThat(reminded.note()).isEqualTo(ask);
                assertThat(reminded.asked()).containsExactly(BEN.id());
            });
            assertThat(reminders.get(0).at()).isEqualTo(Instant.parse("2026-03-02T11:00:00Z"));
        }

        @Test
        void isTheNextActionWhenNothingOfTheCustomerIsDueBefore() {
            asked(BEN.id(), Duration.ofHours(1));
            assertThat(heed.maria().nextAction(ticket)).map(NextAction::kind).contains(NextAction.Kind.ASK_AGAIN);

            asked(BEN.id(), Duration.ofDays(1));
            notes(MARIA)
                    .withdraw(
                            ticket,
                            story.ticket(ticket).openAsks().get(0).note().id(),
                            "Found.");
            assertThat(heed.maria().nextAction(ticket)).map(NextAction::kind).contains(NextAction.Kind.ANSWER);
        }

        @Test
        void isWithdrawnByItsAuthorAlone() {
            NoteId ask = asked(BEN.id(), Duration.ofHours(3));
            assertThatThrownBy(() -> notes(OLGA).withdraw(ticket, ask, "I think so."))
                    .isInstanceOf(InvalidInputException.class);

            assertThat(notes(MARIA).withdraw(ticket, ask, "Found.").openAsks()).isEmpty();
        }

        @Test
        void isAnsweredByWhoeverKnows() {
            NoteId ask = asked(BEN.id(), Duration.ofHours(3));

            assertThat(notes(OLGA).answer(ticket, ask, "I saw three.").openAsks())
                    .isEmpty();
        }

        @Test
        void goesOnWhenTheTicketIsClosedAndOpensNothing() {
            NoteId ask = asked(BEN.id(), Duration.ofHours(3));
            heed.maria().proposeSolution(ticket, "It arrives today.");
            story.run();
            story.ana().confirmSolved(ticket);
            assertThat(story.ticket(ticket)).hasStatus(TicketStatus.CLOSED);

            story.passes(Duration.ofHours(3));
            assertThat(story.events(NoteReminded.class)).hasSize(1);
            assertThat(askedOf(BEN)).containsExactly(ask);

            notes(BEN).answer(ticket, ask, "Three.");
            story.passes(Duration.ofDays(30));
            assertThat(story.events(NoteReminded.class)).hasSize(1);
            assertThat(story.ticket(ticket)).hasStatus(TicketStatus.CLOSED);
        }
    }

    @Nested
    class ADepartment {
        @Test
        void acknowledgesWhatItIsToDo() {
            NoteId told = told();
            assertThat(askedOf(KIM)).containsExactly(told);
            assertThat(story.ticket(ticket).unacknowledged()).hasSize(1);

            Ticket after = notes(KIM).acknowledge(ticket, told);

            assertThat(after.unacknowledged()).isEmpty();
            assertThat(askedOf(BEN)).isEmpty();
            assertThat(notes(KIM).acknowledge(ticket, told)).isEqualTo(after);
        }

        @Test
        void isRemindedAfterFourWorkingHoursOfWhatNobodyAcknowledged() {
            NoteId told = told();

            story.passes(Duration.ofHours(3));
            assertThat(story.events(NoteReminded.class)).isEmpty();
            story.passes(Duration.ofHours(1));

            assertThat(story.events(NoteReminded.class))
                    .extracting(NoteReminded::note)
                    .containsExactly(told);
            assertThat(story.events(NoteReminded.class).get(0).asked()).containsExactly(SHIPPING);
        }

        @Test
        void hasItAcknowledgedByNobodyElse() {
            NoteId told = told();

            assertThatThrownBy(() -> notes(OLGA).acknowledge(ticket, told))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("olga");
        }

        @Test
        void cannotSign() {
            assertThatThrownBy(() -> heed.maria().reply(ticket, Reply.text("It left.", Signature.of("Shipping"))))
                    .isInstanceOf(dev.heed.error.RefusedException.class);
        }
    }

    @Nested
    class WhereWhoIsAskedIsNotThere {
        @Test
        void theDeputyIsAskedTooAtOnce() {
            story.isAway(BEN, OLGA, Duration.ofDays(5));

            NoteId ask = asked(BEN.id(), Duration.ofHours(3));

            assertThat(askedOf(OLGA)).containsExactly(ask);
            assertThat(askedOf(BEN)).containsExactly(ask);
            assertThat(story.events(AskedToo.class)).extracting(AskedToo::also).containsExactly(OLGA.id());
        }

        @Test
        void theDeputyIsAskedTooWithinARoundWhenTheAbsenceBeginsLater() {
            NoteId ask = asked(BEN.id(), Duration.ofDays(3));
            story.isAway(BEN, OLGA, Duration.ofDays(5));

            story.run();
            story.run();

            assertThat(askedOf(OLGA)).containsExactly(ask);
            assertThat(story.events(AskedToo.class)).hasSize(1);
        }

        @Test
        void theDeputysDeputyIsAskedWhereTheDeputyIsAwayToo() {
            story.isAway(BEN, OLGA, Duration.ofDays(5));
            NoteId ask = asked(BEN.id(), Duration.ofDays(3));
            story.isAway(OLGA, KIM, Duration.ofDays(5));

            story.run();

            assertThat(askedOf(KIM)).containsExactly(ask);
        }

        @Test
        void aDepartmentOfWhichSomebodyIsThereNeedsNoDeputy() {
            story.isAway(BEN, OLGA, Duration.ofDays(5));

            told();
            story.run();

            assertThat(story.events(AskedToo.class)).isEmpty();
        }

        @Test
        void aDepartmentOfWhichNobodyIsThereHasADeputyWhoMayAcknowledge() {
            NoteId told = told();
            story.isAway(BEN, OLGA, Duration.ofDays(5));
            story.isAway(KIM, BEN, Duration.ofDays(5));
            story.run();
            assertThat(askedOf(OLGA)).containsExactly(told);

            assertThat(notes(OLGA).acknowledge(ticket, told).openNotes()).isEmpty();
        }

        @Test
        void remindersGoOnWhereNobodyIsThereAtAll() {
            NoteId ask = asked(BEN.id(), Duration.ofHours(1));
            story.isAway(BEN, OLGA, Duration.ofDays(5));
            story.isAway(OLGA, BEN, Duration.ofDays(5));

            story.passes(Duration.ofHours(2));

            assertThat(story.events(AskedToo.class)).isEmpty();
            assertThat(story.events(NoteReminded.class)).hasSize(1);
            assertThat(askedOf(BEN)).containsExactly(ask);
        }

        @Test
        void manyAsksOfOneWhoIsAwayAreAllPutToTheDeputy() {
            for (int i = 0; i < 130; i++) {
                ticket = story.written("Question " + i);
                asked(BEN.id(), Duration.ofDays(3));
            }
            story.isAway(BEN, OLGA, Duration.ofDays(5));

            story.run();

            assertThat(notes(OLGA).askedOfMe(1000)).hasSize(130);
            assertThat(story.events(AskedToo.class)).hasSize(130);
        }
    }

    @Nested
    class WhereADuplicateGoesOn {
        @Test
        void whatIsAwaitedGoesOnThereAndIsAnsweredUnderEitherTicket() {
            NoteId ask = asked(BEN.id(), Duration.ofHours(3));
            NoteId told = told();
            TicketId other = story.written("I wrote before: where is it?");

            heed.maria().mergeInto(ticket, other, "The same parcel.");

            assertThat(story.ticket(ticket).openNotes()).isEmpty();
            assertThat(story.ticket(ticket).notes()).hasSize(2);
            assertThat(story.ticket(other).openNotes()).hasSize(2);
            assertThat(notes(BEN).askedOfMe(10))
                    .extracting(one -> one.ticket().id())
                    .containsExactly(other, other);

            assertThat(notes(BEN).answer(ticket, ask, "Three.").id()).isEqualTo(other);
            assertThat(notes(KIM).acknowledge(other, told).openNotes()).isEmpty();
        }

        @Test
        void remindersComeThereAndNotTwice() {
            asked(BEN.id(), Duration.ofHours(3));
            TicketId other = story.written("I wrote before: where is it?");
            heed.maria().mergeInto(ticket, other, "The same parcel.");

            story.passes(Duration.ofHours(3));

            assertThat(story.events(NoteReminded.class))
                    .extracting(NoteReminded::ticket)
                    .containsExactly(other);
        }

        @Test
        void whatIsStillAwaitedComesBackWhenTheMergeIsTakenBack() {
            NoteId ask = asked(BEN.id(), Duration.ofHours(3));
            NoteId done = asked(OLGA.id(), Duration.ofHours(3));
            TicketId other = story.written("I wrote before: where is it?");
            heed.maria().mergeInto(ticket, other, "The same parcel.");
            NoteId own = lastOf(notes(MARIA).ask(other, BEN.id(), story.in(Duration.ofHours(5)), "Both?"));
            notes(OLGA).answer(other, done, "Three.");

            heed.maria().structure().unmerge(ticket, "Another parcel.");

            assertThat(story.ticket(ticket).openNotes())
                    .extracting(one -> one.note().id())
                    .containsExactly(ask);
            assertThat(story.ticket(ticket).notes())
                    .as("with the answer that was given where it went on")
                    .hasSize(3);
            assertThat(story.ticket(other).notes()).extracting(Note::id).containsExactly(own);
            assertThat(story.ticket(other).openNotes())
                    .extracting(one -> one.note().id())
                    .containsExactly(own);
            assertThat(notes(BEN).answer(ticket, ask, "Three.").openNotes()).isEmpty();
        }

        @Test
        void whatIsAwaitedFindsItsWayBackThroughAChainOfMerges() {
            NoteId ask = asked(BEN.id(), Duration.ofHours(3));
            TicketId second = story.written("I wrote before: where is it?");
            TicketId third = story.written("Again: where is it?");
            heed.maria().mergeInto(ticket, second, "The same parcel.");
            heed.maria().mergeInto(second, third, "The same parcel.");

            heed.maria().structure().unmerge(second, "Another parcel.");
            heed.maria().structure().unmerge(ticket, "A third one.");

            assertThat(story.ticket(second).openNotes()).isEmpty();
            assertThat(notes(BEN).answer(ticket, ask, "Three.").openNotes()).isEmpty();
        }

        @Test
        void allNotesAreReadTogetherAndEachOnce() {
            heed.maria().note(ticket, "First.");
            heed.clock().advance(Duration.ofMinutes(1));
            NoteId ask = asked(BEN.id(), Duration.ofHours(3));
            TicketId other = story.written("I wrote before: where is it?");
            heed.clock().advance(Duration.ofMinutes(1));
            heed.maria().note(other, "Second.");
            heed.maria().mergeInto(ticket, other, "The same parcel.");
            notes(BEN).answer(other, ask, "Three.");

            assertThat(notes(OLGA).all(other))
                    .extracting(Note::text)
                    .containsExactly("First.", "Is there one left?", "Second.", "Three.");
        }

        @Test
        void anAskAboutAClosedDuplicateStaysOnIt() {
            TicketId other = story.written("I wrote before: where is it?");
            heed.maria().mergeInto(ticket, other, "The same parcel.");

            NoteId ask = asked(BEN.id(), Duration.ofHours(3));
            story.passes(Duration.ofHours(3));

            assertThat(story.events(NoteReminded.class))
                    .extracting(NoteReminded::ticket)
                    .containsExactly(ticket);
            assertThat(notes(BEN).answer(ticket, ask, "Three.").openAsks()).isEmpty();
        }
    }

    @Test
    void nobodyIsAskedAnyMoreAboutACustomerWhoWantsToBeForgotten() {
        asked(BEN.id(), Duration.ofHours(3));

        heed.desk().backoffice().closeErased(ticket, OLGA.id(), "She asked for it.");
        story.passes(Duration.ofDays(3));

        assertThat(askedOf(BEN)).isEmpty();
        assertThat(story.events(NoteReminded.class)).isEmpty();
    }

    @Test
    void aHandOverSaysWhatIsAwaited() {
        heed.maria().take(ticket);
        asked(BEN.id(), Duration.ofHours(3));
        story.isAway(MARIA, OLGA, Duration.ofDays(2));
        story.run();

        Optional<String> summary = story.events(dev.heed.ticket.OwnershipEvent.OwnerAssigned.class).stream()
                .reduce((first, last) -> last)
                .flatMap(dev.heed.ticket.OwnershipEvent.OwnerAssigned::summary);

        assertThat(summary)
                .get()
                .asString()
                .contains("An answer by [ben] is awaited")
                .doesNotContain("one left");
    }
}
