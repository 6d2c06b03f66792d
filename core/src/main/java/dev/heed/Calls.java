package dev.heed;

import dev.heed.people.Agent;
import dev.heed.ticket.CallCommand;
import dev.heed.ticket.CallIntake;
import dev.heed.ticket.CallOutcome;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketCommand;
import dev.heed.ticket.TicketId;
import java.util.ArrayList;
import java.util.List;

/** How calls end. What is promised on the phone stands on the customer's page, and is held to the rules of what is written. */
final class Calls {
    private final Actor actor;
    private final Agent agent;
    private final Answering answering;

    Calls(Actor actor, Agent agent, Answering answering) {
        this.actor = actor;
        this.agent = agent;
        this.answering = answering;
    }

    Ticket begin(TicketId id, CallIntake intake) {
        TicketCommand start = actor.inSpite(new CallCommand.StartCall(agent.id(), intake));
        return actor.glanced(actor.engine().change(id, ticket -> {
            Answerable.requireHere(actor.engine(), ticket, "Call about that one");
            return Engine.Plan.of(start);
        }));
    }

    Ticket end(TicketId id, CallOutcome outcome) {
        return actor.shown(actor.engine().change(id, ticket -> {
            List<TicketCommand> commands = new ArrayList<>();
            if (outcome instanceof CallOutcome.CallbackPromised promised) {
                commands.addAll(answering.saying(ticket, promised.what()));
            }
            commands.addAll(actor.written(ticket, new CallCommand.EndCall(agent.id(), outcome)));
            return new Engine.Plan(commands, (after, unit) -> {});
        }));
    }
}
