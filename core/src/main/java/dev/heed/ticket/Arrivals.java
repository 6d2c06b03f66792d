package dev.heed.ticket;

import dev.heed.message.MessageId;
import dev.heed.ticket.LifecycleEvent.Absorbed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was said elsewhere and goes on here, among what was said here. Immutable. */
final class Arrivals {
    static final Arrivals NONE = new Arrivals(List.of());

    private final List<Arrival> all;

    private Arrivals(List<Arrival> all) {
        this.all = all;
    }

    /**
     * A duplicate that came.
     *
     * @param behind how many messages there were here then
     * @param from the duplicate
     * @param last what was said there last
     */
    record Arrival(int behind, TicketId from, MessageId last) {}

    /** With what an event brings; what went again is known on, since somebody may have read up to there. */
    Arrivals after(TicketEvent event, int messages) {
        if (event instanceof Absorbed absorbed && absorbed.lastMessage().isPresent()) {
            List<Arrival> more = new ArrayList<>(all);
            more.add(new Arrival(
                    messages, absorbed.duplicate(), absorbed.lastMessage().get()));
            return new Arrivals(List.copyOf(more));
        }
        return this;
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
    List<TicketId> behind(int messages) {
        return all.stream()
                .filter(arrival -> arrival.behind() >= messages)
                .map(Arrival::from)
                .toList();
    }

    /** Those that came after one of them. */
    List<TicketId> behind(Arrival known) {
        return all.subList(all.lastIndexOf(known) + 1, all.size()).stream()
                .map(Arrival::from)
                .toList();
    }
}
