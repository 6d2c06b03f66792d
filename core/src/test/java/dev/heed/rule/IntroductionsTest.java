package dev.heed.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntroductionsTest {
    private final Introductions introductions =
            new Introductions(new GroupNames(SignatureWords.builtIn(), Set.of("Lumen")), new AgentNames(List.of()));

    @ParameterizedTest
    @ValueSource(strings = {"1.5,", "a.b", "Dr.", "1.5 ", "...", "a\n.", "I am "})
    void aLongTextIsReadInTimeInProportionToItsLength(String piece) {
        String text = piece.repeat(100_000);

        assertThat(assertTimeout(Duration.ofSeconds(10), () -> introductions.in(text)))
                .isEmpty();
    }

    @Test
    void aSentenceGoesOnBehindADecimalPointAndATitle() {
        assertThat(introductions.in("It costs 1.5 EUR. I am Dr. Maria Keller. Bye."))
                .map(span -> span.text())
                .isEqualTo(Optional.of("I am Dr. Maria Keller"));
    }
}
