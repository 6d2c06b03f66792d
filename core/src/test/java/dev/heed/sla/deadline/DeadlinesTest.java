package dev.heed.sla.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.InvalidInputException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlinesTest {
    private static final long START = 1_795_392_000_000_000_000L;
    private static final long TWO_YEARS = 63_072_000_000_000_000L;
    private static final Deadlines.Handler NOBODY = (due, key) -> {
        throw new AssertionError("fired " + key);
    };

    private final Deadlines deadlines = new Deadlines();
    private final List<Long> fired = new ArrayList<>();
    private final Deadlines.Handler recording = (due, key) -> fired.add(key);

    @Nested
    class ADeadline {
        @Test
        void firesAtItsNanosecondAndNotOneBefore() {
            deadlines.schedule(START, 7);

            assertThat(deadlines.fireUntil(START - 1, NOBODY)).isZero();
            assertThat(deadlines.fireUntil(START, recording)).isEqualTo(1);
            assertThat(fired).containsExactly(7L);
        }

        @Test
        void firesOnceHoweverTheClockGoes() {
            deadlines.schedule(START, 7);
            deadlines.schedule(START + 10, 8);
            deadlines.fireUntil(START + 5, recording);

            assertThat(deadlines.fireUntil(START - 5, NOBODY)).isZero();
            assertThat(deadlines.fireUntil(START + 5, NOBODY)).isZero();
            assertThat(deadlines.fireUntil(START + 10, recording)).isEqualTo(1);
            assertThat(fired).containsExactly(7L, 8L);
        }

        @Test
        void thatHasPassedFiresBeforeWhatIsDueLater() {
            deadlines.schedule(START + 1, 1);
            deadlines.fireUntil(START, NOBODY);
            deadlines.schedule(START - TWO_YEARS, 2);
            deadlines.schedule(START, 3);

            deadlines.fireUntil(START + 1, recording);
            assertThat(fired).containsExactly(2L, 3L, 1L);
        }

        @Test
        void isToldWithTheInstantAndTheKeyItWasScheduledWith() {
            Instant due = Instant.parse("2028-02-29T12:00:00.123456789Z");
            deadlines.schedule(due, Long.MIN_VALUE);
            List<Instant> told = new ArrayList<>();

            deadlines.fireUntil(due.minusNanos(1), NOBODY);
            deadlines.fireUntil(due, (at, key) -> {
                told.add(Instant.ofEpochSecond(0, at));
                assertThat(key).isEqualTo(Long.MIN_VALUE);
            });
            assertThat(told).containsExactly(due);
        }

        @Test
        void ofTheSameInstantAsOthersFiresInTheOrderOfScheduling() {
            for (long key : new long[] {5, 3, 9, 3}) {
                deadlines.schedule(START, key);
            }
            assertThat(deadlines.nextDue()).hasValue(START);
            deadlines.schedule(START, 1);

            deadlines.fireUntil(START, recording);
            assertThat(fired).containsExactly(5L, 3L, 9L, 3L, 1L);
        }
    }

    @Nested
    class AHandler {
        @Test
        void isCalledInTheSameSweepForWhatItSchedulesForThePast() {
            deadlines.schedule(START, 1);
            deadlines.schedule(START + 5, 4);

            long count = deadlines.fireUntil(START + 5, (due, key) -> {
                fired.add(key);
                if (key == 1) {
                    deadlines.schedule(START + 2, 3);
                    deadlines.schedule(START - 2, 2);
                    deadlines.schedule(START + 6, 5);
                }
            });
            assertThat(count).isEqualTo(4);
            assertThat(fired).containsExactly(1L, 2L, 3L, 4L);
            assertThat(deadlines.nextDue()).hasValue(START + 6);
        }

        @Test
        void thatThrowsLosesOnlyWhatItWasCalledFor() {
            deadlines.schedule(START, 1);
            deadlines.schedule(START, 2);
            deadlines.schedule(START, 3);
            deadlines.fireUntil(START - 1, NOBODY);

            assertThatThrownBy(() -> deadlines.fireUntil(START, (due, key) -> {
                        if (key == 2) {
                            throw new IllegalArgumentException("two");
                        }
                        fired.add(key);
                    }))
                    .hasMessage("two");
            deadlines.fireUntil(START, recording);
            assertThat(fired).containsExactly(1L, 3L);
        }

        @Test
        void maySweepItself() {
            deadlines.schedule(START, 1);
            deadlines.schedule(START + 1, 2);
            deadlines.schedule(START + 9, 3);

            long count = deadlines.fireUntil(START, (due, key) -> {
                fired.add(key);
                assertThat(deadlines.fireUntil(START + 1, recording)).isEqualTo(1);
            });
            assertThat(count).isEqualTo(1);
            assertThat(fired).containsExactly(1L, 2L);
            assertThat(deadlines.size()).isEqualTo(1);
        }

        @Test
        void isNeeded() {
            assertThatNullPointerException().isThrownBy(() -> deadlines.fireUntil(START, nobody()));
        }

        @SuppressWarnings("NullAway") // what a caller without a checker could do
        private static Deadlines.Handler nobody() {
            return null;
        }
    }

    @Nested
    class AmongVeryMany {
        private static final int MANY = 1_000_000;

        private long last = Long.MIN_VALUE;

        @Test
        void noneIsEarlyOrLostOrOutOfOrder() {
            long[] dues = new SplittableRandom(26)
                    .longs(MANY, START, START + TWO_YEARS)
                    .toArray();
            for (int key = 0; key < MANY; key++) {
                deadlines.schedule(dues[key], key);
            }
            long[] order = firedOverTwoYears(dues);

            Arrays.sort(dues);
            assertThat(order).isEqualTo(dues);
        }

        private long[] firedOverTwoYears(long[] dues) {
            LongStream.Builder order = LongStream.builder();
            boolean[] seen = new boolean[MANY];
            for (long now = START; deadlines.size() > 0; now += TWO_YEARS / 700) {
                long limit = now;
                deadlines.fireUntil(now, (due, key) -> {
                    if (due > limit || due != dues[(int) key] || seen[(int) key]) {
                        throw new AssertionError(key + " fired at " + limit + " as of " + due);
                    }
                    seen[(int) key] = true;
                    order.add(due);
                });
            }
            return order.build().toArray();
        }

        @Test
        void thoseOfOneInstantKeepTheirOrderAlsoWhileMoreAreScheduled() {
            for (long key = 0; key < MANY; key++) {
                deadlines.schedule(START, key);
            }
            deadlines.schedule(START + 1, -1);
            long[] expected = {0};
            deadlines.fireUntil(START, (due, key) -> {
                if (key != expected[0]++) {
                    throw new AssertionError(key + " fired instead of " + (expected[0] - 1));
                }
                if (key % 1000 == 0) {
                    deadlines.schedule(START, MANY + key / 1000);
                }
            });
            assertThat(expected[0]).isEqualTo(MANY + MANY / 1000 + 2); // the last ones schedule others, too
            assertThat(deadlines.size()).isEqualTo(1);
        }

        @Test
        void oneIsScheduledForEachThatFiresForYears() {
            SplittableRandom random = new SplittableRandom(27);
            for (long key = 0; key < 20_000; key++) {
                deadlines.schedule(START + random.nextLong(TWO_YEARS), key);
            }
            long[] count = {0};
            for (long now = START; count[0] < MANY; now += TWO_YEARS / 3000) {
                long limit = now;
                deadlines.fireUntil(now, (due, key) -> {
                    if (due > limit || due < last) {
                        throw new AssertionError(due + " fired at " + limit + " after " + last);
                    }
                    last = due;
                    count[0]++;
                    deadlines.schedule(due + random.nextLong(TWO_YEARS), key);
                });
            }
            boolean[] seen = new boolean[20_000];
            deadlines.fireUntil(Long.MAX_VALUE, (due, key) -> seen[(int) key] = true);
            assertThat(seen).doesNotContain(false);
        }

        @Test
        void thoseThatPassedLongAgoFireEarliestFirst() {
            deadlines.schedule(START, 0);
            deadlines.fireUntil(START, recording);
            for (long key = MANY; key > 0; key--) {
                deadlines.schedule(START - key, key);
            }
            long count = deadlines.fireUntil(START, (due, key) -> {
                if (due < last || due != START - key) {
                    throw new AssertionError(key + " fired as of " + due);
                }
                last = due;
            });
            assertThat(count).isEqualTo(MANY);
        }
    }

    @Nested
    class AnInstant {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "1677-09-21T00:12:43.145224192Z",
                    "1677-09-21T00:12:44Z",
                    "1969-12-31T23:59:59.999999999Z",
                    "1970-01-01T00:00:00Z",
                    "2026-11-23T08:00:00.000000001Z",
                    "2262-04-11T23:47:16.854775807Z"
                })
        void isExactWithinFiveHundredYears(String text) {
            Instant instant = Instant.parse(text);
            deadlines.schedule(instant, 1);

            assertThat(Instant.ofEpochSecond(0, deadlines.nextDue().orElseThrow()))
                    .isEqualTo(instant);
            assertThat(deadlines.fireUntil(instant, recording)).isEqualTo(1);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "-1000000000-01-01T00:00:00Z",
                    "1677-09-21T00:12:43.145224191Z",
                    "2262-04-11T23:47:16.854775808Z",
                    "+1000000000-12-31T23:59:59.999999999Z"
                })
        void thatIsTooFarAwayIsRefused(String text) {
            Instant instant = Instant.parse(text);

            assertThatThrownBy(() -> deadlines.schedule(instant, 1))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining(instant.toString())
                    .hasMessageContaining("2262-04-11T23:47:16.854775807Z");
            assertThatThrownBy(() -> deadlines.fireUntil(instant, NOBODY)).isInstanceOf(InvalidInputException.class);
            assertThat(deadlines.size()).isZero();
        }
    }

    @Test
    void withoutDeadlinesNothingIsNext() {
        assertThat(deadlines.nextDue()).isEmpty();
        assertThat(deadlines.fireUntil(Long.MAX_VALUE, NOBODY)).isZero();
        assertThat(deadlines.size()).isZero();
    }
}
