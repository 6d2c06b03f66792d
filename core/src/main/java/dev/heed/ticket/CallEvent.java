package dev.heed.ticket;

import dev.heed.people.AgentId;
import java.time.Instant;

/** A telephone call about a ticket. */
public sealed interface CallEvent extends TicketEvent {

    /**
     * An agent and the customer talk.
     *
     * @param by who talks
     * @param intake who calls and how to call back
     */
    record CallStarted(TicketId ticket, Instant at, AgentId by, CallIntake intake) implements CallEvent {}

    /**
     * The call ended.
     *
     * @param by who ended it: who talked, or the owner
     * @param outcome how
     */
    record CallEnded(TicketId ticket, Instant at, AgentId by, CallOutcome outcome) implements CallEvent {}
}
