package dev.heed.ticket;

import dev.heed.message.MessageId;
import dev.heed.ticket.ConversationEvent.Delivered;
import dev.heed.ticket.ConversationEvent.Reminded;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * P26: how long a customer has said nothing, and how often we asked.
 *
 * @param since a person's last word, or the last reminder
 * @param reminders those sent since that word
 * @param closesAt the closing date they name
 * @param askedAt when the first of them was handed over
 */
record Silence(
        @Nullable Instant since,
        List<MessageId> reminders,
        @Nullable Instant closesAt,
        @Nullable Instant askedAt) {
    static final Silence NONE = new Silence(null, List.of(), null, null);

    static Silence since(Instant lastWord) {
        return new Silence(lastWord, List.of(), null, null);
    }

    Silence reminded(Reminded event) {
        return new Silence(
                event.at(),
                Stream.concat(reminders.stream(), Stream.of(event.message().id()))
                        .toList(),
                event.closesAt(),
                askedAt);
    }

    Silence delivered(Delivered event) {
        return askedAt == null && isReminder(event.message())
                ? new Silence(since, reminders, closesAt, event.at())
                : this;
    }

    /** A reminder that did not arrive has asked nobody. */
    Silence without(MessageId reminder) {
        List<MessageId> others =
                reminders.stream().filter(other -> !other.equals(reminder)).toList();
        return new Silence(since, others, closesAt, others.isEmpty() ? null : askedAt);
    }

    boolean isReminder(MessageId message) {
        return reminders.contains(message);
    }
}
