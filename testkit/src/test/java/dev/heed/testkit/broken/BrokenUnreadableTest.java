package dev.heed.testkit.broken;

import dev.heed.spi.store.InboundKey;
import dev.heed.spi.store.UnreadableInbound;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Stores that keep badly what could not be read, and the sentences of the contract that say so. */
class BrokenUnreadableTest {
    @Test
    void listingMoreUnreadableThingsThanWereAskedForIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public List<UnreadableInbound> unreadable(int limit) {
                        return super.unreadable(Integer.MAX_VALUE);
                    }
                })
                .isCaughtBy("noMoreUnreadableThingsAreListedThanWereAskedFor");
    }

    @Test
    void keepingUnreadableBytesAsOftenAsTheyComeIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    private final List<UnreadableInbound> kept = new ArrayList<>();

                    @Override
                    public void keepUnreadable(UnreadableInbound inbound) {
                        kept.add(inbound);
                    }

                    @Override
                    public List<UnreadableInbound> unreadable(int limit) {
                        return kept.stream().limit(limit).toList();
                    }
                })
                .isCaughtBy(
                        "whatCouldNotBeReadIsForgottenToo",
                        "bytesAreKeptAsTheyCameAndOnce",
                        "unreadableThingsComeInTheOrderInWhichTheyCame");
    }

    private static void listing(Comparator<UnreadableInbound> order, String... caughtBy) {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public List<UnreadableInbound> unreadable(int limit) {
                        return super.unreadable(limit).stream().sorted(order).toList();
                    }
                })
                .isCaughtBy(caughtBy);
    }

    @Test
    void listingUnreadableBytesByTheirKeyIsCaught() {
        listing(
                Comparator.comparing(kept -> kept.key().externalId()),
                "unreadableThingsComeInTheOrderInWhichTheyCame",
                "noMoreUnreadableThingsAreListedThanWereAskedFor");
    }

    @Test
    void listingTheNewestUnreadableBytesFirstIsCaught() {
        listing(
                Comparator.comparing(UnreadableInbound::receivedAt).reversed(),
                "unreadableThingsComeInTheOrderInWhichTheyCame");
    }

    @Test
    void forgettingWhySomethingIsUnreadableIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public void keepUnreadable(UnreadableInbound inbound) {
                        super.keepUnreadable(
                                new UnreadableInbound(inbound.key(), inbound.receivedAt(), "", inbound.raw()));
                    }
                })
                .isCaughtBy("bytesAreKeptAsTheyCameAndOnce");
    }

    @Test
    void cuttingUnreadableBytesIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public void keepUnreadable(UnreadableInbound inbound) {
                        InboundKey key = inbound.key();
                        super.keepUnreadable(new UnreadableInbound(
                                key, inbound.receivedAt(), inbound.problem(), new byte[] {inbound.raw()[0]}));
                    }
                })
                .isCaughtBy("bytesAreKeptAsTheyCameAndOnce");
    }
}
