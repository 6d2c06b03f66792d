package dev.heed.testkit.broken;

import dev.heed.message.ChannelId;
import dev.heed.people.Address;
import dev.heed.people.EmailAddress;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Adapters that are somebody else after a restart, and the sentences of the contract that say so. */
class BrokenIdentityTest {
    private final AtomicInteger starts = new AtomicInteger();

    @Test
    void anIdThatIsAnotherAfterARestartIsCaught() {
        ContractRun.ofAdapter(outside -> {
                    ChannelId id = ChannelId.of("fake-" + starts.incrementAndGet());
                    return new ForwardingAdapter(outside) {
                        @Override
                        public ChannelId id() {
                            return id;
                        }
                    };
                })
                .isCaughtBy("theIdAndTheOwnAddressesStayTheSame");
    }

    @Test
    void addressesThatAreOthersAfterARestartAreCaught() {
        ContractRun.ofAdapter(outside -> {
                    Address own = EmailAddress.of("shop" + starts.incrementAndGet() + "@lumen.example");
                    return new ForwardingAdapter(outside) {
                        @Override
                        public Set<Address> ownAddresses() {
                            return Set.of(own);
                        }
                    };
                })
                .isCaughtBy("theIdAndTheOwnAddressesStayTheSame");
    }

    @Test
    void namesThatArePlannedAnewAfterARestartAreCaught() {
        ContractRun.ofAdapter(outside -> {
                    int start = starts.incrementAndGet();
                    return new ForwardingAdapter(outside) {
                        @Override
                        public Optional<String> plannedReference(String messageId) {
                            return Optional.of(start + "-" + messageId);
                        }
                    };
                })
                .isCaughtBy(
                        "aPlannedReferenceIsAFunctionOfTheMessageId",
                        "aMessageBearsTheNameThatWasPlanned",
                        "anAnswerOfTheCustomerLeadsBack",
                        "whatComesBackIsReportedWithTheNameOfTheMessage");
    }
}
