package dev.heed.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Maps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the source tree looks like. */
class SourcesTest {
    private static final int LONGEST_FILE = 400;
    private static final int LONGEST_METHOD = 40;

    @Test
    void noFileIsLongerThanOneCanHoldInMind() throws IOException {
        for (Path file : sources()) {
            assertThat(Files.readAllLines(file)).as("lines of %s", file).hasSizeLessThanOrEqualTo(LONGEST_FILE);
        }
    }

    @Test
    void noMethodIsLongerThanOneCanHoldInMind() throws IOException {
        Map<String, Long> lines = MethodLengths.of(sources());
        assertThat(lines).isNotEmpty();
        assertThat(Maps.filterValues(lines, length -> length > LONGEST_METHOD)).isEmpty();
    }

    @Test
    void everyPackageSaysWhoItIsForAndIsNullMarked() throws IOException {
        for (Path file : sources()) {
            if (file.getFileName().toString().equals("module-info.java")) {
                continue;
            }
            Path info = file.resolveSibling("package-info.java");
            assertThat(info).exists();
            assertThat(Files.readString(info)).contains("/**").contains("@NullMarked");
        }
    }

    @Test
    void nothingIsLeftUndone() throws IOException {
        for (Path file : sources()) {
            assertThat(Files.readString(file)).as(file.toString()).doesNotContain("TODO", "FIXME", "XXX");
        }
    }

    @Test
    void everyPublishedModuleIsAJavaModule() {
        assertThat(Modules.PUBLISHED)
                .allSatisfy(module -> assertThat(Path.of("..", module, "src/main/java/module-info.java"))
                        .exists());
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Stream.concat(Modules.PUBLISHED.stream(), Stream.of("examples", "benchmarks"))
                .map(module -> Path.of("..", module))
                .flatMap(SourcesTest::walk)) {
            return files.filter(file -> file.toString().contains("src/main/java"))
                    .filter(file -> file.toString().endsWith(".java"))
                    .toList();
        }
    }

    private static Stream<Path> walk(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
