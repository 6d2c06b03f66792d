package dev.heed.testkit.scenario;

import dev.heed.error.StoreException;
import dev.heed.message.ChannelId;
import dev.heed.people.Address;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.InboundKey;
import dev.heed.spi.store.OutboxEntry;
import dev.heed.spi.store.TicketQuery;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.testkit.broken.ForwardingStore;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A store of which one call fails: before it did anything, or after it did everything. Not thread-safe. */
final class NthCallFails extends ForwardingStore {
    /** When the call fails. */
    enum When {
        BEFORE,
        AFTER
    }

    static final String REMEDY = "Read the ticket again before repeating it.";

    private final int victim;
    private final When when;
    private int calls;
    private boolean watched = true;

    NthCallFails(int victim, When when) {
        this.victim = victim;
        this.when = when;
    }

    /** A store of which no call fails. */
    static NthCallFails never() {
        return new NthCallFails(0, When.BEFORE);
    }

    int calls() {
        return calls;
    }

    /** Looks without counting. */
    <T> T unwatched(Supplier<T> look) {
        watched = false;
        try {
            return look.get();
        } finally {
            watched = true;
        }
    }

    private <T> T call(Supplier<T> work) {
        boolean fails = watched && ++calls == victim;
        if (fails && when == When.BEFORE) {
            throw new StoreException("The connection broke.", REMEDY, null);
        }
        T result = work.get();
        if (fails) {
            throw new StoreException("The answer was lost.", REMEDY, null);
        }
        return result;
    }

    @Override
    public CommitResult commit(UnitOfWork unit) {
        return call(() -> super.commit(unit));
    }

    @Override
    public List<OutboxEntry> claimOutbox(Instant now, Duration lease, int limit) {
        return call(() -> super.claimOutbox(now, lease, limit));
    }

    @Override
    public long nextTicketNumber() {
        return call(super::nextTicketNumber);
    }

    @Override
    public Optional<Ticket> findTicket(TicketId id) {
        return call(() -> super.findTicket(id));
    }

    @Override
    public List<Ticket> list(TicketQuery query, int limit) {
        return call(() -> super.list(query, limit));
    }

    @Override
    public Optional<TicketId> findByReference(ChannelId channel, String reference) {
        return call(() -> super.findByReference(channel, reference));
    }

    @Override
    public Optional<TicketId> findInbound(InboundKey key) {
        return call(() -> super.findInbound(key));
    }

    @Override
    public Optional<Customer> findCustomer(CustomerId id) {
        return call(() -> super.findCustomer(id));
    }

    @Override
    public Optional<Customer> findCustomer(Address address) {
        return call(() -> super.findCustomer(address));
    }
}
