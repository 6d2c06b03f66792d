package dev.heed.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.heed.spi.channel.ChannelAdapter;
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
}
