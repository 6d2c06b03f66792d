package dev.heed.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TimeTextsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** Monday, 8 June 2026. */
    private static final Instant NOW = berlin("2026-06-08T14:20:30");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | 2026-06-08T15:30 | today, Monday, by 15:30 (Berlin)
            en | 2026-06-09T10:00 | tomorrow, Tuesday, by 10:00 (Berlin)
            en | 2026-06-11T10:00 | on Thursday, 11 June, by 10:00 (Berlin)
            en | 2027-01-04T09:05 | on Monday, 4 January 2027, by 09:05 (Berlin)
            de | 2026-06-08T15:30 | heute, Montag, bis 15:30 Uhr (Berlin)
            de | 2026-06-09T10:00 | morgen, Dienstag, bis 10:00 Uhr (Berlin)
            de | 2026-06-11T10:00 | am Donnerstag, 11. Juni, bis 10:00 Uhr (Berlin)
            de | 2027-01-04T09:05 | am Montag, 4. Januar 2027, bis 09:05 Uhr (Berlin)
            fr | 2026-06-08T15:30 | aujourd’hui, lundi, avant 15:30 (Berlin)
            fr | 2026-06-09T10:00 | demain, mardi, avant 10:00 (Berlin)
            fr | 2026-06-11T10:00 | le jeudi 11 juin avant 10:00 (Berlin)
            fr | 2026-07-01T10:00 | le mercredi 1er juillet avant 10:00 (Berlin)
            fr | 2027-01-04T09:05 | le lundi 4 janvier 2027 avant 09:05 (Berlin)
            es | 2026-06-08T15:30 | hoy, lunes, antes de las 15:30 (Berlin)
            es | 2026-06-09T01:00 | mañana, martes, antes de la 01:00 (Berlin)
            es | 2026-06-11T10:00 | el jueves 11 de junio antes de las 10:00 (Berlin)
            es | 2027-01-04T09:05 | el lunes 4 de enero de 2027 antes de las 09:05 (Berlin)
            """)
    void saysUntilWhenInTheLanguageAndZoneOfTheReader(String language, String at, String said) {
        assertThat(times(language).by(berlin(at), BERLIN, NOW)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | 2026-06-08T15:00 | 2026-06-08T17:00 | today, Monday, between 15:00 and 17:00 (Berlin)
            en | 2026-06-08T16:30 | 2026-06-09T10:00 | between today, Monday, 16:30 and tomorrow, Tuesday, 10:00 (Berlin)
            de | 2026-06-09T09:00 | 2026-06-09T10:00 | morgen, Dienstag, zwischen 09:00 Uhr und 10:00 Uhr (Berlin)
            fr | 2026-06-08T16:30 | 2026-06-09T10:00 | entre aujourd’hui, lundi, à 16:30 et demain, mardi, à 10:00 (Berlin)
            es | 2026-06-08T16:30 | 2026-06-09T10:00 | entre hoy, lunes, a las 16:30 y mañana, martes, a las 10:00 (Berlin)
            en | 2026-06-11T09:00 | 2026-06-12T10:00 | between Thursday, 11 June, 09:00 and Friday, 12 June, 10:00 (Berlin)
            fr | 2026-06-11T09:00 | 2026-06-12T10:00 | entre le jeudi 11 juin à 09:00 et le vendredi 12 juin à 10:00 (Berlin)
            en | 2026-06-08T16:30 | 2026-06-08T16:30:59 | today, Monday, by 16:30 (Berlin)
            en | 2026-06-08T17:30 | 2026-06-08T16:30 | today, Monday, by 16:30 (Berlin)
            """)
    void saysBetweenWhen(String language, String from, String until, String said) {
        assertThat(times(language).between(berlin(from), berlin(until), BERLIN, NOW))
                .isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | 2026-06-07T16:00 | yesterday, Sunday, at 16:00 (Berlin)
            de | 2026-06-05T16:00 | am Freitag, 5. Juni, um 16:00 Uhr (Berlin)
            fr | 2026-06-08T00:00 | aujourd’hui, lundi, à 00:00 (Berlin)
            es | 2025-06-08T13:00 | el domingo 8 de junio de 2025 a las 13:00 (Berlin)
            """)
    void saysWhen(String language, String at, String said) {
        assertThat(times(language).at(berlin(at), BERLIN, NOW)).isEqualTo(said);
    }

    @Test
    void aReaderInAnotherZoneReadsTheSameInstantWithItsZone() {
        Instant due = berlin("2026-06-09T03:30");

        assertThat(times("en").by(due, ZoneId.of("America/Argentina/Buenos_Aires"), NOW))
                .isEqualTo("today, Monday, by 22:30 (Buenos Aires)");
        assertThat(times("en").by(due, ZoneId.of("Asia/Kathmandu"), NOW))
                .isEqualTo("tomorrow, Tuesday, by 07:15 (Kathmandu)");
    }

    static Stream<Arguments> zones() {
        return Stream.of(
                arguments("UTC", "(UTC)"),
                arguments("Z", "(UTC)"),
                arguments("+02:00", "(UTC+02:00)"),
                arguments("Etc/GMT-3", "(Etc/GMT-3)"),
                arguments("Pacific/Apia", "(Apia)"));
    }

    @ParameterizedTest
    @MethodSource("zones")
    void namesAnyZone(String zone, String named) {
        assertThat(times("en").by(NOW, ZoneId.of(zone), NOW)).endsWith(" " + named);
    }

    @Test
    void saysWhichOfTwoEqualWallTimesIsMeant() {
        Instant first = Instant.parse("2026-10-25T00:30:00Z");
        Instant second = Instant.parse("2026-10-25T01:30:00Z");

        assertThat(times("en").by(first, BERLIN, first)).isEqualTo("today, Sunday, by 02:30 (Berlin, UTC+02:00)");
        assertThat(times("en").by(second, BERLIN, first)).isEqualTo("today, Sunday, by 02:30 (Berlin, UTC+01:00)");
    }

    @Test
    void midnightIsTheEndOfTheDateBefore() {
        assertThat(times("en").by(berlin("2026-06-09T00:00"), BERLIN, NOW))
                .isEqualTo("today, Monday, by 24:00 (Berlin)");
        assertThat(times("de").by(berlin("2026-06-10T00:00:20"), BERLIN, NOW))
                .isEqualTo("morgen, Dienstag, bis 24:00 Uhr (Berlin)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | yesterday, Sunday, by 24:00 (Berlin)
            de | gestern, Sonntag, bis 24:00 Uhr (Berlin)
            fr | hier, dimanche, avant 24:00 (Berlin)
            es | ayer, domingo, antes de las 24:00 (Berlin)
            """)
    void whatEndedAtMidnightEndedTheDateBefore(String language, String said) {
        assertThat(times(language).by(berlin("2026-06-08T00:00"), BERLIN, NOW)).isEqualTo(said);
        assertThat(times(language).at(berlin("2026-06-08T00:00"), BERLIN, NOW)).doesNotContain("24");
    }

    @Test
    void minutesAreRoundedDownUnlessThatWouldBeOver() {
        assertThat(times("en").by(berlin("2026-06-08T15:30:59.999"), BERLIN, NOW))
                .isEqualTo("today, Monday, by 15:30 (Berlin)");
        assertThat(times("en").by(berlin("2026-06-08T14:20:59"), BERLIN, NOW))
                .isEqualTo("today, Monday, by 14:20:59 (Berlin)");
        assertThat(times("en").by(berlin("2026-06-09T00:00:30"), BERLIN, berlin("2026-06-09T00:00:10")))
                .isEqualTo("today, Tuesday, by 00:00:30 (Berlin)");
    }

    @Property
    void neverSaysATimeThatIsLaterThanItIsMeant(
            @ForAll @LongRange(min = 0, max = 4_102_444_800L) long seconds,
            @ForAll @LongRange(min = 1, max = 100_000) long ahead,
            @ForAll @IntRange(min = -18, max = 18) int offset) {
        Instant now = Instant.ofEpochSecond(seconds);
        ZoneId zone = ZoneOffset.ofHours(offset);
        LocalDateTime due = now.plusSeconds(ahead).atZone(zone).toLocalDateTime();
        String said = times("en").by(now.plusSeconds(ahead), zone, now);

        String clock = said.replaceAll(".* by ([0-9:]+) .*", "$1");
        LocalDateTime date = said.startsWith("today")
                ? now.atZone(zone).toLocalDate().atStartOfDay()
                : said.startsWith("tomorrow")
                        ? now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay()
                        : due.toLocalDate()
                                .minusDays(clock.equals("24:00") ? 1 : 0)
                                .atStartOfDay();
        String[] parts = clock.split(":", -1);
        LocalDateTime meant = date.plusHours(Long.parseLong(parts[0]))
                .plusMinutes(Long.parseLong(parts[1]))
                .plusSeconds(parts.length > 2 ? Long.parseLong(parts[2]) : 0);
        assertThat(meant).isBeforeOrEqualTo(due);
        assertThat(meant).isAfterOrEqualTo(now.atZone(zone).toLocalDateTime());
        assertThat(Duration.between(meant, due)).isLessThan(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @CsvSource({
        "en, PT2H30M59S, 2 hours 30 minutes",
        "en, PT1H1M, 1 hour 1 minute",
        "en, PT59S, less than a minute",
        "de, PT1H, 1 Stunde",
        "fr, PT26H, 26 heures",
        "es, PT-45M, 45 minutos"
    })
    void saysHowLong(String language, Duration time, String said) {
        assertThat(times(language).length(time)).isEqualTo(said);
    }

    private static TimeTexts times(String language) {
        return Objects.requireNonNull(Texts.load().get(language)).times();
    }

    private static Instant berlin(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Asia/Tokyo       | yesterday, Monday, at 17:05 (Tokyo)
            America/New_York | today, Monday, at 04:05 (New York)
            Europe/Berlin    | today, Monday, at 10:05 (Berlin)
            Asia/Kathmandu   | today, Monday, at 13:50 (Kathmandu)
            UTC              | today, Monday, at 08:05 (UTC)
            """)
    void x57AViewerInAnotherZoneReadsTheSameInstantAndTheNameOfTheZone(String zone, String said) {
        Instant at = Instant.parse("2026-06-08T08:05:00Z");
        assertThat(times("en").at(at, ZoneId.of(zone), at.plus(Duration.ofHours(9))))
                .isEqualTo(said);
    }

    @Test
    void x57TheHourThatComesTwiceIsReadAsTwoInstants() {
        Instant first = Instant.parse("2026-10-25T00:30:00Z");
        assertThat(Stream.of(first, first.plus(Duration.ofHours(1)))
                        .map(at -> times("en").at(at, BERLIN, first)))
                .containsExactly(
                        "today, Sunday, at 02:30 (Berlin, UTC+02:00)", "today, Sunday, at 02:30 (Berlin, UTC+01:00)");
    }
}
