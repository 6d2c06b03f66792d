package dev.heed.ticket;

import dev.heed.error.InvalidInputException;
import dev.heed.message.Author;
import dev.heed.message.Direction;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseId;
import dev.heed.promise.PromiseKind;
import dev.heed.ticket.StructureCommand.Moved;
import dev.heed.ticket.StructureCommand.Owed;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What goes along with messages that are split off a ticket, and what stays. Looks only. */
final class Splitting {
    private final TicketState state;
    private final List<MessageId> messages;

    Splitting(TicketState state, List<MessageId> messages) {
        this.state = state;
        this.messages = messages;
    }

    void requireSplittable() {
        if (messages.isEmpty()) {
            throw refused("no message", "Name messages of the customer that are about something else.");
        }
        Set<MessageId> chosen = new HashSet<>(messages);
        if (chosen.size() < messages.size()) {
            throw refused("a message twice", "Name each message once.");
        }
        for (MessageId id : messages) {
            Message message = Steps.message(state, id);
            if (!isTheCustomers(message)) {
                throw refused("message " + id + ", which the customer has not written", "Name the customer's own.");
            }
            state.structure.movedTo(id).ifPresent(other -> {
                throw refused(
                        "message " + id + ", which goes on in ticket " + other + " already", "Split it off there.");
            });
        }
        boolean all = state.messages.stream()
                .filter(message -> isTheCustomers(message) && !message.automatic())
                .filter(message -> state.structure.movedTo(message.id()).isEmpty())
                .allMatch(message -> chosen.contains(message.id()));
        if (all) {
            throw refused(
                    "all that the customer has written", "It is the whole ticket; leave one message of the customer.");
        }
    }

    private static boolean isTheCustomers(Message message) {
        return message.direction() == Direction.INBOUND && message.author() instanceof Author.ByCustomer;
    }

    private InvalidInputException refused(String what, String remedy) {
        return new InvalidInputException(
                "Of ticket " + state.opened.number() + ", " + what + " is to be split off.", remedy);
    }

    /** Whether the customer waits here for an answer to something else. */
    boolean goesOnWaiting() {
        return state.unanswered
                && (state.structure.merges().duplicatesAsk()
                        || unanswered().isEmpty() // and what waits was said in a form
                        || unanswered().stream().anyMatch(message -> !messages.contains(message.id())));
    }

    /** What nobody has answered, of what goes on here; of a letter that was lost nobody knows, so all of it may be. */
    private List<Message> unanswered() {
        return state.messages.subList(state.answeredUpTo, state.messages.size()).stream()
                .filter(message -> isTheCustomers(message) && !message.automatic())
                .filter(message -> state.structure.movedTo(message.id()).isEmpty())
                .toList();
    }

    /** Where nobody waits here any more. */
    List<Promise> owedElsewhere() {
        Optional<PromiseId> apology = Separation.apology(state);
        return state.promises.open().stream()
                .map(Promises.Open::promise)
                .filter(promise -> promise.kind() == PromiseKind.REPLY
                        || apology.filter(promise.id()::equals).isPresent())
                .toList();
    }

    /**
     * What is owed in the new ticket: an answer, as it was told if somebody waits for it, and never nothing.
     *
     * @param otherwise what is told where nobody has waited for it
     */
    Owed owed(ExpectedReply otherwise) {
        boolean asks = state.unanswered && unanswered().stream().anyMatch(message -> messages.contains(message.id()));
        Optional<ExpectedReply> told = asks ? Optional.ofNullable(state.expected) : Optional.empty();
        boolean late = asks && state.overdue && !goesOnWaiting();
        List<Promise> apology = late
                ? owedElsewhere().stream()
                        .filter(promise -> promise.kind() != PromiseKind.REPLY)
                        .toList()
                : List.of();
        if (late && !apology.isEmpty()) {
            return new Owed(true, Optional.empty(), told, apology);
        }
        return new Owed(true, told.or(() -> Optional.of(otherwise)), Optional.empty(), List.of());
    }

    List<Moved> moved() {
        return messages.stream()
                .map(id -> new Moved(Steps.message(state, id), List.of()))
                .toList();
    }
}
