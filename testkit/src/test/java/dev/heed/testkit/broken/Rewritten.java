package dev.heed.testkit.broken;

import dev.heed.people.Customer;
import dev.heed.spi.store.InboundKey;
import dev.heed.spi.store.OutboxEntry;
import dev.heed.spi.store.Timer;
import dev.heed.spi.store.UnitOfWork;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A unit of work with one part of it changed: how most broken stores break. Not thread-safe. */
final class Rewritten {
    private Optional<InboundKey> inbound;
    private List<UnitOfWork.Change> change;
    private List<Customer> customers;
    private Optional<Customer> newCustomer;
    private List<UnitOfWork.Reference> references;
    private List<Timer> timers;
    private List<Timer> fired;
    private List<OutboxEntry> outgoing;
    private List<OutboxEntry> settled;

    private Rewritten(UnitOfWork unit) {
        inbound = unit.inbound();
        change = unit.change().stream().toList();
        customers = unit.customers();
        newCustomer = unit.newCustomer();
        references = unit.references();
        timers = unit.timers();
        fired = unit.firedTimers();
        outgoing = unit.newOutbox();
        settled = unit.settledOutbox();
    }

    static Rewritten of(UnitOfWork unit) {
        return new Rewritten(unit);
    }

    Rewritten withoutInbound() {
        inbound = Optional.empty();
        return this;
    }

    Rewritten inbound(UnaryOperator<InboundKey> value) {
        inbound = inbound.map(value);
        return this;
    }

    Rewritten newCustomerAsAny() {
        customers = Stream.concat(customers.stream(), newCustomer.stream()).toList();
        newCustomer = Optional.empty();
        return this;
    }

    Rewritten change(List<UnitOfWork.Change> value) {
        change = value;
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

    Rewritten timers(List<Timer> value) {
        timers = value;
        return this;
    }

    Rewritten fired(List<Timer> value) {
        fired = value;
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

    UnitOfWork build() {
        UnitOfWork.Builder copy = UnitOfWork.builder();
        change.forEach(c -> copy.change(c.ticket(), c.events(), c.expectedVersion()));
        customers.forEach(copy::customer);
        newCustomer.ifPresent(copy::newCustomer);
        inbound.ifPresent(copy::inbound);
        references.forEach(r -> copy.reference(r.channel(), r.value()));
        timers.forEach(copy::timer);
        fired.forEach(copy::fired);
        outgoing.forEach(copy::send);
        settled.forEach(copy::settle);
        return copy.build();
    }
}
