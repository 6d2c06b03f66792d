package dev.heed.spi.store;

import dev.heed.error.InvalidInputException;
import dev.heed.message.ChannelId;
import dev.heed.people.Absence;
import dev.heed.people.Address;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.Person;
import dev.heed.people.ProfileLink;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Keeps everything in the memory of this process, and forgets it with the process. The default of a desk, and the
 * reference that other stores are compared with. Thread-safe by one lock; a unit of work is checked whole before its
 * first write, so that it is written whole or not at all.
 */
public final class InMemoryTicketStore implements TicketStore {
    private static final int MOST = Integer.MAX_VALUE - 1;
    private static final int AT_ONCE = 2_000;

    private final MemoryTickets tickets;
    private final MemoryPeople people = new MemoryPeople();
    private final Map<Name, TicketId> references = new HashMap<>();
    private final Map<InboundKey, TicketId> inbound = new HashMap<>();
    private final MemoryOutbox outbox = new MemoryOutbox();
    private final MemoryDocuments documents = new MemoryDocuments();
    private final Map<InboundKey, UnreadableInbound> unreadable = new LinkedHashMap<>();
    private final Map<String, String> claims = new HashMap<>();
    private final List<Absence> absences = new ArrayList<>();
    private long lastNumber = 1000;

    private record Name(ChannelId channel, String value) {}

    /** An empty store. */
    public InMemoryTicketStore() {
        this(MemorySearch.Limits.NORMAL);
    }

    InMemoryTicketStore(MemorySearch.Limits limits) {
        tickets = new MemoryTickets(limits);
    }

    @Override
    public synchronized long nextTicketNumber() {
        do {
            lastNumber++;
        } while (tickets.isTaken(lastNumber)); // by one that was imported
        return lastNumber;
    }

    @Override
    public synchronized CommitResult commit(UnitOfWork unit) {
        if (unit.inbound().filter(known -> inbound.containsKey(known.key())).isPresent()) {
            return CommitResult.DUPLICATE;
        }
        if (!outbox.current(unit.settledOutbox())) {
            return CommitResult.SUPERSEDED;
        }
        if (!tickets.current(unit) || !documents.current(unit) || !people.current(unit)) {
            return CommitResult.CONFLICT;
        }
        unit.forgottenCustomers().forEach(this::forget);
        unit.forgottenOutbox().forEach(outbox::forget);
        unit.forgottenUnreadable().forEach(unreadable::remove);
        if (!unit.rewrites().isEmpty()) {
            rewrite(unit.rewrites());
        }
        unit.newCustomer().ifPresent(people::keep);
        unit.customers().forEach(people::keep);
        unit.changes().forEach(tickets::keep);
        unit.inbound().ifPresent(known -> inbound.put(known.key(), known.ticket()));
        unit.references()
                .forEach(reference ->
                        references.putIfAbsent(new Name(reference.channel(), reference.value()), reference.ticket()));
        unit.newOutbox().forEach(outbox::add);
        unit.settledOutbox().forEach(outbox::settle);
        absences.addAll(unit.absences());
        unit.removedDocuments().forEach(documents::remove);
        unit.documents().forEach(documents::keep);
        unit.links().forEach(people::keep);
        return CommitResult.COMMITTED;
    }

    private void forget(CustomerId id) {
        outbox.forgetTo(people.addressesOf(id));
        people.forget(id);
    }

    /** All at once: names and keys are many, and one look at each is enough. */
    private void rewrite(List<UnitOfWork.Change> changes) {
        Set<TicketId> rewritten = new HashSet<>();
        for (UnitOfWork.Change change : changes) {
            TicketId ticket = change.ticket().id();
            tickets.rewrite(change);
            outbox.forget(ticket);
            rewritten.add(ticket);
        }
        references.values().removeIf(rewritten::contains);
        Map<InboundKey, TicketId> forgotten = new HashMap<>();
        inbound.entrySet().removeIf(known -> {
            boolean hers = rewritten.contains(known.getValue());
            if (hers) {
                forgotten.put(known.getKey().forgotten(), known.getValue());
            }
            return hers;
        });
        inbound.putAll(forgotten);
    }

    @Override
    public synchronized Optional<Ticket> findTicket(TicketId id) {
        return tickets.find(id);
    }

    @Override
    public synchronized List<TicketEvent> history(TicketId id) {
        return tickets.history(id);
    }

    @Override
    public synchronized List<Ticket> list(TicketQuery query, int limit) {
        requireSome(limit);
        return tickets.list(query, limit);
    }

    @Override
    public Page<Ticket> search(TicketSearch search, Optional<Cursor> after, int limit) {
        requireSome(limit);
        Optional<Cursor.Position> from = after.map(cursor -> cursor.position(search));
        List<Ticket> found = prepared(search, () -> tickets.search(search, from, Math.min(limit, MOST) + 1));
        if (found.size() <= limit) {
            return new Page<>(found, Optional.empty());
        }
        List<Ticket> page = found.subList(0, limit);
        return new Page<>(page, Optional.of(Cursor.behind(page.get(limit - 1), search)));
    }

    private static void requireSome(int limit) {
        if (limit < 1) {
            throw new InvalidInputException("A list of at most " + limit + " was asked for.", "Ask for one at least.");
        }
    }

    @Override
    public int count(TicketSearch search, int upTo) {
        return prepared(search, () -> tickets.count(search, upTo));
    }

    /** What has to be indexed first is indexed bit by bit, so that others can work in between. */
    private <T> T prepared(TicketSearch search, Supplier<T> work) {
        while (true) {
            synchronized (this) {
                if (tickets.prepare(search, AT_ONCE)) {
                    return work.get();
                }
            }
        }
    }

    @Override
    public synchronized Optional<TicketId> findByReference(ChannelId channel, String reference) {
        return Optional.ofNullable(references.get(new Name(channel, reference)));
    }

    @Override
    public synchronized Optional<TicketId> findInbound(InboundKey key) {
        return Optional.ofNullable(inbound.get(key));
    }

    @Override
    public synchronized Optional<Customer> findCustomer(CustomerId id) {
        return people.find(id);
    }

    @Override
    public synchronized Optional<Customer> findCustomer(Address address) {
        return people.find(address);
    }

    @Override
    public synchronized Person person(CustomerId profile) {
        return people.person(profile);
    }

    @Override
    public synchronized Optional<Person> findPerson(Address address) {
        return people.person(address);
    }

    @Override
    public synchronized List<ProfileLink> links(CustomerId profile) {
        return people.links(profile);
    }

    @Override
    public synchronized List<OutboxEntry> claimOutbox(Instant now, Duration lease, int limit) {
        return outbox.claim(now, lease, limit);
    }

    @Override
    public synchronized List<OutboxEntry> deadLetters(int limit) {
        return outbox.dead().stream().limit(limit).toList();
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
    public synchronized List<UnreadableInbound> unreadable(int limit) {
        return unreadable.values().stream().limit(limit).toList();
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

    @Override
    public synchronized List<Absence> absences() {
        return List.copyOf(absences);
    }

    @Override
    public synchronized Optional<StoredDocument> findDocument(String kind, String id) {
        return documents.find(kind, id);
    }

    @Override
    public synchronized List<StoredDocument> documents(String kind, String owner, int limit) {
        return documents.of(kind, owner, limit);
    }
}
