package dev.heed.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.error.HeedException;
import dev.heed.message.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds after any sequence of commands, legal or not. */
class TicketPropertiesTest {

    @Property
    void replayingTheHistoryGivesTheTicketThatGrewStepByStep(@ForAll("histories") List<Attempt> attempts) {
        Run run = new Run(attempts, ticket -> {});
        assertThat(observable(Ticket.replay(run.history))).isEqualTo(observable(run.ticket));
    }

    @Property
    void applyingOneByOneGivesTheSameAsAllAtOnce(@ForAll("histories") List<Attempt> attempts) {
        Run run = new Run(attempts, ticket -> {});
        Ticket oneByOne = Ticket.replay(run.history.subList(0, 1));
        Ticket atOnce = oneByOne.apply(run.history.subList(1, run.history.size()));
        for (TicketEvent event : run.history.subList(1, run.history.size())) {
            oneByOne = oneByOne.apply(List.of(event));
        }
        assertThat(observable(oneByOne)).isEqualTo(observable(atOnce));
    }

    @Property
    void theVersionIsTheNumberOfEvents(@ForAll("histories") List<Attempt> attempts) {
        Run run = new Run(attempts, ticket -> {});
        assertThat(run.ticket.version()).isEqualTo(run.history.size());
    }

    @Property
    void decidingTwiceGivesEqualEventsAndChangesNothing(
            @ForAll("histories") List<Attempt> attempts, @ForAll("attempts") Attempt next) {
        Ticket ticket = new Run(attempts, any -> {}).ticket;
        List<Object> before = observable(ticket);
        Instant now = ticket.changedAt().plus(next.pause());
        assertThat(decided(ticket, next, now)).isEqualTo(decided(ticket, next, now));
        assertThat(observable(ticket)).isEqualTo(before);
    }

    @Property
    void messagesOnlyEverGrow(@ForAll("histories") List<Attempt> attempts) {
        List<Message> seen = new ArrayList<>();
        new Run(attempts, ticket -> {
            assertThat(ticket.messages().subList(0, seen.size())).isEqualTo(seen);
            seen.clear();
            seen.addAll(ticket.messages());
        });
        assertThat(seen).isNotEmpty();
    }

    @Property
    void somebodyWaitsWhileItIsNewAndNothingIsOverdueForNobody(@ForAll("histories") List<Attempt> attempts) {
        new Run(attempts, ticket -> {
            if (ticket.status() == TicketStatus.NEW) {
                assertThat(ticket.expected()).as("%s", ticket).isPresent();
            }
            assertThat(ticket.overdue())
                    .as("%s", ticket)
                    .isIn(false, ticket.expected().isPresent());
        });
    }

    /** Makes each attempt in turn; a refused one changes nothing. */
    private static final class Run {
        final List<TicketEvent> history = new ArrayList<>();
        Ticket ticket;

        Run(List<Attempt> attempts, Consumer<Ticket> afterEach) {
            Instant now = TicketStory.START;
            history.addAll(Ticket.open(TicketStory.openWith(TicketStory.inbound(now, false)), context(now))
                    .events());
            ticket = Ticket.replay(history);
            afterEach.accept(ticket);
            for (Attempt attempt : attempts) {
                now = now.plus(attempt.pause());
                List<TicketEvent> events = decided(ticket, attempt, now).orElse(List.of());
                history.addAll(events);
                ticket = ticket.apply(events);
                afterEach.accept(ticket);
            }
        }
    }

    private static Optional<List<TicketEvent>> decided(Ticket ticket, Attempt attempt, Instant now) {
        try {
            return Optional.of(
                    ticket.decide(attempt.on(ticket, now), context(now)).events());
        } catch (HeedException refused) {
            return Optional.empty();
        }
    }

    private static Context context(Instant now) {
        return new Context(now, TicketStory.POLICY);
    }

    private static List<Object> observable(Ticket ticket) {
        return List.of(
                TicketInvariants.observable(ticket),
                List.copyOf(ticket.messages()),
                ticket.number(),
                ticket.subject(),
                ticket.channel(),
                ticket.customer(),
                ticket.address(),
                ticket.openedAt());
    }

    @Provide
    Arbitrary<List<Attempt>> histories() {
        return Attempt.any().list().ofMaxSize(40);
    }

    @Provide
    Arbitrary<Attempt> attempts() {
        return Attempt.any();
    }
}
