package dev.heed.testkit.broken;

import dev.heed.message.ChannelId;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.InboundKey;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.spi.store.UnreadableInbound;
import dev.heed.ticket.TicketId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Stores that mix up names and keys of the world outside, and the sentences of the contract that say so. */
class BrokenNamesTest {
    private static final ChannelId ONE_CHANNEL = ChannelId.of("any");
    private static final TicketId NONE = new TicketId(new UUID(0, 0));

    @Test
    void lettingTheLastUseOfANameWinIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    private final Map<List<Object>, TicketId> last = new HashMap<>();

                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        CommitResult result = super.commit(unit);
                        if (result == CommitResult.COMMITTED) {
                            unit.references()
                                    .forEach(name -> last.put(List.of(name.channel(), name.value()), name.ticket()));
                        }
                        return result;
                    }

                    @Override
                    public Optional<TicketId> findByReference(ChannelId channel, String reference) {
                        return Optional.ofNullable(last.get(List.of(channel, reference)));
                    }
                })
                .isCaughtBy(
                        "noNameLeadsToItAndItsInboundKeyIsKnownInAnotherFormAlone",
                        "aNameLeadsToTheTicketItWasTiedToFirst");
    }

    private static void tying(UnaryOperator<UnitOfWork.Reference> asKept, String... caughtBy) {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        return super.commit(Rewritten.of(unit)
                                .references(
                                        unit.references().stream().map(asKept).toList())
                                .build());
                    }

                    @Override
                    public Optional<TicketId> findByReference(ChannelId channel, String reference) {
                        UnitOfWork.Reference kept = asKept.apply(new UnitOfWork.Reference(channel, reference, NONE));
                        return super.findByReference(kept.channel(), kept.value());
                    }
                })
                .isCaughtBy(caughtBy);
    }

    @Test
    void holdingTheNamesOfAllChannelsForOneIsCaught() {
        tying(
                name -> new UnitOfWork.Reference(ONE_CHANNEL, name.value(), name.ticket()),
                "theSameNameOnAnotherChannelIsAnotherName");
    }

    @Test
    void tyingNamesWithoutRegardToCaseIsCaught() {
        tying(
                name -> new UnitOfWork.Reference(name.channel(), name.value().toLowerCase(Locale.ROOT), name.ticket()),
                "namesAndKeysAreComparedLetterByLetter");
    }

    private static void accepting(UnaryOperator<InboundKey> asKept, String... caughtBy) {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        return super.commit(Rewritten.of(unit).inbound(asKept).build());
                    }

                    @Override
                    public Optional<TicketId> findInbound(InboundKey key) {
                        return super.findInbound(asKept.apply(key));
                    }

                    @Override
                    public void keepUnreadable(UnreadableInbound inbound) {
                        boolean known = unreadable(Integer.MAX_VALUE).stream()
                                .anyMatch(kept -> asKept.apply(kept.key()).equals(asKept.apply(inbound.key())));
                        if (!known) {
                            super.keepUnreadable(inbound);
                        }
                    }
                })
                .isCaughtBy(caughtBy);
    }

    @Test
    void holdingTheKeysOfAllChannelsForOneIsCaught() {
        accepting(
                key -> new InboundKey(ONE_CHANNEL, key.externalId()),
                "theSameKeyOnAnotherChannelIsAnotherMessage",
                "whatIsUnreadableOnTwoChannelsIsKeptTwice");
    }

    @Test
    void comparingInboundKeysWithoutRegardToCaseIsCaught() {
        accepting(
                key -> new InboundKey(key.channel(), key.externalId().toLowerCase(Locale.ROOT)),
                "namesAndKeysAreComparedLetterByLetter");
    }
}
