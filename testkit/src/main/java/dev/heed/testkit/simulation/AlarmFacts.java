package dev.heed.testkit.simulation;

import dev.heed.ticket.ConversationEvent;
import dev.heed.ticket.FilingEvent;
import dev.heed.ticket.LifecycleEvent;
import dev.heed.ticket.ListeningEvent;
import dev.heed.ticket.NoteEvent;
import dev.heed.ticket.OwnershipEvent;
import dev.heed.ticket.PromiseEvent;
import dev.heed.ticket.StructureEvent;
import dev.heed.ticket.TicketEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How often people were alarmed about the trouble that a ticket is in. */
final class AlarmFacts {
    int count;

    @Nullable
    Instant at;

    private OwnershipEvent.@Nullable Why why;

    /** As the other one. */
    void standsAs(AlarmFacts other) {
        count = other.count;
        at = other.at;
        why = other.why;
    }

    /** After everything else of an event is taken down. */
    void take(TicketEvent event, boolean wrong) {
        if (event instanceof OwnershipEvent.Escalated escalated) {
            count++;
            at = escalated.at();
            why = escalated.why();
        }
        if (!lasts(event, wrong)) {
            count = 0;
            at = null;
        }
    }

    /** Of a ticket that somebody has only looked at, nothing is planned as before. */
    private boolean lasts(TicketEvent event, boolean wrong) {
        if (why == OwnershipEvent.Why.NOTHING_PLANNED) {
            boolean aside = event instanceof OwnershipEvent
                    || event instanceof NoteEvent
                    || event instanceof FilingEvent
                    || event instanceof StructureEvent.Linked
                    || event instanceof StructureEvent.Unlinked
                    || event instanceof ConversationEvent.BotWrote
                    || event instanceof LifecycleEvent.KindChanged
                    || event instanceof LifecycleEvent.Overridden
                    || event instanceof ListeningEvent;
            return aside && !wrong;
        }
        return wrong || event instanceof PromiseEvent.PromiseBroken;
    }
}
