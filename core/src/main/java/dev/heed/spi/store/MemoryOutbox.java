package dev.heed.spi.store;

import dev.heed.people.Address;
import dev.heed.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;

/** The outbox of the in-memory store: each ticket has a queue, and only the heads of the queues can be claimed. */
final class MemoryOutbox {
    private final Map<UUID, Kept> all = new HashMap<>();
    private final Map<TicketId, Deque<Kept>> queues = new HashMap<>();
    private final TreeSet<Head> heads = new TreeSet<>();
    private final Map<UUID, OutboxEntry> dead = new LinkedHashMap<>();
    private long lastOrder;

    private static final class Kept {
        /** What is sent again is behind what was written meanwhile. */
        long order;

        OutboxEntry entry;

        Kept(OutboxEntry entry) {
            this.entry = entry;
        }

        /** Once for each claim, and by a person who takes it from the dead letters. */
        boolean canBeSettled(int attempt) {
            return entry.attempt() == attempt && (entry.inFlight() || entry.dead());
        }

        Head head() {
            return new Head(entry.due(), order, this);
        }
    }

    private record Head(Instant due, long order, Kept kept) implements Comparable<Head> {
        @Override
        public int compareTo(Head other) {
            int byTime = due.compareTo(other.due);
            return byTime == 0 ? Long.compare(order, other.order) : byTime;
        }
    }

    void add(OutboxEntry entry) {
        Kept kept = new Kept(entry);
        all.put(entry.id(), kept);
        enqueue(kept);
    }

    private void enqueue(Kept kept) {
        kept.order = ++lastOrder;
        Deque<Kept> queue = queues.computeIfAbsent(kept.entry.ticket(), key -> new ArrayDeque<>(2));
        queue.addLast(kept);
        if (queue.size() == 1) {
            heads.add(kept.head());
        }
    }

    boolean current(List<OutboxEntry> settled) {
        for (OutboxEntry entry : settled) {
            Kept kept = all.get(entry.id());
            if (kept == null || !kept.canBeSettled(entry.attempt())) {
                return false;
            }
        }
        return true;
    }

    List<OutboxEntry> claim(Instant now, Duration lease, int limit) {
        List<Head> due = new ArrayList<>();
        for (Iterator<Head> each = heads.iterator(); due.size() < limit && each.hasNext(); ) {
            Head head = each.next();
            if (head.due.isAfter(now)) {
                break;
            }
            due.add(head);
        }
        List<OutboxEntry> claimed = new ArrayList<>(due.size());
        for (Head head : due) {
            heads.remove(head);
            head.kept.entry = head.kept.entry.claimed(now.plus(lease));
            heads.add(head.kept.head());
            claimed.add(head.kept.entry);
        }
        return claimed;
    }

    void settle(OutboxEntry entry) {
        Kept kept = stored(entry.id());
        OutboxEntry before = kept.entry;
        Head head = kept.head();
        kept.entry = entry;
        if (before.dead()) {
            dead.remove(entry.id());
        }
        if (before.state() == OutboxEntry.State.WAITING) {
            heads.remove(head);
            if (entry.state() == OutboxEntry.State.WAITING) {
                heads.add(kept.head());
            } else {
                next(kept);
            }
        } else if (entry.state() == OutboxEntry.State.WAITING) {
            enqueue(kept);
        }
        if (entry.dead()) {
            dead.put(entry.id(), entry);
        }
    }

    private void next(Kept settled) {
        TicketId ticket = settled.entry.ticket();
        Deque<Kept> queue = queues.get(ticket);
        if (queue == null) {
            return;
        }
        queue.remove(settled);
        if (queue.isEmpty()) {
            queues.remove(ticket);
        } else {
            heads.add(queue.getFirst().head());
        }
    }

    private Kept stored(UUID id) {
        Kept kept = all.get(id);
        if (kept == null) {
            throw new IllegalStateException("The outbox lost entry " + id + ".");
        }
        return kept;
    }

    void forget(TicketId ticket) {
        forget(entry -> entry.ticket().equals(ticket));
    }

    void forget(UUID id) {
        if (all.containsKey(id)) {
            forget(entry -> entry.id().equals(id));
        }
    }

    void forgetTo(Set<Address> addresses) {
        if (!addresses.isEmpty()) {
            forget(entry -> addresses.contains(entry.message().to()));
        }
    }

    private void forget(Predicate<OutboxEntry> which) {
        List<Kept> forgotten =
                all.values().stream().filter(kept -> which.test(kept.entry)).toList();
        for (Kept kept : forgotten) {
            OutboxEntry entry = kept.entry;
            if (entry.state() == OutboxEntry.State.WAITING) {
                heads.remove(kept.head());
                next(kept);
            }
            dead.remove(entry.id());
            all.remove(entry.id());
        }
    }

    List<OutboxEntry> dead() {
        return List.copyOf(dead.values());
    }

    Optional<OutboxEntry> find(UUID id) {
        return Optional.ofNullable(all.get(id)).map(kept -> kept.entry);
    }
}
