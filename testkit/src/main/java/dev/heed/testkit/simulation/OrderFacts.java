package dev.heed.testkit.simulation;

import dev.heed.ticket.DraftId;
import dev.heed.ticket.IfCustomerWrites;
import dev.heed.ticket.LifecycleEvent;
import dev.heed.ticket.OutgoingEvent;
import dev.heed.ticket.OutgoingEvent.ReviewRequested;
import dev.heed.ticket.OutgoingEvent.ReviewTimedOut;
import dev.heed.ticket.OutgoingEvent.SendOrdered;
import dev.heed.ticket.SendOrder;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The drafts of a ticket that wait to be sent, told a second time. Not thread-safe. */
final class OrderFacts {
    private final Map<DraftId, Waiting> all = new LinkedHashMap<>();

    /**
     * One of them.
     *
     * @param messages how many were there when it was ordered
     * @param duplicates how many tickets with messages went on there
     */
    record Waiting(SendOrder order, int messages, long duplicates) {}

    void take(Facts facts, OutgoingEvent event) {
        Waiting before = all.remove(event.draft());
        if (event instanceof SendOrdered ordered) {
            keep(
                    facts,
                    new SendOrder(
                            ordered.draft(),
                            ordered.version(),
                            ordered.by(),
                            ordered.sendAt(),
                            ordered.ifCustomerWrites(),
                            ordered.seen(),
                            ordered.inSpite(),
                            false,
                            false));
        } else if (event instanceof ReviewRequested requested) {
            keep(
                    facts,
                    new SendOrder(
                            requested.draft(),
                            requested.version(),
                            requested.by(),
                            requested.until(),
                            IfCustomerWrites.CANCEL,
                            requested.seen(),
                            requested.inSpite(),
                            true,
                            false));
        } else if (event instanceof ReviewTimedOut out && out.message().isEmpty() && before != null) {
            all.put(out.draft(), new Waiting(overdue(before.order), before.messages, before.duplicates));
        }
    }

    private void keep(Facts facts, SendOrder order) {
        all.put(order.draft(), new Waiting(order, facts.messages.size(), duplicates(facts)));
    }

    private static SendOrder overdue(SendOrder order) {
        return new SendOrder(
                order.draft(),
                order.version(),
                order.by(),
                order.sendAt(),
                order.ifCustomerWrites(),
                order.seen(),
                order.inSpite(),
                order.review(),
                true);
    }

    static long duplicates(Facts facts) {
        return facts.history.stream()
                .filter(event -> event instanceof LifecycleEvent.Absorbed absorbed
                        && absorbed.lastMessage().isPresent())
                .count();
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    List<Waiting> waiting() {
        return List.copyOf(all.values());
    }

    /** In their order. */
    List<SendOrder> orders() {
        return all.values().stream().map(Waiting::order).toList();
    }

    @Nullable
    Waiting of(DraftId draft) {
        return all.get(draft);
    }

    /** When one of them leaves by itself. */
    Optional<Instant> next() {
        return all.values().stream()
                .map(Waiting::order)
                .filter(order -> !order.overdue())
                .map(SendOrder::sendAt)
                .min(Instant::compareTo);
    }
}
