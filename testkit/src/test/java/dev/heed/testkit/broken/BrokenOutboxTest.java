package dev.heed.testkit.broken;

import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.OutboxEntry;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Stores that keep outgoing work badly, and the sentences of the contract that say so. */
class BrokenOutboxTest {
    @Test
    void handingOutTheMessagesOfOneTicketOutOfOrderIsCaught() {
        ContractRun.ofStore(OrderIgnored::new)
                .isCaughtBy(
                        "whatIsBeingSentCannotBeSettledAnyMore",
                        "nothingIsLeftToSend",
                        "theMessagesOfOneTicketKeepTheirOrderAlsoWhenTheFirstIsTriedAgain",
                        "whatIsGivenUpIsListedAndCanBeSentAgain",
                        "workThatCannotBeClaimedYetTakesNoPlaceInTheLimit");
    }

    @Test
    void lettingOneTicketHoldUpAllOthersIsCaught() {
        ContractRun.ofStore(OneQueueForAll::new)
                .isCaughtBy(
                        "whatIsBeingSentCannotBeSettledAnyMore",
                        "nothingIsLeftToSend",
                        "oneTicketDoesNotHoldUpAnother",
                        "noMoreIsClaimedThanWasAskedFor",
                        "theWorkDueFirstIsGivenOutFirst",
                        "workThatCannotBeClaimedYetTakesNoPlaceInTheLimit",
                        "deadLettersComeInTheOrderInWhichTheyWereGivenUp",
                        "noMoreDeadLettersAreListedThanWereAskedFor");
    }

    @Test
    void forgettingTheFenceIsCaught() {
        ContractRun.ofStore(FenceForgotten::new)
                .isCaughtBy(
                        "aSettlementOfAnOldClaimIsSuperseded",
                        "nothingIsWrittenIfTheWorkWasClaimedAnew",
                        "ofSeveralReasonsTheOneNamedFirstIsGiven");
    }

    @Test
    void keepingWorkOfTicketsOnlyIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        List<OutboxEntry> ofTickets = unit.newOutbox().stream()
                                .filter(entry -> !entry.isWithoutTicket())
                                .toList();
                        return super.commit(
                                Rewritten.of(unit).outgoing(ofTickets).build());
                    }
                })
                .isCaughtBy("workThatBelongsToNoTicketIsGivenOutAndSettled");
    }

    @Test
    void losingDeadLettersIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public List<OutboxEntry> deadLetters(int limit) {
                        return List.of();
                    }
                })
                .isCaughtBy(
                        "whatIsGivenUpIsListedAndCanBeSentAgain",
                        "aDeadLetterIsStillTheWholeMessage",
                        "deadLettersComeInTheOrderInWhichTheyWereGivenUp",
                        "noMoreDeadLettersAreListedThanWereAskedFor");
    }

    @Test
    void givingOneClaimToTwoAtOnceIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public List<OutboxEntry> claimOutbox(Instant now, Duration lease, int limit) {
                        return super.claimOutbox(now, Duration.ZERO, limit);
                    }
                })
                .isCaughtBy(
                        "workIsClaimedWhenItIsDueAndByOneAtATime",
                        "aLeaseHoldsUntilItsEnd",
                        "noMoreIsClaimedThanWasAskedFor",
                        "aListOfClaimedWorkStaysAsItWas",
                        "nothingIsWrittenIfOneOfTwoTicketsHasChanged",
                        "nothingIsWrittenIfADocumentHasChanged",
                        "nothingIsWrittenIfTheAddressOfANewCustomerIsTaken",
                        "nothingIsWrittenIfTheTicketHasChanged",
                        "nothingOfARefusedUnitIsWritten",
                        "outgoingWorkComesBackAsItWasWritten",
                        "whatIsDueKeepsItsMicroseconds");
    }

    @Test
    void givingOutWhatIsNotDueYetIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public List<OutboxEntry> claimOutbox(Instant now, Duration lease, int limit) {
                        return super.claimOutbox(now.plusNanos(1), lease, limit);
                    }
                })
                .isCaughtAtLeastBy("workIsClaimedWhenItIsDueAndByOneAtATime");
    }

    @Test
    void forgettingThatAnAttemptWasBegunIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public List<OutboxEntry> claimOutbox(Instant now, Duration lease, int limit) {
                        return super.claimOutbox(now, lease, limit).stream()
                                .map(entry -> withAttempt(entry, entry.attempt(), 0))
                                .toList();
                    }
                })
                .isCaughtBy("aClaimThatWasNeverSettledIsGivenOutAgainInDoubt");
    }

    @Test
    void forgettingSettlementsIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        return super.commit(
                                Rewritten.of(unit).settled(List.of()).build());
                    }
                })
                .isCaughtBy(
                        "whatIsBeingSentCannotBeSettledAnyMore",
                        "aSettlementWrittenTwiceIsSuperseded",
                        "aSettlementOfAnOldClaimIsSuperseded",
                        "whatIsSentIsNotGivenOutAgain",
                        "workThatBelongsToNoTicketIsGivenOutAndSettled",
                        "theMessagesOfOneTicketKeepTheirOrderAlsoWhenTheFirstIsTriedAgain",
                        "whatIsGivenUpIsListedAndCanBeSentAgain",
                        "aDeadLetterIsStillTheWholeMessage",
                        "deadLettersComeInTheOrderInWhichTheyWereGivenUp",
                        "noMoreDeadLettersAreListedThanWereAskedFor",
                        "nothingIsWrittenIfTheWorkWasClaimedAnew",
                        "ofSeveralReasonsTheOneNamedFirstIsGiven");
    }

    private static OutboxEntry withAttempt(OutboxEntry entry, int attempt, int doubts) {
        return new OutboxEntry(
                entry.id(),
                entry.ticket(),
                entry.message(),
                entry.state(),
                entry.due(),
                entry.since(),
                attempt,
                entry.inFlight(),
                doubts,
                entry.reason());
    }

    private static OutboxEntry onTicket(OutboxEntry entry, TicketId ticket) {
        return new OutboxEntry(
                entry.id(),
                ticket,
                entry.message(),
                entry.state(),
                entry.due(),
                entry.since(),
                entry.attempt(),
                entry.inFlight(),
                entry.doubts(),
                entry.reason());
    }

    /** Settles whatever it is given as if it were the newest claim. */
    private static final class FenceForgotten extends ForwardingStore {
        @Override
        public CommitResult commit(UnitOfWork unit) {
            return super.commit(Rewritten.of(unit)
                    .settled(unit.settledOutbox().stream().map(this::newest).toList())
                    .build());
        }

        private OutboxEntry newest(OutboxEntry entry) {
            int attempt = findOutbox(entry.id()).map(OutboxEntry::attempt).orElse(entry.attempt());
            return withAttempt(entry, attempt, entry.doubts());
        }
    }

    /** Puts each entry in a queue that is not the one of its ticket. */
    private abstract static class QueuesMixedUp extends ForwardingStore {
        private final Map<UUID, TicketId> tickets = new HashMap<>();

        abstract TicketId queueOf(OutboxEntry entry);

        @Override
        public CommitResult commit(UnitOfWork unit) {
            unit.newOutbox().forEach(entry -> tickets.put(entry.id(), entry.ticket()));
            return super.commit(Rewritten.of(unit)
                    .outgoing(unit.newOutbox().stream().map(this::inItsQueue).toList())
                    .settled(unit.settledOutbox().stream().map(this::inItsQueue).toList())
                    .build());
        }

        private OutboxEntry inItsQueue(OutboxEntry entry) {
            return onTicket(entry, queueOf(entry));
        }

        @Override
        public List<OutboxEntry> claimOutbox(Instant now, Duration lease, int limit) {
            return super.claimOutbox(now, lease, limit).stream()
                    .map(this::onItsTicket)
                    .toList();
        }

        @Override
        public List<OutboxEntry> deadLetters(int limit) {
            return super.deadLetters(limit).stream().map(this::onItsTicket).toList();
        }

        @Override
        public Optional<OutboxEntry> findOutbox(UUID id) {
            return super.findOutbox(id).map(this::onItsTicket);
        }

        private OutboxEntry onItsTicket(OutboxEntry entry) {
            return onTicket(entry, tickets.getOrDefault(entry.id(), entry.ticket()));
        }
    }

    private static final class OrderIgnored extends QueuesMixedUp {
        @Override
        TicketId queueOf(OutboxEntry entry) {
            return new TicketId(entry.id());
        }
    }

    private static final class OneQueueForAll extends QueuesMixedUp {
        @Override
        TicketId queueOf(OutboxEntry entry) {
            return new TicketId(new UUID(0, 0));
        }
    }
}
