package dev.heed.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/events.md has every event, and its examples are the golden ones. */
class EventsDocumentTest {
    private static final Pattern HEADING = Pattern.compile("(?m)^### `([a-z.-]+)`$");
    private static final Pattern EXAMPLE = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL);

    @Test
    void everyEventHasItsChapterInTheOrderOfTheTypes() throws IOException {
        assertThat(HEADING.matcher(document()).results().map(heading -> heading.group(1)))
                .containsExactlyElementsOf(names());
    }

    @Test
    void theExampleOfEachIsTheGoldenOne() throws IOException {
        List<String> examples = EXAMPLE.matcher(document())
                .results()
                .map(example -> Documents.tree(example.group(1)).toString())
                .toList();

        assertThat(examples)
                .containsExactlyElementsOf(names().stream()
                        .map(name -> Documents.tree(Documents.golden(name)).toString())
                        .toList());
    }

    private static List<String> names() {
        return EventTypes.heeds().all().stream().map(EventType::name).toList();
    }

    private static String document() throws IOException {
        return Files.readString(Path.of("../docs/events.md"));
    }
}
