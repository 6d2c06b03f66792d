package dev.heed.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the README shows is what runs. */
class ReadmeTest {
    private static final Path SOURCE = Path.of("src/main/java/dev/heed/examples/quickstart/Quickstart.java");

    @Test
    void theQuickstartOfTheReadmeIsTheOneThatIsCompiled() throws IOException {
        List<String> lines = Files.readAllLines(SOURCE);
        int from = indexOf(lines, "tag::quickstart[]") + 1;
        String region = String.join("\n", lines.subList(from, indexOf(lines, "end::quickstart[]")))
                .stripIndent();

        assertThat(Files.readString(Path.of("../../README.md")))
                .contains("```java\n" + region.stripTrailing() + "\n```");
        assertThat(region.lines()
                        .filter(line -> !line.isBlank() && !line.strip().equals("}")))
                .as("from the dependency to the first signed answer")
                .hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void theQuickstartPrintsWhatTheReadmeSays() throws IOException {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            Quickstart.main(new String[0]);
        } finally {
            System.setOut(before);
        }
        String output = printed.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");

        assertThat(output).contains("Maria Keller", "Employee id: E-1017");
        assertThat(Files.readString(Path.of("../../README.md"))).contains("```\n" + output.stripTrailing() + "\n```");
    }

    private static int indexOf(List<String> lines, String marker) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(marker)) {
                return i;
            }
        }
        throw new AssertionError("There is no " + marker + " in " + SOURCE);
    }
}
