package dev.heed.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.error.ConfigurationException;
import dev.heed.sla.config.SlaConfiguration;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever is done to a document, it is read or it is refused; nothing else ever happens. */
class FuzzedYamlTest {
    private static final String GOOD = """
            %YAML 1.2
            ---
            calendars: # when we are there
              office: &office
                zone: "Europe/Berlin"
                week: {monday: [09:00-12:00, '13:00-17:00'], ? friday : [22:00-04:00]}
                dates:
                  2026-12-24: {closedFrom: 14:00}
            versions:
              - version: >-
                  2026-06
                validFrom: 2026-06-01T00:00:00Z
                policies:
                  - {name: standard, hours: office, goals: {firstReply: {within: 8h}}}
            """;
    private static final List<String> SPLINTERS = List.of(
            "&a ",
            "*a",
            "!!str ",
            "!",
            "!<x>",
            "|",
            ">",
            "|9",
            "%",
            "%YAML",
            "---\n",
            "...\n",
            "? ",
            ": ",
            "- ",
            "#",
            "\t",
            "\n",
            "\r",
            "\u2028",
            "\u0085",
            "\uFEFF",
            "\u0000",
            "\uD83D\uDE00",
            "\uD800",
            "{",
            "}",
            "[",
            "]",
            ",",
            "\"",
            "'",
            "\\",
            "\\x",
            "\\U00110000",
            "@",
            "`",
            "<<",
            "=",
            "~",
            "0x",
            "0b2",
            "1_",
            ".inf",
            "-.",
            "+",
            "e9",
            "2026",
            " ");

    @Property(tries = 10_000)
    void aMutatedDocumentIsReadOrRefused(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int changes) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(GOOD);
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

    @Property(tries = 5_000)
    void splintersAreReadOrRefused(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int count) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(random.nextInt(3) == 0 ? "a" : SPLINTERS.get(random.nextInt(SPLINTERS.size())));
        }
        readOrRefused(text.toString());
    }

    @Property(tries = 1_000)
    void anyTextIsReadOrRefused(@ForAll String text) {
        readOrRefused(text);
    }

    private static void readOrRefused(String text) {
        try {
            SlaConfiguration read = SlaConfiguration.reader().read(YamlDocuments.read(text));
            assertThat(read.calendars()).isNotEmpty();
        } catch (ConfigurationException e) {
            assertThat(e.problems()).isNotEmpty();
            assertThat(e.remedy()).isNotBlank();
        }
    }
}
