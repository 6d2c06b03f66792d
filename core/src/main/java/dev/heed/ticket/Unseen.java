package dev.heed.ticket;

import dev.heed.error.NotFoundException;
import dev.heed.message.Author;
import dev.heed.message.Direction;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.message.Seen;
import dev.heed.ticket.Arrivals.Arrival;
import java.util.List;
import java.util.Optional;

/** What of a conversation somebody has not read who is about to answer it. */
final class Unseen {
    private final Ticket ticket;
    private final Arrivals arrivals;

    Unseen(Ticket ticket, Arrivals arrivals) {
        this.ticket = ticket;
        this.arrivals = arrivals;
    }

    /** What was said here. */
    List<Message> messages(Seen seen, Author author) {
        List<Message> all = ticket.messages();
        return all.subList(read(seen), all.size()).stream()
                .filter(message -> matters(message, author))
                .toList();
    }

    /** The duplicates that came to go on here. Whoever has read nothing knows that anyway. */
    List<TicketId> duplicates(Seen seen) {
        if (!(seen instanceof Seen.UpTo upTo)) {
            return List.of();
        }
        Optional<Arrival> arrival = arrivals.endingWith(upTo.last());
        return arrival.isPresent() ? arrivals.behind(arrival.get()) : arrivals.behind(read(seen));
    }

    /** How many messages somebody has read; mostly all, or all but a few. */
    private int read(Seen seen) {
        if (seen instanceof Seen.Everything) {
            return ticket.messages().size();
        } else if (seen instanceof Seen.UpTo upTo) {
            return arrivals.endingWith(upTo.last()).map(Arrival::behind).orElseGet(() -> behind(upTo.last()));
        }
        return 0;
    }

    private int behind(MessageId last) {
        List<Message> all = ticket.messages();
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).id().equals(last)) {
                return i + 1;
            }
        }
        throw new NotFoundException(
                "Ticket " + ticket.number() + " has no message " + last + ".", "Use an id from ticket.messages().");
    }

    static boolean matters(Message message, Author author) {
        boolean asked = message.direction() == Direction.INBOUND && !message.automatic();
        return asked || (message.isHumanAnswer() && !message.author().equals(author));
    }
}
