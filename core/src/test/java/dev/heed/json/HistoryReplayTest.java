package dev.heed.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.hours.BusinessHours;
import dev.heed.people.CustomerId;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseState;
import dev.heed.ticket.LifecycleEvent.TicketOpened;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketPolicy;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** A ticket that is folded of a history read from JSON is the ticket it was. */
class HistoryReplayTest {
    private static final TicketPolicy POLICY =
            TicketPolicy.builder(BusinessHours.always(EventExamples.ZONE)).build();

    private final EventJson json = EventJson.create();

    @Test
    void theTicketOfAWholeLifeIsTheSameAfterEachOfItsEvents() {
        Map<String, TicketEvent> examples = EventExamples.all();
        List<TicketEvent> history = Stream.of(
                        "ticket.opened",
                        "message.received",
                        "acknowledgement.sent",
                        "promise.made",
                        "owner.assigned",
                        "note.added",
                        "ticket.kind-changed",
                        "call.started",
                        "call.ended",
                        "promise.reminded",
                        "promise.kept",
                        "ticket.held",
                        "ticket.hold-ended",
                        "answer.given",
                        "delivery.done",
                        "reminder.sent",
                        "delivery.bounced",
                        "ticket.escalated",
                        "delivery.redriven",
                        "ticket.confirmed",
                        "ticket.closed",
                        "ticket.reopened",
                        "ticket.disputed",
                        "ticket.decided-against")
                .map(examples::get)
                .toList();

        for (int length = 1; length <= history.size(); length++) {
            assertSameAfterJson(history.subList(0, length));
        }
    }

    @Property(tries = 200)
    void theTicketOfAnyHistoryIsTheSame(@ForAll("histories") List<TicketEvent> history) {
        assertSameAfterJson(history);
    }

    @Property(tries = 200)
    void anErasedHistoryLeadsToATicketOfWhichTheSameIsKnown(@ForAll("histories") List<TicketEvent> history) {
        Ticket before = Ticket.replay(history);
        Ticket after = Ticket.replay(new Redaction(CustomerId.of("erased-1")).of(history));

        assertThat(after.version()).isEqualTo(before.version());
        assertThat(after.status()).isEqualTo(before.status());
        assertThat(after.kind()).isEqualTo(before.kind());
        assertThat(after.owner()).isEqualTo(before.owner());
        assertThat(after.messages()).hasSameSizeAs(before.messages());
        assertThat(after.firstAnsweredAt()).isEqualTo(before.firstAnsweredAt());
        assertThat(after.promises()).extracting(Promise::state).isEqualTo(states(before));
        assertThat(after.wakeAt(POLICY)).isEqualTo(before.wakeAt(POLICY));
    }

    private static List<PromiseState> states(Ticket ticket) {
        return ticket.promises().stream().map(Promise::state).toList();
    }

    private void assertSameAfterJson(List<TicketEvent> history) {
        Ticket before = Ticket.replay(history);
        Ticket after = Ticket.replay(json.readHistory(json.writeHistory(history)));

        assertThat(after).isEqualTo(before);
        for (Method accessor : accessors()) {
            assertThat(seen(after, accessor))
                    .as(accessor.getName())
                    .usingRecursiveComparison()
                    .isEqualTo(seen(before, accessor));
        }
        assertThat(after.nextAction(POLICY)).isEqualTo(before.nextAction(POLICY));
        assertThat(after.wakeAt(POLICY)).isEqualTo(before.wakeAt(POLICY));
    }

    /** Everything that can be asked of a ticket. */
    private static List<Method> accessors() {
        List<Method> accessors = Stream.of(Ticket.class.getMethods())
                .filter(method -> !method.getDeclaringClass().equals(Object.class) && method.getParameterCount() == 0)
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !method.getName().equals("hashCode"))
                .toList();
        assertThat(accessors).hasSizeGreaterThan(20);
        return accessors;
    }

    private static Object seen(Ticket ticket, Method accessor) {
        try {
            return accessor.invoke(ticket);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    @Provide
    Arbitrary<List<TicketEvent>> histories() {
        return Combinators.combine(
                        AnyEvents.of(TicketOpened.class), AnyEvents.any().list().ofMaxSize(12))
                .as((opening, others) -> {
                    List<TicketEvent> history = new ArrayList<>(List.of(opening));
                    others.stream()
                            .filter(event -> !(event instanceof TicketOpened))
                            .forEach(history::add);
                    return history;
                });
    }
}
