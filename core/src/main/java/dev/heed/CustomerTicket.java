package dev.heed;

import dev.heed.message.Message;
import dev.heed.message.Visibility;
import dev.heed.template.Texts;
import dev.heed.ticket.ExpectedReply;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketStatus;
import java.util.List;
import java.util.Optional;

/**
 * A ticket as its customer sees it. Notes, owners and remarks of the staff are not in it. Immutable and thread-safe.
 *
 * @param id names it for the program
 * @param number names it for people
 * @param subject what it is about; may be empty
 * @param status where it stands
 * @param messages what customer and shop said to each other
 * @param expectedReply until when the customer can expect an answer by a person; empty when the shop is not awaited
 * @param expectedReplyText the same in the customer's language and zone
 */
public record CustomerTicket(
        TicketId id,
        long number,
        String subject,
        TicketStatus status,
        List<Line> messages,
        Optional<ExpectedReply> expectedReply,
        Optional<String> expectedReplyText) {

    /**
     * One message.
     *
     * @param fromCustomer whether the customer wrote it
     * @param automatic whether no person wrote it
     * @param at when
     * @param text the words
     */
    public record Line(boolean fromCustomer, boolean automatic, java.time.Instant at, String text) {
        /** Without the words: this is what ends up in logs. */
        @Override
        public String toString() {
            return (fromCustomer ? "customer" : "shop") + " at " + at;
        }
    }

    /** Without subject and words: this is what ends up in logs. */
    @Override
    public String toString() {
        return "CustomerTicket " + number + " " + status;
    }

    static CustomerTicket of(Ticket ticket, Texts texts) {
        List<Line> lines = ticket.messages().stream()
                .filter(message -> message.visibility() == Visibility.CUSTOMER)
                .map(CustomerTicket::line)
                .toList();
        return new CustomerTicket(
                ticket.id(),
                ticket.number(),
                ticket.subject(),
                ticket.status(),
                lines,
                ticket.expected(),
                ticket.expected().map(expected -> Letter.time(expected, texts)));
    }

    private static Line line(Message message) {
        boolean inbound = message.direction() == dev.heed.message.Direction.INBOUND;
        return new Line(inbound, message.automatic(), message.at(), message.text());
    }
}
