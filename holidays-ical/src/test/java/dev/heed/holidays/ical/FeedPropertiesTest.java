package dev.heed.holidays.ical;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.ICalDataType;
import biweekly.ICalVersion;
import biweekly.io.ParseContext;
import biweekly.io.scribe.property.RecurrenceRuleScribe;
import biweekly.parameter.ICalParameters;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import dev.heed.hours.Holiday;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever a feed says, it means the same to others who count the dates in another way. */
class FeedPropertiesTest {
    private static final int FIRST = 2020;
    private static final int LAST = 2032;

    @Provide
    Arbitrary<LocalDate> starts() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(FIRST, 1, 1).toEpochDay(),
                        LocalDate.of(FIRST + 4, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Provide
    Arbitrary<String> rules() {
        Arbitrary<String> interval = Arbitraries.integers().between(1, 4).map(n -> n == 1 ? "" : ";INTERVAL=" + n);
        Arbitrary<String> end = Arbitraries.of("", "", ";COUNT=1", ";COUNT=5", ";UNTIL=20280601");
        Arbitrary<String> months = list("BYMONTH", Arbitraries.integers().between(1, 12));
        Arbitrary<String> monthDays = list(
                "BYMONTHDAY",
                Arbitraries.oneOf(
                        Arbitraries.integers().between(1, 31),
                        Arbitraries.integers().between(-31, -1)));
        Arbitrary<String> yearDays = list(
                "BYYEARDAY",
                Arbitraries.oneOf(
                        Arbitraries.integers().between(1, 366),
                        Arbitraries.integers().between(-366, -1)));
        Arbitrary<String> weekdays = list("BYDAY", Arbitraries.of("MO", "TU", "WE", "TH", "FR", "SA", "SU"));
        Arbitrary<String> numbered = list("BYDAY", Arbitraries.of("1MO", "2TU", "-1FR", "5SU", "SA", "-2WE", "4TH"));
        Arbitrary<String> none = Arbitraries.just("");
        Arbitrary<String> weekStart = Arbitraries.of("", ";WKST=SU", ";WKST=WE");
        // biweekly's iterator forgets the interval of daily and monthly rules that are limited: left out
        return Arbitraries.oneOf(
                joined(
                        "YEARLY",
                        interval,
                        end,
                        Arbitraries.oneOf(none, months),
                        Arbitraries.oneOf(none, numbered, monthDays)),
                joined("YEARLY", interval, end, none, yearDays),
                joined("MONTHLY", interval, end, none, Arbitraries.oneOf(none, numbered, monthDays)),
                joined("MONTHLY", none, end, months, Arbitraries.oneOf(none, numbered, monthDays)),
                joined("WEEKLY", interval, end, weekStart, Arbitraries.oneOf(none, weekdays)),
                joined("DAILY", interval, end, none, none),
                joined("DAILY", none, end, Arbitraries.oneOf(none, months), Arbitraries.oneOf(weekdays, monthDays)));
    }

    private static Arbitrary<String> joined(
            String frequency,
            Arbitrary<String> interval,
            Arbitrary<String> end,
            Arbitrary<String> one,
            Arbitrary<String> two) {
        return Combinators.combine(interval, end, one, two).as((a, b, c, d) -> "FREQ=" + frequency + a + b + c + d);
    }

    private static Arbitrary<String> list(String name, Arbitrary<?> values) {
        return values.map(String::valueOf)
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(all -> ";" + name + "=" + String.join(",", all));
    }

    @Property(tries = 2000)
    void aRuleGivesTheDatesThatBiweeklysIteratorCounts(
            @ForAll("starts") LocalDate chosen, @ForAll("rules") String rule) {
        LocalDate start = synchronised(chosen, rule);
        ICalHolidays holidays = Feeds.berlin(Feeds.event("DTSTART;VALUE=DATE:" + basic(start), "RRULE:" + rule));

        List<LocalDate> dates = IntStream.rangeClosed(FIRST, LAST)
                .boxed()
                .flatMap(year -> holidays.in(year).stream())
                .map(Holiday::date)
                .toList();

        assertThat(dates).as("%s from %s", rule, start).isEqualTo(counted(start, rule));
    }

    /** The first date of the rule; where a start is not by its rule RFC 5545 leaves open what that means. */
    private static LocalDate synchronised(LocalDate chosen, String rule) {
        String endless = rule.replaceAll(";(COUNT|UNTIL)=[0-9]+", "");
        return iterated(chosen, endless, 1).stream().findFirst().orElse(chosen);
    }

    private static List<LocalDate> counted(LocalDate start, String rule) {
        TreeSet<LocalDate> dates = new TreeSet<>(iterated(start, rule, Integer.MAX_VALUE));
        dates.add(start);
        return dates.stream().filter(date -> date.getYear() <= LAST).collect(Collectors.toList());
    }

    private static List<LocalDate> iterated(LocalDate start, String rule, int most) {
        ParseContext context = new ParseContext();
        context.setVersion(ICalVersion.V2_0);
        DateIterator iterator = new RecurrenceRuleScribe()
                .parseText(rule, ICalDataType.RECUR, new ICalParameters(), context)
                .getValue()
                .getDateIterator(
                        new ICalDate(
                                new DateTimeComponents(start.getYear(), start.getMonthValue(), start.getDayOfMonth()),
                                false),
                        TimeZone.getDefault());
        List<LocalDate> dates = new ArrayList<>();
        while (iterator.hasNext() && dates.size() < most) {
            LocalDate date =
                    iterator.next().toInstant().atZone(ZoneId.systemDefault()).toLocalDate();
            if (date.getYear() > LAST) {
                break;
            }
            dates.add(date);
        }
        return dates;
    }

    private static String basic(LocalDate date) {
        return date.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    @Property(tries = 500)
    void aMinuteIsClosedExactlyWhenTheEntryIsThere(
            @ForAll @IntRange(max = 366 * 24 * 60) int begin,
            @ForAll @IntRange(min = 1, max = 5 * 24 * 60) int length,
            @ForAll("zones") String zone,
            @ForAll @IntRange(max = 10 * 24 * 60) int probe) {
        Instant start = Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofMinutes(begin));
        Instant end = start.plus(Duration.ofMinutes(length));
        ICalHolidays holidays = ICalHolidays.read(
                "Acme", Feeds.calendar(Feeds.event("DTSTART:" + utc(start), "DTEND:" + utc(end))), ZoneId.of(zone));
        Instant asked = start.minus(Duration.ofDays(2)).plus(Duration.ofMinutes(probe));
        LocalDateTime local = LocalDateTime.ofInstant(asked, ZoneId.of(zone));

        boolean closed = holidays.in(local.getYear()).stream().anyMatch(holiday -> covers(holiday, local));

        // where a clock shows a time twice, the time is closed if one of the two is
        assertThat(closed)
                .isEqualTo(ZoneId.of(zone).getRules().getValidOffsets(local).stream()
                        .map(local::toInstant)
                        .anyMatch(instant -> !instant.isBefore(start) && instant.isBefore(end)));
    }

    @Provide
    Arbitrary<String> zones() {
        return Arbitraries.of(
                "UTC",
                "Europe/Berlin",
                "America/St_Johns",
                "Australia/Lord_Howe",
                "Africa/Cairo",
                "Asia/Kathmandu",
                "Pacific/Kiritimati",
                "America/Havana");
    }

    private static boolean covers(Holiday holiday, LocalDateTime local) {
        LocalDateTime from = holiday.date().atTime(holiday.from());
        LocalDateTime until = holiday.until().equals(java.time.LocalTime.MIDNIGHT)
                ? holiday.date().plusDays(1).atStartOfDay()
                : holiday.date().atTime(holiday.until());
        return !local.isBefore(from) && local.isBefore(until);
    }

    private static String utc(Instant instant) {
        return DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", java.util.Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(instant);
    }

    @Property(tries = 300)
    void noTextHangsOrFailsInAnotherWayThanWithItsLine(@ForAll("spoiled") String feed) {
        try {
            ICalHolidays.read("Acme", feed, Feeds.BERLIN).in(2026);
        } catch (dev.heed.error.ConfigurationException e) {
            assertThat(e.problem()).containsPattern("Line \\d+ of the feed|The feed ");
        }
    }

    @Provide
    Arbitrary<String> spoiled() {
        String feed = Feeds.calendar(
                Feeds.event(
                        "SUMMARY:Eve",
                        "DTSTART;TZID=Europe/Berlin:20261224T140000",
                        "DURATION:PT4H",
                        "RRULE:FREQ=YEARLY;COUNT=3"),
                Feeds.event(
                        "UID:a",
                        "DTSTART;VALUE=DATE:20260101",
                        "DTEND;VALUE=DATE:20260103",
                        "RDATE:20260501",
                        "EXDATE:20260101"));
        Arbitrary<Integer> places = Arbitraries.integers().between(0, feed.length() - 1);
        return Combinators.combine(
                        places, places, Arbitraries.strings().ofMaxLength(4).ascii())
                .as((one, other, text) -> feed.substring(0, Math.min(one, other))
                        + text
                        + feed.substring(Math.min(feed.length(), Math.min(one, other) + Math.abs(one - other) % 20)));
    }
}
