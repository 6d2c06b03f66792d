package dev.heed.ticket;

import java.time.Instant;

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
                SnoozeEvent,
                StructureEvent {
    /** The ticket it happened to. */
    TicketId ticket();

    /** When it happened. */
    Instant at();
}
