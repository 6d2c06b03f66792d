package dev.heed.benchmarks;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Prints the marks of a ticket's life, each program in a JVM of its own. */
final class LifeMarks {
    private LifeMarks() {}

    public static void main(String[] args) throws IOException, InterruptedException, RunnerException {
        System.out.printf(
                Locale.ROOT,
                "%d cores, JDK %s%n",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"));
        fork(TicketLives.class, "-Xms6g", "-Xmx6g", "-Xmn2g", "-XX:MaxTenuringThreshold=1");
        fork(OpenTickets.class, "-Xms4g", "-Xmx4g");
        fork(ShopYear.class, "-Xms6g", "-Xmx6g");
        fork(MergeMarks.class, "-Xms2g", "-Xmx2g");
        fork(PersonMarks.class, "-Xms3g", "-Xmx3g");
        fork(ExportMarks.class, "-Xms1g", "-Xmx1g");
        new Runner(new OptionsBuilder()
                        .include(TicketBenchmark.class.getSimpleName())
                        .build())
                .run();
    }

    private static void fork(Class<?> program, String... options) throws IOException, InterruptedException {
        System.out.printf(Locale.ROOT, "%n%s %s%n", program.getSimpleName(), String.join(" ", options));
        System.out.flush();
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.add("-XX:+UseSerialGC");
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IllegalStateException(program.getSimpleName() + " ended with " + status + ".");
        }
    }
}
