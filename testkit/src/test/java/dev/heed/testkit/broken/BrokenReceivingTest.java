package dev.heed.testkit.broken;

import dev.heed.error.ChannelUnavailableException;
import dev.heed.error.StoreException;
import dev.heed.spi.channel.InboundMessage;
import dev.heed.spi.channel.Inbox;
import dev.heed.spi.channel.Receipt;
import dev.heed.testkit.FakeChannel;
import dev.heed.ticket.TicketId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Adapters that receive badly, and the sentences of the contract that say so. */
class BrokenReceivingTest {
    @Test
    void aSoundAdapterIsNotComplainedAbout() {
        ContractRun.ofAdapter(ForwardingAdapter::new).holds();
    }

    @Test
    void acknowledgingBeforeTheInboxTookItIsCaught() {
        ContractRun.ofAdapter(outside -> new ForwardingAdapter(outside) {
                    @Override
                    public void poll(Inbox inbox) {
                        Fetched fetched = new Fetched();
                        super.poll(fetched);
                        fetched.handOver.forEach(message -> message.accept(inbox));
                    }
                })
                .isCaughtBy(
                        "whatCouldNotBeTakenComesAgainUnderTheSameKey",
                        "whatComesAfterARefusedMessageKeepsItsPlace",
                        "somethingUnreadableThatCouldNotBeKeptComesAgain",
                        "whatCouldNotBeTakenComesAgainAfterARestart",
                        "whatTheInboxThrowsComesOut");
    }

    @Test
    void anIdThatIsNewAtEachPollIsCaught() {
        ContractRun.ofAdapter(IdsFromACounter::new).isCaughtBy("whatCouldNotBeTakenComesAgainUnderTheSameKey");
    }

    @Test
    void droppingWhatComesAfterAnUnreadableOneIsCaught() {
        ContractRun.ofAdapter(outside -> new ForwardingAdapter(outside) {
                    @Override
                    public void poll(Inbox inbox) {
                        Fetched fetched = new Fetched();
                        super.poll(fetched);
                        for (Arrival arrival : fetched.handOver) {
                            arrival.accept(inbox);
                            if (arrival.unreadable()) {
                                return;
                            }
                        }
                    }
                })
                .isCaughtAtLeastBy("somethingUnreadableIsKeptAndStopsNothing");
    }

    @Test
    void throwingUnreadableThingsAwayIsCaught() {
        ContractRun.ofAdapter(outside -> new ForwardingAdapter(outside) {
                    @Override
                    public void poll(Inbox inbox) {
                        super.poll(new Inbox() {
                            @Override
                            public Receipt receive(InboundMessage message) {
                                return inbox.receive(message);
                            }

                            @Override
                            public void keepUnreadable(String externalId, String problem, byte[] raw) {
                                // what nobody can read, nobody misses
                            }
                        });
                    }
                })
                .isCaughtBy(
                        "somethingUnreadableIsKeptAndStopsNothing", "somethingUnreadableThatCouldNotBeKeptComesAgain");
    }

    @Test
    void goingOnAfterARefusalIsCaught() {
        ContractRun.ofAdapter(GoesOn::new)
                .isCaughtBy(
                        "whatComesAfterARefusedMessageKeepsItsPlace",
                        "nothingIsHandedOverAfterARefusal",
                        "somethingUnreadableThatCouldNotBeKeptComesAgain",
                        "whatCouldNotBeTakenComesAgainAfterARestart",
                        "whatTheInboxThrowsComesOut");
    }

    @Test
    void keepingToItselfThatTheInboxRefusedIsCaught() {
        ContractRun.ofAdapter(outside -> new ForwardingAdapter(outside) {
                    @Override
                    public void poll(Inbox inbox) {
                        try {
                            super.poll(inbox);
                        } catch (StoreException swallowed) {
                            return;
                        }
                    }
                })
                .isCaughtBy("whatTheInboxThrowsComesOut", "somethingUnreadableThatCouldNotBeKeptComesAgain");
    }

    @Test
    void sayingThatTheOutsideFailedWhereTheInboxRefusedIsCaught() {
        ContractRun.ofAdapter(outside -> new ForwardingAdapter(outside) {
                    @Override
                    public void poll(Inbox inbox) {
                        try {
                            super.poll(inbox);
                        } catch (StoreException e) {
                            throw new ChannelUnavailableException(
                                    ChannelUnavailableException.Kind.UNREACHABLE, "It failed.", "Try again.", e);
                        }
                    }
                })
                .isCaughtBy("whatTheInboxThrowsComesOut", "somethingUnreadableThatCouldNotBeKeptComesAgain");
    }

    @Test
    void acknowledgingWhatWasRefusedAndKeepingItInMemoryIsCaught() {
        ContractRun.ofAdapter(KeepsInMemory::new)
                .isCaughtBy(
                        "whatCouldNotBeTakenComesAgainAfterARestart",
                        "somethingUnreadableThatCouldNotBeKeptComesAgain");
    }

    @Test
    void acknowledgingTheUnreadableBeforeItWasKeptIsCaught() {
        ContractRun.ofAdapter(outside -> new ForwardingAdapter(outside) {
                    @Override
                    public void poll(Inbox inbox) {
                        List<RuntimeException> failures = new ArrayList<>();
                        super.poll(new Inbox() {
                            @Override
                            public Receipt receive(InboundMessage message) {
                                return inbox.receive(message);
                            }

                            @Override
                            public void keepUnreadable(String externalId, String problem, byte[] raw) {
                                try {
                                    inbox.keepUnreadable(externalId, problem, raw);
                                } catch (StoreException e) {
                                    failures.add(e);
                                }
                            }
                        });
                        failures.forEach(failure -> {
                            throw failure;
                        });
                    }
                })
                .isCaughtBy("somethingUnreadableThatCouldNotBeKeptComesAgain");
    }

    @Test
    void aKeyForTheUnreadableThatIsNewAtEachPollIsCaught() {
        ContractRun.ofAdapter(outside -> new ForwardingAdapter(outside) {
                    private int last;

                    @Override
                    public void poll(Inbox inbox) {
                        super.poll(new Inbox() {
                            @Override
                            public Receipt receive(InboundMessage message) {
                                return inbox.receive(message);
                            }

                            @Override
                            public void keepUnreadable(String externalId, String problem, byte[] raw) {
                                inbox.keepUnreadable(externalId + "-" + ++last, problem, raw);
                            }
                        });
                    }
                })
                .isCaughtBy("somethingUnreadableThatCouldNotBeKeptComesAgain");
    }

    @Test
    void handingOverTheNewestFirstIsCaught() {
        ContractRun.ofAdapter(outside -> new ForwardingAdapter(outside) {
                    @Override
                    public void poll(Inbox inbox) {
                        Fetched fetched = new Fetched();
                        super.poll(fetched);
                        Collections.reverse(fetched.handOver);
                        fetched.handOver.forEach(message -> message.accept(inbox));
                    }
                })
                .isCaughtAtLeastBy("everythingThatWaitsIsHandedOverInItsOrder");
    }

    @Test
    void sayingNothingWhenTheOutsideIsDownIsCaught() {
        ContractRun.ofAdapter(outside -> new ForwardingAdapter(outside) {
                    @Override
                    public void poll(Inbox inbox) {
                        try {
                            super.poll(inbox);
                        } catch (ChannelUnavailableException swallowed) {
                            return;
                        }
                    }
                })
                .isCaughtBy("anOutsideThatDoesNotAnswerIsReportedAsUnavailable");
    }

    /** Something that came in, to be handed over later. */
    private record Arrival(boolean unreadable, java.util.function.Consumer<Inbox> to) {
        void accept(Inbox inbox) {
            to.accept(inbox);
        }
    }

    /** Takes everything, and so makes the outside forget it. */
    private static final class Fetched implements Inbox {
        private final List<Arrival> handOver = new ArrayList<>();

        @Override
        public Receipt receive(InboundMessage message) {
            handOver.add(new Arrival(false, inbox -> inbox.receive(message)));
            return new Receipt(new TicketId(new UUID(1, 1)), Receipt.How.OPENED);
        }

        @Override
        public void keepUnreadable(String externalId, String problem, byte[] raw) {
            handOver.add(new Arrival(true, inbox -> inbox.keepUnreadable(externalId, problem, raw)));
        }
    }

    /** Numbers what it hands over instead of naming it by what the platform says. */
    private static final class IdsFromACounter extends ForwardingAdapter {
        private int last;

        IdsFromACounter(FakeChannel outside) {
            super(outside);
        }

        @Override
        public void poll(Inbox inbox) {
            super.poll(new InboundRetold(inbox, message -> InboundRetold.named(message, "id-" + ++last)));
        }
    }

    /** Leaves a refused message for the next poll and hands over those behind it. */
    private static final class GoesOn extends ForwardingAdapter {
        private final List<Arrival> refused = new ArrayList<>();

        GoesOn(FakeChannel outside) {
            super(outside);
        }

        @Override
        public void poll(Inbox inbox) {
            Fetched fetched = new Fetched();
            super.poll(fetched);
            List<Arrival> now = new ArrayList<>(refused);
            now.addAll(fetched.handOver);
            refused.clear();
            for (Arrival arrival : now) {
                try {
                    arrival.accept(inbox);
                } catch (StoreException e) {
                    refused.add(arrival);
                }
            }
        }
    }

    /** Takes all there is from the outside at once, and hands it over from its own memory. */
    private static final class KeepsInMemory extends ForwardingAdapter {
        private final Deque<Arrival> waiting = new ArrayDeque<>();

        KeepsInMemory(FakeChannel outside) {
            super(outside);
        }

        @Override
        public void poll(Inbox inbox) {
            Fetched fetched = new Fetched();
            super.poll(fetched);
            waiting.addAll(fetched.handOver);
            while (!waiting.isEmpty()) {
                waiting.getFirst().accept(inbox);
                waiting.removeFirst();
            }
        }
    }
}
