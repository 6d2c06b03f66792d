package dev.heed.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints what a deadline takes of memory and time beside what others take, each in a JVM of its own. */
final class DeadlineMarks {
    private static final double MOST_BYTES = 16;
    private static final double FEWEST_A_SECOND = 5_000_000;
    private static final int MANY = 10_000_000;
    private static final int FEWER = 1_000_000;
    private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC", "-Xms6g", "-Xmx6g", "-Xmn2g");

    private record Figures(double bytes, double schedules, double fires, double garbage) {}

    private DeadlineMarks() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.out.printf(
                Locale.ROOT,
                "%d cores, JDK %s, %s%n%n%-28s%-10s%12s%10s%16s%16s%20s%n",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                String.join(" ", OPTIONS),
                "",
                "due",
                "deadlines",
                "bytes",
                "schedules/s",
                "fires/s",
                "garbage, bytes/pair");
        boolean kept = true;
        for (String workload : List.of("random", "steady", "minutes", "instant", "past")) {
            kept &= keeps(measure("Deadlines", workload, MANY));
        }
        System.out.printf(
                Locale.ROOT,
                "marks: %.0f bytes, %.0f million schedules and fires a second: %s%n%n",
                MOST_BYTES,
                FEWEST_A_SECOND / 1e6,
                kept ? "kept" : "missed");
        // what it is bad at: latest first, and after each the next one is asked for, which makes buckets finer before
        // they are full
        for (int count : new int[] {MANY, FEWER, FEWER / 100}) {
            measure("Deadlines", "latest", count);
        }
        compare("random", MANY, "PriorityQueue");
        compare("steady", MANY, "PriorityQueue");
        compare("random", FEWER, "PriorityQueue", "ScheduledThreadPoolExecutor", "HashedWheelTimer");
    }

    private static boolean keeps(Figures figures) {
        return figures.bytes <= MOST_BYTES && figures.schedules >= FEWEST_A_SECOND && figures.fires >= FEWEST_A_SECOND;
    }

    private static void compare(String workload, int count, String... peers) throws IOException, InterruptedException {
        Figures ours = measure("Deadlines", workload, count);
        for (String peer : peers) {
            Figures figures = measure(peer, workload, count);
            System.out.printf(
                    Locale.ROOT,
                    "  ours has 1/%.1f of its bytes, %.1f times its schedules, %.1f times its fires%n",
                    figures.bytes / ours.bytes,
                    ours.schedules / figures.schedules,
                    ours.fires / figures.fires);
        }
    }

    private static Figures measure(String contender, String workload, int count)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.addAll(OPTIONS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), DeadlineRun.class.getName()));
        command.addAll(List.of(contender, workload, Integer.toString(count)));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(contender + " ended with " + process.exitValue() + ": " + said);
        }
        List<Double> figures = said.substring(said.indexOf(DeadlineRun.RESULT) + DeadlineRun.RESULT.length())
                .strip()
                .lines()
                .flatMap(line -> List.of(line.split(" ", -1)).stream())
                .map(Double::valueOf)
                .toList();
        Figures measured = new Figures(figures.get(0), figures.get(1), figures.get(2), figures.get(3));
        tell(contender, workload, count, measured);
        return measured;
    }

    private static void tell(String contender, String workload, int count, Figures figures) {
        System.out.printf(
                Locale.ROOT,
                "%-28s%-10s%,12d%10.1f%,16.0f%,16.0f%20s%n",
                contender,
                workload,
                count,
                figures.bytes,
                figures.schedules,
                figures.fires,
                workload.equals("steady") ? String.format(Locale.ROOT, "%.1f", figures.garbage) : "");
    }
}
