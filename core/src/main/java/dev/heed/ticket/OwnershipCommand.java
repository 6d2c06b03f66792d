package dev.heed.ticket;

import dev.heed.people.AgentId;

/** Somebody else is responsible. */
public sealed interface OwnershipCommand extends TicketCommand {

    /**
     * A person takes a ticket that nobody owns; one that somebody owns only with {@link TicketCommand.Overrule}.
     *
     * @param owner who
     * @param reason why
     */
    record Take(AgentId owner, String reason) implements OwnershipCommand {
        @Override
        public String toString() {
            return "Take[" + owner + "]";
        }
    }

    /**
     * The customer asked for a person.
     *
     * @param owner who
     * @param reason how
     */
    record Route(AgentId owner, String reason) implements OwnershipCommand {
        @Override
        public String toString() {
            return "Route[" + owner + "]";
        }
    }

    /**
     * Somebody else becomes responsible.
     *
     * @param owner who
     * @param reason why
     * @param summary what the new owner has to know
     */
    record HandOver(AgentId owner, String reason, String summary) implements OwnershipCommand {
        @Override
        public String toString() {
            return "HandOver[to " + owner + "]";
        }
    }

    /**
     * The owner is away.
     *
     * @param absent who; nothing happens if the ticket is somebody else's by now
     * @param deputy who takes over
     */
    record Deputise(AgentId absent, AgentId deputy) implements OwnershipCommand {}
}
