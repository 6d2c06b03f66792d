package dev.heed.sla.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.error.ConfigurationException;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever is done to a document, it is read or it is refused; nothing else ever happens. */
class FuzzedConfigurationTest {
    private static final String FULL = Examples.full();
    private static final List<String> SPLINTERS = List.of(
            "\"",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "null",
            "true",
            "-1",
            "1e999",
            "\"\"",
            "\\u",
            "\u0000",
            "\uD800",
            "é",
            "24:00",
            "00:00",
            "09:00-09:00",
            "9999-12-31",
            "0000-01-01",
            "2011-12-30",
            "999999999h",
            "0s",
            "PT",
            "P1D",
            "Pacific/Apia",
            "UTC+18",
            "+18:00",
            "base",
            "\"office\"",
            "\"always\"",
            "\"week\"",
            "12-31",
            "02-29",
            " ");

    @Property(tries = 5000)
    void aMutatedDocumentIsReadOrRefused(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int changes) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(FULL);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(text.length());
            String splinter = SPLINTERS.get(random.nextInt(SPLINTERS.size()));
            switch (random.nextInt(3)) {
                case 0 -> text.insert(at, splinter);
                case 1 -> text.replace(at, Math.min(text.length(), at + splinter.length()), splinter);
                default -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(20)));
            }
        }
        readOrRefused(text.toString());
    }

    /** Values only, so that what is read is a document with fields in their places. */
    @Property(tries = 5000)
    void aDocumentWithOtherValuesIsReadOrRefused(@ForAll long seed) {
        Random random = new Random(seed);
        String[] parts = FULL.split("\"", -1);
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            int at = 1 + 2 * random.nextInt(parts.length / 2);
            String other = random.nextBoolean()
                    ? parts[1 + 2 * random.nextInt(parts.length / 2)]
                    : SPLINTERS
                            .get(random.nextInt(SPLINTERS.size()))
                            .replace("\"", "")
                            .replace("\\", "");
            parts[at] = other;
        }
        readOrRefused(String.join("\"", parts));
    }

    @Property(tries = 1000)
    void anyTextIsReadOrRefused(@ForAll String text) {
        readOrRefused(text);
    }

    private static void readOrRefused(String text) {
        try {
            assertThat(Examples.READER.readJson(text).calendars()).isNotEmpty();
        } catch (ConfigurationException e) {
            assertThat(e.problems()).isNotEmpty();
            assertThat(e.remedy()).isNotBlank();
        }
    }
}
