package dev.heed.ticket;

import dev.heed.people.AgentId;

/** Somebody is on the phone. */
public sealed interface CallCommand extends TicketCommand {

    /**
     * An agent and the customer talk on the phone.
     *
     * @param by who talks
     * @param intake who calls
     */
    record StartCall(AgentId by, CallIntake intake) implements CallCommand {}

    /**
     * The call ends.
     *
     * @param by who talked, or the owner
     * @param outcome how
     */
    record EndCall(AgentId by, CallOutcome outcome) implements CallCommand {}
}
