package dev.heed.ticket;

import dev.heed.ticket.ListeningEvent.MoodSet;
import dev.heed.ticket.ListeningEvent.PrioritySet;
import dev.heed.ticket.ListeningEvent.RootCauseFound;
import dev.heed.ticket.ListeningEvent.StatementConfirmed;
import dev.heed.ticket.ListeningEvent.StatementCorrected;
import dev.heed.ticket.ListeningEvent.StatementSent;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What of that which came into a ticket with a duplicate stands there still. Immutable.
 *
 * @param known what came
 * @param priority how urgent it was without it
 * @param mood how the customer felt without it
 */
record Inherited(Known known, Priority priority, Mood mood) {
    static final Inherited NOTHING = new Inherited(Known.NOTHING, Priority.NORMAL, Mood.CALM);

    /**
     * What people say since takes its place, and is not taken back with the duplicate.
     *
     * @param saidThere whether it was said through the duplicate
     */
    Inherited after(ListeningEvent event, Predicate<FactSource> saidThere) {
        if (event instanceof StatementSent) {
            return with(known.with(Optional.empty(), known.heededAt())); // that somebody agreed stays theirs
        } else if (event instanceof StatementConfirmed confirmed
                && (known.statement().isPresent() || saidThere.test(confirmed.source()))) {
            return with(known.with(known.statement(), Optional.of(confirmed.at())));
        } else if (event instanceof RootCauseFound || event instanceof StatementCorrected) {
            return with(known.with(Optional.<RootCause>empty()));
        } else if (event instanceof PrioritySet) {
            return with(known.urgent(Optional.empty(), known.mood()));
        } else if (event instanceof MoodSet) {
            return with(known.urgent(known.priority(), Optional.empty()));
        }
        return this;
    }

    private Inherited with(Known other) {
        return other.equals(known) ? this : new Inherited(other, priority, mood);
    }

    /** Whoever sorts a ticket says what all of it is. */
    Inherited sorted() {
        return with(known.to(Optional.empty()));
    }

    boolean isMoreUrgent() {
        return known.priority().isPresent();
    }

    boolean isMoodier() {
        return known.mood().isPresent();
    }

    Inherited over(Priority otherPriority, Mood otherMood) {
        return new Inherited(known, otherPriority, otherMood);
    }
}
