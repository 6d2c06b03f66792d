package dev.heed.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
    private final Map<String, Texts> texts = Texts.load();

    @Test
    void speaksFourLanguages() {
        assertThat(texts).containsOnlyKeys("en", "de", "fr", "es");
        texts.forEach((language, spoken) -> assertThat(spoken.locale()).isEqualTo(Locale.forLanguageTag(language)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "es"})
    void eachLanguageHasTheKeysOfEnglish(String language) throws IOException {
        assertThat(keys(language)).isEqualTo(keys("en"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "es"})
    void eachTextUsesThePlaceholdersOfItsEnglishOne(String language) throws IOException {
        for (String key : keys("en")) {
            assertThat(Placeholders.names(text(language, key)))
                    .as(key)
                    .containsExactlyInAnyOrderElementsOf(Placeholders.names(text("en", key)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "es"})
    void eachTextIsTranslated(String language) throws IOException {
        Set<String> same = Set.of(
                "sender.agent",
                "sender.bot",
                "when.first",
                "when.clock",
                "when.clock.one",
                "when.clock.midnight",
                "when.point",
                "when.point.day",
                "length.minute",
                "length.minute.one");
        for (String key : keys("en")) {
            if (!same.contains(key)) {
                assertThat(text(language, key)).as(key).isNotBlank().isNotEqualTo(text("en", key));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es"})
    void theAcknowledgementTellsTheNumberAndTheTime(String language) {
        assertThat(Placeholders.names(text(language, "acknowledgement")))
                .contains("ticket.number", "expected_reply.by");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es"})
    void theAcknowledgementGreetsWithAndWithoutAName(String language) {
        String acknowledgement = text(language, "acknowledgement");
        Map<String, String> known = Map.of("ticket.number", "1001", "expected_reply.by", "soon");
        Map<String, String> named =
                Map.of("ticket.number", "1001", "expected_reply.by", "soon", "customer.greeting", " Anna");
        assertThat(Placeholders.fill(acknowledgement, known, value -> value).findings())
                .isEmpty();
        assertThat(Placeholders.fill(acknowledgement, named, value -> value).findings())
                .isEmpty();
        assertThat(Placeholders.fill(acknowledgement, named, value -> value).text())
                .containsPattern("^[\\p{L} ]+ Anna[,:]\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Monday 15 June 2026, 15:00 (Central European Time)",
                "de | Montag, 15. Juni 2026, 15:00 Uhr (Mitteleuropäische Zeit)",
                "fr | lundi 15 juin 2026 à 15:00 (heure d’Europe centrale)",
                "es | lunes 15 de junio de 2026, 15:00 (hora de Europa central)",
            })
    void tellsTheTimeAsItsReadersWriteItWithTheZone(String language, String told) {
        Instant at = Instant.parse("2026-06-15T13:00:00Z");
        assertThat(texts(language).time(at, ZoneId.of("Europe/Berlin"))).isEqualTo(told);
    }

    @Test
    void tellsTheTimeInTheZoneItIsGiven() {
        Instant at = Instant.parse("2026-06-15T15:30:00Z");
        assertThat(texts("en").time(at, ZoneId.of("Asia/Tokyo"))).isEqualTo("Tuesday 16 June 2026, 00:30 (Japan Time)");
        assertThat(texts("de").time(at, ZoneId.of("America/New_York"))).startsWith("Montag, 15. Juni 2026, 11:30 Uhr");
    }

    @Test
    void knowsNoOtherKey() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> texts("en").get("farewell"))
                .withMessage("No text farewell in en.");
    }

    private Texts texts(String language) {
        return Objects.requireNonNull(texts.get(language));
    }

    private String text(String language, String key) {
        return texts(language).get(key);
    }

    private static Set<String> keys(String language) throws IOException {
        Properties properties = new Properties();
        try (InputStream in =
                Objects.requireNonNull(Texts.class.getResourceAsStream("texts_" + language + ".properties"))) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties.stringPropertyNames();
    }
}
