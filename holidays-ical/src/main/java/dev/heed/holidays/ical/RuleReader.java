package dev.heed.holidays.ical;

import biweekly.ICalDataType;
import biweekly.ICalVersion;
import biweekly.io.ParseContext;
import biweekly.io.scribe.property.RecurrenceRuleScribe;
import biweekly.parameter.ICalParameters;
import biweekly.util.ByDay;
import biweekly.util.Frequency;
import biweekly.util.Recurrence;
import dev.heed.holidays.ical.Rule.NthDay;
import dev.heed.holidays.ical.Rule.Pattern;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Understands a recurrence rule, or says why it cannot. */
final class RuleReader {
    private static final int MOST_TIMES = 10_000;
    private static final int LONGEST_INTERVAL = 10_000;
    private static final int LONGEST_RULE = 4_000;
    private static final java.util.regex.Pattern UNTIL = java.util.regex.Pattern.compile("(?i)(?:^|;)UNTIL=([^;]*)");
    private static final String AS_DAYS =
            "Write the rule with YEARLY, MONTHLY, WEEKLY or DAILY, and without times of the day.";

    private final FeedProperty property;
    private final Moment start;
    private final Recurrence parts;

    private RuleReader(FeedProperty property, Moment start, Recurrence parts) {
        this.property = property;
        this.start = start;
        this.parts = parts;
    }

    static Rule rule(FeedProperty property, Moment start, FeedTimes times, WorkLimit work) {
        RuleReader reader = new RuleReader(property, start, parse(property));
        Rule rule = Rule.from(start.date(), reader.pattern());
        Integer count = reader.parts.getCount();
        Matcher until = UNTIL.matcher(property.value());
        if (count != null && until.find()) {
            throw reader.fault("has COUNT and UNTIL.", "Leave one of them.");
        }
        if (count != null) {
            reader.between("COUNT", List.of(count), 1, MOST_TIMES, false);
            return rule.times(count, work, property);
        }
        return until.find(0)
                ? rule.until(reader.lastDate(
                        times.moment(property.with(until.group(1).toUpperCase(Locale.ROOT)))))
                : rule;
    }

    private static Recurrence parse(FeedProperty property) {
        if (property.value().length() > LONGEST_RULE) {
            throw FeedFault.in(
                    property,
                    "has more than " + LONGEST_RULE + " characters.",
                    "Write it shorter, or as single dates.");
        }
        ParseContext context = new ParseContext();
        context.setVersion(ICalVersion.V2_0);
        Recurrence parts = new RecurrenceRuleScribe()
                .parseText(property.value().toUpperCase(Locale.ROOT), ICalDataType.RECUR, new ICalParameters(), context)
                .getValue();
        if (!context.getWarnings().isEmpty()) {
            throw FeedFault.in(
                    property,
                    "is not understood: "
                            + FeedFault.quote(context.getWarnings().get(0).getMessage()) + ".",
                    "Write the rule as RFC 5545 has it.");
        }
        return parts;
    }

    private Pattern pattern() {
        if (!parts.getXRules().isEmpty()) {
            throw fault(
                    "has " + FeedFault.quote(String.join(", ", parts.getXRules().keySet()))
                            + ", which is not known here.",
                    "Write the rule with the parts that RFC 5545 has.");
        }
        sameTime("BYHOUR", parts.getByHour(), start.time().getHour());
        sameTime("BYMINUTE", parts.getByMinute(), start.time().getMinute());
        sameTime("BYSECOND", parts.getBySecond(), start.time().getSecond());
        ChronoUnit unit = unit(parts.getFrequency());
        int interval = parts.getInterval() == null ? 1 : parts.getInterval();
        between("INTERVAL", List.of(interval), 1, LONGEST_INTERVAL, false);
        check(unit);
        return new Pattern(
                unit,
                interval,
                parts.getWorkweekStarts() == null ? DayOfWeek.MONDAY : day(parts.getWorkweekStarts()),
                Set.copyOf(parts.getByMonth()),
                Set.copyOf(parts.getByWeekNo()),
                Set.copyOf(parts.getByYearDay()),
                Set.copyOf(parts.getByMonthDay()),
                parts.getByDay().stream()
                        .map(each -> new NthDay(each.getNum() == null ? 0 : each.getNum(), day(each.getDay())))
                        .toList(),
                Set.copyOf(parts.getBySetPos()));
    }

    private ChronoUnit unit(@Nullable Frequency frequency) {
        if (frequency == null) {
            throw fault("has no FREQ.", AS_DAYS);
        }
        return switch (frequency) {
            case YEARLY -> ChronoUnit.YEARS;
            case MONTHLY -> ChronoUnit.MONTHS;
            case WEEKLY -> ChronoUnit.WEEKS;
            case DAILY -> ChronoUnit.DAYS;
            default -> throw fault("comes back more often than once a day.", AS_DAYS);
        };
    }

    private void check(ChronoUnit unit) {
        between("BYMONTH", parts.getByMonth(), 1, 12, false);
        between("BYMONTHDAY", parts.getByMonthDay(), 1, 31, true);
        between("BYYEARDAY", parts.getByYearDay(), 1, 366, true);
        between("BYWEEKNO", parts.getByWeekNo(), 1, 53, true);
        between("BYSETPOS", parts.getBySetPos(), 1, 366, true);
        List<Integer> numbers = parts.getByDay().stream()
                .filter(each -> each.getNum() != null)
                .map(ByDay::getNum)
                .toList();
        between("BYDAY", numbers, 1, 53, true);
        boolean months = unit == ChronoUnit.MONTHS;
        boolean years = unit == ChronoUnit.YEARS;
        onlyIf(years, "BYWEEKNO", parts.getByWeekNo());
        onlyIf(years, "BYYEARDAY", parts.getByYearDay());
        onlyIf(unit != ChronoUnit.WEEKS, "BYMONTHDAY", parts.getByMonthDay());
        onlyIf(months || (years && parts.getByWeekNo().isEmpty()), "a number in BYDAY", numbers);
        boolean filtered = !parts.getByMonth().isEmpty()
                || !parts.getByWeekNo().isEmpty()
                || !parts.getByYearDay().isEmpty()
                || !parts.getByMonthDay().isEmpty()
                || !parts.getByDay().isEmpty();
        onlyIf(filtered, "nothing but BYSETPOS", parts.getBySetPos());
    }

    private void onlyIf(boolean allowed, String what, List<Integer> given) {
        if (!allowed && !given.isEmpty()) {
            throw fault("has " + what + ", which means nothing there.", "Write the rule as RFC 5545 has it.");
        }
    }

    private void between(String what, List<Integer> numbers, int least, int most, boolean negativeToo) {
        for (int number : numbers) {
            int size = negativeToo && number > Integer.MIN_VALUE ? Math.abs(number) : number;
            if (size < least || size > most) {
                throw fault("has " + number + " as " + what + ".", "Write " + least + " to " + most + ".");
            }
        }
    }

    private void sameTime(String what, List<Integer> given, int time) {
        if (given.stream().anyMatch(each -> each != time)) {
            throw fault("has " + what + ", another time than its start.", AS_DAYS);
        }
    }

    /** The last date whose occurrence does not begin after the given moment. */
    private LocalDate lastDate(Moment until) {
        if (until.isDate() || start.isDate()) {
            return until.date();
        }
        boolean utc = property.value().toUpperCase(Locale.ROOT).matches(".*UNTIL=[0-9T]*Z.*");
        Instant end = utc ? until.instant() : start.zone().instant(until.local());
        LocalDate date = until.date().plusDays(2);
        while (start.on(date).instant().isAfter(end)) {
            date = date.minusDays(1);
        }
        return date;
    }

    private static DayOfWeek day(biweekly.util.DayOfWeek day) {
        return DayOfWeek.valueOf(day.name());
    }

    private RuntimeException fault(String what, String remedy) {
        return FeedFault.in(property, what, remedy);
    }
}
