package dev.heed.holidays.ical;

import static dev.heed.holidays.ical.Feeds.berlin;
import static dev.heed.holidays.ical.Feeds.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.ConfigurationException;
import dev.heed.hours.Holiday;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules by which entries come back. */
class FeedRulesTest {
    private static List<String> dates(String start, String rule, int from, int to) {
        ICalHolidays holidays = berlin(event("DTSTART;VALUE=DATE:" + start, "RRULE:" + rule));
        return IntStream.rangeClosed(from, to)
                .boxed()
                .flatMap(year -> holidays.in(year).stream())
                .map(Holiday::date)
                .map(LocalDate::toString)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20201225 | FREQ=YEARLY                                  | 2026-12-25",
                "20201126 | FREQ=YEARLY;BYMONTH=11;BYDAY=4TH             | 2026-11-26", // Thanksgiving
                "20200525 | FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO             | 2026-05-25", // Memorial Day
                "20201231 | FREQ=YEARLY;BYYEARDAY=-1                     | 2026-12-31",
                "20200504 | FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1,2,3,4,5,6,7;BYDAY=MO | 2026-05-04",
                "20200101 | FREQ=YEARLY;BYMONTH=1,5                      | 2026-01-01 2026-05-01",
                "20200106 | FREQ=YEARLY;BYDAY=1MO                        | 2026-01-05",
                "20201228 | FREQ=YEARLY;BYDAY=-1MO                       | 2026-12-28",
                "20200101 | FREQ=YEARLY;INTERVAL=2                       | 2026-01-01",
                "20210101 | FREQ=YEARLY;INTERVAL=2                       | ''",
                "20201109 | FREQ=YEARLY;BYWEEKNO=46;BYDAY=MO             | 2026-11-09",
                "20260131 | FREQ=MONTHLY;COUNT=4                         | 2026-01-31 2026-03-31 2026-05-31 2026-07-31",
                "20260130 | FREQ=MONTHLY;BYMONTHDAY=-2;COUNT=3           | 2026-01-30 2026-02-27 2026-03-30",
                "20260130 | FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3 | 2026-01-30 2026-02-27 2026-03-31",
                "20260105 | FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;COUNT=4   | 2026-01-05 2026-01-07 2026-01-19 2026-01-21",
                "20261230 | FREQ=DAILY;COUNT=3                           | 2026-12-30 2026-12-31",
                "20260101 | FREQ=DAILY;INTERVAL=100                      | 2026-01-01 2026-04-11 2026-07-20 2026-10-28",
                "20260105 | FREQ=DAILY;INTERVAL=2;BYDAY=MO;COUNT=3       | 2026-01-05 2026-01-19 2026-02-02",
                "20260101 | FREQ=MONTHLY;INTERVAL=2;BYMONTH=1,2          | 2026-01-01",
                "20260213 | FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13          | 2026-02-13 2026-03-13 2026-11-13",
                "20260101 | FREQ=YEARLY;UNTIL=20260101                   | 2026-01-01",
                "20240101 | freq=yearly;until=20251231                   | ''",
                "20240101 | FREQ=YEARLY;COUNT=2                          | ''",
                "20240101 | FREQ=YEARLY;UNTIL=20260101T000000Z           | 2026-01-01",
            })
    void aRuleIsFollowed(String start, String rule, String expected) {
        assertThat(String.join(" ", dates(start, rule, 2026, 2026))).isEqualTo(expected);
    }

    @Test
    void aCountIncludesTheStart() {
        assertThat(dates("20240301", "FREQ=YEARLY;COUNT=3", 2020, 2030))
                .containsExactly("2024-03-01", "2025-03-01", "2026-03-01");
    }

    @Test
    void aStartThatIsNotByItsRuleIsTheFirstDateAllTheSame() {
        assertThat(dates("20250101", "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;COUNT=3", 2020, 2030))
                .containsExactly("2025-01-01", "2025-11-27", "2026-11-26");
    }

    @Test
    void aRuleWithoutAnEndIsFollowedToTheLastYear() {
        assertThat(dates("19000101", "FREQ=YEARLY", 9999, 9999)).containsExactly("9999-01-01");
        assertThat(dates("00010101", "FREQ=DAILY", 9999, 9999)).hasSize(365);
    }

    @Test
    void whatComesBackOnNoDateIsThereAtItsStartOnly() {
        assertThat(dates("20260101", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", 1, 9999))
                .containsExactly("2026-01-01");
        assertThat(dates("20260101", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=3", 2020, 2100))
                .containsExactly("2026-01-01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=SECONDLY",
                "FREQ=MINUTELY;INTERVAL=10",
                "FREQ=HOURLY;UNTIL=99991231",
                "FREQ=DAILY;BYHOUR=9,10",
                "FREQ=DAILY;BYMINUTE=1",
                "FREQ=DAILY;BYSECOND=0,1"
            })
    @Timeout(10)
    void aRuleThatComesBackMoreOftenThanDailyIsRefusedWhenItIsRead(String rule) {
        assertThatThrownBy(() -> dates("20260101", rule, 2026, 2026))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Line 7 of the feed")
                .hasMessageContaining(rule)
                .hasMessageContaining("Remedy: Write the rule with YEARLY, MONTHLY, WEEKLY or DAILY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "COUNT=2",
                "FREQ=NEVER",
                "FREQ=YEARLY;COUNT=0",
                "FREQ=YEARLY;COUNT=-1",
                "FREQ=YEARLY;COUNT=100000",
                "FREQ=YEARLY;COUNT=two",
                "FREQ=YEARLY;COUNT=2;UNTIL=20300101",
                "FREQ=YEARLY;UNTIL=someday",
                "FREQ=YEARLY;UNTIL=20260231",
                "FREQ=YEARLY;INTERVAL=0",
                "FREQ=YEARLY;INTERVAL=99999999999",
                "FREQ=YEARLY;BYMONTH=13",
                "FREQ=YEARLY;BYMONTHDAY=0",
                "FREQ=YEARLY;BYMONTHDAY=-2147483648",
                "FREQ=YEARLY;BYDAY=XX",
                "FREQ=YEARLY;BYDAY=99MO",
                "FREQ=WEEKLY;BYDAY=1MO",
                "FREQ=WEEKLY;BYMONTHDAY=1",
                "FREQ=MONTHLY;BYYEARDAY=1",
                "FREQ=MONTHLY;BYWEEKNO=1",
                "FREQ=YEARLY;BYSETPOS=1",
                "FREQ=YEARLY;RSCALE=HEBREW",
                "FREQ=YEARLY;BYEASTER=1"
            })
    void aRuleThatIsNotUnderstoodIsRefusedWithItsLine(String rule) {
        assertThatThrownBy(() -> dates("20260101", rule, 2026, 2026))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Line 7 of the feed: RRULE:");
    }

    @Test
    @Timeout(60)
    void manyRulesThatAreSlowToCountAreRefused() {
        String[] events = new String[900];
        for (int i = 0; i < events.length; i++) {
            events[i] = event("DTSTART;VALUE=DATE:00010101", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=9");
        }

        assertThatThrownBy(() -> berlin(events))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("takes too long to count");
    }

    @Test
    void theLargestFeedOfRulesIsAnsweredInTime() {
        String[] events = new String[ICalHolidays.MOST_RECURRING];
        for (int i = 0; i < events.length; i++) {
            events[i] = event(
                    "DTSTART;VALUE=DATE:19000101", "RRULE:FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR,SA,SU", "DURATION:P99D");
        }
        ICalHolidays holidays = berlin(events);
        long begin = System.nanoTime();

        assertThat(holidays.in(2026)).hasSize(365 * ICalHolidays.MOST_RECURRING);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
    }
}
