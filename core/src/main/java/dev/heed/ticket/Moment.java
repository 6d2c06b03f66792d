package dev.heed.ticket;

import static java.util.Objects.requireNonNull;

/**
 * Something that happened to a ticket and matters to clocks, and how the ticket stood then.
 *
 * @param event what happened
 * @param status where the ticket stands since
 * @param waits whether its customer waits for an answer since
 */
public record Moment(TicketEvent event, TicketStatus status, boolean waits) {
    /** All is there. */
    public Moment {
        requireNonNull(event, "event");
        requireNonNull(status, "status");
    }

    /** Whether clocks have to know of an event even if it changes neither status nor waiting. */
    static boolean matters(TicketEvent event) {
        return event instanceof ServiceEvent
                || event instanceof ConversationEvent.MessageReceived
                || event instanceof ConversationEvent.Answered
                || event instanceof ConversationEvent.BotWrote
                || event instanceof ConversationEvent.DeliveryFailed
                || event instanceof ConversationEvent.Bounced
                || event instanceof ConversationEvent.Redriven
                || event instanceof ConversationEvent.Acknowledged
                || event instanceof PromiseEvent.PromiseMade
                || event instanceof LifecycleEvent
                || event instanceof StructureEvent
                || event instanceof OwnershipEvent.OwnerAssigned
                || event instanceof ListeningEvent.PrioritySet
                || event instanceof ListeningEvent.StatementSent
                || event instanceof FilingEvent.TagsAdded
                || event instanceof FilingEvent.TagsRemoved
                || event instanceof CallEvent.CallEnded;
    }
}
