package dev.heed.ticket;

import dev.heed.message.Attachment;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.people.AgentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A ticket came to stand otherwise to another one. */
public sealed interface StructureEvent extends TicketEvent {

    /**
     * What was closed as a duplicate goes on by itself again.
     *
     * @param from the ticket in which it went on
     * @param by who decided it
     * @param reason why, for the people of the shop
     * @param status where it stands again
     * @param waits whether its customer waits for an answer
     * @param asBefore whether nothing has happened since that matters to it, so that all stands as it stood
     * @param overdue what its customer was told and has not got in time; the apology for it follows
     * @param answeredAt when a person answered its customer where it went on, if one did
     */
    record Unmerged(
            TicketId ticket,
            Instant at,
            TicketId from,
            AgentId by,
            String reason,
            TicketStatus status,
            boolean waits,
            boolean asBefore,
            Optional<ExpectedReply> overdue,
            Optional<Instant> answeredAt)
            implements StructureEvent {
        @Override
        public String toString() {
            return "Unmerged[" + ticket + " at " + at + " from " + from + " by " + by + ", " + status + "]";
        }
    }

    /**
     * A duplicate does not go on in it any more.
     *
     * @param duplicate which
     * @param by who decided it
     * @param reason why, for the people of the shop
     * @param status where this ticket stands now
     * @param waits whether its customer goes on waiting here
     * @param asBefore whether nothing has happened here since the merge, so that all stands as it stood
     * @param messages those that came as answers to letters of the duplicate, and go on there
     */
    record Released(
            TicketId ticket,
            Instant at,
            TicketId duplicate,
            AgentId by,
            String reason,
            TicketStatus status,
            boolean waits,
            boolean asBefore,
            List<MessageId> messages)
            implements StructureEvent {
        /** Keeps a copy of the list. */
        public Released {
            messages = List.copyOf(messages);
        }

        @Override
        public String toString() {
            return "Released[" + ticket + " at " + at + ", " + duplicate + " by " + by + ", " + status + "]";
        }
    }

    /**
     * A message that was said in another ticket goes on in this one.
     *
     * @param from the ticket in which it was said
     * @param message what was said, as it was
     * @param via the duplicates of this ticket through which it came, the one whose letter it answered first
     */
    record MessageTakenOver(TicketId ticket, Instant at, TicketId from, Message message, List<TicketId> via)
            implements StructureEvent {
        @Override
        public List<Attachment> attachments() {
            return message.attachments();
        }

        /** Keeps a copy of the list. */
        public MessageTakenOver {
            via = List.copyOf(via);
        }
    }

    /**
     * Messages of the customer go on in a new ticket.
     *
     * @param messages which
     * @param into the new ticket
     * @param by who decided it
     * @param reason why, for the people of the shop
     * @param status where this ticket stands now
     * @param waits whether its customer goes on waiting here
     */
    record SplitOff(
            TicketId ticket,
            Instant at,
            List<MessageId> messages,
            TicketId into,
            AgentId by,
            String reason,
            TicketStatus status,
            boolean waits)
            implements StructureEvent {
        /** Keeps a copy of the list. */
        public SplitOff {
            messages = List.copyOf(messages);
        }

        @Override
        public String toString() {
            return "SplitOff[" + ticket + " at " + at + " into " + into + " by " + by + ", " + status + "]";
        }
    }

    /**
     * It was opened with messages of another ticket, which follow. Its customer waits.
     *
     * @param from the ticket in which they were said
     * @param by who decided it
     * @param reason why, for the people of the shop
     * @param overdue what the customer was told there and has not got in time; the apology for it follows
     */
    record SplitFrom(
            TicketId ticket, Instant at, TicketId from, AgentId by, String reason, Optional<ExpectedReply> overdue)
            implements StructureEvent {
        @Override
        public String toString() {
            return "SplitFrom[" + ticket + " at " + at + " from " + from + " by " + by + "]";
        }
    }

    /**
     * People of the shop have linked it with another ticket, of whichever customer.
     *
     * @param other which
     * @param kind what this ticket is to the other one; takes the place of what it was before
     * @param by who did
     */
    record Linked(TicketId ticket, Instant at, TicketId other, LinkKind kind, AgentId by) implements StructureEvent {}

    /**
     * It is not linked with another ticket any more.
     *
     * @param other which
     * @param by who said so
     */
    record Unlinked(TicketId ticket, Instant at, TicketId other, AgentId by) implements StructureEvent {}

    /**
     * What was closed as spam is none, and goes on.
     *
     * @param by who decided it
     * @param reason why, for the people of the shop
     * @param status where it stands again
     * @param waits whether its customer waits for an answer
     * @param asBefore whether nothing has happened since, so that all stands as it stood
     * @param overdue what its customer was told and has not got in time
     */
    record NotSpam(
            TicketId ticket,
            Instant at,
            AgentId by,
            String reason,
            TicketStatus status,
            boolean waits,
            boolean asBefore,
            Optional<ExpectedReply> overdue)
            implements StructureEvent {
        @Override
        public String toString() {
            return "NotSpam[" + ticket + " at " + at + " by " + by + ", " + status + "]";
        }
    }

    /**
     * It is in no queue, list or view any more but that of what was deleted. Nothing happens to it by itself.
     *
     * @param by who decided it
     * @param reason why, for the people of the shop
     */
    record Deleted(TicketId ticket, Instant at, AgentId by, String reason) implements StructureEvent {
        @Override
        public String toString() {
            return "Deleted[" + ticket + " at " + at + " by " + by + "]";
        }
    }

    /**
     * What was deleted is there again.
     *
     * @param by who restored it; empty if it goes on because something happened to it, such as the customer writing
     */
    record Restored(TicketId ticket, Instant at, Optional<AgentId> by) implements StructureEvent {}
}
