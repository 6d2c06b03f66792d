package dev.heed.ticket;

import dev.heed.ticket.ConversationEvent.BotWrote;
import dev.heed.ticket.LifecycleEvent.KindChanged;
import dev.heed.ticket.LifecycleEvent.Overridden;
import dev.heed.ticket.OwnershipEvent.Escalated;
import dev.heed.ticket.OwnershipEvent.Why;
import dev.heed.ticket.PromiseEvent.PromiseBroken;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often people were alarmed about the trouble that a ticket is in.
 *
 * @param level how often; zero when there is no trouble
 * @param at the last time
 * @param why what was wrong then
 */
record Alarm(int level, @Nullable Instant at, @Nullable Why why) {
    static final Alarm NONE = new Alarm(0, null, null);

    /**
     * What is left of it after an event.
     *
     * @param wrong whether something is wrong until somebody mends it
     */
    Alarm after(TicketEvent event, boolean wrong) {
        if (event instanceof Escalated escalated) {
            return new Alarm(escalated.level(), escalated.at(), escalated.why());
        } else if (why == Why.NOTHING_PLANNED) {
            return !wrong && isAside(event) ? this : NONE;
        }
        boolean brokenAgain = event instanceof PromiseBroken; // an apology is owed at once
        return wrong || brokenAgain ? this : NONE;
    }

    /** Whether the ticket stands where it stood: nothing that the customer waits for, or hears, was planned or done. */
    private static boolean isAside(TicketEvent event) {
        return event instanceof NoteEvent
                || event instanceof BotWrote
                || event instanceof KindChanged
                || event instanceof Overridden
                || event instanceof FilingEvent
                || event instanceof StructureEvent.Linked
                || event instanceof StructureEvent.Unlinked
                || event instanceof ListeningEvent
                || event instanceof ApprovalEvent
                || event instanceof OwnershipEvent;
    }
}
