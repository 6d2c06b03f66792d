package dev.heed.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.heed.hours.Holiday;
import dev.heed.hours.HolidayCalendar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link HolidayCalendar} keeps to. Extend it and give it a calendar that has holidays. */
public abstract class HolidayCalendarContract {
    private static final int FIRST_OF_MANY = 1995;
    private static final int LAST_OF_MANY = 2035;
    private static final int THREADS = 8;
    private static final int PATIENCE_SECONDS = 60;

    @SuppressWarnings("NullAway.Init") // set before each test
    private HolidayCalendar calendar;

    /** For subclasses. */
    protected HolidayCalendarContract() {}

    /** A new calendar, always of the same holidays; some are in {@link #yearWithHolidays()}. */
    protected abstract HolidayCalendar newCalendar();

    /** A year from 1995 to 2035 in which the calendar has holidays. */
    protected int yearWithHolidays() {
        return 2026;
    }

    @BeforeEach
    void make() {
        calendar = newCalendar();
    }

    private static List<Integer> years() {
        List<Integer> years = new ArrayList<>(List.of(HolidayCalendar.FIRST_YEAR, 2, 1582, 1752, 1900, 1970));
        IntStream.rangeClosed(FIRST_OF_MANY, LAST_OF_MANY).forEach(years::add);
        years.addAll(List.of(2100, 2174, 2400, 9998, HolidayCalendar.LAST_YEAR));
        return years;
    }

    private static List<List<Holiday>> answers(HolidayCalendar asked) {
        return years().stream().map(year -> List.copyOf(asked.in(year))).toList();
    }

    @Test
    void theCalendarSaysWhoseHolidaysTheyAre() {
        assertThat(calendar.name()).isNotBlank();
    }

    @Test
    void theNameStaysTheSame() {
        String name = calendar.name();
        calendar.in(yearWithHolidays());

        assertThat(calendar.name()).isEqualTo(name);
        assertThat(newCalendar().name()).isEqualTo(name);
    }

    @Test
    void aYearWithHolidaysHasThem() {
        assertThat(calendar.in(yearWithHolidays())).isNotEmpty();
    }

    @Test
    void eachYearIsAnswered() {
        for (int year : years()) {
            assertThatCode(() -> assertThat(calendar.in(year)).as("in %d", year).isNotNull())
                    .as("asking for %d", year)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void holidaysAreInTheYearThatIsAskedFor() {
        for (int year : years()) {
            assertThat(calendar.in(year))
                    .allSatisfy(holiday -> assertThat(holiday.date().getYear())
                            .as("year of %s", holiday)
                            .isEqualTo(year));
        }
    }

    @Test
    void holidaysComeInTheOrderOfTheirDates() {
        for (int year : years()) {
            assertThat(calendar.in(year)).isSortedAccordingTo(Comparator.comparing(Holiday::date));
        }
    }

    @Test
    void noHolidayComesTwice() {
        for (int year : years()) {
            assertThat(calendar.in(year)).doesNotHaveDuplicates();
        }
    }

    @Test
    void theSameQuestionHasTheSameAnswerEachTime() {
        assertThat(answers(calendar)).isEqualTo(answers(calendar));
    }

    @Test
    void theAnswerDoesNotDependOnWhatWasAskedBefore() {
        List<Holiday> inTheirOrder =
                years().stream().flatMap(year -> calendar.in(year).stream()).toList();
        List<Integer> backwards = new ArrayList<>(years());
        backwards.sort(Comparator.reverseOrder());
        HolidayCalendar other = newCalendar();
        List<Holiday> asked = new ArrayList<>();
        backwards.forEach(year -> asked.addAll(0, other.in(year)));

        assertThat(asked).isEqualTo(inTheirOrder);
    }

    @Test
    void twoCalendarsOfTheSameHolidaysAgree() {
        assertThat(answers(newCalendar())).isEqualTo(answers(calendar));
    }

    @Test
    void whoeverIsAnsweredCannotChangeTheCalendar() {
        List<Holiday> before = List.copyOf(calendar.in(yearWithHolidays()));
        try {
            calendar.in(yearWithHolidays()).clear();
        } catch (UnsupportedOperationException e) {
            assertThat(before).isNotEmpty(); // as good
        }

        assertThat(calendar.in(yearWithHolidays())).isEqualTo(before);
    }

    @Test
    void manyThreadsGetTheSameAnswers() throws Exception {
        List<List<Holiday>> alone = answers(newCalendar());
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CountDownLatch start = new CountDownLatch(THREADS);
            List<Future<List<List<Holiday>>>> together = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                together.add(threads.submit(() -> {
                    start.countDown();
                    start.await();
                    return answers(calendar);
                }));
            }
            assertThat(new HashSet<>(all(together))).containsExactly(alone);
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<List<List<Holiday>>> all(List<Future<List<List<Holiday>>>> futures) throws Exception {
        List<List<List<Holiday>>> all = new ArrayList<>();
        for (Future<List<List<Holiday>>> future : futures) {
            try {
                all.add(future.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            } catch (ExecutionException e) {
                throw new AssertionError("A thread got an exception in place of holidays.", e.getCause());
            }
        }
        return all;
    }
}
