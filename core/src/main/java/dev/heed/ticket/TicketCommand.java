package dev.heed.ticket;

import dev.heed.error.Finding;
import dev.heed.error.PracticeCode;
import dev.heed.people.AgentId;
import dev.heed.people.Person;

/** What somebody wants to happen to a ticket. {@link Ticket#decide} turns it into events or refuses. */
public sealed interface TicketCommand
        permits ConversationCommand,
                DeliveryCommand,
                LifecycleCommand,
                NoteCommand,
                OwnershipCommand,
                PromiseCommand,
                CallCommand,
                TimeCommand,
                FilingCommand,
                OutgoingCommand,
                ServiceCommand,
                SnoozeCommand,
                StructureCommand,
                ListeningCommand,
                ApprovalCommand,
                TicketCommand.Warn,
                TicketCommand.Overrule,
                TicketCommand.ByPerson {

    /**
     * A customer does it under any of the profiles that are linked to be one person; the one that acts is on record.
     *
     * @param person of whom the ticket is
     * @param command what
     */
    record ByPerson(Person person, TicketCommand command) implements TicketCommand {}

    /**
     * A house rule has read what is to be sent, and warns. Goes on only inside an {@link Overrule} of the same code, which
     * is on the record then.
     *
     * @param finding what it found
     */
    record Warn(Finding finding) implements TicketCommand {
        @Override
        public String toString() {
            return "Warn[" + finding.code() + "]";
        }
    }

    /**
     * A person goes on in spite of a warning. Where nothing warns, nothing is recorded.
     *
     * @param command with what
     * @param code the rule, one that warns
     * @param by who
     * @param reason why, not blank
     */
    record Overrule(TicketCommand command, PracticeCode code, AgentId by, String reason) implements TicketCommand {
        @Override
        public String toString() {
            return "Overrule[" + command + ", " + code + " by " + by + "]";
        }
    }
}
