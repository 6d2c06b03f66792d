package dev.heed.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.heed.error.ChannelUnavailableException;
import dev.heed.error.StoreException;
import dev.heed.message.MessageId;
import dev.heed.people.Address;
import dev.heed.spi.channel.ChannelAdapter;
import dev.heed.spi.channel.InboundMessage;
import dev.heed.spi.channel.Inbox;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.spi.channel.Receipt;
import dev.heed.spi.channel.SendOutcome;
import dev.heed.ticket.TicketId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What every {@link ChannelAdapter} keeps to. Extend it and fill in the hooks: the outside is yours, a real server on
 * this machine or a faithful fake of the platform. What a channel cannot do by nature is shown as skipped.
 */
public abstract class ChannelAdapterContract {
    private static final String REFUSAL = "The inbox of the contract refuses.";

    private ChannelAdapter adapter;
    private RecordingInbox inbox;

    /** For subclasses. */
    @SuppressWarnings("NullAway.Init") // set before each test
    protected ChannelAdapterContract() {}

    /** The adapter, connected to an outside in which nothing has happened. */
    protected abstract ChannelAdapter newAdapter();

    /** A customer writes these words in the world outside. */
    protected abstract void customerWrites(String text);

    /** Somewhere in the outside there is something that no message can be made of. False if that cannot happen. */
    protected abstract boolean somethingUnreadableArrives();

    /** An address in the outside that takes messages. */
    protected abstract Address customerAddress();

    /** The texts that have arrived at that address, in their order. */
    protected abstract List<String> arrivedOutside();

    /** From now on the outside does not answer. False if that cannot be arranged. */
    protected abstract boolean outsideGoesDown();

    @BeforeEach
    void open() {
        adapter = newAdapter();
        inbox = new RecordingInbox();
    }

    @AfterEach
    void close() {
        adapter.close();
    }

    @Nested
    class Identity {
        @Test
        void theIdAndTheOwnAddressesStayTheSame() {
            assertThat(adapter.id()).isEqualTo(adapter.id());
            assertThat(adapter.ownAddresses()).isNotEmpty().isEqualTo(adapter.ownAddresses());
        }

        @Test
        void aPlannedReferenceIsAFunctionOfTheMessageId() {
            assertThat(adapter.plannedReference("m-1")).isEqualTo(adapter.plannedReference("m-1"));
            assumeTrue(adapter.plannedReference("m-1").isPresent(), "this channel plans no references");
            assertThat(adapter.plannedReference("m-1")).isNotEqualTo(adapter.plannedReference("m-2"));
        }
    }

    @Nested
    class Receiving {
        @Test
        void everythingThatWaitsIsHandedOverInItsOrder() {
            customerWrites("the first");
            customerWrites("the second");
            customerWrites("the third");

            adapter.poll(inbox);

            assertThat(inbox.texts()).containsExactly("the first", "the second", "the third");
        }

        @Test
        void nothingIsHandedOverWhereNothingWaits() {
            adapter.poll(inbox);

            assertThat(inbox.texts()).isEmpty();
        }

        @Test
        void whatWasTakenDoesNotComeAgainAsSomethingNew() {
            customerWrites("only once");
            adapter.poll(inbox);
            adapter.poll(inbox);

            assertThat(inbox.keys().stream().distinct()).hasSize(1);
        }

        @Test
        void whatCouldNotBeTakenComesAgainUnderTheSameKey() {
            customerWrites("do not lose me");
            inbox.refuseNext();
            try {
                adapter.poll(inbox);
            } catch (StoreException e) {
                assertThat(e.problem()).isEqualTo(REFUSAL);
            }
            adapter.poll(inbox);

            assertThat(inbox.texts()).containsExactly("do not lose me");
            assertThat(inbox.keys().stream().distinct()).hasSize(1);
        }

        @Test
        void whatComesAfterARefusedMessageKeepsItsPlace() {
            customerWrites("the first");
            customerWrites("the second");
            inbox.refuseNext();
            try {
                adapter.poll(inbox);
            } catch (StoreException e) {
                assertThat(e.problem()).isEqualTo(REFUSAL);
            }
            adapter.poll(inbox);

            assertThat(inbox.texts()).containsExactly("the first", "the second");
        }

        @Test
        void somethingUnreadableIsKeptAndStopsNothing() {
            customerWrites("before");
            assumeTrue(somethingUnreadableArrives(), "nothing unreadable can arrive on this channel");
            customerWrites("after");

            adapter.poll(inbox);

            assertThat(inbox.texts()).contains("before", "after");
            assertThat(inbox.texts().size() + inbox.unreadable()).isEqualTo(3);
        }

        @Test
        void anOutsideThatDoesNotAnswerIsReportedAsUnavailable() {
            assumeTrue(outsideGoesDown(), "the outside of this channel cannot go down");

            assertThatThrownBy(() -> adapter.poll(inbox)).isInstanceOf(ChannelUnavailableException.class);
        }
    }

    @Nested
    class Sending {
        @Test
        void aMessageArrivesWithItsWords() {
            SendOutcome outcome = adapter.send(outgoing("m-1", "It left this morning."));

            assertThat(outcome).isInstanceOf(SendOutcome.Sent.class);
            assertThat(arrivedOutside()).singleElement().asString().contains("It left this morning.");
        }

        @Test
        void messagesArriveInTheirOrder() {
            SendOutcome first = adapter.send(outgoing("m-1", "the first"));
            SendOutcome second = adapter.send(outgoing("m-2", "the second"));

            assertThat(List.of(first, second)).allMatch(SendOutcome.Sent.class::isInstance);
            assertThat(arrivedOutside()).hasSize(2);
            assertThat(arrivedOutside().get(0)).contains("the first");
            assertThat(arrivedOutside().get(1)).contains("the second");
        }

        @Test
        void anOutsideThatDoesNotAnswerIsAnOutcomeAndNoException() {
            assumeTrue(outsideGoesDown(), "the outside of this channel cannot go down");

            assertThat(adapter.send(outgoing("m-1", "Are you there?")))
                    .isInstanceOfAny(SendOutcome.Failed.class, SendOutcome.Unknown.class);
        }
    }

    private OutboundMessage outgoing(String id, String text) {
        return new OutboundMessage(
                new MessageId(id),
                adapter.id(),
                customerAddress(),
                Optional.of("Ana"),
                "Maria Keller, Acme",
                "Re: Where is my parcel?",
                new OutboundMessage.Content(text, Optional.empty(), List.of()),
                List.of(),
                false,
                Instant.parse("2026-03-02T12:00:00Z"),
                ZoneId.of("Europe/Berlin"));
    }

    /** Writes down what is handed over, and refuses when told to. */
    private static final class RecordingInbox implements Inbox {
        private final Set<String> known = new java.util.HashSet<>();
        private final List<InboundMessage> taken = new ArrayList<>();
        private final List<String> keys = new ArrayList<>();
        private boolean refuse;
        private int unreadable;

        void refuseNext() {
            refuse = true;
        }

        List<String> texts() {
            return taken.stream().map(message -> message.text().strip()).toList();
        }

        List<String> keys() {
            return keys;
        }

        int unreadable() {
            return unreadable;
        }

        @Override
        public Receipt receive(InboundMessage message) {
            keys.add(message.externalId());
            if (refuse) {
                refuse = false;
                throw new StoreException(REFUSAL, "Bring the message again.", null);
            }
            boolean isNew = known.add(message.externalId());
            if (isNew) {
                taken.add(message);
            }
            return new Receipt(
                    new TicketId(new UUID(3, message.externalId().hashCode())),
                    isNew ? Receipt.How.OPENED : Receipt.How.DUPLICATE);
        }

        @Override
        public void keepUnreadable(String externalId, String problem, byte[] raw) {
            unreadable++;
        }
    }
}
