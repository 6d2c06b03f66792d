package dev.heed.spi.store;

import com.google.common.collect.Lists;
import dev.heed.people.Addressee;
import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import dev.heed.ticket.Snooze;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tickets of the in-memory store with their histories, and an index for each query. */
final class MemoryTickets {
    private final Map<TicketId, Kept> tickets = new HashMap<>();
    private final List<Kept> all = new ArrayList<>();
    private final Set<Long> numbers = new HashSet<>();
    private final Map<CustomerId, List<TicketId>> ofCustomer = new HashMap<>();
    private final Map<AgentId, TreeMap<Long, TicketId>> ownedBy = new HashMap<>();
    private final Map<Addressee, TreeSet<Entry>> askedOf = new HashMap<>();
    private final TreeSet<Entry> waiting = new TreeSet<>();
    private final TreeSet<Entry> snoozed = new TreeSet<>();
    private final TreeSet<Entry> due = new TreeSet<>();
    private final TreeSet<Entry> exempted = new TreeSet<>();
    private final TreeSet<Entry> awaitingApproval = new TreeSet<>();
    private final TreeSet<Entry> spam = new TreeSet<>();
    private final TreeSet<Entry> deleted = new TreeSet<>();

    /** Made at the first search. */
    private @Nullable MemorySearch searched;

    private record Entry(Instant at, long number, TicketId id) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int byTime = at.compareTo(other.at);
            return byTime == 0 ? Long.compare(number, other.number) : byTime; // no two tickets have one number
        }
    }

    private static final class Kept {
        /** Its place among all. */
        final int ordinal;

        final List<TicketEvent> history = new ArrayList<>(8);
        Ticket ticket;

        @Nullable
        Instant wakeAt;

        Kept(int ordinal, Ticket ticket) {
            this.ordinal = ordinal;
            this.ticket = ticket;
        }
    }

    private final MemorySearch.Limits limits;

    MemoryTickets(MemorySearch.Limits limits) {
        this.limits = limits;
    }

    /** Whether all is as the unit expects it. */
    boolean current(UnitOfWork unit) {
        return current(unit.changes())
                && current(unit.rewrites())
                && unit.forgottenCustomers().stream().allMatch(customer -> rewritesAllOf(customer, unit));
    }

    private boolean rewritesAllOf(CustomerId customer, UnitOfWork unit) {
        List<TicketId> all = ofCustomer.getOrDefault(customer, List.of());
        return all.isEmpty()
                || unit.rewrites().stream()
                        .map(change -> change.ticket().id())
                        .collect(Collectors.toSet())
                        .containsAll(all);
    }

    private boolean current(List<UnitOfWork.Change> changes) {
        for (UnitOfWork.Change change : changes) {
            Kept kept = tickets.get(change.ticket().id());
            if ((kept == null ? 0 : kept.ticket.version()) != change.expectedVersion()) {
                return false;
            }
            if (kept == null && numbers.contains(change.ticket().number())) {
                return false;
            }
        }
        return true;
    }

    void keep(UnitOfWork.Change change) {
        Ticket after = change.ticket();
        Kept kept = tickets.get(after.id());
        if (kept == null) {
            kept = new Kept(all.size(), after);
            all.add(kept);
            tickets.put(after.id(), kept);
            numbers.add(after.number());
            ofCustomer
                    .computeIfAbsent(after.customer(), key -> new ArrayList<>(2))
                    .add(after.id());
            index(kept.ordinal, null, after);
        } else {
            index(kept.ordinal, kept.ticket, after);
        }
        wake(kept, after, change.wakeAt().orElse(null));
        kept.ticket = after;
        kept.history.addAll(change.events());
    }

    /** The history of the change takes the place of the one kept. */
    void rewrite(UnitOfWork.Change change) {
        Kept kept = tickets.get(change.ticket().id());
        if (kept != null) {
            CustomerId before = kept.ticket.customer();
            ofCustomer.computeIfPresent(before, (customer, ids) -> {
                ids.remove(change.ticket().id());
                return ids.isEmpty() ? null : ids;
            });
            ofCustomer
                    .computeIfAbsent(change.ticket().customer(), key -> new ArrayList<>(2))
                    .add(change.ticket().id());
            kept.history.clear();
        }
        keep(change);
        if (searched != null) {
            searched.forget();
        }
    }

    boolean isTaken(long number) {
        return numbers.contains(number);
    }

    private void wake(Kept kept, Ticket ticket, @Nullable Instant wakeAt) {
        move(due, ticket, kept.wakeAt, wakeAt);
        kept.wakeAt = wakeAt;
    }

    /** Puts a ticket where it belongs now; most changes leave it where it is. */
    private static void move(Set<Entry> index, Ticket ticket, @Nullable Instant from, @Nullable Instant to) {
        if (Objects.equals(from, to)) {
            return;
        }
        if (from != null) {
            index.remove(new Entry(from, ticket.number(), ticket.id()));
        }
        if (to != null) {
            index.add(new Entry(to, ticket.number(), ticket.id()));
        }
    }

    private void index(int ordinal, @Nullable Ticket before, Ticket after) {
        if (searched != null) {
            searched.follow(ordinal, before, after);
        }
        follow(waiting, before, after, QueryKeys::waitingUntil);
        follow(snoozed, before, after, QueryKeys::snoozedUntil);
        follow(exempted, before, after, QueryKeys::exemptedAt);
        follow(spam, before, after, QueryKeys::spamAt);
        follow(deleted, before, after, QueryKeys::deletedAt);
        askedOf(before, after);
        follow(awaitingApproval, before, after, QueryKeys::approvalAskedAt);
        AgentId was = of(before, QueryKeys::holder);
        AgentId is = of(after, QueryKeys::holder);
        if (!Objects.equals(was, is)) {
            if (was != null) {
                owned(was).remove(after.number());
            }
            if (is != null) {
                ownedBy.computeIfAbsent(is, key -> new TreeMap<>()).put(after.number(), after.id());
            }
        }
    }

    private static void follow(
            Set<Entry> index, @Nullable Ticket before, Ticket after, Function<Ticket, Optional<Instant>> key) {
        move(index, after, of(before, key), of(after, key));
    }

    private void askedOf(@Nullable Ticket before, Ticket after) {
        Map<Addressee, Instant> was = before == null ? Map.of() : QueryKeys.asked(before);
        Map<Addressee, Instant> is = QueryKeys.asked(after);
        if (was.equals(is)) {
            return;
        }
        Set<Addressee> both = new HashSet<>(was.keySet());
        both.addAll(is.keySet());
        for (Addressee asked : both) {
            TreeSet<Entry> index = askedOf.computeIfAbsent(asked, key -> new TreeSet<>());
            move(index, after, was.get(asked), is.get(asked));
            if (index.isEmpty()) {
                askedOf.remove(asked);
            }
        }
    }

    private NavigableMap<Long, TicketId> owned(AgentId owner) {
        return ownedBy.getOrDefault(owner, new TreeMap<>());
    }

    private static <T> @Nullable T of(@Nullable Ticket ticket, Function<Ticket, Optional<T>> key) {
        return ticket == null ? null : key.apply(ticket).orElse(null);
    }

    /** Gets ready for a search, looking at no more than so many tickets; whether it can begin. */
    boolean prepare(TicketSearch search, int most) {
        return searched().prepare(search, ofCustomers(search.customers()), all.size(), most);
    }

    /** The tickets that a search finds behind a position; it is prepared. */
    List<Ticket> search(TicketSearch search, Optional<Cursor.Position> after, int limit) {
        return searched().find(search, ofCustomers(search.customers()), after, limit);
    }

    int count(TicketSearch search, int upTo) {
        return searched().count(search, ofCustomers(search.customers()), upTo);
    }

    private MemorySearch searched() {
        MemorySearch made = searched;
        if (made == null) {
            made = new MemorySearch(limits, ordinal -> all.get(ordinal).ticket);
            searched = made;
        }
        return made;
    }

    private Optional<IntSet> ofCustomers(Set<CustomerId> customers) {
        if (customers.isEmpty()) {
            return Optional.empty();
        }
        IntSet theirs = new IntSet();
        for (CustomerId customer : customers) {
            for (TicketId id : ofCustomer.getOrDefault(customer, List.of())) {
                Kept kept = tickets.get(id);
                if (kept != null) {
                    theirs.add(kept.ordinal);
                }
            }
        }
        return Optional.of(theirs);
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
        if (query instanceof TicketQuery.OfCustomer of && !ofCustomer.containsKey(of.customer())) {
            return List.of(); // whoever writes for the first time
        }
        return ids(query).limit(limit).flatMap(id -> find(id).stream()).toList();
    }

    private Stream<TicketId> ids(TicketQuery query) {
        if (query instanceof TicketQuery.OfCustomer of) {
            return Lists.reverse(ofCustomer.getOrDefault(of.customer(), List.of())).stream();
        } else if (query instanceof TicketQuery.OwnedBy by) {
            return owned(by.owner()).values().stream();
        } else if (query instanceof TicketQuery.AtHand hand) {
            return owned(hand.owner()).values().stream()
                    .filter(id -> snoozeOf(id).isEmpty());
        } else if (query instanceof TicketQuery.Snoozed off) {
            return idsOf(snoozed).filter(id -> isBy(off.by(), id));
        } else if (query instanceof TicketQuery.Waiting) {
            return idsOf(waiting);
        } else if (query instanceof TicketQuery.Due when) {
            return due.stream()
                    .takeWhile(entry -> !entry.at().isAfter(when.now()))
                    .map(Entry::id);
        } else if (query instanceof TicketQuery.AskedOf of) {
            return idsOf(askedOf.getOrDefault(of.asked(), new TreeSet<>()));
        }
        return query instanceof TicketQuery.AwaitingApproval
                ? idsOf(awaitingApproval)
                : idsOf(aside(query).descendingSet());
    }

    private Optional<Snooze> snoozeOf(TicketId id) {
        return find(id).flatMap(Ticket::snooze);
    }

    private boolean isBy(Optional<AgentId> agent, TicketId id) {
        return agent.isEmpty() || snoozeOf(id).map(Snooze::by).equals(agent);
    }

    private NavigableSet<Entry> aside(TicketQuery query) {
        if (query instanceof TicketQuery.Deleted) {
            return deleted;
        }
        return query instanceof TicketQuery.Spam ? spam : exempted;
    }

    private static Stream<TicketId> idsOf(Collection<Entry> entries) {
        return entries.stream().map(Entry::id);
    }
}
