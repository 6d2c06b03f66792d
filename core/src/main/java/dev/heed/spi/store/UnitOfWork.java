package dev.heed.spi.store;

import dev.heed.message.ChannelId;
import dev.heed.people.Customer;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that is written together: a ticket with its new events, customers, timers, outgoing work and what makes an inbound
 * message known. Immutable and thread-safe; the builder is not.
 */
public final class UnitOfWork {
    private final Optional<Change> change;
    private final List<Customer> customers;
    private final Optional<Customer> newCustomer;
    private final Optional<InboundKey> inbound;
    private final List<Reference> references;
    private final List<Timer> timers;
    private final List<Timer> firedTimers;
    private final List<OutboxEntry> newOutbox;
    private final List<OutboxEntry> settledOutbox;

    /**
     * A ticket as it is after new events.
     *
     * @param ticket the state to keep
     * @param events what is added to its history, in order, not empty
     * @param expectedVersion the version that must be stored now; 0 for a new ticket
     */
    public record Change(Ticket ticket, List<TicketEvent> events, long expectedVersion) {}

    /**
     * A name in the world outside that leads to the ticket of this unit.
     *
     * @param channel where the name is known
     * @param value the name, for example a Message-ID
     */
    public record Reference(ChannelId channel, String value) {}

    private UnitOfWork(Builder builder) {
        change = builder.change;
        customers = List.copyOf(builder.customers);
        newCustomer = builder.newCustomer;
        inbound = builder.inbound;
        references = List.copyOf(builder.references);
        timers = List.copyOf(builder.timers);
        firedTimers = List.copyOf(builder.firedTimers);
        newOutbox = List.copyOf(builder.newOutbox);
        settledOutbox = List.copyOf(builder.settledOutbox);
    }

    /** Starts an empty unit. */
    public static Builder builder() {
        return new Builder();
    }

    /** The ticket that changes, if one does. */
    public Optional<Change> change() {
        return change;
    }

    /**
     * Customers to keep, replacing those with the same id: what a new one does not say is forgotten. An address that was
     * somebody else's is theirs from now on.
     */
    public List<Customer> customers() {
        return customers;
    }

    /**
     * A customer who wrote for the first time. One with this id, or anybody with one of the addresses, is there already:
     * {@link CommitResult#CONFLICT}.
     */
    public Optional<Customer> newCustomer() {
        return newCustomer;
    }

    /** The inbound message that is accepted; known already: {@link CommitResult#DUPLICATE}. */
    public Optional<InboundKey> inbound() {
        return inbound;
    }

    /** Names that lead to the ticket from now on; a name already tied stays where it is. */
    public List<Reference> references() {
        return references;
    }

    /** Timers to keep; an equal one is kept once. */
    public List<Timer> timers() {
        return timers;
    }

    /** Timers that have fired; one that is not there any more: {@link CommitResult#SUPERSEDED}. */
    public List<Timer> firedTimers() {
        return firedTimers;
    }

    /** New outgoing work. */
    public List<OutboxEntry> newOutbox() {
        return newOutbox;
    }

    /** Claimed work with its outcome; claimed anew meanwhile: {@link CommitResult#SUPERSEDED}. */
    public List<OutboxEntry> settledOutbox() {
        return settledOutbox;
    }

    /** Collects the parts of a unit. Not thread-safe. */
    public static final class Builder {
        private Optional<Change> change = Optional.empty();
        private final List<Customer> customers = new ArrayList<>();
        private Optional<Customer> newCustomer = Optional.empty();
        private Optional<InboundKey> inbound = Optional.empty();
        private final List<Reference> references = new ArrayList<>();
        private final List<Timer> timers = new ArrayList<>();
        private final List<Timer> firedTimers = new ArrayList<>();
        private final List<OutboxEntry> newOutbox = new ArrayList<>();
        private final List<OutboxEntry> settledOutbox = new ArrayList<>();

        private Builder() {}

        /** A ticket after new events. */
        public Builder change(Ticket ticket, List<TicketEvent> events, long expectedVersion) {
            change = Optional.of(new Change(ticket, List.copyOf(events), expectedVersion));
            return this;
        }

        /** A customer to keep. */
        public Builder customer(Customer customer) {
            customers.add(customer);
            return this;
        }

        /** A customer who wrote for the first time. */
        public Builder newCustomer(Customer customer) {
            newCustomer = Optional.of(customer);
            return this;
        }

        /** The inbound message accepted by this unit. */
        public Builder inbound(InboundKey key) {
            inbound = Optional.of(key);
            return this;
        }

        /** A name in the world outside that leads to the ticket. */
        public Builder reference(ChannelId channel, String value) {
            references.add(new Reference(channel, value));
            return this;
        }

        /** A timer to keep. */
        public Builder timer(Timer timer) {
            timers.add(timer);
            return this;
        }

        /** A timer that fired and is to go. */
        public Builder fired(Timer timer) {
            firedTimers.add(timer);
            return this;
        }

        /** New outgoing work. */
        public Builder send(OutboxEntry entry) {
            newOutbox.add(entry);
            return this;
        }

        /** Claimed work with its outcome. */
        public Builder settle(OutboxEntry entry) {
            settledOutbox.add(entry);
            return this;
        }

        /** Builds the unit. */
        public UnitOfWork build() {
            return new UnitOfWork(this);
        }
    }
}
