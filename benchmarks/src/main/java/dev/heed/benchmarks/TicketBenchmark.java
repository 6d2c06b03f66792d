package dev.heed.benchmarks;

import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import java.util.List;
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
import org.openjdk.jmh.annotations.Warmup;

/** What a whole life of a ticket costs, and what its replay costs, on one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-XX:+UseSerialGC", "-Xms6g", "-Xmx6g", "-Xmn2g", "-XX:MaxTenuringThreshold=1"})
@Warmup(iterations = 10, time = 3)
@Measurement(iterations = 5, time = 3)
public class TicketBenchmark {
    private LivingDesk desk = new LivingDesk();
    private List<TicketEvent> history = List.of();

    /** For the harness. */
    public TicketBenchmark() {}

    /** The desk forgets what it has, so that each iteration has the same heap. */
    @Setup(Level.Iteration)
    public void begin() {
        desk = new LivingDesk();
        history = desk.history(desk.live());
    }

    /** Opened, acknowledged, owned, promised, kept, answered, written to, solved and confirmed. */
    @Benchmark
    public Ticket life() {
        return desk.live();
    }

    /** The events of such a life, folded. */
    @Benchmark
    public Ticket replay() {
        return Ticket.replay(history);
    }
}
