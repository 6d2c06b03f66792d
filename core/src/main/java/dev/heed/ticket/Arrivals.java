package dev.heed.ticket;

import dev.heed.message.Author;
import dev.heed.message.Direction;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.people.CustomerId;
import dev.heed.ticket.LifecycleEvent.Absorbed;
import dev.heed.ticket.ListeningEvent.UnderstandingTakenOver;
import dev.heed.ticket.StructureEvent.Unmerged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was said elsewhere and goes on here, or in a form, among the messages here. Immutable. */
final class Arrivals {
    static final Arrivals NONE = new Arrivals(List.of(), null);

    private final List<Arrival> all;
    /** When the ticket went on by itself again. */
    private final @Nullable Instant again;

    private Arrivals(List<Arrival> all, @Nullable Instant again) {
        this.all = all;
        this.again = again;
    }

    /** Something that came. */
    sealed interface Arrival {
        /** How many messages there were here then. */
        int behind();

        /** What whoever has read it has read last. */
        MessageId last();

        /** When the customer has said so, if that is known. */
        Optional<Instant> said();
    }

    /**
     * A duplicate that came.
     *
     * @param from the duplicate
     * @param last what was said there last
     * @param said when the customer has said something there last, if that is known
     */
    record Duplicate(int behind, TicketId from, MessageId last, Optional<Instant> said) implements Arrival {}

    /**
     * A form.
     *
     * @param words what was said in it, as a message that is none
     */
    record Form(int behind, Message words) implements Arrival {
        @Override
        public MessageId last() {
            return words.id();
        }

        @Override
        public Optional<Instant> said() {
            return Optional.of(words.at());
        }
    }

    /**
     * With what an event brings; what went again is known on, since somebody may have read up to there.
     *
     * @param messages how many there are here
     * @param number which event of the ticket it is
     */
    Arrivals after(TicketEvent event, int messages, long number, CustomerId customer) {
        if (event instanceof Absorbed absorbed && absorbed.lastMessage().isPresent()) {
            return with(new Duplicate(
                    messages, absorbed.duplicate(), absorbed.lastMessage().get(), absorbed.saidAt()));
        }
        if (event instanceof Unmerged) {
            return new Arrivals(all, event.at());
        } else if (event instanceof UnderstandingTakenOver back && event.at().equals(again)) {
            String words = SignOfLife.words(back.known());
            return words.isEmpty() ? this : with(form(event, messages, number, customer, words));
        } else if (event instanceof ListeningEvent heard && SignOfLife.asks(heard)) {
            return with(form(event, messages, number, customer, SignOfLife.words(heard)));
        }
        return this;
    }

    private static Form form(TicketEvent event, int messages, long number, CustomerId customer, String words) {
        MessageId id = new MessageId("form-" + number + "-of-" + event.ticket());
        return new Form(
                messages,
                Message.builder(id, new Author.ByCustomer(customer), Direction.INBOUND, event.at(), words)
                        .build());
    }

    private Arrivals with(Arrival arrival) {
        List<Arrival> more = new ArrayList<>(all);
        more.add(arrival);
        return new Arrivals(List.copyOf(more), again);
    }

    /** When the customer has said something last that came here in no message. */
    Optional<Instant> lastSaid() {
        return all.stream().flatMap(arrival -> arrival.said().stream()).max(Comparator.naturalOrder());
    }

    /** The one that a message was the last of. */
    Optional<Arrival> endingWith(MessageId last) {
        return all.stream().filter(arrival -> arrival.last().equals(last)).reduce((first, second) -> second);
    }

    /** The last of them, if nothing was said here since. */
    Optional<MessageId> lastBehind(int messages) {
        return all.isEmpty() || all.get(all.size() - 1).behind() < messages
                ? Optional.empty()
                : Optional.of(all.get(all.size() - 1).last());
    }

    /** Those that came after so many messages here. */
    List<Arrival> behind(int messages) {
        return all.stream().filter(arrival -> arrival.behind() >= messages).toList();
    }

    /** Those that came after one of them. */
    List<Arrival> behind(Arrival known) {
        return all.subList(all.lastIndexOf(known) + 1, all.size());
    }
}
