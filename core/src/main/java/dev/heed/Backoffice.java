package dev.heed;

import static java.util.Objects.requireNonNull;

import dev.heed.error.ConflictException;
import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.json.Upcaster;
import dev.heed.people.Absence;
import dev.heed.people.Address;
import dev.heed.people.Agent;
import dev.heed.people.AgentId;
import dev.heed.people.Consent;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.Permission;
import dev.heed.people.ProfileLink;
import dev.heed.people.Proof;
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
import org.jspecify.annotations.Nullable;

/**
 * What those who run the desk can do and see. Thread-safe.
 *
 * <p>{@link Helpdesk#backoffice()} is the shop's own application and may do everything; {@link
 * Helpdesk#backoffice(AgentId)} acts for one person, and refuses first of all, with {@link
 * dev.heed.error.PermissionException}, what that person's {@linkplain dev.heed.people.Role role} does not allow.
 */
public final class Backoffice {
    private static final int MANY = 1000;

    private final Policies policies;
    private final Engine engine;
    private final Delivery delivery;
    private final Deputies deputies;
    private final List<Polling> channels;
    private final Actor actor;

    Backoffice(Policies policies, Engine engine, Delivery delivery, Deputies deputies, List<Polling> channels) {
        this(policies, engine, delivery, deputies, channels, Actor.application(policies, engine));
    }

    private Backoffice(
            Policies policies,
            Engine engine,
            Delivery delivery,
            Deputies deputies,
            List<Polling> channels,
            Actor actor) {
        this.actor = actor;
        this.policies = policies;
        this.engine = engine;
        this.delivery = delivery;
        this.deputies = deputies;
        this.channels = channels;
    }

    /** The same, as far as this person may. */
    Backoffice actingFor(Agent agent) {
        return new Backoffice(
                policies, engine, delivery, deputies, channels, Actor.person(agent, policies, engine, new Looks()));
    }

    /** Comes first in every method. The application itself may do everything. */
    private void may(Permission permission) {
        actor.may(permission);
    }

    /**
     * Keeps what the shop knows of a customer, replacing what was kept under the same id but for links and consents.
     *
     * <p>An address that is another profile's, a stranger's who has written before for example, stays with that: where the
     * two are linked already, it is enough to name it, else a proof is needed, and they are linked. Never silently.
     *
     * @param proofs for each such address a signed identity of this customer and address, or the decision of an agent
     * @throws InvalidInputException if an address is another profile's and nothing proves that they are one person, or a
     *     proof does not hold
     * @throws ConflictException if others change it all the time
     */
    public void register(Customer customer, Proof... proofs) {
        may(Permission.EDIT_CUSTOMERS);
        for (Proof proof : proofs) {
            may(Permission.LINK_CUSTOMERS);
            if (proof instanceof Proof.AgentDecision decision) {
                requireOneself(decision.by());
            }
        }
        new Registry(policies, engine).register(customer, List.of(proofs));
    }

    /**
     * Links whoever has written from an address with a customer, because the shop's application vouches for it.
     *
     * @return the link, on the record now
     * @throws InvalidInputException if the identity is not signed by a key of the desk, has expired or was taken back
     * @throws NotFoundException if there is no such customer, or nobody is known at the address
     */
    public ProfileLink link(Proof.SignedIdentity identity) {
        may(Permission.LINK_CUSTOMERS);
        policies.identities().require(identity, engine.now());
        CustomerId holder = findCustomer(identity.address())
                .map(Customer::id)
                .orElseThrow(() -> new NotFoundException(
                        "Nobody is known at the address of a signed identity.",
                        "Register the customer with the address."));
        return new People(engine).link(identity.customer(), holder, identity);
    }

    /**
     * Takes a link back that the application itself has found wrong.
     *
     * @return the link as it is on the record now
     * @throws NotFoundException if there is no such link
     * @throws InvalidInputException if it was taken back before, or the reason is blank
     */
    public ProfileLink unlink(ProfileLink link, String reason) {
        may(Permission.LINK_CUSTOMERS);
        return new People(engine).unlink(link, actor, reason);
    }

    /**
     * Writes down that a customer has agreed to something, or does not any more.
     *
     * @param purpose what for, in a word of the shop
     * @param given whether it was given; else it is withdrawn
     * @param evidence how that can be shown
     * @return the history with it
     * @throws NotFoundException if there is no such customer
     * @throws InvalidInputException if purpose or evidence is blank, or what is withdrawn was not given
     */
    public List<Consent> recordConsent(CustomerId customer, String purpose, boolean given, String evidence) {
        may(Permission.EDIT_CUSTOMERS);
        return new Consents(engine).add(customer, purpose, given, evidence, actor.id());
    }

    /** Who belongs to which organisation. */
    public OrganisationsDesk organisations() {
        return new OrganisationsDesk(actor);
    }

    /** The customer an address belongs to. */
    public Optional<Customer> findCustomer(Address address) {
        may(Permission.READ);
        return engine.store().findCustomer(requireNonNull(address, "address"));
    }

    /** A customer by number. */
    public Optional<Customer> findCustomer(CustomerId id) {
        may(Permission.READ);
        return engine.store().findCustomer(requireNonNull(id, "id"));
    }

    /** Tags, custom fields and references of tickets, for programs of the shop: the history names nobody. */
    public FilingDesk filing() {
        return new FilingDesk(actor);
    }

    /** What the shop holds itself to on tickets: support tiers, service levels, what is due when. */
    public ServiceDesk service() {
        return new ServiceDesk(actor);
    }

    /** How well customers are served, and how well they will be. */
    public ReportsDesk reports() {
        return new ReportsDesk(actor);
    }

    /** What the law lets a person ask of the shop. */
    public PrivacyDesk privacy() {
        return new PrivacyDesk(actor);
    }

    /** How each channel does, in the order in which they were given to the builder. */
    public List<ChannelHealth> channels() {
        may(Permission.READ);
        return channels.stream()
                .map(Polling::health)
                .map(health -> health.sending(delivery.trouble(health.channel())))
                .toList();
    }

    /** Messages that were given up, the oldest first; at most a thousand. */
    public List<OutboxEntry> deadLetters() {
        may(Permission.READ);
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
        may(Permission.REDRIVE);
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
        may(Permission.READ);
        return engine.store().unreadable(MANY);
    }

    /**
     * The tickets that were closed without their customers and are not deleted, the newest first; the reasons are in their
     * closing.
     *
     * @throws InvalidInputException if {@code limit} is below one
     */
    public List<Ticket> exemptedTickets(int limit) {
        may(Permission.READ);
        return engine.list(new TicketQuery.Exempted(), limit);
    }

    /**
     * Of {@link #exemptedTickets} those that were closed as spam, the newest first.
     *
     * @throws InvalidInputException if {@code limit} is below one
     */
    public List<Ticket> spamTickets(int limit) {
        may(Permission.READ);
        return engine.list(new TicketQuery.Spam(), limit);
    }

    /**
     * The tickets that are deleted, the one deleted last at the front. They are in no other list.
     *
     * @throws InvalidInputException if {@code limit} is below one
     */
    public List<Ticket> deletedTickets(int limit) {
        may(Permission.READ);
        return engine.list(new TicketQuery.Deleted(), limit);
    }

    /**
     * Writes down that somebody is away. From the beginning on, what the agent owns moves to the deputy, or to the
     * deputy's deputy, within a round.
     *
     * @throws NotFoundException if there is no such agent
     * @throws InvalidInputException if the deputy may not answer
     */
    public void recordAbsence(Absence absence) {
        may(isOwn(absence) ? Permission.ANSWER : Permission.RECORD_ABSENCE);
        policies.agent(absence.agent());
        policies.answering(absence.deputy());
        engine.write(unit -> unit.absence(absence));
    }

    private boolean isOwn(@Nullable Absence absence) {
        return absence != null && actor.id().filter(absence.agent()::equals).isPresent();
    }

    /** Who is away, or will be. */
    public List<Absence> absences() {
        may(Permission.READ);
        return engine.store().absences();
    }

    /**
     * Closes a ticket because its customer wants to be forgotten: a complaint, too, and whatever was promised, which is
     * withdrawn with that reason; a call ends. One that is closed already stays as it is, so that all tickets of a
     * customer can be gone through.
     *
     * @param by who decided it
     * @throws NotFoundException if there is no such ticket or agent
     * @throws dev.heed.error.LegalHoldException if what is known of the customer must be kept
     * @throws InvalidInputException if the reason is blank, or somebody acts here and names somebody else
     */
    public Ticket closeErased(TicketId id, AgentId by, String reason) {
        may(Permission.ERASE);
        engine.ticket(id);
        policies.agent(by);
        requireOneself(by);
        Ticket closed = engine.change(id, ticket -> {
            PrivacyRecords.requireNotHeld(engine.store(), ticket.customer());
            return Engine.Plan.of(new LifecycleCommand.Exempt(Exemption.CUSTOMER_ERASED, by, reason, Optional.empty()))
                    .and((after, unit) -> {
                        new Drafts(engine).removeAll(id, unit);
                        PrivacyRecords.notHeld(PrivacyRecords.bound(engine.store(), ticket.customer()), unit);
                    });
        });
        new Drafts(engine).removeLate(id);
        return closed;
    }

    private void requireOneself(AgentId by) {
        if (actor.id().filter(person -> !person.equals(by)).isPresent()) {
            throw new InvalidInputException(
                    "The decision is said to be that of " + by + ", who does not act here.", "Name who acts.");
        }
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
     *     So too if it names a file whose content is not in the desk's store of attachments
     * @throws ConflictException if the ticket is here already
     */
    public Ticket importTicket(List<TicketEvent> history) {
        may(Permission.IMPORT);
        return new Importing(engine, deputies).keep(history);
    }

    /**
     * As {@link #importTicket(List)}, of a history as JSON. The bytes of files that stand in it, as in old versions, are put into
     * the desk's store of attachments, whatever their size.
     *
     * @param history an array of events, as {@link dev.heed.json.EventJson#writeHistory} gives it
     * @param upcasters lead what another system has written to Heed's versions
     * @throws InvalidInputException if it cannot be read, or as {@link #importTicket(List)}
     * @throws ConflictException if the ticket is here already
     */
    public Ticket importJson(String history, Upcaster... upcasters) {
        may(Permission.IMPORT);
        return new Importing(engine, deputies).keepJson(history, upcasters);
    }
}
