package dev.heed.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.PracticeCode;
import dev.heed.error.RefusedException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** That a practice refuses something. */
final class Refusal {
    private Refusal() {}

    static void with(PracticeCode code, ThrowingCallable what) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
