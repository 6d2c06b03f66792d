package dev.heed;

import dev.heed.error.Finding;
import dev.heed.error.PracticeCode;
import dev.heed.error.RefusedException;
import dev.heed.message.Seen;
import dev.heed.people.Agent;
import dev.heed.people.AgentId;
import dev.heed.people.Permission;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketCommand;
import dev.heed.ticket.TicketId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who acts at a desk: a person with a role and eyes of her own, or the shop's application, which asks nobody. Immutable. */
final class Actor {
    private static final Logger log = LoggerFactory.getLogger(Actor.class);

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
        return glanced(engine.change(id, ticket -> plan(ticket, command)));
    }

    /** The command alone, behind what warns of the words in it. */
    Engine.Plan plan(Ticket ticket, TicketCommand command) {
        return new Engine.Plan(written(ticket, command), (after, unit) -> {});
    }

    /** P50: the command in spite of what is overridden, behind what warns of the words that a person wrote for colleagues. */
    List<TicketCommand> written(Ticket ticket, TicketCommand command) {
        List<TicketCommand> commands = new ArrayList<>(warned(() -> ticket, InternalWords.of(ticket, command)));
        commands.add(inSpite(command));
        return commands;
    }

    /**
     * What warns of words for colleagues, where a person goes on in spite of it; the shop's application is asked nothing.
     *
     * @param ticket on which they stand, asked only if they may disparage somebody
     */
    List<TicketCommand> warned(Supplier<Ticket> ticket, List<String> words) {
        if (agent.isEmpty()) {
            return List.of();
        }
        return requireOverridden(policies.disparaging(
                words,
                () -> engine.customer(ticket.get().customer()).name().stream().toList()));
    }

    /** P50: a name that colleagues read and that belongs to no ticket; who goes on in spite of the warning stands in the log. */
    void requireCivilName(String name) {
        if (!requireOverridden(policies.disparaging(List.of(name), List::of)).isEmpty()) {
            log.info("Agent {} gives a name in spite of {}.", person().id(), PracticeCode.DEROGATORY_NOTE);
        }
    }

    /** What warns goes on where somebody takes the responsibility, and is recorded; the rest is refused all at once. */
    List<TicketCommand> requireOverridden(List<Finding> findings) {
        Set<PracticeCode> overridden = Overriding.codes(inSpite);
        List<Finding> refused = findings.stream()
                .filter(finding -> !overridden.contains(finding.code()))
                .toList();
        if (!refused.isEmpty()) {
            throw new RefusedException(refused);
        }
        Set<PracticeCode> seen = EnumSet.noneOf(PracticeCode.class);
        return findings.stream()
                .filter(finding -> seen.add(finding.code()))
                .map(finding -> inSpite(new TicketCommand.Warn(finding)))
                .toList();
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
