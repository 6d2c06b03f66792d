package dev.heed.testkit.scenario;

import static dev.heed.testkit.DeskExtension.MARIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.CustomerDesk;
import dev.heed.CustomerTicket;
import dev.heed.error.InvalidInputException;
import dev.heed.spi.channel.SendOutcome;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.testkit.DeskExtension;
import dev.heed.testkit.broken.ForwardingStore;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketStatus;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Both tickets of a merge are as they were read, or the merge is decided anew. */
class SimultaneousMergeScenarioTest {
    private final BusyStore store = new BusyStore();

    @RegisterExtension
    final DeskExtension heed = DeskExtension.with(builder -> builder.store(store));

    private Ticket first;
    private Ticket second;

    /** Somebody else is faster: what waits here happens before the next unit of work is written. */
    private static final class BusyStore extends ForwardingStore {
        final Deque<Runnable> before = new ArrayDeque<>();
        final Map<TicketId, Runnable> afterReading = new HashMap<>();

        @Override
        public CommitResult commit(UnitOfWork unit) {
            Runnable next = before.poll();
            if (next != null) {
                next.run();
            }
            return super.commit(unit);
        }

        @Override
        public Optional<Ticket> findTicket(TicketId id) {
            Optional<Ticket> found = super.findTicket(id);
            Runnable next = afterReading.remove(id);
            if (next != null) {
                next.run();
            }
            return found;
        }
    }

    @BeforeEach
    void twoQuestions() {
        heed.channel().receive("ana@example.com", "Where is my parcel?");
        heed.run();
        heed.clock().advance(Duration.ofHours(1));
        heed.channel().receive("ana@example.com", "It is late!");
        heed.run();
        List<Ticket> tickets = heed.tickets();
        first = tickets.get(0);
        second = tickets.get(1);
    }

    @Test
    void whatIsRefusedWhileItsTicketIsMergedIsKnownWhereThatGoesOn() {
        Story.reading(heed.maria(), first.id()).reply(first.id(), "It left this morning.");
        heed.gateway().next(new SendOutcome.Rejected("550 no such mailbox"));
        store.before.add(() -> heed.maria().mergeInto(first.id(), second.id(), "The same matter."));

        heed.run();

        assertThat(heed.maria().getTicket(first.id()).status()).isEqualTo(TicketStatus.CLOSED);
        assertThat(heed.maria().getTicket(second.id()).unreachable()).isTrue();
    }

    @Test
    void whatIsRefusedIsKnownWhereTheTicketInWhichItsOwnGoesOnIsMergedMeanwhile() {
        heed.channel().receive("ana@example.com", "Hello?");
        heed.run();
        Ticket third = heed.tickets().get(2);
        Story.reading(heed.maria(), first.id()).reply(first.id(), "It left this morning.");
        heed.maria().mergeInto(first.id(), second.id(), "The same matter.");
        heed.gateway().next(new SendOutcome.Rejected("550 no such mailbox"));
        store.afterReading.put(
                second.id(), () -> heed.maria().mergeInto(second.id(), third.id(), "The same matter as well."));

        heed.run();

        assertThat(heed.maria().getTicket(second.id()).status()).isEqualTo(TicketStatus.CLOSED);
        assertThat(heed.maria().getTicket(third.id()).unreachable()).isTrue();
    }

    @Test
    void aTicketThatIsClosedMeanwhileTakesNoOtherIn() {
        store.before.add(() -> heed.maria().markSpam(first.id(), "Nobody ordered."));

        assertThatThrownBy(() -> heed.maria().mergeInto(second.id(), first.id(), "The same matter."))
                .isInstanceOf(InvalidInputException.class);
        assertThat(heed.maria().getTicket(second.id()).status()).isEqualTo(TicketStatus.NEW);
    }

    @Test
    void aTicketThatIsAnsweredMeanwhileLetsTheCustomerOfTheOtherGoOnWaiting() {
        store.before.add(() -> Story.reading(heed.maria(), first.id()).reply(first.id(), "It left this morning."));

        Ticket after = heed.maria().mergeInto(second.id(), first.id(), "The same matter.");

        assertThat(heed.desk().as(MARIA).getTicket(second.id()).status()).isEqualTo(TicketStatus.CLOSED);
        assertThat(after.expected().map(expected -> expected.at()))
                .isEqualTo(second.expected().map(expected -> expected.at()));
    }

    @Test
    void whatTheCustomerAddsToATicketThatIsMergedMeanwhileGoesWhereItGoesOn() {
        CustomerDesk ana = heed.desk().forCustomer(second.customer());
        store.before.add(() -> heed.maria().mergeInto(second.id(), first.id(), "The same matter."));

        CustomerTicket written = ana.write(second.id(), "One thing more.");

        assertThat(written.id()).isEqualTo(first.id());
        assertThat(heed.maria().getTicket(second.id()).status()).isEqualTo(TicketStatus.CLOSED);
    }
}
