package dev.heed.spi.store;

import dev.heed.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/** The outbox of the in-memory store: each ticket has a queue, and only the heads of the queues can be claimed. */
final class MemoryOutbox {
    private final Map<UUID, OutboxEntry> entries = new HashMap<>();
    private final Map<TicketId, Deque<UUID>> queues = new HashMap<>();
    private final TreeSet<Head> heads =
            new TreeSet<>(Comparator.comparing(Head::due).thenComparing(Head::order));
    private final Map<UUID, Long> order = new HashMap<>();
    private final Map<UUID, OutboxEntry> dead = new LinkedHashMap<>();
    private long lastOrder;

    private record Head(Instant due, long order, UUID id) {}

    void add(OutboxEntry entry) {
        entries.put(entry.id(), entry);
        order.put(entry.id(), ++lastOrder);
        enqueue(entry);
    }

    private void enqueue(OutboxEntry entry) {
        Deque<UUID> queue = queues.computeIfAbsent(entry.ticket(), key -> new ArrayDeque<>());
        queue.addLast(entry.id());
        if (queue.size() == 1) {
            heads.add(head(entry));
        }
    }

    private Head head(OutboxEntry entry) {
        return new Head(entry.due(), order.getOrDefault(entry.id(), 0L), entry.id());
    }

    boolean current(List<OutboxEntry> settled) {
        return settled.stream().allMatch(entry -> {
            OutboxEntry stored = entries.get(entry.id());
            return stored != null && stored.attempt() == entry.attempt();
        });
    }

    List<OutboxEntry> claim(Instant now, Duration lease, int limit) {
        List<Head> due = heads.stream()
                .takeWhile(head -> !head.due().isAfter(now))
                .limit(limit)
                .toList();
        List<OutboxEntry> claimed = new ArrayList<>();
        for (Head head : due) {
            OutboxEntry entry = stored(head.id()).claimed(now.plus(lease));
            heads.remove(head);
            entries.put(entry.id(), entry);
            heads.add(head(entry));
            claimed.add(entry);
        }
        return claimed;
    }

    void settle(OutboxEntry entry) {
        OutboxEntry before = stored(entry.id());
        entries.put(entry.id(), entry);
        dead.remove(entry.id());
        if (before.state() == OutboxEntry.State.WAITING) {
            heads.remove(head(before));
            if (entry.state() == OutboxEntry.State.WAITING) {
                heads.add(head(entry));
            } else {
                next(entry.ticket(), entry.id());
            }
        } else if (entry.state() == OutboxEntry.State.WAITING) {
            enqueue(entry);
        }
        if (entry.dead()) {
            dead.put(entry.id(), entry);
        }
    }

    private void next(TicketId ticket, UUID settled) {
        Deque<UUID> queue = queues.get(ticket);
        if (queue == null) {
            return;
        }
        queue.remove(settled);
        if (queue.isEmpty()) {
            queues.remove(ticket);
        } else {
            heads.add(head(stored(queue.getFirst())));
        }
    }

    private OutboxEntry stored(UUID id) {
        OutboxEntry entry = entries.get(id);
        if (entry == null) {
            throw new IllegalStateException("The outbox lost entry " + id + ".");
        }
        return entry;
    }

    List<OutboxEntry> dead() {
        return List.copyOf(dead.values());
    }

    Optional<OutboxEntry> find(UUID id) {
        return Optional.ofNullable(entries.get(id));
    }
}
