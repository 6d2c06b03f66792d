package dev.heed;

import dev.heed.error.ConflictException;
import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.message.Author;
import dev.heed.message.Direction;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.people.Customer;
import dev.heed.promise.PromiseId;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.TicketQuery;
import dev.heed.ticket.ConversationCommand;
import dev.heed.ticket.ExpectedReply;
import dev.heed.ticket.LifecycleCommand;
import dev.heed.ticket.PromiseCommand;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketCommand;
import dev.heed.ticket.TicketId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one customer can do and see, for the pages of the shop: the own tickets and nothing internal. Thread-safe.
 *
 * <p>A ticket of somebody else looks exactly like one that does not exist.
 */
public final class CustomerDesk {
    private static final int MANY = 100;
    private static final int MOST_ATTEMPTS = 50;

    private final Customer customer;
    private final Policies policies;
    private final Engine engine;

    CustomerDesk(Customer customer, Policies policies, Engine engine) {
        this.customer = customer;
        this.policies = policies;
        this.engine = engine;
    }

    /**
     * The customer's tickets, the newest first, at most {@code limit}.
     *
     * @throws InvalidInputException if {@code limit} is below one
     */
    public List<CustomerTicket> tickets(int limit) {
        return engine.list(new TicketQuery.OfCustomer(customer.id()), limit).stream()
                .map(this::view)
                .toList();
    }

    /** The customer's newest tickets, at most a hundred. */
    public List<CustomerTicket> tickets() {
        return tickets(MANY);
    }

    /**
     * One ticket.
     *
     * @throws NotFoundException if the customer has no such ticket
     */
    public CustomerTicket getTicket(TicketId id) {
        return view(own(id));
    }

    /**
     * Writes something more about a ticket. Solved and closed ones open again; what was closed too long ago goes on in a
     * new ticket, which is given back.
     *
     * @throws NotFoundException if the customer has no such ticket
     * @throws InvalidInputException if the text is blank
     */
    public CustomerTicket write(TicketId id, String text) {
        return write(id, text, false);
    }

    /**
     * As {@link #write}, and says that it is not solved. From then on silence does not close the ticket.
     *
     * @throws NotFoundException if the customer has no such ticket
     * @throws InvalidInputException if the text is blank
     */
    public CustomerTicket disagree(TicketId id, String text) {
        return write(id, text, true);
    }

    private CustomerTicket write(TicketId id, String text, boolean disputes) {
        if (text.isBlank()) {
            throw new InvalidInputException("The message has no words.", "Write what you want to say.");
        }
        own(id);
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) { // it may be merged or closed meanwhile
            Engine.Way way = engine.wayFrom(id).orElseThrow();
            Ticket ticket = way.end();
            Engine.Outcome outcome = policies.reopens(ticket, engine.now())
                    ? engine.tryChange(ticket, words(text, disputes, way.via()))
                    : follow(ticket, text, disputes);
            if (outcome.result() == CommitResult.COMMITTED) {
                return view(outcome.ticket());
            }
        }
        throw new ConflictException(
                "What was written about ticket " + id + " could not be kept, because it changes all the time.",
                "Try again in a moment.");
    }

    private Engine.Plan words(String text, boolean disputes, List<TicketId> via) {
        Message message = message(text);
        ExpectedReply expected = policies.expectedReply(customer, message.at());
        List<TicketCommand> commands = Stream.concat(
                        Stream.of(new ConversationCommand.Receive(message, expected, disputes, via)),
                        quotedEmployee(message).stream())
                .toList();
        return new Engine.Plan(commands, (after, unit) -> {});
    }

    private Optional<TicketCommand> quotedEmployee(Message message) {
        return new QuotedEmployee(policies.answering().values()).in("", message);
    }

    private Engine.Outcome follow(Ticket closed, String text, boolean disputes) {
        Message message = message(text);
        LifecycleCommand.Open open = new LifecycleCommand.Open(
                new TicketId(engine.newId()),
                engine.store().nextTicketNumber(),
                customer.id(),
                closed.address(),
                closed.channel(),
                closed.subject(),
                Optional.of(closed.id()),
                message,
                policies.expectedReply(customer, message.at()));
        List<TicketCommand> commands = new ArrayList<>();
        quotedEmployee(message).ifPresent(commands::add);
        if (disputes) {
            commands.add(new LifecycleCommand.Dispute(customer.id()));
        }
        return engine.open(open, ticket -> new Engine.Plan(commands, (after, unit) -> {}));
    }

    private Message message(String text) {
        return Message.builder(
                        new MessageId(engine.newId().toString()),
                        new Author.ByCustomer(customer.id()),
                        Direction.INBOUND,
                        engine.now(),
                        text)
                .build();
    }

    /**
     * Does not want any more what was promised.
     *
     * @throws NotFoundException if the customer has no such ticket, or the ticket no such promise
     */
    public CustomerTicket releasePromise(TicketId id, PromiseId promise) {
        own(id);
        TicketCommand release = new PromiseCommand.ReleasePromise(promise, customer.id());
        return view(engine.change(id, ticket -> Engine.Plan.of(release)));
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
        TicketId goesOn = engine.elsewhere(own(id).id()).orElse(id);
        return view(engine.change(goesOn, ticket -> Engine.Plan.of(new LifecycleCommand.Confirm(customer.id()))));
    }

    private Ticket own(TicketId id) {
        return engine.store()
                .findTicket(id)
                .filter(ticket -> ticket.customer().equals(customer.id()))
                .orElseThrow(() -> new NotFoundException(
                        "Customer " + customer.id() + " has no ticket " + id + ".", "Use an id from tickets()."));
    }

    private CustomerTicket view(Ticket ticket) {
        Conversation conversation = Conversations.goesOnIn(ticket).isPresent()
                ? new Conversation(ticket.id(), List.of()) // each message is shown once, where it goes on
                : new Conversations(engine).of(ticket);
        return CustomerTicket.of(ticket, conversation, policies.textsFor(customer));
    }
}
