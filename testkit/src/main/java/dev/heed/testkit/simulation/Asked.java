package dev.heed.testkit.simulation;

import dev.heed.message.MessageId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A reminder to the customer since the last word. */
final class Asked {
    final MessageId message;
    final Instant at;
    final Instant closesAt;

    @Nullable
    Instant deliveredAt;

    /** Lost, or handed over only when the day it names had come. */
    boolean worthless;

    Asked(MessageId message, Instant at, Instant closesAt) {
        this.message = message;
        this.at = at;
        this.closesAt = closesAt;
    }
}
