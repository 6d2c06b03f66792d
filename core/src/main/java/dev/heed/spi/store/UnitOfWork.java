package dev.heed.spi.store;

import dev.heed.message.ChannelId;
import dev.heed.people.Absence;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.Person;
import dev.heed.people.ProfileLink;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All that is written together: tickets with their new events, customers, outgoing work and what makes an inbound message
 * known. Immutable and thread-safe; the builder is not.
 */
public final class UnitOfWork {
    private final List<Change> changes;
    private final List<Change> rewrites;
    private final List<CustomerId> forgottenCustomers;
    private final List<InboundKey> forgottenUnreadable;
    private final List<Customer> customers;
    private final Optional<Customer> newCustomer;
    private final Optional<Inbound> inbound;
    private final List<Reference> references;
    private final List<Absence> absences;
    private final List<StoredDocument> documents;
    private final List<StoredDocument> removedDocuments;
    private final List<ProfileLink> links;
    private final List<OutboxEntry> newOutbox;
    private final List<OutboxEntry> settledOutbox;
    private final List<UUID> forgottenOutbox;
    private final List<CustomerId> knownCustomers;
    private final List<Person> people;
    private final List<DocumentName> absentDocuments;

    /**
     * A ticket as it is after new events.
     *
     * @param ticket the state to keep
     * @param events what is added to its history, in order; empty if only {@code wakeAt} changes
     * @param expectedVersion the version that must be stored now; 0 for a new ticket
     * @param wakeAt when the ticket has to be looked at again; takes the place of what was kept for it before
     */
    public record Change(Ticket ticket, List<TicketEvent> events, long expectedVersion, Optional<Instant> wakeAt) {}

    /**
     * A name in the world outside that leads to a ticket.
     *
     * @param channel where the name is known
     * @param value the name, for example a Message-ID
     * @param ticket where it leads
     */
    public record Reference(ChannelId channel, String value, TicketId ticket) {}

    /**
     * An inbound message that is accepted.
     *
     * @param key what makes it the same as one seen before
     * @param ticket the ticket it went into
     */
    public record Inbound(InboundKey key, TicketId ticket) {}

    /**
     * By what a document is found.
     *
     * @param kind what it is
     * @param id names it among those of its kind
     */
    public record DocumentName(String kind, String id) {}

    private UnitOfWork(Builder builder) {
        changes = List.copyOf(builder.changes);
        rewrites = List.copyOf(builder.rewrites);
        forgottenCustomers = List.copyOf(builder.forgottenCustomers);
        forgottenUnreadable = List.copyOf(builder.forgottenUnreadable);
        customers = List.copyOf(builder.customers);
        newCustomer = builder.newCustomer;
        inbound = builder.inbound;
        references = List.copyOf(builder.references);
        absences = List.copyOf(builder.absences);
        documents = List.copyOf(builder.documents);
        removedDocuments = List.copyOf(builder.removedDocuments);
        links = List.copyOf(builder.links);
        newOutbox = List.copyOf(builder.newOutbox);
        settledOutbox = List.copyOf(builder.settledOutbox);
        forgottenOutbox = List.copyOf(builder.forgottenOutbox);
        knownCustomers = List.copyOf(builder.knownCustomers);
        people = List.copyOf(builder.people);
        absentDocuments = List.copyOf(builder.absentDocuments);
    }

    /** Starts an empty unit. */
    public static Builder builder() {
        return new Builder();
    }

    /** The tickets that change; mostly one. */
    public List<Change> changes() {
        return changes;
    }

    /**
     * Tickets whose whole history is replaced by that of the change, which may name another customer. What the store kept
     * besides for such a ticket goes: names that lead to it, and its outgoing work in whatever state. The keys of its inbound
     * messages are kept {@linkplain InboundKey#forgotten in another form} only.
     */
    public List<Change> rewrites() {
        return rewrites;
    }

    /**
     * Customers to forget, with their addresses, links, and what is on its way to them; before those to keep are kept. If a
     * ticket of one of them is not among {@link #rewrites}: {@link CommitResult#CONFLICT}.
     */
    public List<CustomerId> forgottenCustomers() {
        return forgottenCustomers;
    }

    /** What could not be read and is to be forgotten. */
    public List<InboundKey> forgottenUnreadable() {
        return forgottenUnreadable;
    }

    /**
     * Customers to keep, replacing those with the same id: what a new one does not say is forgotten. An address that belongs
     * to somebody else, who is not forgotten in the same unit: {@link CommitResult#CONFLICT}.
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
    public Optional<Inbound> inbound() {
        return inbound;
    }

    /** Names that lead to a ticket from now on; a name already tied stays where it is. */
    public List<Reference> references() {
        return references;
    }

    /** Absences to keep. */
    public List<Absence> absences() {
        return absences;
    }

    /**
     * Documents to keep. Unless the one kept under its name has the version before it (or, for version 1, there is none):
     * {@link CommitResult#CONFLICT}.
     */
    public List<StoredDocument> documents() {
        return documents;
    }

    /** Documents to remove. Unless the one kept under its name has this very version: {@link CommitResult#CONFLICT}. */
    public List<StoredDocument> removedDocuments() {
        return removedDocuments;
    }

    /**
     * Links between profiles: new ones, and such that end. One that is there already, or ends and is not there or has
     * ended: {@link CommitResult#CONFLICT}. Of one link a unit has at most one.
     */
    public List<ProfileLink> links() {
        return links;
    }

    /** New outgoing work. */
    public List<OutboxEntry> newOutbox() {
        return newOutbox;
    }

    /** Claimed work with its outcome; claimed anew meanwhile: {@link CommitResult#SUPERSEDED}. */
    public List<OutboxEntry> settledOutbox() {
        return settledOutbox;
    }

    /** Outgoing work to forget, in whatever state; what is not there is forgotten already. */
    public List<UUID> forgottenOutbox() {
        return forgottenOutbox;
    }

    /** Customers who must be kept already, or be the {@link #newCustomer} of this unit; else: {@link CommitResult#CONFLICT}. */
    public List<CustomerId> knownCustomers() {
        return knownCustomers;
    }

    /** Who must be one person when this is written, with nobody else: else {@link CommitResult#CONFLICT}. */
    public List<Person> people() {
        return people;
    }

    /** Documents that must not be there when this is written: else {@link CommitResult#CONFLICT}. */
    public List<DocumentName> absentDocuments() {
        return absentDocuments;
    }

    /** Collects the parts of a unit. Not thread-safe. */
    public static final class Builder {
        private List<Change> changes = List.of();
        private List<Change> rewrites = List.of();
        private List<CustomerId> forgottenCustomers = List.of();
        private List<InboundKey> forgottenUnreadable = List.of();
        private List<Customer> customers = List.of();
        private Optional<Customer> newCustomer = Optional.empty();
        private Optional<Inbound> inbound = Optional.empty();
        private List<Reference> references = List.of();
        private List<Absence> absences = List.of();
        private List<StoredDocument> documents = List.of();
        private List<StoredDocument> removedDocuments = List.of();
        private List<ProfileLink> links = List.of();
        private List<OutboxEntry> newOutbox = List.of();
        private List<OutboxEntry> settledOutbox = List.of();
        private List<UUID> forgottenOutbox = List.of();
        private List<CustomerId> knownCustomers = List.of();
        private List<Person> people = List.of();
        private List<DocumentName> absentDocuments = List.of();

        private Builder() {}

        /** A ticket after new events. */
        public Builder change(Ticket ticket, List<TicketEvent> events, long expectedVersion, Optional<Instant> wakeAt) {
            changes = with(changes, new Change(ticket, List.copyOf(events), expectedVersion, wakeAt));
            return this;
        }

        /** A ticket whose whole history is replaced. */
        public Builder rewrite(
                Ticket ticket, List<TicketEvent> history, long expectedVersion, Optional<Instant> wakeAt) {
            rewrites = with(rewrites, new Change(ticket, List.copyOf(history), expectedVersion, wakeAt));
            return this;
        }

        /** A customer to forget. */
        public Builder forget(CustomerId customer) {
            forgottenCustomers = with(forgottenCustomers, customer);
            return this;
        }

        /** Something unreadable to forget. */
        public Builder forgetUnreadable(InboundKey key) {
            forgottenUnreadable = with(forgottenUnreadable, key);
            return this;
        }

        /** A customer to keep. */
        public Builder customer(Customer customer) {
            customers = with(customers, customer);
            return this;
        }

        /** A customer who wrote for the first time. */
        public Builder newCustomer(Customer customer) {
            newCustomer = Optional.of(customer);
            return this;
        }

        /** The inbound message accepted by this unit, and the ticket it went into. */
        public Builder inbound(InboundKey key, TicketId ticket) {
            inbound = Optional.of(new Inbound(key, ticket));
            return this;
        }

        /** A name in the world outside that leads to a ticket. */
        public Builder reference(ChannelId channel, String value, TicketId ticket) {
            references = with(references, new Reference(channel, value, ticket));
            return this;
        }

        /** An absence to keep. */
        public Builder absence(Absence absence) {
            absences = with(absences, absence);
            return this;
        }

        /** A document to keep; of one name at most once in a unit. */
        public Builder document(StoredDocument document) {
            documents = with(documents, document);
            return this;
        }

        /** A document to remove, as it was read. */
        public Builder remove(StoredDocument document) {
            removedDocuments = with(removedDocuments, document);
            return this;
        }

        /** A link between two profiles that begins or ends. */
        public Builder link(ProfileLink link) {
            links = with(links, link);
            return this;
        }

        /** New outgoing work. */
        public Builder send(OutboxEntry entry) {
            newOutbox = with(newOutbox, entry);
            return this;
        }

        /** Claimed work with its outcome. */
        public Builder settle(OutboxEntry entry) {
            settledOutbox = with(settledOutbox, entry);
            return this;
        }

        /** Outgoing work to forget. */
        public Builder forgetOutbox(UUID entry) {
            forgottenOutbox = with(forgottenOutbox, entry);
            return this;
        }

        /** Only while this customer is known. */
        public Builder known(CustomerId customer) {
            knownCustomers = with(knownCustomers, customer);
            return this;
        }

        /** Only while these profiles, and no others, are one person. */
        public Builder person(Person person) {
            people = with(people, person);
            return this;
        }

        /** Only while there is no document of this name. */
        public Builder absent(String kind, String id) {
            absentDocuments = with(absentDocuments, new DocumentName(kind, id));
            return this;
        }

        /** Most units have one of a kind or none, and many are made. */
        private static <T> List<T> with(List<T> some, T more) {
            if (some.isEmpty()) {
                return List.of(more);
            }
            List<T> all = some.size() == 1 ? new ArrayList<>(some) : some;
            all.add(more);
            return all;
        }

        /** Builds the unit. */
        public UnitOfWork build() {
            return new UnitOfWork(this);
        }
    }
}
