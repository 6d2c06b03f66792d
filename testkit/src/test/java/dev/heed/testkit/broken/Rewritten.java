package dev.heed.testkit.broken;

import dev.heed.people.Absence;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.Person;
import dev.heed.people.ProfileLink;
import dev.heed.spi.store.InboundKey;
import dev.heed.spi.store.OutboxEntry;
import dev.heed.spi.store.StoredDocument;
import dev.heed.spi.store.UnitOfWork;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A unit of work with one part of it changed: how most broken stores break. Not thread-safe. */
final class Rewritten {
    private Optional<UnitOfWork.Inbound> inbound;
    private List<UnitOfWork.Change> changes;
    private List<Customer> customers;
    private Optional<Customer> newCustomer;
    private List<UnitOfWork.Reference> references;
    private List<Absence> absences;
    private List<StoredDocument> documents;
    private List<StoredDocument> removed;
    private final List<UnitOfWork.Change> rewrites;
    private List<CustomerId> forgotten;
    private final List<InboundKey> unreadable;
    private List<ProfileLink> links;
    private List<OutboxEntry> outgoing;
    private List<OutboxEntry> settled;
    private List<UUID> forgottenOutbox;
    private List<CustomerId> known;
    private List<Person> people;
    private List<UnitOfWork.DocumentName> absent;

    private Rewritten(UnitOfWork unit) {
        inbound = unit.inbound();
        changes = unit.changes();
        customers = unit.customers();
        newCustomer = unit.newCustomer();
        references = unit.references();
        absences = unit.absences();
        documents = unit.documents();
        removed = unit.removedDocuments();
        rewrites = unit.rewrites();
        forgotten = unit.forgottenCustomers();
        unreadable = unit.forgottenUnreadable();
        links = unit.links();
        outgoing = unit.newOutbox();
        settled = unit.settledOutbox();
        forgottenOutbox = unit.forgottenOutbox();
        known = unit.knownCustomers();
        people = unit.people();
        absent = unit.absentDocuments();
    }

    static Rewritten of(UnitOfWork unit) {
        return new Rewritten(unit);
    }

    Rewritten withoutInbound() {
        inbound = Optional.empty();
        return this;
    }

    Rewritten inbound(UnaryOperator<InboundKey> value) {
        inbound = inbound.map(known -> new UnitOfWork.Inbound(value.apply(known.key()), known.ticket()));
        return this;
    }

    Rewritten withoutNewCustomer() {
        newCustomer = Optional.empty();
        return this;
    }

    Rewritten changes(List<UnitOfWork.Change> value) {
        changes = value;
        return this;
    }

    /** Each change as it becomes by this. */
    Rewritten eachChange(UnaryOperator<UnitOfWork.Change> value) {
        changes = changes.stream().map(value).toList();
        return this;
    }

    Rewritten customers(List<Customer> value) {
        customers = value;
        return this;
    }

    Rewritten references(List<UnitOfWork.Reference> value) {
        references = value;
        return this;
    }

    Rewritten absences(List<Absence> value) {
        absences = value;
        return this;
    }

    Rewritten documents(List<StoredDocument> value) {
        documents = value;
        return this;
    }

    Rewritten withoutDocuments() {
        documents = List.of();
        removed = List.of();
        return this;
    }

    Rewritten links(List<ProfileLink> value) {
        links = value;
        return this;
    }

    Rewritten outgoing(List<OutboxEntry> value) {
        outgoing = value;
        return this;
    }

    Rewritten settled(List<OutboxEntry> value) {
        settled = value;
        return this;
    }

    Rewritten withoutForgotten() {
        forgotten = List.of();
        return this;
    }

    Rewritten withoutForgottenOutbox() {
        forgottenOutbox = List.of();
        return this;
    }

    Rewritten withoutKnown() {
        known = List.of();
        return this;
    }

    Rewritten withoutPeople() {
        people = List.of();
        return this;
    }

    Rewritten withoutAbsent() {
        absent = List.of();
        return this;
    }

    UnitOfWork build() {
        UnitOfWork.Builder copy = UnitOfWork.builder();
        changes.forEach(c -> copy.change(c.ticket(), c.events(), c.expectedVersion(), c.wakeAt()));
        customers.forEach(copy::customer);
        newCustomer.ifPresent(copy::newCustomer);
        inbound.ifPresent(known -> copy.inbound(known.key(), known.ticket()));
        references.forEach(r -> copy.reference(r.channel(), r.value(), r.ticket()));
        absences.forEach(copy::absence);
        documents.forEach(copy::document);
        removed.forEach(copy::remove);
        rewrites.forEach(c -> copy.rewrite(c.ticket(), c.events(), c.expectedVersion(), c.wakeAt()));
        forgotten.forEach(copy::forget);
        unreadable.forEach(copy::forgetUnreadable);
        links.forEach(copy::link);
        outgoing.forEach(copy::send);
        settled.forEach(copy::settle);
        forgottenOutbox.forEach(copy::forgetOutbox);
        known.forEach(copy::known);
        people.forEach(copy::person);
        absent.forEach(name -> copy.absent(name.kind(), name.id()));
        return copy.build();
    }
}
