package dev.heed.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.InvalidInputException;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
    private static Times minutes(List<Integer> minutes) {
        return Times.of(minutes.stream().map(Duration::ofMinutes).toList());
    }

    @Test
    void theMedianOfAnEvenNumberIsTheShorterOfTheTwoInTheMiddle() {
        assertThat(minutes(List.of(4, 1, 3, 2)).median()).contains(Duration.ofMinutes(2));
        assertThat(minutes(List.of(5, 4, 1, 3, 2)).median()).contains(Duration.ofMinutes(3));
        assertThat(minutes(List.of()).median()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 101})
    void thereIsNoPercentileOutsideOfAHundred(int percent) {
        assertThatThrownBy(() -> minutes(List.of(1)).percentile(percent)).isInstanceOf(InvalidInputException.class);
    }

    @Property(tries = 300)
    void aPercentileIsTheShortestTimeThatSoManyDoNotExceed(
            @ForAll @NotEmpty List<@IntRange(max = 50) Integer> some,
            @ForAll @IntRange(min = 1, max = 100) int percent) {
        Duration expected = some.stream()
                .sorted()
                .filter(one ->
                        some.stream().filter(other -> other <= one).count() * 100L >= (long) percent * some.size())
                .map(Duration::ofMinutes)
                .findFirst()
                .orElseThrow();
        assertThat(minutes(some).percentile(percent)).contains(expected);
    }
}
