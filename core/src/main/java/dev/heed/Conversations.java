package dev.heed;

import dev.heed.message.Message;
import dev.heed.message.Note;
import dev.heed.ticket.Closing;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds what belongs together where tickets go on in one another. */
final class Conversations {
    private final Engine engine;

    Conversations(Engine engine) {
        this.engine = engine;
    }

    /** All of it. */
    Conversation of(Ticket ticket) {
        return of(ticket, duplicate -> true);
    }

    /** What of it may be seen. Messages of one ticket that have the same time stay as they were. */
    Conversation of(Ticket ticket, Predicate<Ticket> visible) {
        List<Conversation.Entry> entries = new ArrayList<>(ticket.messages().size());
        for (Ticket one : together(ticket, visible)) {
            for (Message message : one.messages()) {
                if (one.movedTo(message.id()).isEmpty()) { // else it is among those of that ticket
                    entries.add(new Conversation.Entry(one.id(), message));
                }
            }
        }
        entries.sort(Comparator.comparing(entry -> entry.message().at()));
        return new Conversation(ticket.id(), entries);
    }

    /** What customers and people of the shop have said, in a ticket and in all that go on in it. */
    List<Message> said(Ticket ticket) {
        return together(ticket, duplicate -> true).stream()
                .flatMap(one -> one.said().stream()
                        .filter(message -> one.movedTo(message.id()).isEmpty()))
                .sorted(Comparator.comparing(Message::at))
                .toList();
    }

    /** What the people of the shop wrote to each other there. */
    List<Note> notes(Ticket ticket) {
        return together(ticket, duplicate -> true).stream()
                .flatMap(one -> one.notes().stream())
                .distinct() // what was awaited stands in both
                .sorted(Comparator.comparing(Note::at))
                .toList();
    }

    private List<Ticket> together(Ticket ticket, Predicate<Ticket> visible) {
        List<Ticket> all = new ArrayList<>();
        Deque<Ticket> open = new ArrayDeque<>(List.of(ticket));
        while (!open.isEmpty()) { // ends, since no ticket goes on in two
            Ticket next = open.poll();
            all.add(next);
            duplicatesOf(next).stream().filter(visible).forEach(open::add);
        }
        return all;
    }

    /** Those that go on in it now, and not by themselves again. */
    List<Ticket> duplicatesOf(Ticket ticket) {
        return ticket.structure().duplicates().stream()
                .flatMap(id -> engine.store().findTicket(id).stream())
                .filter(duplicate -> goesOnIn(duplicate).equals(Optional.of(ticket.id())))
                .toList();
    }

    static Optional<TicketId> goesOnIn(Ticket ticket) {
        return ticket.closing().flatMap(Closing::goesOnIn);
    }

    /** Over how many tickets it is from the farthest duplicate of a duplicate to this ticket; 0 if it has none. */
    int hopsTo(Ticket ticket) {
        int hops = 0;
        List<Ticket> level = duplicatesOf(ticket);
        while (!level.isEmpty()) {
            hops++;
            level = level.stream()
                    .flatMap(duplicate -> duplicatesOf(duplicate).stream())
                    .toList();
        }
        return hops;
    }
}
