package dev.heed.spi.store;

import com.google.common.collect.Lists;
import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import dev.heed.ticket.Closing;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tickets of the in-memory store with their histories, and an index for each query. */
final class MemoryTickets {
    private final Map<TicketId, Kept> tickets = new HashMap<>();
    private final Map<CustomerId, List<TicketId>> ofCustomer = new HashMap<>();
    private final Map<AgentId, TreeMap<Long, TicketId>> ownedBy = new HashMap<>();
    private final TreeSet<Entry> waiting = new TreeSet<>();
    private final TreeSet<Entry> due = new TreeSet<>();
    private final TreeSet<Entry> exempted = new TreeSet<>();

    private record Entry(Instant at, long number, TicketId id) implements Comparable<Entry> {
        private static final Comparator<Entry> ORDER =
                Comparator.comparing(Entry::at).thenComparingLong(Entry::number);

        @Override
        public int compareTo(Entry other) {
            return ORDER.compare(this, other);
        }
    }

    private static final class Kept {
        final List<TicketEvent> history = new ArrayList<>(8);
        Ticket ticket;

        @Nullable
        Instant wakeAt;

        Kept(Ticket ticket) {
            this.ticket = ticket;
        }
    }

    boolean current(List<UnitOfWork.Change> changes) {
        return changes.stream().allMatch(change -> {
            Kept kept = tickets.get(change.ticket().id());
            return (kept == null ? 0 : kept.ticket.version()) == change.expectedVersion();
        });
    }

    void keep(UnitOfWork.Change change) {
        Ticket after = change.ticket();
        Kept kept = tickets.get(after.id());
        if (kept == null) {
            kept = new Kept(after);
            tickets.put(after.id(), kept);
            ofCustomer
                    .computeIfAbsent(after.customer(), key -> new ArrayList<>(2))
                    .add(after.id());
            added(after);
        } else {
            replaced(kept.ticket, after);
        }
        wake(kept, after, change.wakeAt().orElse(null));
        kept.ticket = after;
        kept.history.addAll(change.events());
    }

    private void wake(Kept kept, Ticket ticket, @Nullable Instant wakeAt) {
        if (kept.wakeAt != null) {
            due.remove(new Entry(kept.wakeAt, ticket.number(), ticket.id()));
        }
        if (wakeAt != null) {
            due.add(new Entry(wakeAt, ticket.number(), ticket.id()));
        }
        kept.wakeAt = wakeAt;
    }

    private void added(Ticket ticket) {
        ticket.expected().ifPresent(expected -> waiting.add(new Entry(expected.at(), ticket.number(), ticket.id())));
        owner(ticket)
                .ifPresent(owner ->
                        ownedBy.computeIfAbsent(owner, key -> new TreeMap<>()).put(ticket.number(), ticket.id()));
        exempted(ticket).ifPresent(exempted::add);
    }

    private void replaced(Ticket before, Ticket after) {
        before.expected().ifPresent(expected -> waiting.remove(new Entry(expected.at(), before.number(), before.id())));
        owner(before).ifPresent(owner -> owned(owner).remove(before.number()));
        exempted(before).ifPresent(exempted::remove);
        added(after);
    }

    private NavigableMap<Long, TicketId> owned(AgentId owner) {
        return ownedBy.getOrDefault(owner, new TreeMap<>());
    }

    private static Optional<AgentId> owner(Ticket ticket) {
        return ticket.status() == TicketStatus.CLOSED ? Optional.empty() : ticket.owner();
    }

    private static Optional<Entry> exempted(Ticket ticket) {
        return ticket.closing()
                .filter(Closing.Exempt.class::isInstance)
                .flatMap(closing -> ticket.closedAt())
                .map(at -> new Entry(at, ticket.number(), ticket.id()));
    }

    Optional<Ticket> find(TicketId id) {
        return Optional.ofNullable(tickets.get(id)).map(kept -> kept.ticket);
    }

    List<TicketEvent> history(TicketId id) {
        return Optional.ofNullable(tickets.get(id))
                .map(kept -> List.copyOf(kept.history))
                .orElse(List.of());
    }

    List<Ticket> list(TicketQuery query, int limit) {
        return ids(query).limit(limit).flatMap(id -> find(id).stream()).toList();
    }

    private Stream<TicketId> ids(TicketQuery query) {
        if (query instanceof TicketQuery.OfCustomer of) {
            return Lists.reverse(ofCustomer.getOrDefault(of.customer(), List.of())).stream();
        } else if (query instanceof TicketQuery.OwnedBy by) {
            return owned(by.owner()).values().stream();
        } else if (query instanceof TicketQuery.Waiting) {
            return idsOf(waiting);
        } else if (query instanceof TicketQuery.Due when) {
            return due.stream()
                    .takeWhile(entry -> !entry.at().isAfter(when.now()))
                    .map(Entry::id);
        }
        return idsOf(exempted.descendingSet());
    }

    private static Stream<TicketId> idsOf(Collection<Entry> entries) {
        return entries.stream().map(Entry::id);
    }
}
