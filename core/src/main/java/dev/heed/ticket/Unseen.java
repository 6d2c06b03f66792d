package dev.heed.ticket;

import dev.heed.error.NotFoundException;
import dev.heed.message.Author;
import dev.heed.message.Direction;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.message.Seen;
import dev.heed.ticket.Arrivals.Arrival;
import dev.heed.ticket.Arrivals.Duplicate;
import dev.heed.ticket.Arrivals.Form;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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

    /** What was said here, in a message or in a form. */
    List<Message> messages(Seen seen, Author author) {
        List<Message> all = ticket.messages();
        int read = read(seen);
        Deque<Form> forms = new ArrayDeque<>(arrived(seen, Form.class));
        List<Message> unseen = new ArrayList<>();
        for (int i = read; i <= all.size(); i++) {
            while (!forms.isEmpty() && forms.element().behind() <= i) {
                unseen.add(forms.remove().words());
            }
            if (i < all.size() && matters(all.get(i), author)) {
                unseen.add(all.get(i));
            }
        }
        return List.copyOf(unseen);
    }

    /** The duplicates that came to go on here. Whoever has read nothing knows that anyway. */
    List<TicketId> duplicates(Seen seen) {
        return seen instanceof Seen.UpTo
                ? arrived(seen, Duplicate.class).stream().map(Duplicate::from).toList()
                : List.of();
    }

    private <A extends Arrival> List<A> arrived(Seen seen, Class<A> kind) {
        if (seen instanceof Seen.Everything) {
            return List.of();
        }
        Optional<Arrival> last = seen instanceof Seen.UpTo upTo ? arrivals.endingWith(upTo.last()) : Optional.empty();
        return last.map(arrivals::behind).orElseGet(() -> arrivals.behind(read(seen))).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
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

    /** When the customer has last said something. */
    Instant lastSaidAt() {
        Instant last = arrivals.lastSaid().filter(ticket.openedAt()::isBefore).orElse(ticket.openedAt());
        for (Message message : ticket.messages()) {
            boolean said = message.direction() == Direction.INBOUND && !message.automatic();
            if (said && message.at().isAfter(last)) { // what goes on here was said elsewhere, and earlier
                last = message.at();
            }
        }
        return last;
    }

    static boolean matters(Message message, Author author) {
        boolean asked = message.direction() == Direction.INBOUND && !message.automatic();
        return asked || (message.isHumanAnswer() && !message.author().equals(author));
    }
}
