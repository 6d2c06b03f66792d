package dev.heed;

import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.message.Author;
import dev.heed.message.Direction;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.people.Customer;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketCommand;
import dev.heed.ticket.TicketId;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one customer can do and see, for the pages of the shop: the own tickets and nothing internal. Thread-safe.
 *
 * <p>A ticket of somebody else looks exactly like one that does not exist.
 */
public final class CustomerDesk {
    private final Customer customer;
    private final Policies policies;
    private final Engine engine;

    CustomerDesk(Customer customer, Policies policies, Engine engine) {
        this.customer = customer;
        this.policies = policies;
        this.engine = engine;
    }

    /** The customer's tickets, the oldest first. */
    public List<CustomerTicket> tickets() {
        return engine.store().ticketsOf(customer.id()).stream().map(this::view).toList();
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
     * Writes something more about a ticket. Solved and closed ones open again.
     *
     * @throws NotFoundException if the customer has no such ticket
     * @throws InvalidInputException if the text is blank
     */
    public CustomerTicket write(TicketId id, String text) {
        if (text.isBlank()) {
            throw new InvalidInputException("The message has no words.", "Write what you want to say.");
        }
        own(id);
        return view(engine.change(id, ticket -> {
            Message message = Message.builder(
                            new MessageId(engine.newId().toString()),
                            new Author.ByCustomer(customer.id()),
                            Direction.INBOUND,
                            engine.now(),
                            text)
                    .build();
            TicketCommand receive = new TicketCommand.Receive(message, policies.expectedReply(customer, message.at()));
            List<TicketCommand> commands = Stream.concat(
                            Stream.of(receive),
                            new QuotedEmployee(policies.agents().values()).in("", message).stream())
                    .toList();
            return new Engine.Plan(commands, (after, unit) -> {});
        }));
    }

    /**
     * Says that it is solved, which closes the ticket. Twice is the same as once.
     *
     * @throws NotFoundException if the customer has no such ticket
     * @throws dev.heed.error.IllegalTransitionException if the customer's last message was not answered by a person
     */
    public CustomerTicket confirmSolved(TicketId id) {
        own(id);
        return view(engine.change(id, ticket -> Engine.Plan.of(new TicketCommand.Confirm(customer.id()))));
    }

    private Ticket own(TicketId id) {
        return engine.store()
                .findTicket(id)
                .filter(ticket -> ticket.customer().equals(customer.id()))
                .orElseThrow(() -> new NotFoundException(
                        "Customer " + customer.id() + " has no ticket " + id + ".", "Use an id from tickets()."));
    }

    private CustomerTicket view(Ticket ticket) {
        return CustomerTicket.of(ticket, policies.textsFor(customer));
    }
}
