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

    private Actor(
            Optional<Agent> agent,
            Policies policies,
            Engine engine,
            Looks looks,
            UnaryOperator<TicketCommand> inSpite) {
        this.agent = agent;
        this.policies = policies;
        this.engine = engine;
        this.looks = looks;
        this.inSpite = inSpite;
    }

    static Actor application(Policies policies, Engine engine) {
        return new Actor(Optional.empty(), policies, engine, new Looks(), UnaryOperator.identity());
    }

    static Actor person(Agent agent, Policies policies, Engine engine, Looks looks) {
        return new Actor(Optional.of(agent), policies, engine, looks, UnaryOperator.identity());
    }

    /** The same, who goes on in spite of one more warning. */
    Actor overriding(PracticeCode code, String reason) {
        Overriding overriding = Overriding.of(code, person().id(), reason);
        return new Actor(agent, policies, engine, looks, command -> overriding.apply(inSpite.apply(command)));
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

    Ticket change(TicketId id, TicketCommand command) {
        return shown(engine.change(id, ticket -> Engine.Plan.of(inSpite(command))));
    }

    /** Has the ticket before the eyes, as it is. */
    Ticket shown(Ticket ticket) {
        return agent.map(person -> looks.shown(person.id(), ticket)).orElse(ticket);
    }

    /** Has a list before the eyes. */
    List<Ticket> listed(List<Ticket> tickets) {
        return agent.map(person -> looks.listed(person.id(), tickets)).orElse(tickets);
    }

    Presences presences() {
        return looks.presences();
    }

    /** How much of a ticket the person has seen. */
    Seen seen(TicketId ticket) {
        return looks.seen(person().id(), ticket);
    }
}
