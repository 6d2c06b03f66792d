package dev.heed;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.message.AttachmentSource;
import dev.heed.message.ContentHash;
import dev.heed.message.FactKey;
import dev.heed.people.Address;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.Person;
import dev.heed.promise.PromiseId;
import dev.heed.spi.store.Cursor;
import dev.heed.spi.store.Page;
import dev.heed.spi.store.SearchWords;
import dev.heed.spi.store.TicketSearch;
import dev.heed.ticket.FactKind;
import dev.heed.ticket.FactSource;
import dev.heed.ticket.LifecycleCommand;
import dev.heed.ticket.ListeningCommand;
import dev.heed.ticket.PromiseCommand;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketCommand;
import dev.heed.ticket.TicketId;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What one customer can do and see, for the pages of the shop: the own tickets and nothing internal. Thread-safe.
 *
 * <p>A ticket of somebody else looks exactly like one that does not exist; so does one that is deleted, until the customer
 * writes to it. The customer is a person: what belongs to any of
 * the profiles that are linked by {@linkplain dev.heed.people.Proof proof} is the own.
 */
public final class CustomerDesk {
    private static final int MANY = 100;

    private final Customer customer;
    private final Policies policies;
    private final Engine engine;
    private final Confirmations confirmations;
    private final Organisations organisations;
    private final ShownToCustomers shown;

    CustomerDesk(Customer customer, Policies policies, Engine engine, Post post) {
        this.customer = customer;
        this.policies = policies;
        this.engine = engine;
        this.confirmations = new Confirmations(policies, engine, post);
        this.organisations = new Organisations(engine);
        this.shown = new ShownToCustomers(engine);
    }

    /**
     * The customer's tickets, those of all profiles that are linked to be one person, the newest first; at most {@code
     * limit}.
     *
     * @throws InvalidInputException if {@code limit} is below one
     */
    public List<CustomerTicket> tickets(int limit) {
        return PersonsTickets.list(engine, person().profiles(), limit).stream()
                .map(this::view)
                .toList();
    }

    /**
     * The tickets of the organisations to which the customer belongs, the newest first; at most {@code limit}: those of all
     * members where the customer sees all, else the customer's own as a member. Of a member, what was written under the
     * profile that belongs to the organisation, and nothing private that is linked to it; also not what was written about
     * such a ticket under another profile. What the shop answered there is shown.
     *
     * @throws InvalidInputException if {@code limit} is below one
     */
    public List<CustomerTicket> organisationTickets(int limit) {
        Set<CustomerId> seen = organisations.seenBy(person());
        return PersonsTickets.list(engine, seen, limit).stream()
                .map(ticket -> shown.of(ticket, seen, policies.textsFor(customer)))
                .toList();
    }

    /** The newest tickets of the customer's organisations, at most a hundred. */
    public List<CustomerTicket> organisationTickets() {
        return organisationTickets(MANY);
    }

    /**
     * Says that an address is the customer's, too. A token is sent there, which {@link #confirm} takes; nothing is linked
     * before. Whether anybody is known at the address is not said.
     *
     * @return until when it can be confirmed, in UTC
     * @throws NotFoundException if the customer was forgotten meanwhile
     * @throws InvalidInputException if no channel reaches the address, it is the shop's, or a confirmation was asked for
     *     three times within a day by this customer or for this address
     */
    public Instant requestConfirmation(Address address) {
        return confirmations.request(customer, address);
    }

    /**
     * Takes the token that was sent to an address. From then on, whoever writes from there is this customer.
     *
     * @param token as it was sent; blanks, hyphens and capitals do not matter
     * @return the address
     * @throws NotFoundException if there is no such token, or it was sent for somebody else, used or is too old
     */
    public Address confirm(String token) {
        return confirmations.confirm(customer.id(), token);
    }

    private Person person() {
        return engine.store().person(customer.id());
    }

    /** The customer's newest tickets, at most a hundred. */
    public List<CustomerTicket> tickets() {
        return tickets(MANY);
    }

    /**
     * The first page of the customer's own tickets in which all these {@linkplain SearchWords words} stand, in the subject or
     * in what is {@linkplain #tickets shown} to the customer of what was said; the largest number first.
     *
     * @param limit how many at most, from 1 to {@value CustomerSearch#MOST_ON_A_PAGE}
     * @throws InvalidInputException if there are no words in the text, or more than {@value TicketSearch#MOST_WORDS}, or
     *     {@code limit} is not one
     */
    public Page<CustomerTicket> search(String text, int limit) {
        return searching(text).page(Optional.empty(), limit);
    }

    /**
     * The page behind another one. A cursor is good for the words it was found with, whoever asks in whichever order they are
     * written, and for this customer alone; not any more once another profile is linked or parted.
     *
     * @throws InvalidInputException as {@link #search}, and if the cursor is of another search
     */
    public Page<CustomerTicket> searchOn(String text, Cursor after, int limit) {
        return searching(text).page(Optional.of(after), limit);
    }

    private CustomerSearch searching(String text) {
        return new CustomerSearch(engine, person().profiles(), text, this::view);
    }

    /**
     * One ticket.
     *
     * @throws NotFoundException if the customer has no such ticket
     */
    public CustomerTicket getTicket(TicketId id) {
        return Optional.of(own(id))
                .filter(ticket -> ticket.structure().deletedAt().isEmpty())
                .map(this::view)
                .orElseThrow(() -> noTicket(id));
    }

    /**
     * Writes something more about a ticket. Solved and closed ones open again; what was closed too long ago goes on in a
     * new ticket, which is given back.
     *
     * @throws NotFoundException if the customer has no such ticket
     * @throws InvalidInputException if the text is blank
     */
    public CustomerTicket write(TicketId id, String text) {
        return write(id, text, List.of());
    }

    /**
     * As {@link #write(TicketId, String)}, with files, whose bytes are read now. One that is too large or cannot be read keeps the
     * words from nothing: the message says which file was not taken, and why.
     *
     * @throws NotFoundException if the customer has no such ticket
     * @throws InvalidInputException if the text is blank
     */
    public CustomerTicket write(TicketId id, String text, List<AttachmentSource> files) {
        return write(id, text, files, new CustomerWriting.Meaning(false, false));
    }

    /**
     * As {@link #write}, and says that it is not solved. From then on silence does not close the ticket.
     *
     * @throws NotFoundException if the customer has no such ticket
     * @throws InvalidInputException if the text is blank
     */
    public CustomerTicket disagree(TicketId id, String text) {
        return write(id, text, List.of(), new CustomerWriting.Meaning(true, false));
    }

    /**
     * Says that the shop has understood the problem as it last described it. Twice is the same as once.
     *
     * @throws NotFoundException if the customer has no such ticket
     * @throws InvalidInputException if the shop has not described it, or the customer has said since that it is another
     */
    public CustomerTicket confirmProblem(TicketId id) {
        notDeleted(id);
        requireTold(id);
        return change(id, ListeningCommand.ConfirmStatement::new);
    }

    /**
     * As {@link #write}, and says that the problem is another one than the shop has described. What the shop has found out
     * so far does not count any more.
     *
     * @throws NotFoundException if the customer has no such ticket
     * @throws InvalidInputException if the text is blank, or the shop has not described the problem
     */
    public CustomerTicket correctProblem(TicketId id, String text) {
        requireTold(id);
        return write(id, text, List.of(), new CustomerWriting.Meaning(false, true));
    }

    /** What was told to somebody who was only taken for the same person is nobody else's. */
    private void requireTold(TicketId id) {
        Ticket goesOn = engine.goesOnIn(own(id).id()).orElseThrow();
        if (shown.statement(goesOn).isEmpty()) {
            throw new InvalidInputException(
                    "The shop has not said how it understands the problem of ticket " + goesOn.number() + ".",
                    "Show CustomerTicket.problem() and ask only where it is there.");
        }
    }

    private CustomerTicket write(
            TicketId id, String text, List<AttachmentSource> files, CustomerWriting.Meaning meaning) {
        if (text.isBlank()) {
            throw new InvalidInputException("The message has no words.", "Write what you want to say.");
        }
        return view(
                new CustomerWriting(customer, person(), policies, engine).write(() -> own(id), text, files, meaning));
    }

    /**
     * The content of a file of a message that {@link #getTicket} shows of the customer's own ticket.
     *
     * @return from the first byte on; to be closed. At the end it fails with an {@link java.io.IOException} if the content was
     *     changed where it is kept
     * @throws NotFoundException if the customer has no such ticket, no message shown of it has such a file, or its content is
     *     lost; which of them is not said
     */
    public InputStream getContent(TicketId id, ContentHash content) {
        requireNonNull(content, "content");
        return Optional.of(own(id))
                .filter(ticket -> ticket.structure().deletedAt().isEmpty())
                .filter(ticket -> view(ticket).messages().stream()
                        .flatMap(line -> line.attachments().stream())
                        .flatMap(file -> file.content().stream())
                        .anyMatch(content::equals))
                .flatMap(ticket -> engine.attachments().find(content))
                .orElseThrow(() -> new NotFoundException(
                        "Customer " + customer.id() + " has no such file in ticket " + id + ".",
                        "Use the content() of an attachment of getTicket(…)."));
    }

    /**
     * Does not want any more what was promised.
     *
     * @throws NotFoundException if the customer has no such ticket, or the ticket no such promise
     */
    public CustomerTicket releasePromise(TicketId id, PromiseId promise) {
        Ticket own = notDeleted(id);
        shown.requireShown(own, person(), promise);
        return view(forms().changeHere(own, new PromiseCommand.ReleasePromise(promise, customer.id())));
    }

    /**
     * Says that it is solved, which closes the ticket, at once or as soon as the last open promise is kept. Twice is the
     * same as once.
     *
     * @throws NotFoundException if the customer has no such ticket
     * @throws dev.heed.error.RefusedException with {@code NO_FINAL_MESSAGE} if the customer's last message was not
     *     answered by a person
     */
    public CustomerTicket confirmSolved(TicketId id) {
        return change(id, form -> new LifecycleCommand.Confirm(customer.id()));
    }

    /**
     * Gives the shop something it needs, in a form. What was given before under the same name does not hold any more. Nobody
     * asks for it again. Like a message, it ends the silence, opens what was solved or closed, and waits for an answer.
     *
     * @param key what it is, such as {@code order-number}; other words are put into that form
     * @throws NotFoundException if the customer has no such ticket
     * @throws InvalidInputException if key or value have nothing in them, the value is longer than {@link
     *     dev.heed.ticket.Fact#LONGEST_VALUE}, too much was given on this ticket, or it was closed too long ago
     */
    public CustomerTicket provide(TicketId id, String key, String value) {
        return note(id, FactKind.PROVIDED, key, value);
    }

    /**
     * Says in a form that a step was tried. Nobody suggests it again.
     *
     * @param step which, such as {@code restart-router}; other words are put into that form
     * @param what what came of it, or how it was done; not blank
     * @throws NotFoundException if the customer has no such ticket
     * @throws InvalidInputException if one of them has nothing in it
     */
    public CustomerTicket tried(TicketId id, String step, String what) {
        return note(id, FactKind.TRIED, step, what);
    }

    /**
     * Says that something that was given or tried is wrong, or does not hold any more, so that the shop may ask again.
     *
     * @throws NotFoundException if the customer has no such ticket, or has given or tried nothing under this name that holds
     * @throws InvalidInputException if the reason is blank
     */
    public CustomerTicket takeBack(TicketId id, FactKind kind, String key, String reason) {
        requireNonNull(kind, "kind");
        FactKey name = FactKey.of(key);
        Ticket goesOn = engine.goesOnIn(notDeleted(id).id()).orElseThrow();
        if (!shown.mayTakeBack(goesOn, person(), kind, name)) {
            throw new NotFoundException(
                    "The customer of ticket " + goesOn.number() + " has given nothing under this name that holds.",
                    "Pass the name under which it was given or tried.");
        }
        return say(
                id, form -> new ListeningCommand.OutdateFact(kind, name, Optional.empty(), reason, Optional.of(form)));
    }

    /**
     * Agrees to a step that destroys something, for this ticket and until it is done. Twice is the same as once.
     *
     * @param step the id of the step, as the shop has named it
     * @throws NotFoundException if the customer has no such ticket, or the shop no such step
     */
    public CustomerTicket consent(TicketId id, String step) {
        notDeleted(id);
        FactKey known = policies.hearing()
                .playbook()
                .find(FactKey.of(step))
                .orElseThrow(() -> new NotFoundException(
                        "The shop has no such step.", "Pass the id under which the shop has named the step."))
                .id();
        return say(id, form -> new ListeningCommand.GiveConsent(known, form));
    }

    /**
     * Does not agree any more to a step that is not done yet.
     *
     * @throws NotFoundException if the customer has no such ticket, or has not agreed to this step
     */
    public CustomerTicket withdrawConsent(TicketId id, String step) {
        return view(forms().withdraw(() -> notDeleted(id), FactKey.of(step)));
    }

    private CustomerTicket note(TicketId id, FactKind kind, String key, String value) {
        return say(id, form -> new ListeningCommand.NoteFact(kind, FactKey.of(key), value, form));
    }

    private CustomerTicket say(TicketId id, Function<FactSource, ListeningCommand> what) {
        return view(forms().say(() -> notDeleted(id), what));
    }

    private CustomerTicket change(TicketId id, Function<FactSource, TicketCommand> command) {
        return view(forms().change(() -> notDeleted(id), command));
    }

    private CustomerForms forms() {
        return new CustomerForms(customer, person(), policies, engine);
    }

    private Ticket own(TicketId id) {
        return engine.store()
                .findTicket(id)
                .filter(ticket -> person().has(ticket.customer()))
                .orElseThrow(() -> noTicket(id));
    }

    private Ticket notDeleted(TicketId id) {
        Ticket ticket = own(id);
        if (ticket.structure().deletedAt().isPresent()) {
            throw noTicket(id);
        }
        return ticket;
    }

    private NotFoundException noTicket(TicketId id) {
        return new NotFoundException(
                "Customer " + customer.id() + " has no ticket " + id + ".", "Use an id from tickets().");
    }

    private CustomerTicket view(Ticket ticket) {
        return shown.of(ticket, person().profiles(), policies.textsFor(customer));
    }
}
