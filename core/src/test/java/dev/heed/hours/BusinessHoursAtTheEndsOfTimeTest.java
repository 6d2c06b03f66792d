package dev.heed.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.heed.error.InvalidInputException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where time begins and ends, each question has its answer, or is refused in words. */
class BusinessHoursAtTheEndsOfTimeTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final BusinessHours WEEKDAYS = BusinessHours.weekdays(NINE, LocalTime.of(17, 0), BERLIN);
    private static final Duration DAY = Duration.ofDays(1);

    static final List<Instant> ENDS = Stream.of(
                    Duration.ZERO,
                    Duration.ofNanos(1),
                    Duration.ofHours(12),
                    DAY,
                    Duration.ofDays(3),
                    Duration.ofDays(367),
                    Duration.ofDays(800),
                    Duration.ofDays(146_097),
                    Duration.ofDays(10_000_000))
            .flatMap(away -> Stream.of(Instant.MIN.plus(away), Instant.MAX.minus(away)))
            .toList();

    private static final Map<String, BiConsumer<BusinessHours, Instant>> OPERATIONS = Map.ofEntries(
            Map.entry("isOpen", BusinessHours::isOpen),
            Map.entry("nextOpening", BusinessHours::nextOpening),
            Map.entry("previousClosing", BusinessHours::previousClosing),
            Map.entry("plus nothing", (hours, at) -> hours.plus(at, Duration.ZERO)),
            Map.entry("plus nothing, latest", (hours, at) -> hours.plus(at, Duration.ZERO, Boundary.LATEST)),
            Map.entry("plus an hour", (hours, at) -> hours.plus(at, Duration.ofHours(1))),
            Map.entry("plus an hour, latest", (hours, at) -> hours.plus(at, Duration.ofHours(1), Boundary.LATEST)),
            Map.entry("plus all", (hours, at) -> hours.plus(at, Duration.ofSeconds(Long.MAX_VALUE, 999_999_999))),
            Map.entry("minus nothing, earliest", (hours, at) -> hours.minus(at, Duration.ZERO, Boundary.EARLIEST)),
            Map.entry("minus an hour", (hours, at) -> hours.minus(at, Duration.ofHours(1))),
            Map.entry(
                    "minus an hour, earliest", (hours, at) -> hours.minus(at, Duration.ofHours(1), Boundary.EARLIEST)),
            Map.entry("minus all", (hours, at) -> hours.minus(at, Duration.ofSeconds(Long.MAX_VALUE, 999_999_999))),
            Map.entry("between from the beginning", (hours, at) -> hours.between(Instant.MIN, at)),
            Map.entry("between until the end", (hours, at) -> hours.between(at, Instant.MAX)),
            Map.entry("periods behind", (hours, at) -> hours.periods(at, min(at, DAY))),
            Map.entry("periods before", (hours, at) -> hours.periods(max(at, DAY), at)),
            Map.entry("no days", (hours, at) -> hours.plusDays(at, 0)),
            Map.entry("many days", (hours, at) -> hours.plusDays(at, 100_000)),
            Map.entry("the next closing", (hours, at) -> hours.closingAfter(at, 1)),
            Map.entry("a closing far away", (hours, at) -> hours.closingAfter(at, 100_000)));

    private static Instant min(Instant at, Duration time) {
        return at.isAfter(Instant.MAX.minus(time)) ? Instant.MAX : at.plus(time);
    }

    private static Instant max(Instant at, Duration time) {
        return at.isBefore(Instant.MIN.plus(time)) ? Instant.MIN : at.minus(time);
    }

    @ParameterizedTest
    @FieldSource("ENDS")
    void eachQuestionHasItsAnswerOrIsRefusedInWords(Instant at) {
        for (BusinessHours hours : List.of(WEEKDAYS, BusinessHours.always(ZoneId.of("Pacific/Apia")))) {
            OPERATIONS.forEach((name, operation) -> {
                try {
                    operation.accept(hours, at);
                } catch (InvalidInputException e) {
                    assertThat(e.problem()).as(name).containsAnyOf("time ends", "too near to where time");
                    assertThat(e.remedy()).as(name).isNotBlank();
                }
            });
        }
    }

    @Test
    void anOpeningBehindTheEndOfTimeIsRefusedInWordsOfItsOwn() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> WEEKDAYS.nextOpening(Instant.MAX))
                .withMessageContaining("before the shop opens or closes");
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, Long.MIN_VALUE + 1, Long.MAX_VALUE - 1, Long.MAX_VALUE})
    void nanosecondsHaveTheSameAnswersAsInstantsAtTheirEnds(long at) {
        BusinessHours always = BusinessHours.always(BERLIN);
        Instant instant = Instant.EPOCH.plusNanos(at);
        for (BusinessHours hours : List.of(WEEKDAYS, always)) {
            for (long work : new long[] {1, 3_600_000_000_000L, Long.MAX_VALUE}) {
                agrees(
                        () -> hours.plusNanos(at, work),
                        () -> Duration.between(Instant.EPOCH, hours.plus(instant, Duration.ofNanos(work))));
            }
            for (long other : new long[] {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE}) {
                agrees(
                        () -> hours.nanosBetween(at, other),
                        () -> hours.between(instant, Instant.EPOCH.plusNanos(other)));
            }
        }
    }

    private static void agrees(java.util.function.LongSupplier nanos, java.util.function.Supplier<Duration> exact) {
        Duration expected = exact.get();
        boolean fits = expected.compareTo(Duration.ofNanos(Long.MAX_VALUE)) <= 0
                && expected.compareTo(Duration.ofNanos(Long.MIN_VALUE)) >= 0;
        if (fits) {
            assertThat(nanos.getAsLong()).isEqualTo(expected.toNanos());
        } else {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(nanos::getAsLong)
                    .withMessageContaining("does not fit into nanoseconds");
        }
    }

    @Test
    void aHolidayOfEachYearIsThereAtBothEndsOfItsCalendar() {
        BusinessHours hours = BusinessHours.builder(BERLIN)
                .open(java.time.DayOfWeek.MONDAY, NINE, LocalTime.of(17, 0))
                .holidays(HolidayCalendar.yearly("New Year", MonthDay.of(1, 1)))
                .build();
        assertThat(hours.holidaysOn(LocalDate.MIN)).isEmpty();
        assertThat(hours.isHoliday(LocalDate.MAX)).isFalse();
    }
}
