package dev.heed;

import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.json.Redaction;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.spi.store.Acquaintance;
import dev.heed.spi.store.TicketQuery;
import dev.heed.spi.store.TicketStore;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the desk reads of its store, and refuses where nothing is. */
abstract sealed class StoreReads permits Engine {
    /** Over how many tickets a duplicate may go on. */
    static final int MOST_HOPS = 20;

    final TicketStore store;
    final Attachments attachments;

    StoreReads(TicketStore store, Attachments attachments) {
        this.store = store;
        this.attachments = attachments;
    }

    Attachments attachments() {
        return attachments;
    }

    TicketStore store() {
        return store;
    }

    Ticket ticket(TicketId id) {
        return store.findTicket(id)
                .orElseThrow(() -> new NotFoundException(
                        "There is no ticket " + id + ".", "Use an id from queue(), tickets() or an event."));
    }

    /** At most so many tickets, as somebody asked for them. */
    List<Ticket> list(TicketQuery query, int limit) {
        requireSome(limit);
        return store.list(query, limit);
    }

    static void requireSome(int limit) {
        if (limit < 1) {
            throw new InvalidInputException("A list of at most " + limit + " was asked for.", "Ask for one at least.");
        }
    }

    /**
     * Where a ticket goes on.
     *
     * @param end the ticket itself, or the last in which it goes on
     * @param via from the ticket to the one before the end; empty if it is no duplicate
     */
    record Way(Ticket end, List<TicketId> via) {}

    /** The ticket, or the one in which it goes on if it was a duplicate; not where its customer has no business any more. */
    Optional<Ticket> goesOnIn(TicketId id) {
        return wayFrom(id).map(Way::end);
    }

    Optional<Way> wayFrom(TicketId id) {
        List<TicketId> via = new ArrayList<>(0);
        Optional<Ticket> ticket = store.findTicket(id);
        Optional<Ticket> next = ticket.flatMap(this::next);
        while (next.isPresent() && via.size() <= MOST_HOPS) {
            via.add(ticket.orElseThrow().id());
            ticket = next;
            next = ticket.flatMap(this::next);
        }
        return ticket.map(end -> new Way(end, List.copyOf(via)));
    }

    private Optional<Ticket> next(Ticket ticket) {
        return Conversations.goesOnIn(ticket).flatMap(store::findTicket).filter(there -> isOfOnePerson(there, ticket));
    }

    /** Whether the customers of both are one person now. */
    boolean isOfOnePerson(Ticket one, Ticket other) {
        return one.customer().equals(other.customer())
                || store.person(one.customer()).has(other.customer());
    }

    /** A profile as it is kept, of somebody who has not been forgotten. */
    Customer profile(CustomerId id) {
        requireNotForgotten(id);
        return store.findCustomer(id).orElseThrow(() -> unknown(id));
    }

    /** As {@link #customer}, of somebody who has not been forgotten. */
    Customer remembered(CustomerId id) {
        requireNotForgotten(id);
        return customer(id);
    }

    private static void requireNotForgotten(CustomerId id) {
        if (Redaction.isPseudonym(id)) {
            throw new NotFoundException(
                    "Customer " + id + " was forgotten; the name leads back to nobody.",
                    "Look at the tickets that are counted under it with AgentDesk.getTicket.");
        }
    }

    private static NotFoundException unknown(CustomerId id) {
        return new NotFoundException(
                "There is no customer " + id + ".", "Register the customer with backoffice().register(…).");
    }

    /** A profile, completed by what is known of the same person elsewhere; the addresses are its own. */
    Customer customer(CustomerId id) {
        return completed(store.findAcquaintance(id).orElseThrow(() -> unknown(id)));
    }

    /** What a profile does not say, another one of the same person may; which one must not depend on chance. */
    Customer completed(Acquaintance known) {
        return known.person().profiles().size() == 1
                ? known.profile()
                : Completion.of(known.profile(), known.person(), store);
    }
}
