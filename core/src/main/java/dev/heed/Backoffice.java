package dev.heed;

import static java.util.Objects.requireNonNull;

import dev.heed.error.ConflictException;
import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.people.Absence;
import dev.heed.people.Address;
import dev.heed.people.AgentId;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.spi.store.OutboxEntry;
import dev.heed.spi.store.TicketQuery;
import dev.heed.spi.store.UnreadableInbound;
import dev.heed.ticket.Exemption;
import dev.heed.ticket.LifecycleCommand;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What those who run the desk can do and see. Thread-safe. */
public final class Backoffice {
    private static final int MANY = 1000;

    private final Policies policies;
    private final Engine engine;
    private final Delivery delivery;
    private final Deputies deputies;
    private final List<Polling> channels;

    Backoffice(Policies policies, Engine engine, Delivery delivery, Deputies deputies, List<Polling> channels) {
        this.policies = policies;
        this.engine = engine;
        this.delivery = delivery;
        this.deputies = deputies;
        this.channels = channels;
    }

    /** Keeps what the shop knows of a customer, replacing what was kept under the same id. */
    public void register(Customer customer) {
        engine.write(unit -> unit.customer(customer));
    }

    /** The customer an address belongs to. */
    public Optional<Customer> findCustomer(Address address) {
        return engine.store().findCustomer(requireNonNull(address, "address"));
    }

    /** A customer by number. */
    public Optional<Customer> findCustomer(CustomerId id) {
        return engine.store().findCustomer(requireNonNull(id, "id"));
    }

    /** How each channel does, in the order in which they were given to the builder. */
    public List<ChannelHealth> channels() {
        return channels.stream()
                .map(Polling::health)
                .map(health -> health.sending(delivery.trouble(health.channel())))
                .toList();
    }

    /** Messages that were given up, the oldest first; at most a thousand. */
    public List<OutboxEntry> deadLetters() {
        return engine.store().deadLetters(MANY);
    }

    /**
     * Sends a dead letter again at the next round.
     *
     * @throws NotFoundException if there is no dead letter with this id
     * @throws InvalidInputException if it is a reminder that names a closing date which has passed, or gives promises of a
     *     closed ticket a time that nobody keeps any more
     */
    public void redrive(UUID deadLetter) {
        OutboxEntry entry = engine.store()
                .findOutbox(deadLetter)
                .filter(OutboxEntry::dead)
                .orElseThrow(() -> new NotFoundException(
                        "There is no dead letter " + deadLetter + ".", "Use an id from deadLetters()."));
        requireNotOutdated(entry);
        delivery.redrive(entry);
    }

    private void requireNotOutdated(OutboxEntry entry) {
        Overtaken.dateThatHasCome(engine, entry).ifPresent(date -> {
            throw new InvalidInputException(
                    "Dead letter " + entry.id() + " is a reminder that names " + date
                            + " as the closing date, which has passed.",
                    "Write to the customer; whoever is silent then is asked again by itself, with a new date.");
        });
    }

    /** What came in and could not be read, the oldest first; at most a thousand. */
    public List<UnreadableInbound> unreadable() {
        return engine.store().unreadable(MANY);
    }

    /**
     * The tickets that were closed without their customers, the newest first; the reasons are in their closing.
     *
     * @throws InvalidInputException if {@code limit} is below one
     */
    public List<Ticket> exemptedTickets(int limit) {
        return engine.list(new TicketQuery.Exempted(), limit);
    }

    /**
     * Writes down that somebody is away. From the beginning on, what the agent owns moves to the deputy, or to the
     * deputy's deputy, within a round.
     *
     * @throws NotFoundException if there is no such agent
     */
    public void recordAbsence(Absence absence) {
        policies.agent(absence.agent());
        policies.agent(absence.deputy());
        engine.write(unit -> unit.absence(absence));
    }

    /** Who is away, or will be. */
    public List<Absence> absences() {
        return engine.store().absences();
    }

    /**
     * Closes a ticket because its customer wants to be forgotten: a complaint, too, and whatever was promised, which is
     * withdrawn with that reason; a call ends. One that is closed already stays as it is, so that all tickets of a
     * customer can be gone through.
     *
     * @param by who decided it
     * @throws NotFoundException if there is no such ticket or agent
     * @throws InvalidInputException if the reason is blank
     */
    public Ticket closeErased(TicketId id, AgentId by, String reason) {
        policies.agent(by);
        return engine.change(
                id,
                ticket -> Engine.Plan.of(
                        new LifecycleCommand.Exempt(Exemption.CUSTOMER_ERASED, by, reason, Optional.empty())));
    }

    /**
     * Takes over a ticket from another system with its original times. Nobody is told and nothing is sent; what was due
     * before now is on its record as noticed now, and a customer who is silent is silent from now on. What is of an agent
     * who is not of this desk becomes the responsible agent's.
     *
     * @param history from its opening on, all of one ticket, in the order in which it happened; its times need not rise,
     *     since a clock may have been set back
     * @return the ticket
     * @throws InvalidInputException if it is not the history of one ticket, if its last event is ahead of
     *     the desk's clock, or another one by more than a year, or if something is still due in more than a year
     * @throws ConflictException if the ticket is here already
     */
    public Ticket importTicket(List<TicketEvent> history) {
        return new Importing(engine, deputies).keep(history);
    }
}
