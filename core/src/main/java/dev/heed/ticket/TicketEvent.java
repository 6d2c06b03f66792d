package dev.heed.ticket;

import dev.heed.message.Attachment;
import java.time.Instant;
import java.util.List;

/** Something that happened to a ticket. The events in their order are the truth; a ticket is their fold. */
public sealed interface TicketEvent
        permits ApprovalEvent,
                CallEvent,
                ConversationEvent,
                FilingEvent,
                LifecycleEvent,
                ListeningEvent,
                NoteEvent,
                OutgoingEvent,
                OwnershipEvent,
                PromiseEvent,
                ServiceEvent,
                SnoozeEvent,
                StructureEvent {
    /** The ticket it happened to. */
    TicketId ticket();

    /** When it happened. */
    Instant at();

    /** The files that the ticket has from then on; those that were not taken are among them. */
    default List<Attachment> attachments() {
        return List.of();
    }
}
