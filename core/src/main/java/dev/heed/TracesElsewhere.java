package dev.heed;

import dev.heed.json.Redaction;
import dev.heed.json.Traces;
import dev.heed.message.Author;
import dev.heed.message.ContentHash;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.people.CustomerId;
import dev.heed.people.ProfileLink;
import dev.heed.spi.store.StoredDocument;
import dev.heed.spi.store.TicketQuery;
import dev.heed.spi.store.TicketStore;
import dev.heed.ticket.Known;
import dev.heed.ticket.LifecycleEvent;
import dev.heed.ticket.ListeningEvent;
import dev.heed.ticket.NoteEvent;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What somebody who is to be forgotten has left in tickets of others while she was taken for the same person. */
final class TracesElsewhere {
    private static final int ALL = Integer.MAX_VALUE;

    private final Engine engine;
    private final TicketStore store;
    private final Set<CustomerId> forgotten;
    private final List<Ticket> others;
    private final Traces traces;

    TracesElsewhere(Engine engine, ErasedPerson whom) {
        this.engine = engine;
        this.store = engine.store();
        this.forgotten = whom.forgotten();
        this.others = everLinked().stream()
                .flatMap(profile -> store.list(new TicketQuery.OfCustomer(profile), ALL).stream())
                .toList();
        Set<MessageId> messages = new HashSet<>();
        whom.tickets().forEach(ticket -> ticket.messages().forEach(message -> messages.add(message.id())));
        others.forEach(ticket ->
                ticket.messages().stream().filter(this::isHers).map(Message::id).forEach(messages::add));
        this.traces = new Traces(forgotten, Set.copyOf(whom.ids()), messages);
    }

    /** With whom she was ever linked, also over others. */
    private Set<CustomerId> everLinked() {
        Set<CustomerId> found = new LinkedHashSet<>(forgotten);
        Deque<CustomerId> open = new ArrayDeque<>(found);
        while (!open.isEmpty()) {
            for (ProfileLink link : store.links(open.remove())) {
                for (CustomerId each : List.of(link.one(), link.other())) {
                    if (found.add(each)) {
                        open.add(each);
                    }
                }
            }
        }
        found.removeAll(forgotten);
        return found;
    }

    private boolean isHers(Message message) {
        return message.author() instanceof Author.ByCustomer by && forgotten.contains(by.customer());
    }

    /**
     * An event of a ticket of somebody else without them.
     *
     * @param history the whole of the ticket
     */
    TicketEvent without(TicketEvent event, List<TicketEvent> history, Redaction redaction) {
        if (event instanceof ListeningEvent.UnderstandingTakenOver taken
                && !cameWithHers(taken.from(), taken.at(), history)) {
            Known known = traces.without(taken.known());
            return known.equals(taken.known())
                    ? event
                    : new ListeningEvent.UnderstandingTakenOver(
                            taken.ticket(), taken.at(), taken.from(), taken.by(), known);
        }
        boolean hers = event instanceof ListeningEvent.UnderstandingTakenOver
                || (event instanceof NoteEvent.NoteTakenOver note && cameWithHers(note.from(), note.at(), history))
                || traces.isIn(event);
        return hers ? redaction.of(event) : event;
    }

    /** With a duplicate that is hers; not what goes back to where it was said, nor what was split off. */
    private boolean cameWithHers(TicketId from, Instant at, List<TicketEvent> history) {
        return traces.isHers(from)
                && history.stream()
                        .anyMatch(event -> event instanceof LifecycleEvent.Absorbed absorbed
                                && absorbed.duplicate().equals(from)
                                && absorbed.at().equals(at));
    }

    /**
     * A ticket of somebody else without them.
     *
     * @param ticket as it will be
     * @param history as it will be
     * @param uses the files that are not used there any more
     */
    record Without(Ticket ticket, List<TicketEvent> history, List<StoredDocument> uses) {}

    /** All of others in which there could be some. */
    List<Ticket> others() {
        return others;
    }

    /** Those in which there are some; empty if one has become longer while it was read. */
    Optional<List<Without>> erased(Redaction redaction) {
        List<Without> erased = new ArrayList<>();
        for (Ticket ticket : others) {
            List<TicketEvent> history = store.history(ticket.id());
            if (history.size() != ticket.version()) {
                return Optional.empty();
            }
            List<TicketEvent> without = history.stream()
                    .map(event -> without(event, history, redaction))
                    .toList();
            if (!without.equals(history)) {
                erased.add(new Without(Ticket.replay(without), without, unused(ticket.id(), history, without)));
            }
        }
        return Optional.of(erased);
    }

    private List<StoredDocument> unused(TicketId ticket, List<TicketEvent> before, List<TicketEvent> after) {
        Set<ContentHash> gone = contents(before);
        gone.removeAll(contents(after));
        return gone.isEmpty() ? List.of() : engine.attachments().uses().of(ticket, gone);
    }

    private static Set<ContentHash> contents(List<TicketEvent> history) {
        return history.stream()
                .flatMap(event -> event.attachments().stream())
                .flatMap(file -> file.content().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
