package dev.heed;

import static java.util.Objects.requireNonNull;

import dev.heed.error.Finding;
import dev.heed.error.InvalidInputException;
import dev.heed.error.RefusedException;
import dev.heed.message.Author;
import dev.heed.message.Direction;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.people.Agent;
import dev.heed.people.Customer;
import dev.heed.rule.Draft;
import dev.heed.template.Texts;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketCommand;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one agent can do. Thread-safe.
 *
 * <p>{@code find…} gives an Optional, {@code get…} throws {@link dev.heed.error.NotFoundException}. What reaches a
 * customer is checked by the house rules first; {@link RefusedException} means that nothing changed and nothing was
 * sent. There is no way to close a ticket here: only the customer does that.
 */
public final class AgentDesk {
    private final Agent agent;
    private final Policies policies;
    private final Engine engine;
    private final Post post;

    AgentDesk(Agent agent, Policies policies, Engine engine, Post post) {
        this.agent = agent;
        this.policies = policies;
        this.engine = engine;
        this.post = post;
    }

    /** Who acts here. */
    public Agent agent() {
        return agent;
    }

    /** Tickets whose customer waits for an answer, the one due first at the front. */
    public List<Ticket> queue(int limit) {
        return engine.store().waiting(limit);
    }

    /** A ticket with all its messages, notes included. */
    public Optional<Ticket> findTicket(TicketId id) {
        return engine.store().findTicket(id);
    }

    /** As {@link #findTicket}, or an exception. */
    public Ticket getTicket(TicketId id) {
        return engine.ticket(id);
    }

    /** Everything that happened to a ticket, in its order. */
    public List<TicketEvent> history(TicketId id) {
        getTicket(id);
        return engine.store().history(id);
    }

    /** What is known of the customer of a ticket. */
    public Customer customerOf(TicketId id) {
        return engine.customer(getTicket(id).customer());
    }

    /**
     * Answers in plain text, signed with the agent's full name and all reach-backs registered.
     *
     * @return the ticket after it; the message is on its way through the outbox
     * @throws RefusedException if a house rule refuses it
     */
    public Ticket reply(TicketId id, String text) {
        return reply(id, Reply.text(text, Signature.of(agent)));
    }

    /**
     * Answers. The ticket then waits for the customer; who had no owner becomes the author's.
     *
     * @throws RefusedException if a house rule refuses it
     */
    public Ticket reply(TicketId id, Reply reply) {
        return send(id, reply, false);
    }

    /** As {@link #reply(TicketId, String)}, and holds the matter for solved; the customer has the last word. */
    public Ticket proposeSolution(TicketId id, String text) {
        return proposeSolution(id, Reply.text(text, Signature.of(agent)));
    }

    /**
     * As {@link #reply(TicketId, Reply)}, and holds the matter for solved; the customer has the last word.
     *
     * @throws RefusedException if a house rule refuses it
     */
    public Ticket proposeSolution(TicketId id, Reply reply) {
        return send(id, reply, true);
    }

    /** What the house rules would say to a reply; nothing is sent. Empty if it may go. */
    public List<Finding> review(TicketId id, Reply reply) {
        Ticket ticket = getTicket(id);
        Customer customer = engine.customer(ticket.customer());
        Letter letter = letter(ticket, customer, reply);
        List<Finding> findings = post.findings(draft(reply, letter), letter);
        return Stream.concat(findings.stream(), post.missingAddress(ticket, customer).stream())
                .toList();
    }

    /**
     * Writes a note for colleagues. No customer ever sees it.
     *
     * @throws InvalidInputException if it is blank
     */
    public Ticket note(TicketId id, String text) {
        if (text.isBlank()) {
            throw new InvalidInputException("A note has no words.", "Write what colleagues should know.");
        }
        return engine.change(id, ticket -> {
            MessageId message = new MessageId(engine.newId().toString());
            Author author = new Author.ByAgent(agent.id());
            return Engine.Plan.of(
                    new TicketCommand.AddNote(Message.builder(message, author, Direction.INTERNAL, engine.now(), text)
                            .build()));
        });
    }

    /** Becomes responsible. */
    public Ticket take(TicketId id) {
        return engine.change(id, ticket -> Engine.Plan.of(new TicketCommand.Assign(agent.id(), "Taken by the agent.")));
    }

    private Ticket send(TicketId id, Reply reply, boolean proposesSolution) {
        requireNonNull(reply, "reply");
        return engine.change(id, ticket -> {
            Customer customer = engine.customer(ticket.customer());
            Letter letter = letter(ticket, customer, reply);
            post.require(draft(reply, letter), letter);
            Author author = new Author.ByAgent(agent.id());
            Message message = post.message(ticket, author, letter, Optional.of(reply.signature()), reply.attachments());
            Stream<TicketCommand> owns = ticket.owner().isPresent()
                    ? Stream.empty()
                    : Stream.of(new TicketCommand.Assign(agent.id(), "First to answer."));
            List<TicketCommand> commands = Stream.concat(
                            Stream.of(new TicketCommand.Answer(message, proposesSolution)), owns)
                    .toList();
            return new Engine.Plan(
                    commands, (after, unit) -> post.send(after, customer, message, fromName(customer, reply), unit));
        });
    }

    private String fromName(Customer customer, Reply reply) {
        Map<String, String> values = new HashMap<>();
        values.put("agent.name", reply.signature().name());
        values.put("shop.name", policies.shop().name());
        return post.fromName(policies.textsFor(customer), "sender.agent", values);
    }

    private Letter letter(Ticket ticket, Customer customer, Reply reply) {
        Texts texts = policies.textsFor(customer);
        return Letter.signed(reply, texts, Letter.values(policies, ticket, customer, texts, agent));
    }

    private Draft draft(Reply reply, Letter letter) {
        return new Draft.ByAgent(agent, reply.signature(), letter.body());
    }
}
