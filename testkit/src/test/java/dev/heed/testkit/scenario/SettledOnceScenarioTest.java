package dev.heed.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.error.StoreException;
import dev.heed.spi.channel.SendOutcome;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.testkit.DeskExtension;
import dev.heed.testkit.broken.ForwardingStore;
import dev.heed.ticket.ConversationEvent.Delivered;
import dev.heed.ticket.ConversationEvent.DeliveryFailed;
import dev.heed.ticket.TicketEvent;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A store that has written the outcome of a message and cannot say so: it is written again only if it is not there. */
class SettledOnceScenarioTest {
    private final AnswersLost store = new AnswersLost();

    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(builder -> builder.store(store));

    /** Writes the outcomes of messages, and loses the answer the first time. */
    private static final class AnswersLost extends ForwardingStore {
        private boolean losing = true;

        @Override
        public CommitResult commit(UnitOfWork unit) {
            CommitResult result = super.commit(unit);
            if (losing && !unit.settledOutbox().isEmpty()) {
                losing = false;
                throw new StoreException("The answer was lost.", "Try again.", null);
            }
            return result;
        }
    }

    private List<TicketEvent> history() {
        heed.channel().receive("ana@example.com", "Where is my parcel?");
        heed.run();
        return heed.maria().history(heed.onlyTicket().id());
    }

    @Test
    void aMessageIsDeliveredOnceOnTheRecord() {
        assertThat(history()).filteredOn(Delivered.class::isInstance).hasSize(1);
    }

    @Test
    void aMessageIsGivenUpOnceOnTheRecord() {
        heed.gateway().next(new SendOutcome.Rejected("no such address"));
        assertThat(history()).filteredOn(DeliveryFailed.class::isInstance).hasSize(1);
        assertThat(heed.desk().backoffice().deadLetters()).hasSize(1);
    }
}
