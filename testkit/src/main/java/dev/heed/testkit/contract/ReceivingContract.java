package dev.heed.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.heed.error.ChannelUnavailableException;
import dev.heed.error.ConflictException;
import dev.heed.error.StoreException;
import dev.heed.spi.channel.InboundMessage;
import dev.heed.testkit.contract.OutsideMessage.Part;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every adapter keeps to when it receives; a part of {@link ChannelAdapterContract}. */
abstract class ReceivingContract extends AdapterContract {
    private static final Instant WRITTEN_AT = Instant.parse("2026-03-02T07:55:12Z");

    ReceivingContract() {}

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
            restart();
            adapter.poll(inbox);

            assertThat(inbox.keys().stream().distinct()).hasSize(1);
        }

        @Test
        void twoMessagesWithEqualWordsAreTwoMessages() {
            customerWrites("Hello?");
            customerWrites("Hello?");
            adapter.poll(inbox);

            assertThat(inbox.keys().stream().distinct()).hasSize(2);
        }

        @Test
        void anOutsideThatDoesNotAnswerIsReportedAsUnavailable() {
            assumeTrue(outsideGoesDown(), "the outside of this channel cannot go down");

            assertThatThrownBy(() -> adapter.poll(inbox)).isInstanceOf(ChannelUnavailableException.class);
        }
    }

    @Nested
    class ReceivingAllThatWasSaid {
        private InboundMessage received() {
            customerWrites(new OutsideMessage(
                    "Where is it?",
                    Optional.of("Ana Gonçalves"),
                    Optional.of(SUBJECT),
                    Optional.of(WRITTEN_AT),
                    FILES,
                    Optional.empty(),
                    List.of()));
            adapter.poll(inbox);
            return inbox.only();
        }

        @Test
        void aMessageComesInWithItsSender() {
            assertThat(received().sender()).contains(customerAddress());
        }

        @Test
        void aMessageComesInWithTheNameOfItsSender() {
            assumeCarries(Part.AUTHOR_NAME);

            assertThat(received().senderName()).contains("Ana Gonçalves");
        }

        @Test
        void aMessageComesInWithItsSubject() {
            assumeCarries(Part.SUBJECT);

            assertThat(received().subject()).isEqualTo(SUBJECT);
        }

        @Test
        void aMessageComesInWithTheTimeItWasSent() {
            assumeCarries(Part.TIME);

            assertThat(received().sentAt()).contains(WRITTEN_AT);
        }

        @Test
        void aMessageComesInWithItsFiles() {
            assumeCarries(Part.FILES);

            assertThat(spelledOut(received().attachments())).isEqualTo(spelledOut(FILES));
        }
    }

    @Nested
    class Refusals {
        private final StoreException refusal =
                new StoreException("The inbox of the contract refuses.", "Bring the message again.", null);

        @Test
        void whatTheInboxThrowsComesOut() {
            RuntimeException other = new ConflictException("The inbox refuses otherwise.", "Bring it again.");
            customerWrites("do not lose me");

            inbox.refuseNext(refusal);
            assertThatThrownBy(() -> adapter.poll(inbox)).isSameAs(refusal);
            inbox.refuseNext(other);
            assertThatThrownBy(() -> adapter.poll(inbox)).isSameAs(other);
        }

        @Test
        void nothingIsHandedOverAfterARefusal() {
            customerWrites("the first");
            customerWrites("the second");
            inbox.refuseNext(refusal);
            pollInVain();

            assertThat(inbox.callsAfterRefusal()).isZero();
        }

        @Test
        void whatCouldNotBeTakenComesAgainUnderTheSameKey() {
            customerWrites("do not lose me");
            inbox.refuseNext(refusal);
            pollInVain();
            adapter.poll(inbox);

            assertThat(inbox.texts()).containsExactly("do not lose me");
            assertThat(inbox.keys().stream().distinct()).hasSize(1);
        }

        @Test
        void whatCouldNotBeTakenComesAgainAfterARestart() {
            customerWrites("the first");
            customerWrites("the second");
            inbox.refuseNext(refusal);
            pollInVain();
            restart();
            adapter.poll(inbox);

            assertThat(inbox.texts()).containsExactly("the first", "the second");
            assertThat(inbox.keys().stream().distinct()).hasSize(2);
        }

        @Test
        void whatComesAfterARefusedMessageKeepsItsPlace() {
            customerWrites("the first");
            customerWrites("the second");
            inbox.refuseNext(refusal);
            pollInVain();
            adapter.poll(inbox);

            assertThat(inbox.texts()).containsExactly("the first", "the second");
        }

        /** Whether the refusal comes out is said by a test of its own. */
        private void pollInVain() {
            try {
                adapter.poll(inbox);
            } catch (StoreException | ChannelUnavailableException expected) {
                assertThat(inbox.texts()).isEmpty();
            }
        }
    }

    @Nested
    class Unreadable {
        @Test
        void somethingUnreadableIsKeptAndStopsNothing() {
            customerWrites("before");
            assumeTrue(somethingUnreadableArrives(), "nothing unreadable can arrive on this channel");
            customerWrites("after");

            adapter.poll(inbox);

            assertThat(inbox.texts()).contains("before", "after");
            assertThat(inbox.texts().size() + inbox.unreadable().size()).isEqualTo(3);
        }

        @Test
        void somethingUnreadableThatCouldNotBeKeptComesAgain() {
            StoreException refusal =
                    new StoreException("The inbox of the contract refuses.", "Bring the bytes again.", null);
            assumeTrue(somethingUnreadableArrives(), "nothing unreadable can arrive on this channel");

            inbox.refuseNextUnreadable(refusal);
            assertThatThrownBy(() -> adapter.poll(inbox)).isSameAs(refusal);
            inbox.refuseNextUnreadable(refusal);
            assertThatThrownBy(() -> adapter.poll(inbox)).isSameAs(refusal);
            restart();
            adapter.poll(inbox);

            assertThat(inbox.unreadable()).hasSize(1);
            assertThat(inbox.refusedUnreadable().stream().distinct()).containsExactlyElementsOf(inbox.unreadable());
        }
    }
}
