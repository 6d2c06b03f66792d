package dev.heed.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The compiled main classes of the published modules. */
final class Classes {
    static final JavaClasses ALL = new ClassFileImporter().importPaths(Modules.classes(Modules.PUBLISHED));
    /** With those of the examples and the benchmarks; a run of a part of the build may lack some. */
    static final JavaClasses WITH_PROGRAMS = new ClassFileImporter()
            .importPaths(Modules.classes(Stream.concat(Modules.PUBLISHED.stream(), Modules.PROGRAMS.stream())
                    .toList()));

    static final JavaClasses CORE = new ClassFileImporter().importPaths(Path.of("../core/target/classes"));

    private Classes() {}
}
