package dev.heed.testkit.broken;

import dev.heed.spi.channel.OutboundMessage;
import dev.heed.spi.channel.OutboundMessage.Content;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.OutboxEntry;
import dev.heed.spi.store.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Stores that give out other work than was asked for, or lose part of it, and the sentences that say so. */
class BrokenClaimsTest {
    private static void keeping(UnaryOperator<OutboundMessage> kept) {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        return super.commit(Rewritten.of(unit)
                                .outgoing(unit.newOutbox().stream()
                                        .map(entry -> with(entry, kept.apply(entry.message())))
                                        .toList())
                                .settled(unit.settledOutbox().stream()
                                        .map(entry -> with(entry, kept.apply(entry.message())))
                                        .toList())
                                .build());
                    }
                })
                .isCaughtBy("outgoingWorkComesBackAsItWasWritten", "aDeadLetterIsStillTheWholeMessage");
    }

    private static OutboxEntry with(OutboxEntry entry, OutboundMessage message) {
        return new OutboxEntry(
                entry.id(),
                entry.ticket(),
                message,
                entry.state(),
                entry.due(),
                entry.since(),
                entry.attempt(),
                entry.inFlight(),
                entry.doubts(),
                entry.reason());
    }

    @Test
    void losingTheWordsOfOutgoingWorkIsCaught() {
        keeping(m ->
                Resent.with(m, new Content("", m.content().html(), m.content().attachments())));
    }

    @Test
    void losingTheHtmlOfOutgoingWorkIsCaught() {
        keeping(m -> Resent.with(
                m, new Content(m.content().text(), Optional.empty(), m.content().attachments())));
    }

    @Test
    void losingTheFilesOfOutgoingWorkIsCaught() {
        keeping(m -> Resent.with(m, new Content(m.content().text(), m.content().html(), List.of())));
    }

    @Test
    void losingTheSubjectOfOutgoingWorkIsCaught() {
        keeping(m -> Resent.withSubject(m, ""));
    }

    @Test
    void losingWhoWroteOutgoingWorkIsCaught() {
        keeping(m -> Resent.withFromName(m, "Acme"));
    }

    @Test
    void losingWhatOutgoingWorkAnswersIsCaught() {
        keeping(m -> Resent.withAnswers(m, List.of()));
    }

    @Test
    void keepingAnOffsetInPlaceOfTheZoneIsCaught() {
        keeping(m -> Resent.withZone(m, ZoneOffset.ofHours(1)));
    }

    @Test
    void givingOutMoreWorkThanWasAskedForIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public List<OutboxEntry> claimOutbox(Instant now, Duration lease, int limit) {
                        return super.claimOutbox(now, lease, Integer.MAX_VALUE);
                    }
                })
                .isCaughtBy("noMoreIsClaimedThanWasAskedFor");
    }

    @Test
    void leasingMoreWorkThanItGivesOutIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public List<OutboxEntry> claimOutbox(Instant now, Duration lease, int limit) {
                        return super.claimOutbox(now, lease, Integer.MAX_VALUE).stream()
                                .limit(limit)
                                .toList();
                    }
                })
                .isCaughtBy("noMoreIsClaimedThanWasAskedFor");
    }

    @Test
    void givingOutTheLatestWorkFirstIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public List<OutboxEntry> claimOutbox(Instant now, Duration lease, int limit) {
                        List<OutboxEntry> claimed = new ArrayList<>(super.claimOutbox(now, lease, limit));
                        claimed.sort(Comparator.comparing(OutboxEntry::ticket, Comparator.comparing(Object::toString)));
                        return claimed;
                    }
                })
                .isCaughtBy("theWorkDueFirstIsGivenOutFirst");
    }

    @Test
    void endingALeaseEarlyIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public List<OutboxEntry> claimOutbox(Instant now, Duration lease, int limit) {
                        return super.claimOutbox(now, lease.dividedBy(2), limit);
                    }
                })
                .isCaughtAtLeastBy("aLeaseHoldsUntilItsEnd");
    }

    @Test
    void listingMoreDeadLettersThanWereAskedForIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public List<OutboxEntry> deadLetters(int limit) {
                        return super.deadLetters(Integer.MAX_VALUE);
                    }
                })
                .isCaughtBy("noMoreDeadLettersAreListedThanWereAskedFor");
    }

    @Test
    void listingDeadLettersByTheirIdIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public List<OutboxEntry> deadLetters(int limit) {
                        return super.deadLetters(limit).stream()
                                .sorted(Comparator.comparing(OutboxEntry::id))
                                .toList();
                    }
                })
                .isCaughtBy("deadLettersComeInTheOrderInWhichTheyWereGivenUp");
    }

    @Test
    void listingDeadLettersInTheOrderOfTheirWritingIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    private final List<UUID> written = new ArrayList<>();

                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        unit.newOutbox().forEach(entry -> written.add(entry.id()));
                        return super.commit(unit);
                    }

                    @Override
                    public List<OutboxEntry> deadLetters(int limit) {
                        return super.deadLetters(limit).stream()
                                .sorted(Comparator.comparing(entry -> written.indexOf(entry.id())))
                                .toList();
                    }
                })
                .isCaughtBy("deadLettersComeInTheOrderInWhichTheyWereGivenUp");
    }
}
