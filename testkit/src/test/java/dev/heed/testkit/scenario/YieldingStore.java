package dev.heed.testkit.scenario;

import dev.heed.people.Address;
import dev.heed.people.Customer;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.testkit.broken.ForwardingStore;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.util.Optional;

/** A sound store that lets other threads go first wherever that could do harm. */
final class YieldingStore extends ForwardingStore {
    private static final int TIMES = 20;

    @SuppressWarnings("ThreadPriorityCheck") // nothing relies on it: it only makes races likelier
    private static void afterYou() {
        for (int i = 0; i < TIMES; i++) {
            Thread.yield();
        }
    }

    @Override
    public CommitResult commit(UnitOfWork unit) {
        afterYou();
        CommitResult result = super.commit(unit);
        afterYou();
        return result;
    }

    @Override
    public Optional<Ticket> findTicket(TicketId id) {
        Optional<Ticket> ticket = super.findTicket(id);
        afterYou();
        return ticket;
    }

    @Override
    public Optional<Customer> findCustomer(Address address) {
        Optional<Customer> customer = super.findCustomer(address);
        afterYou();
        return customer;
    }
}
