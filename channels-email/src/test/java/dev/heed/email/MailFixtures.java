package dev.heed.email;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Mails with known outcomes in the folder {@code shared/data/mail} beside the project; tests are skipped without it.
 */
final class MailFixtures {

    private static final Path INSIDE_SHARED = Path.of("shared", "data", "mail");

    /**
     * @param name source and file
     * @param expected what the source states, as {@link Json} reads it
     */
    record Fixture(String name, Path file, Map<String, Object> expected) {

        byte[] raw() {
            try {
                return Files.readAllBytes(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Optional<String> text(String field) {
            return expected.get(field) instanceof String text ? Optional.of(text) : Optional.empty();
        }
    }

    private MailFixtures() {}

    /** All whole mails. Skips the calling test when the folder is absent. */
    static List<Fixture> mails() throws IOException {
        Optional<Path> folder = folder();
        assumeTrue(folder.isPresent(), "The folder shared/data/mail with the mails of public projects is absent.");
        List<Fixture> fixtures = new ArrayList<>();
        for (String line : Files.readAllLines(folder.get().resolve("expected.jsonl"), StandardCharsets.UTF_8)) {
            Map<String, Object> entry = Json.object(line);
            if ("rfc822".equals(entry.get("kind"))) {
                String name = entry.get("source") + "/" + entry.get("file");
                fixtures.add(new Fixture(name, folder.get().resolve(name), expectation(entry)));
            }
        }
        return fixtures;
    }

    private static Map<String, Object> expectation(Map<String, Object> entry) {
        Map<String, Object> expected = new HashMap<>();
        ((Map<?, ?>) entry.getOrDefault("expect", Map.of()))
                .forEach((name, value) -> expected.put((String) name, value));
        return expected;
    }

    private static Optional<Path> folder() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path candidate = at.resolve(INSIDE_SHARED);
            if (Files.isRegularFile(candidate.resolve("expected.jsonl"))) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
