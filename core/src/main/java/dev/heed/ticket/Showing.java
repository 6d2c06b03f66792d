package dev.heed.ticket;

import dev.heed.promise.Promise;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * P10: until when a ticket can be out of sight without anything being forgotten that is owed.
 *
 * @param latest when it has to be shown at the latest; empty if nothing is owed
 * @param what is due then, as the end of a sentence about the ticket
 */
record Showing(Optional<Instant> latest, String what) {

    /** Reckoned anew each time, so that what is promised later counts as what was promised before. */
    static Showing of(TicketState state, TicketPolicy policy) {
        Showing soonest = new Showing(Optional.empty(), "owes nothing");
        for (Promises.Open open : state.promises.open()) {
            soonest = soonest.or(promise(open.promise(), policy));
        }
        for (Promise promise : Unread.atStake(state)) {
            soonest = soonest.or(promise(promise, policy));
        }
        if (state.held != null) {
            Instant until = state.held.until();
            soonest = soonest.or(new Showing(Optional.of(until), "is to be taken up again at " + until));
        }
        return soonest;
    }

    private static Showing promise(Promise promise, TicketPolicy policy) {
        String what = "has promise " + promise.id() + " due at " + promise.due();
        return new Showing(Optional.of(inTimeFor(promise, policy)), what);
    }

    /** While it can still be kept. */
    private static Instant inTimeFor(Promise promise, TicketPolicy policy) {
        return promise.due().minus(policy.showAgainBefore());
    }

    private Showing or(Showing other) {
        return latest.isEmpty() || other.latest.orElseThrow().isBefore(latest.get()) ? other : this;
    }

    /** When a snooze ends at the latest; null if there is none. */
    static @Nullable Instant endOf(TicketState state, TicketPolicy policy) {
        Snooze snooze = state.snooze;
        if (snooze == null) {
            return null;
        }
        return of(state, policy)
                .latest()
                .filter(latest -> latest.isBefore(snooze.until()))
                .orElse(snooze.until());
    }
}
