package dev.heed.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.error.PracticeCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documents promise what the code keeps. */
class DocumentsTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| *(P\\d{2}) *\\|(.*)$");
    private static final Pattern TEST_CLASS = Pattern.compile("`([A-Za-z]+Test)(?:#([A-Za-z]+))?`");
    private static final Pattern SNIPPET = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#|mailto:)([^)#]+)(?:#[^)]*)?\\)");

    @Test
    void thePracticesHaveOneRowEach() throws IOException {
        List<String> ids =
                ROW.matcher(practices()).results().map(row -> row.group(1)).toList();

        assertThat(ids)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 98)
                        .mapToObj(number -> String.format(Locale.ROOT, "P%02d", number))
                        .toList());
    }

    @Test
    void aPracticeThatIsBuiltNamesATestThatExists() throws IOException {
        List<MatchResult> built = ROW.matcher(practices())
                .results()
                .filter(row -> !row.group(2).contains("not built yet"))
                .toList();

        assertThat(built).isNotEmpty();
        for (MatchResult row : built) {
            List<MatchResult> tests = TEST_CLASS.matcher(row.group(2)).results().toList();
            assertThat(tests).as("tests named for %s", row.group(1)).isNotEmpty();
            tests.forEach(test -> assertThat(sourceOf(test.group(1)))
                    .as("the test %s of %s", test.group(1), row.group(1))
                    .hasSize(1));
        }
    }

    @Test
    void everyCodeOfAHouseRuleIsInTheDocumentOfErrors() throws IOException {
        String errors = Files.readString(Path.of("../docs/errors.md"));

        assertThat(Stream.of(PracticeCode.values()))
                .allSatisfy(code -> assertThat(errors).contains(code.name()));
    }

    @Test
    void linksBetweenDocumentsLeadSomewhere() throws IOException {
        for (Path document : documents()) {
            LINK.matcher(Files.readString(document))
                    .results()
                    .forEach(link -> assertThat(
                                    document.resolveSibling(link.group(1)).normalize())
                            .as("link in %s", document)
                            .exists());
        }
    }

    @Test
    void everySnippetIsCompiledSomewhere() throws IOException {
        List<String> sources = sources();
        for (Path document : documents()) {
            SNIPPET.matcher(Files.readString(document))
                    .results()
                    .forEach(snippet -> assertThat(sources)
                            .as("a source with this snippet of %s:%n%s", document, snippet.group(1))
                            .anyMatch(source -> source.contains(folded(snippet.group(1)))));
        }
    }

    private static String folded(String code) {
        return code.replaceAll("\\s+", "");
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files =
                Stream.concat(Modules.PUBLISHED.stream(), Stream.of("examples")).flatMap(DocumentsTest::walk)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("target"))
                    .map(DocumentsTest::read)
                    .map(DocumentsTest::folded)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> walk(String module) {
        try (Stream<Path> files = Files.walk(Path.of("..", module))) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String practices() throws IOException {
        return Files.readString(Path.of("../docs/practices.md"));
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> docs = Files.walk(Path.of("../docs"));
                Stream<Path> root = Files.list(Path.of(".."))) {
            return Stream.concat(docs, root)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        }
    }

    private static List<Path> sourceOf(String testClass) {
        return Stream.concat(Modules.PUBLISHED.stream(), Stream.of("examples", "architecture"))
                .flatMap(DocumentsTest::walk)
                .filter(file -> file.getFileName().toString().equals(testClass + ".java"))
                .toList();
    }
}
