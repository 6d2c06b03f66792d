package dev.heed.ticket;

import com.google.common.collect.ImmutableList;
import dev.heed.ticket.OutgoingEvent.ReviewRequested;
import dev.heed.ticket.OutgoingEvent.ReviewTimedOut;
import dev.heed.ticket.OutgoingEvent.SendOrdered;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The drafts that wait to be sent. Immutable.
 *
 * @param orders in the order in which they were given; at most one for each draft
 */
record Outgoing(ImmutableList<SendOrder> orders) {
    static final Outgoing NONE = new Outgoing(ImmutableList.of());

    /** How long before something falls due an answer that keeps it leaves at the latest: rounds come when they come. */
    static final Duration LEEWAY = Duration.ofMinutes(1);

    Outgoing after(OutgoingEvent event) {
        List<SendOrder> others = orders.stream()
                .filter(order -> !order.draft().equals(event.draft()))
                .toList();
        Stream<SendOrder> changed = Stream.empty();
        if (event instanceof SendOrdered ordered) {
            changed = Stream.of(ordered.order());
        } else if (event instanceof ReviewRequested requested) {
            changed = Stream.of(requested.order());
        } else if (event instanceof ReviewTimedOut out && out.message().isEmpty()) {
            changed = of(event.draft()).stream().map(SendOrder::asOverdue);
        }
        ImmutableList<SendOrder> all = Stream.concat(others.stream(), changed).collect(ImmutableList.toImmutableList());
        return all.isEmpty() ? NONE : new Outgoing(all);
    }

    Optional<SendOrder> of(DraftId draft) {
        return orders.stream().filter(order -> order.draft().equals(draft)).findFirst();
    }

    /** What leaves next by itself. */
    Optional<SendOrder> next() {
        return orders.stream().filter(order -> !order.overdue()).min(Comparator.comparing(SendOrder::sendAt));
    }

    Optional<SendOrder> due(Instant now) {
        return next().filter(order -> !order.sendAt().isAfter(now));
    }
}
