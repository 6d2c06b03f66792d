package dev.heed.ticket;

import com.google.common.collect.Lists;
import dev.heed.error.NotFoundException;
import dev.heed.message.Author;
import dev.heed.message.Direction;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.message.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What of a conversation somebody has not read who is about to answer it. */
final class Unseen {
    private Unseen() {}

    static List<Message> of(Ticket ticket, Seen seen, Author author) {
        if (seen instanceof Seen.Everything) {
            return List.of();
        }
        Optional<MessageId> last = seen instanceof Seen.UpTo upTo ? Optional.of(upTo.last()) : Optional.empty();
        List<Message> all = ticket.messages();
        List<Message> since = new ArrayList<>();
        for (int i = all.size() - 1; i >= 0; i--) { // mostly one of the last
            Message message = all.get(i);
            if (last.filter(message.id()::equals).isPresent()) {
                return List.copyOf(Lists.reverse(since));
            }
            if (matters(message, author)) {
                since.add(message);
            }
        }
        last.ifPresent(unknown -> {
            throw new NotFoundException(
                    "Ticket " + ticket.number() + " has no message " + unknown + ".",
                    "Use an id from ticket.messages().");
        });
        return List.copyOf(Lists.reverse(since));
    }

    private static boolean matters(Message message, Author author) {
        boolean asked = message.direction() == Direction.INBOUND && !message.automatic();
        return asked || (message.isHumanAnswer() && !message.author().equals(author));
    }
}
