package dev.heed.testkit.simulation;

import dev.heed.ticket.CallEvent;
import dev.heed.ticket.ConversationEvent;
import dev.heed.ticket.OwnershipEvent;
import dev.heed.ticket.PromiseEvent;
import dev.heed.ticket.TicketEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long an owner has had a ticket in hand while the customer was no step further. Not thread-safe. */
final class WorkFacts {
    @Nullable
    Instant inHandSince;

    boolean expertAsked;

    /** What the shop has understood meanwhile. */
    final UnderstoodFacts understood = new UnderstoodFacts();

    /** As the other one. */
    void standsAs(WorkFacts other) {
        inHandSince = other.inHandSince;
        expertAsked = other.expertAsked;
    }

    /** An answer, a call, a promise kept or another owner begin the time anew in which an expert is asked. */
    void take(TicketEvent event, boolean inHand) {
        boolean step = event instanceof ConversationEvent.Answered
                || event instanceof CallEvent.CallEnded
                || event instanceof PromiseEvent.PromiseKept
                || event instanceof OwnershipEvent.OwnerAssigned;
        if (!inHand) {
            inHandSince = null;
        } else if (inHandSince == null || step) {
            inHandSince = event.at();
            expertAsked = false;
        }
        expertAsked |= event instanceof OwnershipEvent.ExpertNeeded;
        understood.take(event);
    }
}
