package dev.heed.testkit.broken;

import dev.heed.people.Absence;
import dev.heed.spi.store.OutboxEntry;
import dev.heed.spi.store.TicketQuery;
import dev.heed.spi.store.UnreadableInbound;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            classes = {
                TicketQuery.OfCustomer.class,
                TicketQuery.OwnedBy.class,
                TicketQuery.Waiting.class,
                TicketQuery.Due.class,
                TicketQuery.AskedOf.class,
                TicketQuery.Exempted.class
            })
    void handingOutItsOwnListOfTicketsIsCaught(Class<? extends TicketQuery> kind) {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    private final Map<TicketQuery, Alias<Ticket>> lists = new HashMap<>();

                    @Override
                    public synchronized List<Ticket> list(TicketQuery query, int limit) {
                        List<Ticket> sound = super.list(query, limit);
                        return kind.isInstance(query)
                                ? lists.computeIfAbsent(query, key -> new Alias<>())
                                        .following(sound)
                                : sound;
                    }
                })
                .isCaughtBy(CHANGED_OUTSIDE, CHANGED_INSIDE);
    }

    @Test
    void handingOutItsOwnDeadLettersIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    private final Alias<OutboxEntry> list = new Alias<>();

                    @Override
                    public List<OutboxEntry> deadLetters(int limit) {
                        return list.following(super.deadLetters(limit));
                    }
                })
                .isCaughtBy(CHANGED_OUTSIDE, CHANGED_INSIDE);
    }

    @Test
    void handingOutItsOwnUnreadableBytesIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    private final Alias<UnreadableInbound> list = new Alias<>();

                    @Override
                    public List<UnreadableInbound> unreadable(int limit) {
                        return list.following(super.unreadable(limit));
                    }
                })
                .isCaughtBy(CHANGED_OUTSIDE, CHANGED_INSIDE);
    }

    @Test
    void handingOutItsOwnAbsencesIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    private final Alias<Absence> list = new Alias<>();

                    @Override
                    public List<Absence> absences() {
                        return list.following(super.absences());
                    }
                })
                .isCaughtBy(CHANGED_OUTSIDE, CHANGED_INSIDE);
    }

    @Test
    void handingOutItsOwnListOfClaimedWorkIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    private final Alias<OutboxEntry> list = new Alias<>();

                    @Override
                    public List<OutboxEntry> claimOutbox(Instant now, Duration lease, int limit) {
                        return list.following(super.claimOutbox(now, lease, limit));
                    }
                })
                .isCaughtAtLeastBy("aListOfClaimedWorkStaysAsItWas");
    }

    @Test
    void forgettingWorkThatIsTakenOutOfTheListIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    private List<OutboxEntry> last = List.of();
                    private List<OutboxEntry> handedOut = List.of();

                    @Override
                    public List<OutboxEntry> claimOutbox(Instant now, Duration lease, int limit) {
                        boolean taken = handedOut.size() < last.size();
                        last = super.claimOutbox(now, lease, limit);
                        handedOut = new ArrayList<>(taken ? List.of() : last);
                        return handedOut;
                    }
                })
                .isCaughtBy("changingAListOfClaimedWorkChangesNothing");
    }

    @Test
    void handingOutListsThatTheCallerMayChangeIsAllowed() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public List<TicketEvent> history(TicketId id) {
                        return new ArrayList<>(super.history(id));
                    }

                    @Override
                    public List<Ticket> list(TicketQuery query, int limit) {
                        return new ArrayList<>(super.list(query, limit));
                    }

                    @Override
                    public List<OutboxEntry> deadLetters(int limit) {
                        return new ArrayList<>(super.deadLetters(limit));
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

    @Test
    void givingAListOfNothingIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public List<Ticket> list(TicketQuery query, int limit) {
                        return limit < 1 ? List.of() : super.list(query, limit);
                    }
                })
                .isCaughtBy("aListOfNothingIsRefused");
    }
}
