package dev.heed.testkit.broken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.people.CustomerId;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.TicketStore;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.testkit.contract.TicketStoreContract;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Stores that keep tickets badly, and the sentences of the contract that say so. */
class BrokenTicketsTest {
    @Test
    void aSoundStoreIsNotComplainedAbout() {
        ContractRun run = ContractRun.of(Sound.class);

        run.isCaughtBy();
        assertThat(run.finished()).isGreaterThan(20);
    }

    @Test
    void losingTheSecondEventOfAUnitIsCaught() {
        ContractRun.of(LosesTheSecondEvent.class)
                .isCaughtBy(
                        "aCommittedTicketIsFoundWithItsWholeHistory",
                        "laterEventsAreAddedBehindTheEarlierOnes",
                        "aChangeThatExpectsAnotherVersionIsAConflict",
                        "ofManyWhoChangeOneTicketAtOnceNoneLosesAnEvent");
    }

    static class Sound extends TicketStoreContract {
        @Override
        protected TicketStore newStore() {
            return new ForwardingStore();
        }
    }

    static class LosesTheSecondEvent extends TicketStoreContract {
        @Override
        protected TicketStore newStore() {
            return new ForwardingStore() {
                @Override
                public List<TicketEvent> history(TicketId id) {
                    List<TicketEvent> events = new ArrayList<>(super.history(id));
                    if (events.size() > 1) {
                        events.remove(1);
                    }
                    return events;
                }
            };
        }
    }
}
