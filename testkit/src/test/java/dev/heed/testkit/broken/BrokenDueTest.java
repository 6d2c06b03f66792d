package dev.heed.testkit.broken;

import static dev.heed.testkit.broken.Listing.BY_ID;
import static dev.heed.testkit.broken.Listing.BY_NUMBER;

import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.TicketQuery;
import dev.heed.spi.store.TicketQuery.Due;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;

/** Stores that keep badly when a ticket has to be looked at, and the sentences of the contract that say so. */
class BrokenDueTest {
    private static final String FROM_ITS_INSTANT = "aTicketIsDueFromItsInstantOnAndStaysSoUntilItIsChanged";
    private static final String NOTHING_AHEAD = "aTicketThatHasNothingAheadIsNeverDue";
    private static final String LATER = "aLaterInstantTakesThePlaceOfAnEarlierOne";
    private static final String EARLIER = "anEarlierInstantTakesThePlaceOfALaterOne";
    private static final String WITHOUT_EVENTS = "aChangeWithoutEventsMovesTheInstantAndNothingElse";
    private static final String ORDER = "whatIsDueFirstComesFirstAndThenTheSmallestNumber";
    private static final String LIMIT = "noMoreThatAreDueAreListedThanWereAskedFor";
    private static final String TOGETHER = "severalTicketsChangeAtOnce";

    private static ContractRun askingAt(Duration later) {
        return Listing.asking(Due.class, query -> new Due(((Due) query).now().plus(later)));
    }

    @Test
    void givingATicketANanosecondEarlyIsCaught() {
        askingAt(Duration.ofNanos(1)).isCaughtBy(FROM_ITS_INSTANT);
    }

    @Test
    void givingATicketANanosecondLateIsCaught() {
        askingAt(Duration.ofNanos(-1))
                .isCaughtBy(
                        FROM_ITS_INSTANT,
                        LATER,
                        EARLIER,
                        WITHOUT_EVENTS,
                        ORDER,
                        TOGETHER,
                        "aTicketComesBackWithAllThatWasSaid",
                        "whatIsDueKeepsItsMicroseconds");
    }

    @Test
    void forgettingATicketOnceItWasListedIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    private final Set<Ticket> listed = new HashSet<>();

                    @Override
                    public List<Ticket> list(TicketQuery query, int limit) {
                        List<Ticket> sound = super.list(query, limit);
                        return query instanceof Due
                                ? sound.stream().filter(listed::add).toList()
                                : sound;
                    }
                })
                .isCaughtAtLeastBy(FROM_ITS_INSTANT);
    }

    @Test
    void listingTheLatestFirstIsCaught() {
        Listing.changed(Due.class, Listing::backwards).isCaughtBy(ORDER, LIMIT);
    }

    @Test
    void listingWhatIsDueByNumberIsCaught() {
        Listing.sorted(Due.class, BY_NUMBER).isCaughtBy(ORDER, LIMIT);
    }

    @Test
    void listingWhatIsDueByIdIsCaught() {
        Listing.sorted(Due.class, BY_ID).isCaughtAtLeastBy(ORDER);
    }

    @Test
    void listingMoreThatAreDueThanWereAskedForIsCaught() {
        Listing.withoutLimit(Due.class).isCaughtBy(LIMIT);
    }

    /** Keeps for each ticket what this makes of the instant it had and the one it is given. */
    private static ContractRun keeping(BinaryOperator<Optional<Instant>> kept) {
        return ContractRun.ofStore(() -> new ForwardingStore() {
            private final Map<TicketId, Optional<Instant>> instants = new HashMap<>();

            @Override
            public synchronized CommitResult commit(UnitOfWork unit) {
                return super.commit(Rewritten.of(unit).eachChange(this::kept).build());
            }

            private UnitOfWork.Change kept(UnitOfWork.Change change) {
                Optional<Instant> wakeAt = instants.merge(change.ticket().id(), change.wakeAt(), kept);
                return new UnitOfWork.Change(change.ticket(), change.events(), change.expectedVersion(), wakeAt);
            }
        });
    }

    @Test
    void keepingTheFirstInstantForGoodIsCaught() {
        keeping((before, now) -> before).isCaughtAtLeastBy(NOTHING_AHEAD, LATER, EARLIER, WITHOUT_EVENTS);
    }

    @Test
    void keepingAnInstantThatIsTakenBackIsCaught() {
        keeping((before, now) -> now.or(() -> before)).isCaughtAtLeastBy(NOTHING_AHEAD);
    }

    @Test
    void keepingTheEarlierOfTwoInstantsIsCaught() {
        keeping((before, now) -> now.map(at -> before.filter(at::isAfter).orElse(at)))
                .isCaughtAtLeastBy(LATER, WITHOUT_EVENTS);
    }

    @Test
    void keepingTheLaterOfTwoInstantsIsCaught() {
        keeping((before, now) -> now.map(at -> before.filter(at::isBefore).orElse(at)))
                .isCaughtAtLeastBy(EARLIER);
    }

    @Test
    void passingOverAChangeWithoutEventsIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        return super.commit(Rewritten.of(unit)
                                .changes(unit.changes().stream()
                                        .filter(change -> !change.events().isEmpty())
                                        .toList())
                                .build());
                    }
                })
                .isCaughtBy(WITHOUT_EVENTS);
    }

    @Test
    void listingOneTicketPerInstantIsCaught() {
        ContractRun.ofStore(OnePerInstant::new).isCaughtAtLeastBy(ORDER);
    }

    /** Keeps one ticket for each instant: the first. */
    private static final class OnePerInstant extends ForwardingStore {
        private final Map<Instant, TicketId> first = new HashMap<>();

        @Override
        public CommitResult commit(UnitOfWork unit) {
            return super.commit(
                    Rewritten.of(unit).eachChange(this::onlyTheFirst).build());
        }

        private UnitOfWork.Change onlyTheFirst(UnitOfWork.Change change) {
            TicketId id = change.ticket().id();
            Optional<Instant> wakeAt = change.wakeAt()
                    .filter(at -> first.computeIfAbsent(at, key -> id).equals(id));
            return new UnitOfWork.Change(change.ticket(), change.events(), change.expectedVersion(), wakeAt);
        }
    }
}
