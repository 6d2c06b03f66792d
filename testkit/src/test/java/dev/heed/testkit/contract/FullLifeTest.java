package dev.heed.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.ticket.CallEvent;
import dev.heed.ticket.CallOutcome;
import dev.heed.ticket.Closing;
import dev.heed.ticket.LifecycleEvent;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the contract of stores lets happen to a ticket. */
class FullLifeTest {
    private final List<TicketEvent> events = FullLife.events(StoreFixtures.NOON, 1001, FullLife.customer());

    @Test
    void everyKindOfEventThatThereIsHappens() {
        assertThat(kindsOf(events)).isEqualTo(kindsOf(TicketEvent.class));
    }

    @Test
    void callsAndTicketsEndInEveryWayThereIs() {
        assertThat(kindsOf(all(CallEvent.CallEnded.class, CallEvent.CallEnded::outcome)))
                .isEqualTo(kindsOf(CallOutcome.class));
        assertThat(kindsOf(all(LifecycleEvent.Closed.class, LifecycleEvent.Closed::closing)))
                .isEqualTo(kindsOf(Closing.class));
    }

    private <E> List<Object> all(Class<E> kind, Function<E, Object> part) {
        return events.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .map(part)
                .toList();
    }

    private static Set<Class<?>> kindsOf(List<?> values) {
        return values.stream().map(Object::getClass).collect(Collectors.toSet());
    }

    private static Set<Class<?>> kindsOf(Class<?> sealed) {
        return sealed.isSealed()
                ? Arrays.stream(sealed.getPermittedSubclasses())
                        .flatMap(kind -> kindsOf(kind).stream())
                        .collect(Collectors.toSet())
                : Set.of(sealed);
    }

    @Test
    void atTheEndTheCustomerWaits() {
        assertThat(Ticket.replay(events).expected()).isPresent();
    }

    @Test
    void twoMessagesThatAreEqualByIdAreNotEqualInFull() {
        var one = FullMessages.inbound(FullLife.customer(), StoreFixtures.NOON, "one");
        var other = FullMessages.inbound(FullLife.customer(), StoreFixtures.NOON, "other");

        assertThat(one).isEqualTo(other);
        assertThat(InFull.of(one)).isNotEqualTo(InFull.of(other));
    }
}
