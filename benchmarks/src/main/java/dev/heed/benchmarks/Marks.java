package dev.heed.benchmarks;

import com.google.common.base.Splitter;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints the marks of the foundation: start-up time, and size of the closure of heed-core. */
final class Marks {
    private static final int RUNS = 15;
    private static final double START_MARK_MILLIS = 250;
    private static final int JARS_MARK = 8;
    private static final double MEGABYTES_MARK = 7;

    private Marks() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        System.out.printf(
                Locale.ROOT,
                "%d cores, JDK %s%n%n",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"));
        boolean fast = startUp();
        boolean light = closure(Path.of(args[0]));
        if (!fast || !light) {
            System.exit(1);
        }
    }

    private static boolean startUp() throws IOException, InterruptedException {
        Map<Class<?>, List<long[]>> figures = new LinkedHashMap<>();
        List<Class<?>> programs = List.of(BareStart.class, MailLibraryStart.class, DeskStart.class);
        for (int run = 0; run <= RUNS; run++) {
            for (Class<?> program : programs) {
                long[] figure = fork(program);
                if (run > 0) { // the first fills the caches of the file system
                    figures.computeIfAbsent(program, key -> new ArrayList<>()).add(figure);
                }
            }
        }
        System.out.printf(Locale.ROOT, "Start-up, median of %d fresh processes in turn, ms%n", RUNS);
        System.out.printf(Locale.ROOT, "%-22s %16s %16s%n", "", "since main()", "since JVM start");
        figures.forEach((program, list) -> System.out.printf(
                Locale.ROOT, "%-22s %16.1f %16.1f%n", program.getSimpleName(), median(list, 0), median(list, 1)));
        double desk = median(figures.getOrDefault(DeskStart.class, List.of()), 0);
        double deskAll = median(figures.getOrDefault(DeskStart.class, List.of()), 1);
        double bare = median(figures.getOrDefault(BareStart.class, List.of()), 1);
        double mail = median(figures.getOrDefault(MailLibraryStart.class, List.of()), 0);
        System.out.printf(
                Locale.ROOT,
                "desk / mail library %.2f, desk / bare JVM (since JVM start) %.2f, mark: %.0f ms since main: %s%n%n",
                desk / mail,
                deskAll / bare,
                START_MARK_MILLIS,
                verdict(desk < START_MARK_MILLIS));
        return desk < START_MARK_MILLIS;
    }

    private static long[] fork(Class<?> program) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), program.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String line;
        try (InputStream in = process.getInputStream()) {
            line = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
        if (process.waitFor() != 0) {
            throw new IOException(program.getSimpleName() + " ended with " + process.exitValue());
        }
        List<String> parts = Splitter.on(' ').splitToList(line);
        return new long[] {Long.parseLong(parts.get(0)), Long.parseLong(parts.get(1))};
    }

    private static double median(List<long[]> figures, int column) {
        List<Long> sorted =
                figures.stream().map(figure -> figure[column]).sorted().toList();
        return sorted.get(sorted.size() / 2) / 1_000.0;
    }

    private static boolean closure(Path classPathFile) throws IOException {
        List<Path> jars = new ArrayList<>(List.of(coreJar(classPathFile)));
        for (String entry : Splitter.on(File.pathSeparatorChar)
                .trimResults()
                .omitEmptyStrings()
                .split(Files.readString(classPathFile))) {
            jars.add(Path.of(entry));
        }
        long bytes = 0;
        System.out.println("Runtime closure of heed-core");
        for (Path jar : jars) {
            bytes += Files.size(jar);
            System.out.printf(Locale.ROOT, "  %-34s %8.1f KB%n", jar.getFileName(), Files.size(jar) / 1024.0);
        }
        double megabytes = bytes / (1024.0 * 1024.0);
        boolean kept = jars.size() <= JARS_MARK && megabytes <= MEGABYTES_MARK;
        System.out.printf(
                Locale.ROOT,
                "%d jars, %.2f MB, marks: %d jars and %.0f MB: %s%n",
                jars.size(),
                megabytes,
                JARS_MARK,
                MEGABYTES_MARK,
                verdict(kept));
        return kept;
    }

    /** The jar of heed-core itself lies beside the file that names the others. */
    private static Path coreJar(Path classPathFile) throws IOException {
        try (var files = Files.list(classPathFile.toAbsolutePath().getParent())) {
            return files.filter(file -> file.getFileName().toString().matches("heed-core-[^-]+(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("There is no jar of heed-core beside " + classPathFile));
        }
    }

    private static String verdict(boolean kept) {
        return kept ? "kept" : "MISSED";
    }
}
