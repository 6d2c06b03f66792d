package dev.heed.testkit.broken;

import dev.heed.people.CustomerId;
import dev.heed.spi.store.OutboxEntry;
import dev.heed.spi.store.Timer;
import dev.heed.spi.store.UnreadableInbound;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Stores whose lists are their own inside, and the sentences of the contract that say so. */
class BrokenListsTest {
    private static final String CHANGED_OUTSIDE = "changingAListThatWasHandedOutChangesNothing";
    private static final String CHANGED_INSIDE = "aListThatWasHandedOutStaysAsItWas";

    @Test
    void handingOutItsOwnHistoryIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    private final Map<TicketId, Alias<TicketEvent>> lists = new HashMap<>();

                    @Override
                    public synchronized List<TicketEvent> history(TicketId id) {
                        return lists.computeIfAbsent(id, key -> new Alias<>()).following(super.history(id));
                    }
                })
                .isCaughtBy(CHANGED_OUTSIDE, CHANGED_INSIDE);
    }

    @Test
    void handingOutItsOwnTicketsOfACustomerIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    private final Map<CustomerId, Alias<Ticket>> lists = new HashMap<>();

                    @Override
                    public List<Ticket> ticketsOf(CustomerId customer) {
                        return lists.computeIfAbsent(customer, key -> new Alias<>())
                                .following(super.ticketsOf(customer));
                    }
                })
                .isCaughtBy(CHANGED_OUTSIDE, CHANGED_INSIDE);
    }

    @Test
    void handingOutItsOwnTicketsThatWaitIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    private final Map<Integer, Alias<Ticket>> lists = new HashMap<>();

                    @Override
                    public List<Ticket> waiting(int limit) {
                        return lists.computeIfAbsent(limit, key -> new Alias<>())
                                .following(super.waiting(limit));
                    }
                })
                .isCaughtBy(CHANGED_OUTSIDE, CHANGED_INSIDE);
    }

    @Test
    void handingOutItsOwnTimersIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    private final Map<Integer, Alias<Timer>> lists = new HashMap<>();

                    @Override
                    public List<Timer> dueTimers(Instant now, int limit) {
                        return lists.computeIfAbsent(limit, key -> new Alias<>())
                                .following(super.dueTimers(now, limit));
                    }
                })
                .isCaughtBy(CHANGED_OUTSIDE, CHANGED_INSIDE);
    }

    @Test
    void handingOutItsOwnDeadLettersIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    private final Alias<OutboxEntry> list = new Alias<>();

                    @Override
                    public List<OutboxEntry> deadLetters() {
                        return list.following(super.deadLetters());
                    }
                })
                .isCaughtBy(CHANGED_OUTSIDE, CHANGED_INSIDE);
    }

    @Test
    void handingOutItsOwnUnreadableBytesIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    private final Alias<UnreadableInbound> list = new Alias<>();

                    @Override
                    public List<UnreadableInbound> unreadable() {
                        return list.following(super.unreadable());
                    }
                })
                .isCaughtBy(CHANGED_OUTSIDE, CHANGED_INSIDE);
    }

    @Test
    void handingOutListsThatTheCallerMayChangeIsAllowed() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public List<TicketEvent> history(TicketId id) {
                        return new ArrayList<>(super.history(id));
                    }

                    @Override
                    public List<Ticket> waiting(int limit) {
                        return new ArrayList<>(super.waiting(limit));
                    }

                    @Override
                    public List<OutboxEntry> deadLetters() {
                        return new ArrayList<>(super.deadLetters());
                    }
                })
                .holds();
    }

    /** One list for the life of the store; what a caller takes out of it is gone. Not thread-safe. */
    private static final class Alias<T> {
        private final List<T> own = new ArrayList<>();
        private List<T> seen = List.of();

        /** Writes the list anew when it is no longer the same. */
        List<T> following(List<T> now) {
            if (!now.equals(seen)) {
                own.clear();
                own.addAll(now);
                seen = now;
            }
            return own;
        }
    }
}
