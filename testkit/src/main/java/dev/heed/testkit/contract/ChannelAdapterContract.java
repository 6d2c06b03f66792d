package dev.heed.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.heed.message.ChannelId;
import dev.heed.people.Address;
import dev.heed.spi.channel.ChannelAdapter;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What every {@link ChannelAdapter} keeps to. Extend it and fill in the hooks: the outside is yours, a real server on
 * this machine or a faithful fake of the platform. What a channel cannot do by nature is shown as skipped.
 */
public abstract class ChannelAdapterContract extends SendingContract {

    /** For subclasses. */
    protected ChannelAdapterContract() {}

    @Nested
    class Identity {
        @Test
        void theIdAndTheOwnAddressesStayTheSame() {
            ChannelId id = adapter.id();
            Set<Address> own = Set.copyOf(adapter.ownAddresses());
            assertThat(own).isNotEmpty();

            afterAPollAndARestart(() -> {
                assertThat(adapter.id()).isEqualTo(id);
                assertThat(adapter.ownAddresses()).isEqualTo(own);
            });
        }

        @Test
        void aPlannedReferenceIsAFunctionOfTheMessageId() {
            Optional<String> one = adapter.plannedReference("m-1");
            assumeTrue(one.isPresent(), "this channel plans no references");
            Optional<String> other = adapter.plannedReference("m-2");
            assertThat(other).isPresent().isNotEqualTo(one);

            afterAPollAndARestart(() -> {
                assertThat(adapter.plannedReference("m-2")).isEqualTo(other);
                assertThat(adapter.plannedReference("m-1")).isEqualTo(one);
            });
        }

        private void afterAPollAndARestart(Runnable check) {
            customerWrites("Where is my parcel?");
            adapter.poll(inbox);
            check.run();
            restart();
            check.run();
        }
    }
}
