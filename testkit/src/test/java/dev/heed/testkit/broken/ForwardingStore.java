package dev.heed.testkit.broken;

import dev.heed.message.ChannelId;
import dev.heed.people.Absence;
import dev.heed.people.Address;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.Person;
import dev.heed.people.ProfileLink;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.Cursor;
import dev.heed.spi.store.InMemoryTicketStore;
import dev.heed.spi.store.InboundKey;
import dev.heed.spi.store.OutboxEntry;
import dev.heed.spi.store.Page;
import dev.heed.spi.store.StoredDocument;
import dev.heed.spi.store.TicketQuery;
import dev.heed.spi.store.TicketSearch;
import dev.heed.spi.store.TicketStore;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.spi.store.UnreadableInbound;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A store that does everything right, until a subclass breaks one thing. */
public class ForwardingStore implements TicketStore {
    private final TicketStore sound = new InMemoryTicketStore();

    /** To be broken. */
    protected ForwardingStore() {}

    @Override
    public long nextTicketNumber() {
        return sound.nextTicketNumber();
    }

    @Override
    public CommitResult commit(UnitOfWork unit) {
        return sound.commit(unit);
    }

    @Override
    public Optional<Ticket> findTicket(TicketId id) {
        return sound.findTicket(id);
    }

    @Override
    public List<TicketEvent> history(TicketId id) {
        return sound.history(id);
    }

    @Override
    public List<Ticket> list(TicketQuery query, int limit) {
        return sound.list(query, limit);
    }

    @Override
    public Page<Ticket> search(TicketSearch search, Optional<Cursor> after, int limit) {
        return sound.search(search, after, limit);
    }

    @Override
    public int count(TicketSearch search, int upTo) {
        return sound.count(search, upTo);
    }

    @Override
    public Optional<TicketId> findByReference(ChannelId channel, String reference) {
        return sound.findByReference(channel, reference);
    }

    @Override
    public Optional<TicketId> findInbound(InboundKey key) {
        return sound.findInbound(key);
    }

    @Override
    public Optional<Customer> findCustomer(CustomerId id) {
        return sound.findCustomer(id);
    }

    @Override
    public Optional<Customer> findCustomer(Address address) {
        return sound.findCustomer(address);
    }

    @Override
    public Person person(CustomerId profile) {
        return sound.person(profile);
    }

    @Override
    public Optional<Person> findPerson(Address address) {
        return sound.findPerson(address);
    }

    @Override
    public List<ProfileLink> links(CustomerId profile) {
        return sound.links(profile);
    }

    @Override
    public List<OutboxEntry> claimOutbox(Instant now, Duration lease, int limit) {
        return sound.claimOutbox(now, lease, limit);
    }

    @Override
    public List<OutboxEntry> deadLetters(int limit) {
        return sound.deadLetters(limit);
    }

    @Override
    public Optional<OutboxEntry> findOutbox(UUID id) {
        return sound.findOutbox(id);
    }

    @Override
    public void keepUnreadable(UnreadableInbound inbound) {
        sound.keepUnreadable(inbound);
    }

    @Override
    public List<UnreadableInbound> unreadable(int limit) {
        return sound.unreadable(limit);
    }

    @Override
    public Map<String, String> claim(Map<String, String> holders) {
        return sound.claim(holders);
    }

    @Override
    public List<Absence> absences() {
        return sound.absences();
    }

    @Override
    public Optional<StoredDocument> findDocument(String kind, String id) {
        return sound.findDocument(kind, id);
    }

    @Override
    public List<StoredDocument> documents(String kind, String owner, int limit) {
        return sound.documents(kind, owner, limit);
    }
}
