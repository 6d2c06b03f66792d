package dev.heed;

import dev.heed.message.Attachment;
import dev.heed.message.Direction;
import dev.heed.message.Message;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseId;
import dev.heed.promise.PromiseState;
import dev.heed.template.Texts;
import dev.heed.ticket.ExpectedReply;
import dev.heed.ticket.ProblemStatement;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A ticket as its customer sees it. Notes, owners and remarks of the staff are not in it. Immutable and thread-safe.
 *
 * @param id names it for the program
 * @param number names it for people
 * @param subject what it is about; may be empty
 * @param status where it stands
 * @param messages what customer and shop said to each other, here and in the duplicates that go on here, in the order of
 *     its times; of a duplicate nothing, since all of it stands where it goes on
 * @param expectedReply until when the customer can expect an answer by a person; empty when the shop is not awaited
 * @param expectedReplyText the same in the customer's language and zone, as somebody reads it at that time: {@code tomorrow,
 *     Tuesday, by 10:00 (Berlin)}
 * @param promises what people of the shop have promised, in its order, whatever became of it
 * @param goesOnIn the ticket in which it goes on as a duplicate; empty if it is none
 * @param problem how the shop understands the problem, while the customer has not said whether that is right: with {@link
 *     CustomerDesk#confirmProblem} or {@link CustomerDesk#correctProblem}
 */
public record CustomerTicket(
        TicketId id,
        long number,
        String subject,
        TicketStatus status,
        List<Line> messages,
        Optional<ExpectedReply> expectedReply,
        Optional<String> expectedReplyText,
        List<Promised> promises,
        Optional<TicketId> goesOnIn,
        Optional<String> problem) {

    /**
     * One message.
     *
     * @param ticket the ticket it belongs to: this one, or a duplicate that goes on in it
     * @param fromCustomer whether the customer wrote it
     * @param automatic whether no person wrote it
     * @param at when
     * @param text the words
     * @param attachments its files, also those that were not taken; their contents are read with {@link
     *     CustomerDesk#getContent}
     */
    public record Line(
            TicketId ticket,
            boolean fromCustomer,
            boolean automatic,
            Instant at,
            String text,
            List<Attachment> attachments) {
        /** Keeps a copy of the list. */
        public Line {
            attachments = List.copyOf(attachments);
        }

        /** Without the words: this is what ends up in logs. */
        @Override
        public String toString() {
            return (fromCustomer ? "customer" : "shop") + " at " + at;
        }
    }

    /**
     * Something the customer was promised.
     *
     * @param id names it for {@link CustomerDesk#releasePromise}
     * @param text what was promised
     * @param due until when
     * @param dueText the same in the customer's language and zone
     * @param state what became of it
     */
    public record Promised(PromiseId id, String text, Instant due, String dueText, PromiseState state) {
        /** Without the words: this is what ends up in logs. */
        @Override
        public String toString() {
            return "promise " + id + " " + state + " due " + due;
        }
    }

    /** Without subject and words: this is what ends up in logs. */
    @Override
    public String toString() {
        return "CustomerTicket " + number + " " + status;
    }

    /**
     * As it is shown.
     *
     * @param lines what of the conversation may be shown
     * @param told what the shop has told the customer besides
     * @param goesOnIn where it goes on, if that may be shown
     * @param now when it is shown
     */
    static CustomerTicket of(
            Ticket ticket,
            List<Conversation.Entry> lines,
            Told told,
            Optional<TicketId> goesOnIn,
            Texts texts,
            Instant now) {
        List<Line> shown = lines.stream().map(CustomerTicket::line).toList();
        return new CustomerTicket(
                ticket.id(),
                ticket.number(),
                ticket.subject(),
                ticket.status(),
                shown,
                ticket.expected(),
                ticket.expected().map(expected -> texts.times().by(expected.at(), expected.zone(), now)),
                told.promises().stream()
                        .filter(ShownToCustomers::isShown)
                        .map(promise -> promised(promise, texts))
                        .toList(),
                goesOnIn,
                told.statement().filter(ProblemStatement::waits).map(ProblemStatement::text));
    }

    /**
     * What the shop has told this customer.
     *
     * @param statement how it understands the problem
     * @param promises what it has promised
     */
    record Told(Optional<ProblemStatement> statement, List<Promise> promises) {}

    private static Promised promised(Promise promise, Texts texts) {
        String due = texts.time(promise.due(), promise.zone());
        return new Promised(promise.id(), promise.text(), promise.due(), due, promise.state());
    }

    private static Line line(Conversation.Entry entry) {
        Message message = entry.message();
        boolean inbound = message.direction() == Direction.INBOUND;
        return new Line(
                entry.ticket(), inbound, message.automatic(), message.at(), message.text(), message.attachments());
    }
}
