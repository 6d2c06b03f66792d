package dev.heed;

import dev.heed.error.InvalidInputException;
import dev.heed.people.AgentId;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.TicketQuery;
import dev.heed.ticket.OwnershipCommand;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketCommand;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** P28: who stands in for whom, and moves the tickets of those who are away. */
final class Deputies {
    private static final int BATCH = 100;

    private final Engine engine;
    private final Set<AgentId> agents;
    private final AgentId responsible;

    Deputies(Engine engine, Policies policies) {
        this.engine = engine;
        this.agents = policies.answering().keySet();
        this.responsible = policies.responsible().id();
    }

    /** Who is away now. */
    Attendance attendance() {
        return Attendance.at(engine.now(), engine.store().absences());
    }

    /** A ticket that would only come back to its owner is not handed over, and the summary not lost. */
    void requireAnother(Ticket ticket, AgentId to, AgentId present, Attendance attendance) {
        if (to.equals(present) || !ticket.owner().filter(present::equals).isPresent()) {
            return;
        }
        attendance.absenceOf(to).ifPresent(away -> {
            throw new InvalidInputException(
                    "Agent " + to + " is away until " + away.until() + ", and " + present
                            + ", who stands in, owns ticket " + ticket.number() + " already.",
                    "Keep it until then, or hand it over to somebody who is there.");
        });
    }

    /** Who is there for an agent: herself, or a deputy's deputy; empty if all of them are away. */
    Optional<AgentId> presentFor(AgentId agent, Attendance attendance) {
        return attendance.presentFor(agent, agents);
    }

    /** Who becomes the owner where nobody is: somebody always does, present or not. */
    AgentId fallback() {
        return fallback(attendance());
    }

    AgentId fallback(Attendance attendance) {
        return presentFor(responsible, attendance).orElse(responsible);
    }

    /** Gives a ticket to somebody who answers at this desk, if its owner does not any more. */
    Optional<TicketCommand> instead(Ticket ticket) {
        return ticket.owner()
                .filter(owner -> !agents.contains(owner) && !ticket.erased())
                .map(gone -> new OwnershipCommand.Route(
                        fallback(), "Agent " + gone + " does not answer at this desk any more."));
    }

    /** Moves the tickets of those who are away; what cannot be moved now is moved in the next round. */
    int moveTickets() {
        Attendance attendance = attendance();
        int moved = 0;
        for (AgentId absent : attendance.away()) {
            moved += presentFor(absent, attendance)
                    .map(present -> move(absent, present))
                    .orElse(0);
        }
        return moved;
    }

    private int move(AgentId absent, AgentId deputy) {
        int moved = 0;
        List<Ticket> owned = engine.store().list(new TicketQuery.OwnedBy(absent), BATCH);
        while (!owned.isEmpty()) {
            int before = moved;
            for (Ticket ticket : owned) {
                Engine.Plan plan = Engine.Plan.of(new OwnershipCommand.Deputise(absent, deputy));
                moved += engine.tryChange(ticket, plan).result() == CommitResult.COMMITTED ? 1 : 0;
            }
            owned = moved == before ? List.of() : engine.store().list(new TicketQuery.OwnedBy(absent), BATCH);
        }
        return moved;
    }
}
