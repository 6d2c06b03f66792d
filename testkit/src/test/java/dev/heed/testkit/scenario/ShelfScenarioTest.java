package dev.heed.testkit.scenario;

import static dev.heed.testkit.HeedAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.Backoffice;
import dev.heed.Helpdesk;
import dev.heed.StructureDesk;
import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.error.PracticeCode;
import dev.heed.people.Agent;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseKind;
import dev.heed.promise.PromiseState;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.testkit.DeskExtension;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.ExpectedReply;
import dev.heed.ticket.StructureEvent.Deleted;
import dev.heed.ticket.StructureEvent.Restored;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketKind;
import dev.heed.ticket.TicketStatus;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Spam that is none goes on; what is deleted is hidden, kept, and there again when its customer writes. */
class ShelfScenarioTest {
    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(Story::withColleagues);

    private final Story story = new Story(heed);
    private TicketId ticket;

    @BeforeEach
    void aCustomerWrites() {
        ticket = story.written("one");
        story.passes(Duration.ofMinutes(5));
    }

    private StructureDesk structure() {
        return heed.maria().structure();
    }

    /** Who may delete: Maria is an agent, Olga owns the shop. */
    private StructureDesk olga() {
        return story.olga().structure();
    }

    private Backoffice backoffice() {
        return heed.desk().backoffice();
    }

    @Nested
    class SpamThatIsNone {
        @Test
        void itStandsAsItStoodAndItsCustomerWaitsAsWasTold() {
            ExpectedReply told = story.ticket(ticket).expected().orElseThrow();
            heed.maria().markSpam(ticket, "an advertisement");
            assertThat(backoffice().spamTickets(9)).extracting(Ticket::id).containsExactly(ticket);
            Ticket again = structure().notSpam(ticket, "an order");
            assertThat(again).hasStatus(TicketStatus.NEW).hasOpenPromise(PromiseKind.REPLY);
            assertThat(again.expected()).contains(told);
            assertThat(again.promises()).extracting(Promise::state).containsExactly(PromiseState.OPEN);
            assertThat(again.closing()).isEmpty();
            assertThat(backoffice().spamTickets(9)).isEmpty();
            assertThat(backoffice().exemptedTickets(9)).isEmpty();
            assertThat(heed.maria().queue(9)).extracting(Ticket::id).containsExactly(ticket);
        }

        @Test
        void whatIsLateByThenIsLate() {
            heed.maria().markSpam(ticket, "an advertisement");
            story.passes(Duration.ofDays(3));
            Ticket again = structure().notSpam(ticket, "an order");
            assertThat(again).isOverdue().hasOpenPromise(PromiseKind.APOLOGY);
        }

        @Test
        void whatWasLateBeforeIsLateOnceMoreAndNotTwice() {
            story.passes(Duration.ofDays(1));
            Promise apology = story.ticket(ticket).openPromises().get(0);
            heed.maria().markSpam(ticket, "an advertisement");
            heed.maria().note(ticket, "or is it?");
            Ticket again = structure().notSpam(ticket, "an order");
            assertThat(again).isOverdue();
            assertThat(again.openPromises()).containsExactly(apology);
        }

        @Test
        void whoWasAnsweredMeanwhileIsAnswered() {
            heed.maria().markSpam(ticket, "an advertisement");
            heed.maria().reply(ticket, "We do not buy.");
            Ticket again = structure().notSpam(ticket, "an order");
            assertThat(again).hasStatus(TicketStatus.PENDING);
            assertThat(again.openPromises()).isEmpty();
        }

        @Test
        void whatIsNotClosedAsSpamCannotBeTakenBack() {
            assertThatThrownBy(() -> structure().notSpam(ticket, "an order"))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("not closed as spam");
            heed.maria().markSpam(ticket, "an advertisement");
            assertThatThrownBy(() -> structure().notSpam(ticket, " ")).isInstanceOf(InvalidInputException.class);
            story.ana().write(ticket, "It is an order.");
            assertThatThrownBy(() -> structure().notSpam(ticket, "an order")).isInstanceOf(InvalidInputException.class);
        }
    }

    @Nested
    class WhatIsDeleted {
        @Test
        void isInNoQueueAndNoViewAndKept() {
            story.answered(ticket, Commitments.none());
            Ticket deleted = olga().delete(ticket, "a test of ours");
            assertThat(deleted.structure().deletedAt()).isPresent();
            assertThat(deleted).hasStatus(TicketStatus.PENDING);
            assertThat(heed.maria().owned(9)).isEmpty();
            assertThat(story.ana().tickets()).isEmpty();
            assertThatThrownBy(() -> story.ana().getTicket(ticket)).isInstanceOf(NotFoundException.class);
            assertThat(backoffice().deletedTickets(9)).containsExactly(deleted);
            assertThat(heed.maria().nextAction(ticket)).isEmpty();
            assertThat(heed.maria().getTicket(ticket).messages()).hasSize(3);
            olga().delete(ticket, "once more");
            assertThat(story.events(Deleted.class)).hasSize(1);
        }

        @Test
        void isLeftAloneByTime() {
            story.answered(ticket, Commitments.none());
            olga().delete(ticket, "a test of ours");
            int sent = heed.channel().sent().size();
            story.passesSlowly(Duration.ofDays(20));
            assertThat(heed.channel().sent()).hasSize(sent);
            assertThat(story.ticket(ticket)).hasStatus(TicketStatus.PENDING);
            olga().restore(ticket);
            story.passesSlowly(Duration.ofDays(20));
            assertThat(story.ticket(ticket)).hasStatus(TicketStatus.CLOSED);
        }

        @Test
        void isThereAgainWhenSomebodyRestoresIt() {
            story.answered(ticket, Commitments.none());
            olga().restore(ticket);
            olga().delete(ticket, "a test of ours");
            Ticket again = olga().restore(ticket);
            assertThat(again.structure().deletedAt()).isEmpty();
            assertThat(heed.maria().owned(9)).extracting(Ticket::id).containsExactly(ticket);
            assertThat(story.ana().tickets()).hasSize(1);
            assertThat(backoffice().deletedTickets(9)).isEmpty();
            assertThat(story.events(Restored.class))
                    .extracting(Restored::by)
                    .containsExactly(Optional.of(Story.OLGA.id()));
        }

        @Test
        void isThereAgainWhenItsCustomerWrites() {
            story.answered(ticket, Commitments.none());
            OutboundMessage letter = heed.channel().lastSent();
            olga().delete(ticket, "a test of ours");
            heed.channel().answer(Story.ANA, letter, "No test.");
            story.run();
            assertThat(story.ticket(ticket).structure().deletedAt()).isEmpty();
            assertThat(heed.maria().queue(9)).extracting(Ticket::id).containsExactly(ticket);
            story.answered(ticket, Commitments.none());
            olga().delete(ticket, "a test of ours");
            story.ana().write(ticket, "No test at all.");
            assertThat(heed.maria().queue(9)).extracting(Ticket::id).containsExactly(ticket);
            assertThat(story.events(Restored.class)).extracting(Restored::by).containsOnly(Optional.empty());
        }

        @Test
        void isThereAgainWhenTheLastAnswerComesBack() {
            story.answered(ticket, Commitments.none());
            OutboundMessage letter = heed.channel().lastSent();
            olga().delete(ticket, "a test of ours");
            story.comesBack(letter);
            assertThat(story.ticket(ticket).structure().deletedAt()).isEmpty();
            assertThat(story.ticket(ticket)).hasOpenPromise(PromiseKind.REPLY);
        }

        @Test
        void isThereAgainWhenSomebodyGoesOnWithIt() {
            story.answered(ticket, Commitments.none());
            olga().delete(ticket, "a test of ours");
            heed.maria().note(ticket, "still deleted");
            assertThat(story.ticket(ticket).structure().deletedAt()).isPresent();
            heed.maria().reply(ticket, "One thing more.");
            assertThat(story.ticket(ticket).structure().deletedAt()).isEmpty();
        }

        @Test
        void isNothingThatSomebodyWaitsForNorAComplaint() {
            Refusals.refused(heed, PracticeCode.OPEN_PROMISE, () -> olga().delete(ticket, "a test"));
            heed.maria().classify(ticket, TicketKind.COMPLAINT, "She is not happy.");
            story.answered(ticket, Commitments.none());
            Refusals.refused(heed, PracticeCode.COMPLAINT_DISMISSED, () -> olga().delete(ticket, "a test"));
            TicketId other = story.written("two");
            story.promised(other, PromiseKind.FIND_OUT, story.in(Duration.ofHours(30)));
            Refusals.refused(heed, PracticeCode.OPEN_PROMISE, () -> olga().delete(other, "a test"));
            assertThatThrownBy(() -> olga().delete(other, " ")).isInstanceOf(InvalidInputException.class);
            assertThat(backoffice().deletedTickets(9)).isEmpty();
        }

        @Test
        void isNoDuplicateThatGoesOnElsewhere() {
            story.passes(Duration.ofHours(1));
            TicketId other = story.written("two");
            heed.maria().mergeInto(other, ticket, "the same");
            assertThatThrownBy(() -> olga().delete(other, "a test")).isInstanceOf(InvalidInputException.class);
            TicketId third = story.written("three");
            story.answered(third, Commitments.none());
            olga().delete(third, "a test");
            assertThatThrownBy(() -> heed.maria().mergeInto(third, ticket, "the same"))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("deleted");
        }

        @Test
        void isListedApartFromSpam() {
            heed.maria().markSpam(ticket, "an advertisement");
            TicketId other = story.written("two");
            heed.maria().markSpam(other, "another one");
            olga().delete(other, "nobody needs it");
            assertThat(backoffice().spamTickets(9)).extracting(Ticket::id).containsExactly(ticket);
            assertThat(backoffice().exemptedTickets(9)).extracting(Ticket::id).containsExactly(ticket);
            assertThat(backoffice().deletedTickets(9)).extracting(Ticket::id).containsExactly(other);
            olga().restore(other);
            assertThat(backoffice().spamTickets(9)).hasSize(2);
            assertThat(backoffice().deletedTickets(9)).isEmpty();
        }
    }

    @Test
    void ticketsAreDeletedAndRestoredAsTheDocumentSays() {
        heed.maria().markSpam(ticket, "an advertisement");
        Helpdesk desk = heed.desk();
        Agent olga = Story.OLGA;

        StructureDesk structure = desk.as(olga).structure();
        structure.notSpam(ticket, "It is an order.");
        desk.as(olga).reply(ticket, "Thank you for the order.");
        structure.delete(ticket, "Written by ourselves, as a test.");
        structure.restore(ticket);

        assertThat(story.ticket(ticket)).hasStatus(TicketStatus.PENDING);
    }
}
