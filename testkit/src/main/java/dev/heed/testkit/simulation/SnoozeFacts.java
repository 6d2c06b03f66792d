package dev.heed.testkit.simulation;

import dev.heed.ticket.LifecycleEvent;
import dev.heed.ticket.SnoozeEvent;
import dev.heed.ticket.TicketEvent;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a ticket is put off. Not thread-safe. */
final class SnoozeFacts {
    SnoozeEvent.@Nullable Snoozed off;

    void take(TicketEvent event) {
        if (event instanceof SnoozeEvent.Snoozed snoozed) {
            off = snoozed;
        } else if (event instanceof SnoozeEvent.SnoozeEnded || event instanceof LifecycleEvent.Closed) {
            off = null;
        }
    }

    boolean isOff() {
        return off != null;
    }

    Optional<Instant> until() {
        return Optional.ofNullable(off).map(SnoozeEvent.Snoozed::until);
    }
}
