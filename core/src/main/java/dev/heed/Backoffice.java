package dev.heed;

import dev.heed.error.NotFoundException;
import dev.heed.people.Address;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.spi.store.OutboxEntry;
import dev.heed.spi.store.UnreadableInbound;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What those who run the desk can do and see. Thread-safe. */
public final class Backoffice {
    private final Engine engine;
    private final Delivery delivery;
    private final List<Polling> channels;

    Backoffice(Engine engine, Delivery delivery, List<Polling> channels) {
        this.engine = engine;
        this.delivery = delivery;
        this.channels = channels;
    }

    /** Keeps what the shop knows of a customer, replacing what was kept under the same id. */
    public void register(Customer customer) {
        engine.write(unit -> unit.customer(customer));
    }

    /** The customer an address belongs to. */
    public Optional<Customer> findCustomer(Address address) {
        return engine.store().findCustomer(address);
    }

    /** A customer by number. */
    public Optional<Customer> findCustomer(CustomerId id) {
        return engine.store().findCustomer(id);
    }

    /** How each channel does, in the order in which they were given to the builder. */
    public List<ChannelHealth> channels() {
        return channels.stream()
                .map(Polling::health)
                .map(health -> health.sending(delivery.trouble(health.channel())))
                .toList();
    }

    /** Messages that were given up, the oldest first. */
    public List<OutboxEntry> deadLetters() {
        return engine.store().deadLetters();
    }

    /**
     * Sends a dead letter again at the next round.
     *
     * @throws NotFoundException if there is no dead letter with this id
     */
    public void redrive(UUID deadLetter) {
        OutboxEntry entry = engine.store()
                .findOutbox(deadLetter)
                .filter(OutboxEntry::dead)
                .orElseThrow(() -> new NotFoundException(
                        "There is no dead letter " + deadLetter + ".", "Use an id from deadLetters()."));
        delivery.redrive(entry);
    }

    /** What came in and could not be read. */
    public List<UnreadableInbound> unreadable() {
        return engine.store().unreadable();
    }
}
