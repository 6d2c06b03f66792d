package dev.heed.spi.store;

import dev.heed.ticket.FieldKey;
import dev.heed.ticket.FieldValue;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketKind;
import java.util.ArrayList;
import java.util.List;

/**
 * What tickets have in common by which the in-memory store finds them. Of the common ones, which many tickets share, there
 * is an index for each status; of the rare ones, such as an order, one in all. Each is a key of a map: an agent, a tag …
 */
final class SearchTerms {
    private SearchTerms() {}

    /** What is common without a name. */
    enum Common {
        /** That it is a ticket. */
        TICKET,
        /** That nobody owns it. */
        UNOWNED
    }

    /** What stands in a custom field. */
    record Field(FieldKey key, FieldValue value) {
        static Field of(FieldKey key, FieldValue value) {
            return new Field(key, SearchCriteria.compared(value));
        }
    }

    static List<Object> common(Ticket ticket) {
        List<Object> terms = new ArrayList<>(3 + ticket.tags().size());
        terms.add(Common.TICKET);
        terms.add(ticket.owner().isPresent() ? ticket.owner().get() : Common.UNOWNED);
        if (ticket.kind() != TicketKind.QUESTION) { // most are, so it says nothing
            terms.add(ticket.kind());
        }
        terms.addAll(ticket.tags());
        return terms;
    }

    static List<Object> rare(Ticket ticket) {
        List<Object> terms = new ArrayList<>(ticket.references());
        ticket.fields().forEach((key, value) -> terms.add(Field.of(key, value)));
        return terms;
    }

    static boolean haveSameCommon(Ticket one, Ticket other) {
        return one.owner().equals(other.owner())
                && one.kind() == other.kind()
                && (one.tags() == other.tags() || one.tags().equals(other.tags()));
    }

    static boolean haveSameRare(Ticket one, Ticket other) {
        return (one.references() == other.references() || one.references().equals(other.references()))
                && (one.fields() == other.fields() || one.fields().equals(other.fields()));
    }
}
