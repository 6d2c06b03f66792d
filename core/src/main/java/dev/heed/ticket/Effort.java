package dev.heed.ticket;

import dev.heed.ticket.CallEvent.CallEnded;
import dev.heed.ticket.ConversationEvent.Answered;
import dev.heed.ticket.OwnershipEvent.ExpertNeeded;
import dev.heed.ticket.OwnershipEvent.OwnerAssigned;
import dev.heed.ticket.PromiseEvent.PromiseKept;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * P42: how long an owner has had a ticket in hand without bringing the customer a step further.
 *
 * @param since from when on, where the customer waits and somebody is responsible
 * @param expertNeededAt when that was too long
 */
record Effort(@Nullable Instant since, @Nullable Instant expertNeededAt) {
    static final Effort NONE = new Effort(null, null);

    Effort after(TicketEvent event, boolean inHand) {
        if (!inHand) {
            return NONE;
        } else if (since == null || isMilestone(event)) {
            return new Effort(event.at(), null);
        }
        return event instanceof ExpertNeeded ? new Effort(since, event.at()) : this;
    }

    private static boolean isMilestone(TicketEvent event) {
        return event instanceof Answered
                || event instanceof CallEnded
                || event instanceof PromiseKept
                || event instanceof OwnerAssigned;
    }
}
