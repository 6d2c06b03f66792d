package dev.heed.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.io.File;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published modules resolve and work on the module path, where other tests run on the class path. */
class ModulePathTest {
    private static final Set<String> MODULES = Set.of(
            "dev.heed.core",
            "dev.heed.email",
            "dev.heed.testkit",
            "dev.heed.holidays.jollyday",
            "dev.heed.holidays.ical",
            "dev.heed.config.yaml",
            "dev.heed.jdbc");

    private static final String HOLIDAYS = """
            import dev.heed.holidays.ical.ICalHolidays;
            import dev.heed.holidays.jollyday.JollydayHolidays;
            import java.time.ZoneOffset;
            import java.util.Locale;

            class Holidays {
                public static void main(String[] args) {
                    var bavaria = JollydayHolidays.of(Locale.GERMAN, "DE", "BY");
                    System.out.println(bavaria.getClass().getModule().getName() + " " + bavaria + " " + bavaria.in(2026).size());
                    String feed = String.join("\\n", "BEGIN:VCALENDAR", "BEGIN:VEVENT", "DTSTART:20261224",
                            "RRULE:FREQ=YEARLY", "END:VEVENT", "END:VCALENDAR");
                    var own = ICalHolidays.read("Acme", feed, ZoneOffset.UTC);
                    System.out.println(own.getClass().getModule().getName() + " " + own + " "
                            + own.in(2026).stream().map(holiday -> holiday.date()).toList());
                }
            }
            """;

    @Test
    void theModulesResolveAndTheirClassesLoad() throws ClassNotFoundException {
        ModuleFinder finder = ModuleFinder.of(entries());
        assertThat(finder.findAll().stream().map(ModuleReference::descriptor).map(d -> d.name()))
                .containsAll(MODULES);
        Configuration configuration = ModuleLayer.boot().configuration().resolve(finder, ModuleFinder.of(), MODULES);
        ModuleLayer layer =
                ModuleLayer.boot().defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader());

        for (String module : MODULES) {
            ClassLoader loader = layer.findLoader(module);
            assertThat(layer.findModule(module)).isPresent();
            Class<?> type = Class.forName(
                    switch (module) {
                        case "dev.heed.core" -> "dev.heed.rule.HouseRules";
                        case "dev.heed.email" -> "dev.heed.email.EmailChannel";
                        case "dev.heed.holidays.jollyday" -> "dev.heed.holidays.jollyday.JollydayHolidays";
                        case "dev.heed.holidays.ical" -> "dev.heed.holidays.ical.ICalHolidays";
                        case "dev.heed.config.yaml" -> "dev.heed.config.yaml.YamlDocuments";
                        case "dev.heed.jdbc" -> "dev.heed.jdbc.HeedDatabase";
                        default -> "dev.heed.testkit.DeskExtension";
                    },
                    true,
                    loader);
            assertThat(type.getModule().isNamed()).isTrue();
        }
    }

    @Test
    void resourcesAreFoundFromInsideAModule() throws ReflectiveOperationException {
        Configuration configuration = ModuleLayer.boot()
                .configuration()
                .resolve(ModuleFinder.of(entries()), ModuleFinder.of(), Set.of("dev.heed.core"));
        ModuleLayer layer =
                ModuleLayer.boot().defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader());
        Class<?> words = layer.findLoader("dev.heed.core").loadClass("dev.heed.rule.SignatureWords");

        assertThat(words.getMethod("builtIn").invoke(null)).isNotNull();

        Class<?> json = layer.findLoader("dev.heed.core").loadClass("dev.heed.json.EventJson");
        assertThat(json.getMethod("schema").invoke(null)).asString().contains("promise.made");
        assertThat(json.getMethod("readHistory", String.class)
                        .invoke(json.getMethod("create").invoke(null), "[]"))
                .isEqualTo(List.of());

        Class<?> levels = layer.findLoader("dev.heed.core").loadClass("dev.heed.sla.config.SlaConfiguration");
        assertThat(levels.getMethod("schema").invoke(null)).asString().contains("firstReply");
    }

    @Test
    void yamlIsReadFromInsideAModule() throws ReflectiveOperationException {
        Configuration configuration = ModuleLayer.boot()
                .configuration()
                .resolve(ModuleFinder.of(entries()), ModuleFinder.of(), Set.of("dev.heed.config.yaml"));
        ModuleLayer layer =
                ModuleLayer.boot().defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader());
        Class<?> yaml = layer.findLoader("dev.heed.config.yaml").loadClass("dev.heed.config.yaml.YamlDocuments");

        assertThat(yaml.getMethod("read", String.class).invoke(null, "a: [22:00]"))
                .hasToString("an object");
    }

    /** In a process of its own: Jollyday looks for its reader of files, and that one for JAXB, by services. */
    @Test
    void holidaysAreFoundInAProcessOnTheModulePath(@TempDir Path folder) throws IOException, InterruptedException {
        Path program = Files.writeString(folder.resolve("Holidays.java"), HOLIDAYS);
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--module-path",
                        Stream.of(entries()).map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                        "--add-modules",
                        "dev.heed.holidays.jollyday,dev.heed.holidays.ical",
                        program.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();

        assertThat(Files.readString(output))
                .contains("dev.heed.holidays.jollyday Deutschland, Bayern 12")
                .contains("dev.heed.holidays.ical Acme [2026-12-24]");
    }

    /** The class path without test classes and without second copies. */
    private static Path[] entries() {
        Path examples = Path.of("..", "examples").toAbsolutePath().normalize();
        List<Path> entries = new ArrayList<>();
        for (String entry : Splitter.on(File.pathSeparatorChar).split(System.getProperty("java.class.path"))) {
            Path path = Path.of(entry);
            boolean tests = path.endsWith(Path.of("architecture", "target", "classes"))
                    || path.endsWith("test-classes")
                    || path.startsWith(examples);
            if (!tests && Files.exists(path)) {
                entries.add(path);
            }
        }
        return entries.stream().distinct().collect(Collectors.toList()).toArray(new Path[0]);
    }
}
