package dev.heed.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the contract of stores lets happen to a ticket. */
class FullLifeTest {
    private final List<TicketEvent> events = FullLife.events(StoreFixtures.NOON, 1001, FullLife.customer());

    @Test
    void everyKindOfEventThatThereIsHappens() {
        assertThat(events.stream().<Class<?>>map(TicketEvent::getClass).distinct())
                .containsExactlyInAnyOrder(TicketEvent.class.getPermittedSubclasses());
    }

    @Test
    void atTheEndTheCustomerWaits() {
        assertThat(Ticket.replay(events).expected()).isPresent();
    }

    @Test
    void twoMessagesThatAreEqualByIdAreNotEqualInFull() {
        var one = FullLife.inbound(FullLife.customer(), StoreFixtures.NOON, "one");
        var other = FullLife.inbound(FullLife.customer(), StoreFixtures.NOON, "other");

        assertThat(one).isEqualTo(other);
        assertThat(InFull.of(one)).isNotEqualTo(InFull.of(other));
    }
}
