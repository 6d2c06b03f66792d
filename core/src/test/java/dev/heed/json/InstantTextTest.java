package dev.heed.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantTextTest {
    private static final Pattern FORM =
            Pattern.compile("(\\d{4}|[+-]\\d{4,10})-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z");

    @Property
    void writesAnInstantAsTheJdkDoesAndReadsItBack(@ForAll("instants") Instant instant) {
        String text = InstantText.format(instant);

        assertThat(text).isEqualTo(instant.toString());
        assertThat(InstantText.parse(text)).isEqualTo(instant);
    }

    @Provide
    Arbitrary<Instant> instants() {
        Arbitrary<Long> seconds = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 4_000_000_000L),
                Arbitraries.longs().between(-62_167_219_300L, -62_167_219_100L),
                Arbitraries.longs().between(253_402_300_700L, 253_402_300_900L),
                Arbitraries.longs().between(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond()));
        Arbitrary<Integer> nanos = Arbitraries.oneOf(
                Arbitraries.of(0, 1, 999_999_999, 500_000_000, 120_000, 1_000),
                Arbitraries.integers().between(0, 999_999_999));
        return seconds.flatMap(second -> nanos.map(nano -> Instant.ofEpochSecond(second, nano)));
    }

    @Property
    void readsOrRefusesWhatIsNearlyAnInstantAsTheJdkDoes(@ForAll("nearly") String text) {
        if (!FORM.matcher(text).matches()) {
            assertThatThrownBy(() -> InstantText.parse(text)).isInstanceOf(IllegalArgumentException.class);
            return;
        }
        Instant expected;
        try {
            expected = Instant.parse(text);
        } catch (DateTimeException e) {
            assertThatThrownBy(() -> InstantText.parse(text)).isInstanceOf(DateTimeException.class);
            return;
        }
        assertThat(InstantText.parse(text)).isEqualTo(expected);
    }

    @Provide
    Arbitrary<String> nearly() {
        Arbitrary<String> two = Arbitraries.integers().between(0, 69).map(number -> (number < 10 ? "0" : "") + number);
        Arbitrary<String> year = Arbitraries.of("2026", "2024", "1900", "0000", "9999", "+12345", "-0044", "202", "");
        Arbitrary<String> end =
                Arbitraries.of("Z", ".5Z", ".123456789Z", ".1234567890Z", ".Z", "z", "", "+00:00", "Zx");
        return year.flatMap(y -> two.list()
                .ofSize(5)
                .flatMap(parts -> end.map(z -> y + "-" + parts.get(0) + "-" + parts.get(1) + "T" + parts.get(2) + ":"
                        + parts.get(3) + ":" + parts.get(4) + z)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-29T23:59:59Z", "2026-12-31T24:00:00Z", "2016-12-31T23:59:60Z"})
    void readsTheEndsOfDaysAsTheJdkDoes(String text) {
        assertThat(InstantText.parse(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-02-30T00:00:00Z", "2025-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-00-10T00:00:00Z"})
    void refusesDaysThatAreNotInTheCalendar(String text) {
        assertThatThrownBy(() -> InstantText.parse(text)).isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-06-08", "２０２６-06-08T07:00:00Z", "2026-06-08T07:00:00", "2026-06-08 07:00:00Z"})
    void refusesWhatHasAnotherForm(String text) {
        assertThatThrownBy(() -> InstantText.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
