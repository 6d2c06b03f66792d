package dev.heed.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.error.HeedException;
import dev.heed.message.Author;
import dev.heed.message.Direction;
import dev.heed.message.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/** What holds after any sequence of commands, legal or not. */
class TicketPropertiesTest {

    @Property
    void replayingTheHistoryGivesTheTicketThatGrewStepByStep(@ForAll("stories") List<Step> steps) {
        Run run = new Run(steps, ticket -> {});
        assertThat(observable(Ticket.replay(run.history))).isEqualTo(observable(run.ticket));
    }

    @Property
    void applyingOneByOneGivesTheSameAsAllAtOnce(@ForAll("stories") List<Step> steps) {
        Run run = new Run(steps, ticket -> {});
        Ticket oneByOne = Ticket.replay(run.history.subList(0, 1));
        Ticket atOnce = oneByOne.apply(run.history.subList(1, run.history.size()));
        for (TicketEvent event : run.history.subList(1, run.history.size())) {
            oneByOne = oneByOne.apply(event);
        }
        assertThat(observable(oneByOne)).isEqualTo(observable(atOnce));
    }

    @Property
    void theVersionIsTheNumberOfEvents(@ForAll("stories") List<Step> steps) {
        Run run = new Run(steps, ticket -> {});
        assertThat(run.ticket.version()).isEqualTo(run.history.size());
    }

    @Property
    void decidingTwiceGivesEqualEventsAndChangesNothing(
            @ForAll("stories") List<Step> steps, @ForAll("steps") Step next) {
        Ticket ticket = new Run(steps, any -> {}).ticket;
        List<Object> before = observable(ticket);
        Instant now = ticket.changedAt().plus(next.pause);
        assertThat(decided(ticket, next, now)).isEqualTo(decided(ticket, next, now));
        assertThat(observable(ticket)).isEqualTo(before);
    }

    @Property
    void messagesOnlyEverGrow(@ForAll("stories") List<Step> steps) {
        List<Message> seen = new ArrayList<>();
        new Run(steps, ticket -> {
            assertThat(ticket.messages().subList(0, seen.size())).isEqualTo(seen);
            seen.clear();
            seen.addAll(ticket.messages());
        });
        assertThat(seen).isNotEmpty();
    }

    @Property
    void somebodyWaitsExactlyWhileItIsNewOrOpen(@ForAll("stories") List<Step> steps) {
        new Run(steps, ticket -> {
            boolean waiting = ticket.status() == TicketStatus.NEW || ticket.status() == TicketStatus.OPEN;
            assertThat(ticket.expected().isPresent()).as("%s", ticket).isEqualTo(waiting);
            assertThat(ticket.overdue()).as("%s", ticket).isIn(false, waiting);
        });
    }

    /** Something that is tried, some time after the step before. */
    private record Step(String name, Duration pause, Function<Instant, TicketCommand> command) {
        @Override
        public String toString() {
            return name + " after " + pause;
        }
    }

    /** Tries each step in turn; a refused one changes nothing. */
    private static final class Run {
        final List<TicketEvent> history = new ArrayList<>();
        Ticket ticket;

        Run(List<Step> steps, Consumer<Ticket> afterEach) {
            Instant now = TicketStory.START;
            history.addAll(Ticket.open(TicketStory.openWith(TicketStory.inbound(now, false)), now));
            ticket = Ticket.replay(history);
            afterEach.accept(ticket);
            for (Step step : steps) {
                now = now.plus(step.pause);
                List<TicketEvent> events = decided(ticket, step, now).orElse(List.of());
                history.addAll(events);
                ticket = ticket.apply(events);
                afterEach.accept(ticket);
            }
        }
    }

    private static Optional<List<TicketEvent>> decided(Ticket ticket, Step step, Instant now) {
        try {
            return Optional.of(ticket.decide(step.command.apply(now), now));
        } catch (HeedException refused) {
            return Optional.empty();
        }
    }

    private static List<Object> observable(Ticket ticket) {
        return List.of(
                ticket.id(),
                ticket.number(),
                ticket.version(),
                ticket.subject(),
                ticket.channel(),
                ticket.customer(),
                ticket.address(),
                ticket.status(),
                ticket.owner(),
                ticket.messages(),
                ticket.expected(),
                ticket.overdue(),
                ticket.openedAt(),
                ticket.changedAt(),
                ticket.firstAnsweredAt(),
                ticket.reopenCount());
    }

    @Provide
    Arbitrary<List<Step>> stories() {
        return steps().list().ofMaxSize(30);
    }

    @Provide
    Arbitrary<Step> steps() {
        Arbitrary<Tuple2<String, Function<Instant, TicketCommand>>> commands = Arbitraries.of(
                named("customer writes", now -> TicketStory.receive(now, false)),
                named("auto-responder writes", now -> TicketStory.receive(now, true)),
                named("agent answers", now -> new TicketCommand.Answer(outbound(now), false)),
                named("agent proposes a solution", now -> new TicketCommand.Answer(outbound(now), true)),
                named("customer confirms", now -> new TicketCommand.Confirm(TicketStory.CUSTOMER)),
                named(
                        "bot writes",
                        now -> new TicketCommand.BotMessage(
                                TicketStory.automatic(now, new Author.ByBot("Tracker", Optional.empty())))),
                named(
                        "acknowledged",
                        now -> new TicketCommand.Acknowledge(
                                TicketStory.automatic(now, new Author.BySystem(Optional.empty())))),
                named("agent notes", now -> new TicketCommand.AddNote(TicketStory.byAgent(now, Direction.INTERNAL))),
                named("assigned to Maria", now -> new TicketCommand.Assign(TicketStory.MARIA, "Is free.")),
                named("assigned to Jana", now -> new TicketCommand.Assign(TicketStory.JANA, "Is free.")),
                named("checked", now -> new TicketCommand.CheckExpectation()),
                named(
                        "first message delivered",
                        now -> new TicketCommand.RecordDelivery(
                                TicketStory.inbound(TicketStory.START, false).id(), Optional.empty())),
                named(
                        "unknown message failed",
                        now -> new TicketCommand.RecordFailure(outbound(now).id(), "full")));
        Arbitrary<Duration> pauses = Arbitraries.integers().between(1, 600).map(Duration::ofMinutes);
        return commands.flatMap(command -> pauses.map(pause -> new Step(command.get1(), pause, command.get2())));
    }

    private static Tuple2<String, Function<Instant, TicketCommand>> named(
            String name, Function<Instant, TicketCommand> command) {
        return Tuple.of(name, command);
    }

    private static Message outbound(Instant now) {
        return TicketStory.byAgent(now, Direction.OUTBOUND);
    }
}
