package dev.heed.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;

/** The compiled main classes of the published modules. */
final class Classes {
    static final JavaClasses ALL = new ClassFileImporter()
            .importPaths(
                    Path.of("../core/target/classes"),
                    Path.of("../channels-email/target/classes"),
                    Path.of("../holidays-jollyday/target/classes"),
                    Path.of("../holidays-ical/target/classes"),
                    Path.of("../config-yaml/target/classes"),
                    Path.of("../testkit/target/classes"));
    /** With those of the examples and the benchmarks; a run of a part of the build may lack some. */
    static final JavaClasses WITH_PROGRAMS = new ClassFileImporter()
            .importPaths(
                    Path.of("../core/target/classes"),
                    Path.of("../channels-email/target/classes"),
                    Path.of("../holidays-jollyday/target/classes"),
                    Path.of("../holidays-ical/target/classes"),
                    Path.of("../config-yaml/target/classes"),
                    Path.of("../testkit/target/classes"),
                    Path.of("../examples/quickstart/target/classes"),
                    Path.of("../examples/first-answer/target/classes"),
                    Path.of("../benchmarks/target/classes"));

    static final JavaClasses CORE = new ClassFileImporter().importPaths(Path.of("../core/target/classes"));

    private Classes() {}
}
