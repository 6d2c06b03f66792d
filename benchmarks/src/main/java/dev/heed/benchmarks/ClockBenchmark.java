package dev.heed.benchmarks;

import dev.heed.hours.BusinessHours;
import dev.heed.message.Author;
import dev.heed.message.ChannelId;
import dev.heed.message.Direction;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import dev.heed.sla.ServiceLevels;
import dev.heed.sla.SlaBook;
import dev.heed.sla.SlaClock;
import dev.heed.sla.SlaGoal;
import dev.heed.sla.SlaPolicy;
import dev.heed.sla.SlaReading;
import dev.heed.ticket.ConversationEvent;
import dev.heed.ticket.LifecycleEvent;
import dev.heed.ticket.ListeningEvent;
import dev.heed.ticket.OwnershipEvent;
import dev.heed.ticket.Priority;
import dev.heed.ticket.SlaTarget;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** All seven targets of a ticket with fifty events, from its history: questions and answers over some weeks, and what else changes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-XX:+UseSerialGC", "-Xms1g", "-Xmx1g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ClockBenchmark {
    private static final TicketId TICKET = new TicketId(new UUID(1, 1));
    private static final CustomerId ANA = CustomerId.of("c-1");
    private static final AgentId MARIA = AgentId.of("maria");
    private static final int EVENTS = 50;

    private final SlaClock clock = SlaClock.of(book(SplitShifts.hours(0)));
    private final List<TicketEvent> events = events();
    private final Ticket ticket = Ticket.replay(events);
    private final Instant now = events.get(EVENTS - 1).at().plusSeconds(60);

    /** For the harness. */
    public ClockBenchmark() {}

    private static SlaBook book(BusinessHours hours) {
        SlaPolicy.Builder policy = SlaPolicy.builder("standard", hours);
        for (SlaTarget target : SlaTarget.values()) {
            policy.goal(SlaGoal.within(target, Duration.ofHours(20)));
        }
        return SlaBook.of(ServiceLevels.of("1", Instant.parse("2020-01-01T00:00:00Z"), policy.build()));
    }

    private static List<TicketEvent> events() {
        List<TicketEvent> events = new ArrayList<>();
        Instant at = Instant.parse("2026-06-08T07:00:00Z");
        events.add(new LifecycleEvent.TicketOpened(
                TICKET, at, 1, ANA, Optional.empty(), new ChannelId("email"), "", Optional.empty()));
        events.add(received(at, 0));
        events.add(new OwnershipEvent.OwnerAssigned(TICKET, at, MARIA, "takes it", Optional.empty()));
        for (int i = events.size(); i < EVENTS; i++) {
            at = at.plusSeconds(5 * 3_600 + 17L * i);
            events.add(
                    switch (i % 5) {
                        case 0 -> answered(at, i, "Which one?");
                        case 1 -> received(at, i);
                        case 2 -> answered(at, i, "It left this morning.");
                        case 3 -> received(at, i);
                        default ->
                            new ListeningEvent.PrioritySet(
                                    TICKET, at, i % 2 == 0 ? Priority.HIGH : Priority.NORMAL, MARIA, Optional.empty());
                    });
        }
        return List.copyOf(events);
    }

    private static TicketEvent received(Instant at, int number) {
        Author author = new Author.ByCustomer(ANA);
        return new ConversationEvent.MessageReceived(
                TICKET, at, message(at, number, author, Direction.INBOUND, "Where is my parcel?"));
    }

    private static TicketEvent answered(Instant at, int number, String text) {
        Author author = new Author.ByAgent(MARIA);
        return new ConversationEvent.Answered(
                TICKET, at, message(at, number, author, Direction.OUTBOUND, text), Optional.empty());
    }

    private static Message message(Instant at, int number, Author author, Direction direction, String text) {
        return Message.builder(new MessageId("m-" + number), author, direction, at, text)
                .build();
    }

    /** For {@link CpuProfiler}. */
    @Setup(Level.Iteration)
    public void beginIteration() {
        CpuProfiler.begin();
    }

    /** For {@link CpuProfiler}. */
    @TearDown(Level.Iteration)
    public void endIteration() {
        CpuProfiler.end();
    }

    /** From the ticket, as a desk has it. */
    @Benchmark
    public List<SlaReading> allTargets() {
        return clock.read(ticket, now);
    }

    /** From the events, the ticket included. */
    @Benchmark
    public List<SlaReading> allTargetsFromEvents() {
        return clock.read(Ticket.replay(events), now);
    }
}
