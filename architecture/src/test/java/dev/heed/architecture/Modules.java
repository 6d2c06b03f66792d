package dev.heed.architecture;

import java.nio.file.Path;
import java.util.List;

/** The modules of the build by their folders. */
final class Modules {
    static final List<String> PUBLISHED = List.of(
            "core", "channels-email", "holidays-jollyday", "holidays-ical", "config-yaml", "store-jdbc", "testkit");

    static final List<String> PROGRAMS = List.of("examples/quickstart", "examples/first-answer", "benchmarks");

    private Modules() {}

    static Path[] classes(List<String> modules) {
        return modules.stream()
                .map(module -> Path.of("..", module, "target", "classes"))
                .toArray(Path[]::new);
    }
}
