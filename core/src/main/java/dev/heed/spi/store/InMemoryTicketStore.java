package dev.heed.spi.store;

import dev.heed.message.ChannelId;
import dev.heed.people.Address;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Keeps everything in the memory of this process, and forgets it with the process. The default of a desk, and the
 * reference that other stores are compared with. Thread-safe by one lock; a unit of work is checked whole before its
 * first write, so that it is written whole or not at all.
 */
public final class InMemoryTicketStore implements TicketStore {
    private static final Comparator<Timer> TIMER_ORDER = Comparator.comparing(Timer::due)
            .thenComparing(timer -> timer.ticket().value())
            .thenComparing(Timer::kind);
    private static final Comparator<Ticket> WAITING_ORDER = Comparator.<Ticket, Instant>comparing(
                    ticket -> ticket.expected().orElseThrow().at())
            .thenComparing(Ticket::number);

    private final Map<TicketId, Ticket> tickets = new HashMap<>();
    private final Map<TicketId, List<TicketEvent>> histories = new HashMap<>();
    private final Map<CustomerId, List<TicketId>> ticketsByCustomer = new HashMap<>();
    private final TreeSet<Ticket> waiting = new TreeSet<>(WAITING_ORDER);
    private final Map<CustomerId, Customer> customers = new HashMap<>();
    private final Map<Address, CustomerId> addresses = new HashMap<>();
    private final Map<UnitOfWork.Reference, TicketId> references = new HashMap<>();
    private final Map<InboundKey, TicketId> inbound = new HashMap<>();
    private final TreeSet<Timer> timers = new TreeSet<>(TIMER_ORDER);
    private final MemoryOutbox outbox = new MemoryOutbox();
    private final Map<InboundKey, UnreadableInbound> unreadable = new LinkedHashMap<>();
    private final Map<String, String> claims = new HashMap<>();
    private long lastNumber = 1000;

    /** An empty store. */
    public InMemoryTicketStore() {}

    @Override
    public synchronized long nextTicketNumber() {
        return ++lastNumber;
    }

    @Override
    public synchronized CommitResult commit(UnitOfWork unit) {
        if (unit.inbound().filter(inbound::containsKey).isPresent()) {
            return CommitResult.DUPLICATE;
        }
        if (!timers.containsAll(unit.firedTimers()) || !outbox.current(unit.settledOutbox())) {
            return CommitResult.SUPERSEDED;
        }
        if (!current(unit) || unit.newCustomer().filter(this::isKnown).isPresent()) {
            return CommitResult.CONFLICT;
        }
        unit.newCustomer().ifPresent(this::keep);
        unit.customers().forEach(this::keep);
        unit.change().ifPresent(change -> {
            keep(change);
            unit.inbound().ifPresent(key -> inbound.put(key, change.ticket().id()));
            unit.references()
                    .forEach(reference ->
                            references.putIfAbsent(reference, change.ticket().id()));
        });
        unit.firedTimers().forEach(timers::remove);
        timers.addAll(unit.timers());
        unit.newOutbox().forEach(outbox::add);
        unit.settledOutbox().forEach(outbox::settle);
        return CommitResult.COMMITTED;
    }

    private boolean current(UnitOfWork unit) {
        return unit.change()
                .map(change -> {
                    Ticket stored = tickets.get(change.ticket().id());
                    return (stored == null ? 0 : stored.version()) == change.expectedVersion();
                })
                .orElse(true);
    }

    private boolean isKnown(Customer customer) {
        return customers.containsKey(customer.id())
                || customer.addresses().stream().anyMatch(addresses::containsKey);
    }

    private void keep(UnitOfWork.Change change) {
        Ticket after = change.ticket();
        Ticket before = tickets.put(after.id(), after);
        if (before == null) {
            ticketsByCustomer
                    .computeIfAbsent(after.customer(), key -> new ArrayList<>())
                    .add(after.id());
        } else if (before.expected().isPresent()) {
            waiting.remove(before);
        }
        if (after.expected().isPresent()) {
            waiting.add(after);
        }
        histories.computeIfAbsent(after.id(), key -> new ArrayList<>()).addAll(change.events());
    }

    private void keep(Customer customer) {
        Customer before = customers.put(customer.id(), customer);
        if (before != null) {
            before.addresses().forEach(address -> addresses.remove(address, customer.id()));
        }
        customer.addresses().forEach(address -> addresses.put(address, customer.id()));
    }

    @Override
    public synchronized Optional<Ticket> findTicket(TicketId id) {
        return Optional.ofNullable(tickets.get(id));
    }

    @Override
    public synchronized List<TicketEvent> history(TicketId id) {
        return List.copyOf(histories.getOrDefault(id, List.of()));
    }

    @Override
    public synchronized List<Ticket> ticketsOf(CustomerId customer) {
        return ticketsByCustomer.getOrDefault(customer, List.of()).stream()
                .flatMap(id -> findTicket(id).stream())
                .toList();
    }

    @Override
    public synchronized List<Ticket> waiting(int limit) {
        return waiting.stream().limit(limit).toList();
    }

    @Override
    public synchronized Optional<TicketId> findByReference(ChannelId channel, String reference) {
        return Optional.ofNullable(references.get(new UnitOfWork.Reference(channel, reference)));
    }

    @Override
    public synchronized Optional<TicketId> findInbound(InboundKey key) {
        return Optional.ofNullable(inbound.get(key));
    }

    @Override
    public synchronized Optional<Customer> findCustomer(CustomerId id) {
        return Optional.ofNullable(customers.get(id));
    }

    @Override
    public synchronized Optional<Customer> findCustomer(Address address) {
        return Optional.ofNullable(addresses.get(address)).map(customers::get);
    }

    @Override
    public synchronized List<Timer> dueTimers(Instant now, int limit) {
        return timers.stream()
                .takeWhile(timer -> !timer.due().isAfter(now))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<OutboxEntry> claimOutbox(Instant now, Duration lease, int limit) {
        return outbox.claim(now, lease, limit);
    }

    @Override
    public synchronized List<OutboxEntry> deadLetters() {
        return outbox.dead();
    }

    @Override
    public synchronized Optional<OutboxEntry> findOutbox(UUID id) {
        return outbox.find(id);
    }

    @Override
    public synchronized void keepUnreadable(UnreadableInbound inbound) {
        unreadable.putIfAbsent(inbound.key(), inbound);
    }

    @Override
    public synchronized List<UnreadableInbound> unreadable() {
        return List.copyOf(unreadable.values());
    }

    @Override
    public synchronized Map<String, String> claim(Map<String, String> holders) {
        Map<String, String> others = new HashMap<>();
        holders.forEach((key, holder) -> {
            String before = claims.getOrDefault(key, holder);
            if (!before.equals(holder)) {
                others.put(key, before);
            }
        });
        if (others.isEmpty()) {
            claims.putAll(holders);
        }
        return Map.copyOf(others);
    }
}
