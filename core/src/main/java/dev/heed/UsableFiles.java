package dev.heed;

import dev.heed.error.NotFoundException;
import dev.heed.message.Attachment;
import dev.heed.message.ContentHash;
import dev.heed.message.Reply;
import dev.heed.people.Person;
import dev.heed.spi.store.TicketQuery;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which files can be attached by their contents alone: those that the same person sent or was sent. */
final class UsableFiles {
    private static final int ALL = Integer.MAX_VALUE;

    private final Engine engine;

    UsableFiles(Engine engine) {
        this.engine = engine;
    }

    /**
     * Nobody is sent a file of somebody else by a slip; whoever means to do so has its bytes.
     *
     * @throws NotFoundException if a file stands in no ticket of the person
     */
    void require(TicketId id, Reply reply) {
        Set<ContentHash> wanted = reply.attachments().stream()
                .map(Attachment::content)
                .flatMap(content -> content.stream())
                .collect(Collectors.toUnmodifiableSet());
        if (wanted.isEmpty()) {
            return;
        }
        Person person = engine.store().person(engine.ticket(id).customer());
        if (!usedIn(Stream.of(engine.ticket(id)), person).containsAll(wanted)
                && !usedIn(ticketsOf(person), person).containsAll(wanted)) {
            throw new NotFoundException(
                    "A file of the reply stands in no ticket of this customer.", "Attach it anew, with its bytes.");
        }
    }

    private Stream<Ticket> ticketsOf(Person person) {
        return person.profiles().stream()
                .flatMap(profile -> engine.list(new TicketQuery.OfCustomer(profile), ALL).stream());
    }

    /** In what she or the shop has said; not in what somebody else wrote there. */
    private Set<ContentHash> usedIn(Stream<Ticket> tickets, Person person) {
        return tickets.flatMap(ticket -> Stream.concat(
                        ticket.messages().stream()
                                .filter(message -> ShownToCustomers.isOf(person, message))
                                .flatMap(message -> message.attachments().stream()),
                        new Drafts(engine)
                                .on(ticket.id()).stream().flatMap(draft -> draft.content().attachments().stream())))
                .flatMap(file -> file.content().stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
