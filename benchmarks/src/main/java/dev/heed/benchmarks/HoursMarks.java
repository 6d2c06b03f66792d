package dev.heed.benchmarks;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoublePredicate;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Prints the marks of working time as ratios of one run. */
final class HoursMarks {
    private final Map<String, Double> cpu = new HashMap<>();
    private final Map<String, Double> bytes = new HashMap<>();
    private boolean kept = true;

    private HoursMarks() {}

    public static void main(String[] args) throws RunnerException {
        HoursMarks marks = new HoursMarks();
        marks.measure();
        marks.print();
        if (!marks.kept) {
            System.exit(1);
        }
    }

    private void measure() throws RunnerException {
        for (RunResult run : new Runner(new OptionsBuilder()
                        .include(HoursBenchmark.class.getSimpleName())
                        .include(ClockBenchmark.class.getSimpleName())
                        .addProfiler(CpuProfiler.class)
                        .addProfiler(GCProfiler.class)
                        .build())
                .run()) {
            String label = run.getParams().getBenchmark();
            String name = label.substring(label.lastIndexOf('.') + 1);
            cpu.put(name, secondary(run, CpuProfiler.LABEL));
            bytes.put(name, secondary(run, "gc.alloc.rate.norm"));
        }
    }

    private static double secondary(RunResult run, String name) {
        Result<?> result = run.getSecondaryResults().get(name);
        return result == null ? Double.NaN : result.getScore();
    }

    private static double of(Map<String, Double> figures, String name) {
        return figures.getOrDefault(name, Double.NaN);
    }

    private void print() {
        System.out.printf(
                Locale.ROOT,
                "%d cores, JDK %s; CPU time of the thread%n%-24s %10s %10s%n",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                "",
                "ns",
                "bytes");
        cpu.keySet().stream()
                .sorted()
                .forEach(name ->
                        System.out.printf(Locale.ROOT, "%-24s %10.1f %10.1f%n", name, of(cpu, name), of(bytes, name)));
        ratio("eightHoursLoop", "eightHours", 20);
        ratio("eightHoursMpxj", "eightHours", 20);
        figure("eightHours hot, ns", of(cpu, "eightHours"), ns -> ns <= 50, "50 at most");
        ratio("tenWeeksLoop", "tenWeeks", 500);
        ratio("tenWeeksMpxj", "tenWeeks", 500);
        figure("fiveYears / eightHours", of(cpu, "fiveYears") / of(cpu, "eightHours"), x -> x <= 1.5, "1.5 at most");
        ratio("yearLoop", "year", 4_000);
        ratio("yearMpxj", "year", 4_000);
        ratio("yearLoop", "yearInNanos", 4_000);
        ratio("yearMpxj", "yearInNanos", 4_000);
        figure("thousandCalendars, ns", of(cpu, "thousandCalendars"), ns -> ns <= 150, "150 at most");
        ratio("thousandCalendarsTable", "thousandCalendars", 1);
        figure("eightHours, bytes", of(bytes, "eightHours"), b -> b <= 24.5, "24 at most");
        figure("eightHoursInNanos, bytes", of(bytes, "eightHoursInNanos"), b -> b <= 0.5, "0");
        figure("yearInNanos, bytes", of(bytes, "yearInNanos"), b -> b <= 0.5, "0");
        figure("firstAnswer, ms", of(cpu, "firstAnswer") / 1e6, ms -> ms <= 1, "1 at most");
        figure("allTargets, us", of(cpu, "allTargets") / 1e3, us -> us < 10, "under 10");
        figure("allTargetsFromEvents, us", of(cpu, "allTargetsFromEvents") / 1e3, us -> us < 10, "under 10");
        figure("firstYear, us", of(cpu, "firstYear") / 1e3, us -> us <= 1_000, "");
    }

    private void ratio(String peer, String ours, double mark) {
        figure(peer + " / " + ours, of(cpu, peer) / of(cpu, ours), ratio -> ratio >= mark, mark + " at least");
    }

    private void figure(String what, double value, DoublePredicate enough, String mark) {
        kept &= enough.test(value);
        System.out.printf(
                Locale.ROOT, "%-44s %10.2f  mark: %s: %s%n", what, value, mark, enough.test(value) ? "kept" : "missed");
    }
}
