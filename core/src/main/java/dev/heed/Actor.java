package dev.heed;

import dev.heed.error.PracticeCode;
import dev.heed.message.Seen;
import dev.heed.people.Agent;
import dev.heed.people.AgentId;
import dev.heed.people.Permission;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketCommand;
import dev.heed.ticket.TicketId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Who acts at a desk: a person with a role and eyes of her own, or the shop's application, which asks nobody. Immutable. */
final class Actor {
    private final Optional<Agent> agent;
    private final Policies policies;
    private final Engine engine;
    private final Looks looks;
    private final UnaryOperator<TicketCommand> inSpite;
    /** Whether what a desk hands out is before the person's eyes. */
    private final boolean looking;

    private Actor(
            Optional<Agent> agent,
            Policies policies,
            Engine engine,
            Looks looks,
            UnaryOperator<TicketCommand> inSpite,
            boolean looking) {
        this.agent = agent;
        this.policies = policies;
        this.engine = engine;
        this.looks = looks;
        this.inSpite = inSpite;
        this.looking = looking;
    }

    static Actor application(Policies policies, Engine engine) {
        return new Actor(Optional.empty(), policies, engine, new Looks(), UnaryOperator.identity(), true);
    }

    static Actor person(Agent agent, Policies policies, Engine engine, Looks looks) {
        return new Actor(Optional.of(agent), policies, engine, looks, UnaryOperator.identity(), true);
    }

    /** The same, who goes on in spite of one more warning. */
    Actor overriding(PracticeCode code, String reason) {
        Overriding overriding = Overriding.of(code, person().id(), reason);
        return new Actor(agent, policies, engine, looks, command -> overriding.apply(inSpite.apply(command)), looking);
    }

    /** The same, who also goes on in spite of what another person has overridden. */
    Actor alsoInSpite(Actor other) {
        return new Actor(agent, policies, engine, looks, command -> other.inSpite(inSpite(command)), looking);
    }

    /** The same, who opens none of the many tickets that are changed at once. */
    Actor notLooking() {
        return new Actor(agent, policies, engine, looks, inSpite, false);
    }

    /** Comes first in every method of every desk. */
    void may(Permission permission) {
        agent.ifPresent(person -> policies.require(person, permission));
    }

    Agent person() {
        return agent.orElseThrow(() -> new IllegalStateException("The shop's application is no person."));
    }

    Optional<AgentId> id() {
        return agent.map(Agent::id);
    }

    Policies policies() {
        return policies;
    }

    Engine engine() {
        return engine;
    }

    /** The command, in spite of the warnings that are overridden. */
    TicketCommand inSpite(TicketCommand command) {
        return inSpite.apply(command);
    }

    /** Whoever changes something of a ticket has not read it for that. */
    Ticket change(TicketId id, TicketCommand command) {
        return glanced(engine.change(id, ticket -> Engine.Plan.of(inSpite(command))));
    }

    /** Has seen that it is there; if it was opened before, what was read then counts. */
    Ticket glanced(Ticket ticket) {
        return listed(List.of(ticket)).get(0);
    }

    /** Has the ticket before the eyes, as it is. */
    Ticket shown(Ticket ticket) {
        return agent.filter(person -> looking)
                .map(person -> looks.shown(person.id(), ticket))
                .orElse(ticket);
    }

    /** Has a list before the eyes. */
    List<Ticket> listed(List<Ticket> tickets) {
        return agent.filter(person -> looking)
                .map(person -> looks.listed(person.id(), tickets))
                .orElse(tickets);
    }

    Presences presences() {
        return looks.presences();
    }

    /** How much of a ticket the person has seen. */
    Seen seen(TicketId ticket) {
        return looks.seen(person().id(), ticket);
    }
}
