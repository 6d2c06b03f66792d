package dev.heed.ticket;

import dev.heed.message.MessageId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a question waits for an answer, of those that came into one ticket in different ways.
 *
 * @param asks whether it waits
 * @param answeredAt when one was answered last; null if none was
 * @param answeredBy by which letter; null if by none, or if another one waits since
 */
record Asker(
        boolean asks,
        @Nullable Instant answeredAt,
        @Nullable MessageId answeredBy) {
    static final Asker NOBODY = new Asker(false, null, null);
    static final Asker ASKS = new Asker(true, null, null);

    /** Another one waits. */
    Asker asked() {
        return new Asker(true, answeredAt, null);
    }

    Asker answered(Instant at, @Nullable MessageId by) {
        return asks ? new Asker(false, at, by) : this;
    }

    boolean wasAnsweredBy(@Nullable MessageId letter) {
        return letter != null && letter.equals(answeredBy);
    }
}
