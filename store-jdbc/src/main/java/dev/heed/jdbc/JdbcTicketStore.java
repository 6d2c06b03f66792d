package dev.heed.jdbc;

import dev.heed.error.InvalidInputException;
import dev.heed.json.EventJson;
import dev.heed.message.ChannelId;
import dev.heed.people.Absence;
import dev.heed.people.Address;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.Person;
import dev.heed.people.ProfileLink;
import dev.heed.spi.store.Acquaintance;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.Cursor;
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
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything of one shop in the tables of its database. Thread-safe. */
final class JdbcTicketStore implements TicketStore {
    private static final Logger log = LoggerFactory.getLogger(JdbcTicketStore.class);

    private final TxGateway gateway;
    private final Units units;
    private final DueTickets due;
    private final TicketReads reads;
    private final TicketLists lists;
    private final TicketFinds finds;
    private final Names names;
    private final People people;
    private final Links links;
    private final Outbox outbox;
    private final Documents documents;
    private final Notebook notebook;
    private final TicketNumbers numbers;

    JdbcTicketStore(Db db, Scope scope, int cached) {
        gateway = db.gateway;
        TicketCache cache = new TicketCache(cached);
        EventJson json = EventJson.create();
        Counters counters = new Counters(db, scope);
        Archive archive = new Archive(db, scope);
        reads = new TicketReads(db, scope, json, cache, archive);
        lists = new TicketLists(db, scope, reads);
        finds = new TicketFinds(db, scope, reads);
        names = new Names(db, scope);
        people = new People(db, scope);
        links = new Links(db, scope);
        outbox = new Outbox(db, scope);
        documents = new Documents(db, scope);
        notebook = new Notebook(db, scope, counters);
        numbers = new TicketNumbers(db, scope, counters);
        units = new Units(
                db,
                scope,
                new TicketWrites(db, scope, json, cache, archive),
                names,
                people,
                links,
                outbox,
                documents,
                notebook);
        due = new DueTickets(db, scope, reads, units);
    }

    @Override
    public long nextTicketNumber() {
        return numbers.next();
    }

    @Override
    public CommitResult commit(UnitOfWork unit) {
        return due.takes(unit) ? CommitResult.COMMITTED : units.commit(unit);
    }

    @Override
    public boolean isJoined() {
        return gateway.isActive();
    }

    @Override
    public void afterCommit(Runnable told) {
        gateway.afterCommit(gateway.isActive() ? () -> runSafely(told) : told);
    }

    /** The caller has committed, and cannot do anything about what goes wrong here. */
    private static void runSafely(Runnable told) {
        try {
            told.run();
        } catch (RuntimeException e) {
            log.warn("What follows a commit has failed; what was committed stays.", e);
        }
    }

    @Override
    public int lookAtDue(Instant now, int limit, Consumer<List<Ticket>> look) {
        requireSome(limit);
        return due.lookAt(now, limit, look);
    }

    @Override
    public Optional<Ticket> findTicket(TicketId id) {
        due.settle();
        return reads.find(id);
    }

    @Override
    public List<TicketEvent> history(TicketId id) {
        due.settle();
        return reads.history(id);
    }

    @Override
    public List<Ticket> list(TicketQuery query, int limit) {
        requireSome(limit);
        due.settle();
        return lists.list(query, limit);
    }

    @Override
    public Page<Ticket> search(TicketSearch search, Optional<Cursor> after, int limit) {
        requireSome(limit);
        due.settle();
        return finds.search(search, after.map(cursor -> cursor.position(search)), limit);
    }

    private static void requireSome(int limit) {
        if (limit < 1) {
            throw new InvalidInputException("A list of at most " + limit + " was asked for.", "Ask for one at least.");
        }
    }

    @Override
    public int count(TicketSearch search, int upTo) {
        due.settle();
        return finds.count(search, upTo);
    }

    @Override
    public Optional<TicketId> findByReference(ChannelId channel, String reference) {
        due.settle();
        return names.find(channel, reference);
    }

    @Override
    public Optional<TicketId> findInbound(InboundKey key) {
        return names.find(key);
    }

    @Override
    public Optional<TicketId> findAccepted(InboundKey key) {
        return names.findInAnyForm(key);
    }

    @Override
    public Optional<Acquaintance> findAcquaintance(CustomerId id) {
        return links.find(id);
    }

    @Override
    public Optional<Acquaintance> findAcquaintance(Address address) {
        return links.find(address);
    }

    @Override
    public Optional<Customer> findCustomer(CustomerId id) {
        return people.find(id);
    }

    @Override
    public Optional<Customer> findCustomer(Address address) {
        return people.find(address);
    }

    @Override
    public Person person(CustomerId profile) {
        return links.person(profile);
    }

    @Override
    public Optional<Person> findPerson(Address address) {
        return links.find(address).map(Acquaintance::person);
    }

    @Override
    public List<ProfileLink> links(CustomerId profile) {
        return links.of(profile);
    }

    @Override
    public List<OutboxEntry> claimOutbox(Instant now, Duration lease, int limit) {
        return outbox.claim(now, lease, limit);
    }

    @Override
    public List<OutboxEntry> deadLetters(int limit) {
        due.settle();
        return outbox.dead(limit);
    }

    @Override
    public Optional<OutboxEntry> findOutbox(UUID id) {
        due.settle();
        return outbox.find(id);
    }

    @Override
    public void keepUnreadable(UnreadableInbound inbound) {
        notebook.keep(inbound);
    }

    @Override
    public List<UnreadableInbound> unreadable(int limit) {
        return notebook.unreadable(limit);
    }

    @Override
    public Map<String, String> claim(Map<String, String> holders) {
        return notebook.claim(holders);
    }

    @Override
    public List<Absence> absences() {
        return notebook.absences();
    }

    @Override
    public Optional<StoredDocument> findDocument(String kind, String id) {
        return documents.find(kind, id);
    }

    @Override
    public List<StoredDocument> documents(String kind, String owner, int limit) {
        return documents.ofOwner(kind, owner, limit);
    }
}
