package dev.heed.ticket;

import dev.heed.message.MessageId;
import dev.heed.ticket.ConversationEvent.Delivered;
import dev.heed.ticket.ConversationEvent.Reminded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * P26: how long a customer has said nothing, and how often we asked.
 *
 * @param since a person's last word, or the last reminder
 * @param reminders those sent since that word, but for those that did not arrive, or too late
 * @param closesAt the closing date that the last one sent has named
 */
record Silence(
        @Nullable Instant since,
        List<Asked> reminders,
        @Nullable Instant closesAt) {
    static final Silence NONE = new Silence(null, List.of(), null);

    /**
     * A reminder.
     *
     * @param closesAt the closing date it names
     * @param arrivedAt when it was handed over, which was before that date; null until it is
     */
    record Asked(
            MessageId message, Instant closesAt, @Nullable Instant arrivedAt) {}

    static Silence since(Instant lastWord) {
        return new Silence(lastWord, List.of(), null);
    }

    /** Of a customer who was silent, and said or was told something else. */
    Silence anew(Instant at) {
        return since == null ? this : since(at);
    }

    Silence reminded(Reminded event) {
        List<Asked> all = new ArrayList<>(reminders);
        all.add(new Asked(event.message().id(), event.closesAt(), null));
        return new Silence(event.at(), List.copyOf(all), event.closesAt());
    }

    /** Handed over only when the date it names has come, a reminder has told nobody when it is closed. */
    Silence delivered(Delivered event) {
        if (!isReminder(event.message())) {
            return this;
        }
        return replacing(event.message(), asked -> {
            if (asked.arrivedAt != null) {
                return asked;
            }
            boolean inTime = event.at().isBefore(asked.closesAt);
            return inTime ? new Asked(asked.message, asked.closesAt, event.at()) : null;
        });
    }

    /** A reminder that did not arrive has asked nobody. */
    Silence without(MessageId reminder) {
        return replacing(reminder, asked -> null);
    }

    private Silence replacing(MessageId reminder, UnaryOperator<@Nullable Asked> by) {
        List<Asked> others = reminders.stream()
                .map(asked -> asked.message.equals(reminder) ? by.apply(asked) : asked)
                .filter(Objects::nonNull)
                .toList();
        return new Silence(since, others, closesAt);
    }

    boolean isReminder(MessageId message) {
        return reminders.stream().anyMatch(asked -> asked.message.equals(message));
    }

    /** When the customer was last told the closing date; empty as long as a reminder is on its way. */
    Optional<Instant> askedAt() {
        if (reminders.stream().anyMatch(asked -> asked.arrivedAt == null)) {
            return Optional.empty();
        }
        return reminders.stream().map(Asked::arrivedAt).filter(Objects::nonNull).max(Instant::compareTo);
    }
}
