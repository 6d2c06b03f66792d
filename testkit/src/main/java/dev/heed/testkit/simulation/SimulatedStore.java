package dev.heed.testkit.simulation;

import dev.heed.message.ChannelId;
import dev.heed.people.Absence;
import dev.heed.people.Address;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.Person;
import dev.heed.people.ProfileLink;
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
import dev.heed.testkit.simulation.Interruptions.Call;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The store as one node sees it: each call can be interrupted, and each commit is looked at by those who check. */
final class SimulatedStore implements TicketStore {
    private final World world;
    private final Node node;

    SimulatedStore(World world, Node node) {
        this.world = world;
        this.node = node;
    }

    private <T> T read(String what, Supplier<T> effect) {
        return world.interruptions.around(node, Call.READ, what, effect);
    }

    @Override
    public CommitResult commit(UnitOfWork unit) {
        unit.changes().forEach(change -> world.touches(change.ticket().id()));
        world.interruptions.before(node, Call.COMMIT, "commit");
        CommitResult result = world.store.commit(unit);
        world.trace.add(node.name + "     commit " + Told.unit(unit) + " -> " + result);
        if (result == CommitResult.COMMITTED) {
            boolean lost = world.interruptions.answerIsLost(node);
            List<TicketEvent> events = unit.changes().stream()
                    .filter(change -> !ImportChecks.isImport(change)) // of which nobody is told
                    .flatMap(change -> change.events().stream())
                    .toList();
            node.committed(events, !lost);
            unit.rewrites().forEach(rewrite -> node.committed(newer(rewrite), !lost));
            world.book.committed(node, unit);
            if (lost) {
                throw world.interruptions.lostAnswer(node);
            }
        }
        world.interruptions.after(node, Call.COMMIT, "commit");
        return result;
    }

    /** What was erased is told no more, but that it was. */
    private static List<TicketEvent> newer(UnitOfWork.Change rewrite) {
        List<TicketEvent> events = rewrite.events();
        return events.subList((int) rewrite.expectedVersion(), events.size());
    }

    @Override
    public long nextTicketNumber() {
        return read("nextTicketNumber", world.store::nextTicketNumber);
    }

    @Override
    public Optional<Ticket> findTicket(TicketId id) {
        world.touches(id);
        return read("findTicket", () -> world.store.findTicket(id));
    }

    @Override
    public List<TicketEvent> history(TicketId id) {
        return read("history", () -> world.store.history(id));
    }

    @Override
    public List<Ticket> list(TicketQuery query, int limit) {
        return read("list", () -> world.store.list(query, limit));
    }

    @Override
    public Page<Ticket> search(TicketSearch search, Optional<Cursor> after, int limit) {
        return read("search", () -> world.store.search(search, after, limit));
    }

    @Override
    public int count(TicketSearch search, int upTo) {
        return read("count", () -> world.store.count(search, upTo));
    }

    @Override
    public Optional<TicketId> findByReference(ChannelId channel, String reference) {
        return read("findByReference", () -> world.store.findByReference(channel, reference));
    }

    @Override
    public Optional<TicketId> findInbound(InboundKey key) {
        return read("findInbound", () -> world.store.findInbound(key));
    }

    @Override
    public Optional<Customer> findCustomer(CustomerId id) {
        return read("findCustomer", () -> world.store.findCustomer(id));
    }

    @Override
    public Optional<Customer> findCustomer(Address address) {
        return read("findCustomer", () -> world.store.findCustomer(address));
    }

    @Override
    public Person person(CustomerId profile) {
        return read("person", () -> world.store.person(profile));
    }

    @Override
    public Optional<Person> findPerson(Address address) {
        return read("findPerson", () -> world.store.findPerson(address));
    }

    @Override
    public List<ProfileLink> links(CustomerId profile) {
        return read("links", () -> world.store.links(profile));
    }

    @Override
    public List<OutboxEntry> claimOutbox(Instant now, Duration lease, int limit) {
        return read("claimOutbox", () -> {
            List<OutboxEntry> claimed = world.store.claimOutbox(now, lease, limit);
            claimed.forEach(entry -> world.outboxChecks.claimed(node, entry, now, lease));
            return claimed;
        });
    }

    @Override
    public List<OutboxEntry> deadLetters(int limit) {
        return read("deadLetters", () -> world.store.deadLetters(limit));
    }

    @Override
    public Optional<OutboxEntry> findOutbox(UUID id) {
        return read("findOutbox", () -> world.store.findOutbox(id));
    }

    @Override
    public void keepUnreadable(UnreadableInbound inbound) {
        read("keepUnreadable", () -> {
            world.store.keepUnreadable(inbound);
            return inbound;
        });
    }

    @Override
    public List<UnreadableInbound> unreadable(int limit) {
        return read("unreadable", () -> world.store.unreadable(limit));
    }

    @Override
    public Map<String, String> claim(Map<String, String> holders) {
        return world.store.claim(holders);
    }

    @Override
    public List<Absence> absences() {
        return read("absences", world.store::absences);
    }

    @Override
    public Optional<StoredDocument> findDocument(String kind, String id) {
        return read("findDocument", () -> world.store.findDocument(kind, id));
    }

    @Override
    public List<StoredDocument> documents(String kind, String owner, int limit) {
        return read("documents", () -> world.store.documents(kind, owner, limit));
    }
}
