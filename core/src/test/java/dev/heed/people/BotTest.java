package dev.heed.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BotTest {
    @Test
    void hasANameOfItsOwn() {
        assertThat(Bot.named(" Parcel tracker ").name()).isEqualTo("Parcel tracker");
    }

    @Test
    void isEqualByName() {
        assertThat(Bot.named("Parcel tracker")).isEqualTo(new Bot("Parcel tracker "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void needsAName(String name) {
        assertThatThrownBy(() -> Bot.named(name))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("says what it does");
    }
}
