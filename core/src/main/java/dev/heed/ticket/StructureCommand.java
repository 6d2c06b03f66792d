package dev.heed.ticket;

import dev.heed.message.ChannelId;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.people.Address;
import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import dev.heed.promise.Promise;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A ticket is to stand otherwise to another one. */
public sealed interface StructureCommand extends TicketCommand {

    /**
     * A message that goes on in another ticket than that in which it was said.
     *
     * @param message as it was said
     * @param via the duplicates through which it came
     */
    record Moved(Message message, List<TicketId> via) {
        /** Keeps a copy of the list. */
        public Moved {
            via = List.copyOf(via);
        }
    }

    /**
     * What is still owed for something that goes on elsewhere. It is owed there once, and here no more.
     *
     * @param asks whether its customer waits
     * @param expected what the customer was told, and can still get in time or is to be told here, if anything
     * @param overdue what the customer was told and has not got in time
     * @param owed what was promised besides, as it was
     */
    record Owed(boolean asks, Optional<ExpectedReply> expected, Optional<ExpectedReply> overdue, List<Promise> owed) {}

    /**
     * A duplicate is to go on by itself again.
     *
     * @param from the ticket in which it goes on now
     * @param by who decides it
     * @param reason why, not blank
     * @param asMerged whether nothing has happened there that matters to it
     * @param answeredAt when a person has answered its customer there
     * @param messages what came there as answers to its letters
     * @param known what was said there of its matter
     * @param owed what is owed to its customer there
     */
    record Unmerge(
            TicketId from,
            AgentId by,
            String reason,
            boolean asMerged,
            Optional<Instant> answeredAt,
            List<Moved> messages,
            ListeningCommand.TakeOver known,
            Owed owed)
            implements StructureCommand {
        /** What goes back to a duplicate from the ticket in which it goes on now. */
        public static Unmerge from(Ticket target, Ticket duplicate, AgentId by, String reason, Context context) {
            return new Separation(target, duplicate.id(), context).unmerge(duplicate, by, reason, true);
        }

        /** As {@link #from}, where the two customers are not one person: what the one was answered nobody has told the other. */
        public static Unmerge fromStranger(
                Ticket target, Ticket duplicate, AgentId by, String reason, Context context) {
            return new Separation(target, duplicate.id(), context).unmerge(duplicate, by, reason, false);
        }

        @Override
        public String toString() {
            return "Unmerge[from " + from + " by " + by + "]";
        }
    }

    /**
     * A duplicate is not to go on here any more.
     *
     * @param duplicate which
     * @param number how people name it
     * @param by who decides it
     * @param reason why, not blank
     */
    record Release(TicketId duplicate, long number, AgentId by, String reason) implements StructureCommand {
        @Override
        public String toString() {
            return "Release[" + duplicate + " by " + by + "]";
        }
    }

    /**
     * Messages of the customer are to go on in a new ticket.
     *
     * @param messages which
     * @param into the new ticket
     * @param number how people will name it
     * @param by who decides it
     * @param reason why, not blank
     */
    record SplitOff(List<MessageId> messages, TicketId into, long number, AgentId by, String reason)
            implements StructureCommand {
        /** Keeps a copy of the list. */
        public SplitOff {
            messages = List.copyOf(messages);
        }

        @Override
        public String toString() {
            return "SplitOff[into " + into + " by " + by + "]";
        }
    }

    /**
     * A new ticket is to be opened with messages of another one.
     *
     * @param ticket its id
     * @param number how people will name it
     * @param original the ticket in which they were said
     * @param subject one line, may be empty
     * @param kind what it is
     * @param by who decides it
     * @param reason why, not blank
     * @param messages which
     * @param known what the customer has said in them
     * @param owed what its customer waits for
     */
    record OpenSplit(
            TicketId ticket,
            long number,
            Original original,
            String subject,
            TicketKind kind,
            AgentId by,
            String reason,
            List<Moved> messages,
            ListeningCommand.TakeOver known,
            Owed owed)
            implements StructureCommand {
        /**
         * What goes along from a ticket as it is now.
         *
         * @param otherwise by when the customer is answered where nobody has waited for an answer
         * @throws dev.heed.error.NotFoundException if one of the messages is not of that ticket
         */
        public static OpenSplit of(
                Ticket original, SplitOff split, String subject, ExpectedReply otherwise, Context context) {
            Commitments.requireOneLine("The subject", subject);
            Steps steps = new Steps(original.state().copy(), context);
            steps.breakLate();
            Splitting splitting = new Splitting(steps.state, split.messages());
            return new OpenSplit(
                    split.into(),
                    split.number(),
                    new Original(original.id(), original.customer(), original.address(), original.channel()),
                    subject,
                    original.kind(),
                    split.by(),
                    split.reason(),
                    splitting.moved(),
                    new ListeningCommand.TakeOver(
                            original.id(), Inheritance.of(steps.state, split.messages()), Optional.of(split.by())),
                    splitting.owed(otherwise));
        }

        /** The same as a ticket of whoever has written what is split off. */
        public OpenSplit of(CustomerId author, Optional<Address> address) {
            return new OpenSplit(
                    ticket,
                    number,
                    new Original(original.ticket(), author, address, original.channel()),
                    subject,
                    kind,
                    by,
                    reason,
                    messages,
                    known,
                    owed);
        }

        @Override
        public String toString() {
            return "OpenSplit[" + ticket + ", " + number + ", from " + original.ticket() + "]";
        }
    }

    /**
     * What a new ticket has of the one from which it is split off.
     *
     * @param ticket which
     * @param customer whose
     * @param address where answers go
     * @param channel where it came in
     */
    record Original(TicketId ticket, CustomerId customer, Optional<Address> address, ChannelId channel) {}

    /**
     * Link it with another ticket.
     *
     * @param other which
     * @param kind what this ticket is to be to the other one
     * @param by who links
     */
    record Link(TicketId other, LinkKind kind, AgentId by) implements StructureCommand {}

    /**
     * Do not link it with another ticket any more.
     *
     * @param other which
     * @param by who says so
     */
    record Unlink(TicketId other, AgentId by) implements StructureCommand {}

    /**
     * What was closed as spam is none.
     *
     * @param by who decides it
     * @param reason why, not blank
     */
    record TakeBackSpam(AgentId by, String reason) implements StructureCommand {
        @Override
        public String toString() {
            return "TakeBackSpam[by " + by + "]";
        }
    }

    /**
     * Hide it until it is restored.
     *
     * @param by who decides it
     * @param reason why, not blank
     */
    record Delete(AgentId by, String reason) implements StructureCommand {
        @Override
        public String toString() {
            return "Delete[by " + by + "]";
        }
    }

    /**
     * Show again what was deleted.
     *
     * @param by who does
     */
    record Restore(AgentId by) implements StructureCommand {}
}
