package dev.heed.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;

/**
 * Measures one contender with one workload: rounds of filling it, looking at the heap after all garbage was collected, and firing
 * everything. The first round compiles; of the others the medians are told, the largest for bytes. Times are CPU time of the
 * thread that works.
 */
final class DeadlineRun {
    static final String RESULT = "measured";
    private static final long DAY = TimeUnit.DAYS.toNanos(1);
    private static final long TWO_YEARS = 730 * DAY;
    private static final int ROUNDS = 6;

    private final String contender;
    private final String workload;
    private final int count;
    private final double[] bytes = new double[ROUNDS];
    private final double[] schedules = new double[ROUNDS];
    private final double[] fires = new double[ROUNDS];
    private final double[] garbage = new double[ROUNDS];

    private DeadlineRun(String contender, String workload, int count) {
        this.contender = contender;
        this.workload = workload;
        this.count = count;
    }

    /** Wants the name of a contender, that of a workload and how many deadlines there are. */
    public static void main(String[] arguments) throws InterruptedException {
        DeadlineRun run = new DeadlineRun(arguments[0], arguments[1], Integer.parseInt(arguments[2]));
        for (int round = 0; round < ROUNDS; round++) {
            run.measure(round);
        }
        System.out.printf(
                Locale.ROOT,
                "%s %.2f %.0f %.0f %.1f%n",
                RESULT,
                Arrays.stream(run.bytes, 1, ROUNDS).max().orElseThrow(),
                median(run.schedules),
                median(run.fires),
                median(run.garbage));
    }

    private void measure(int round) throws InterruptedException {
        LongUnaryOperator ahead = ahead();
        long before = used();
        DeadlineContender queue = contender().get();
        long begin = cpuTime();
        for (int key = 0; key < count; key++) {
            queue.schedule(ahead.applyAsLong(key), key);
            if (workload.equals("latest")) {
                queue.askNext();
            }
        }
        schedules[round] = count * 1e9 / (cpuTime() - begin);
        queue.settle();
        if (workload.equals("steady")) {
            long allocated = threads().getCurrentThreadAllocatedBytes();
            fires[round] = count * 1e9 / queue.fireAndSchedule(count, TWO_YEARS);
            garbage[round] = (threads().getCurrentThreadAllocatedBytes() - allocated) / (double) count;
        }
        bytes[round] = (used() - before) / (double) count;
        long fired = queue.fire(count);
        if (!workload.equals("steady")) {
            fires[round] = count * 1e9 / fired;
        }
        queue.stop();
    }

    private Supplier<DeadlineContender> contender() {
        return switch (contender) {
            case "Deadlines" -> DeadlineContender.Ours::new;
            case "PriorityQueue" -> DeadlineContender.Heap::new;
            case "ScheduledThreadPoolExecutor" -> DeadlineContender.Executor::new;
            case "HashedWheelTimer" -> DeadlineContender.Wheel::new;
            default -> throw new IllegalArgumentException(contender);
        };
    }

    /** How many nanoseconds after the start each deadline is due. */
    private LongUnaryOperator ahead() {
        SplittableRandom random = new SplittableRandom(20_261_123);
        return switch (workload) {
            case "random", "steady" -> key -> random.nextLong(TWO_YEARS);
            case "past" -> key -> -random.nextLong(TWO_YEARS);
            case "latest" -> key -> TWO_YEARS - TWO_YEARS / count * key;
            case "instant" -> key -> DAY;
            case "minutes" ->
                key -> random.nextInt(730) * DAY + TimeUnit.MINUTES.toNanos(9 * 60 + random.nextInt(8 * 60));
            default -> throw new IllegalArgumentException(workload);
        };
    }

    private static double median(double[] rounds) {
        double[] sorted = Arrays.copyOfRange(rounds, 1, rounds.length);
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long cpuTime() {
        return threads().getCurrentThreadCpuTime();
    }

    private static ThreadMXBean threads() {
        return (ThreadMXBean) ManagementFactory.getThreadMXBean();
    }
}
