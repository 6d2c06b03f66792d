package dev.heed.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/** CPU time of the measuring thread for an operation, which other programs on the machine do not change much. */
public final class CpuProfiler implements InternalProfiler {
    static final String LABEL = "thread.cpu";

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static volatile long begun;
    private static volatile long used;

    /** For the harness. */
    public CpuProfiler() {}

    /** Called by the measuring thread before an iteration. */
    static void begin() {
        begun = THREADS.getCurrentThreadCpuTime();
    }

    /** Called by the measuring thread after it. */
    static void end() {
        used = THREADS.getCurrentThreadCpuTime() - begun;
    }

    @Override
    public String getDescription() {
        return "CPU time of the measuring thread";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        used = 0;
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double each = (double) used / result.getMetadata().getAllOps();
        return List.of(new ScalarResult(LABEL, each, "ns/op", AggregationPolicy.AVG));
    }
}
