package dev.heed.holidays.ical;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.TemporalField;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * On which dates something comes back: a recurrence rule of RFC 5545 without times of the day. Immutable. It keeps no table:
 * for each span of time it looks at the dates of the periods in it, so that its work has a bound whatever the rule says.
 */
final class Rule {
    private static final int LAST_YEAR = 9999;
    private static final int DAYS_OF_FIRST_WEEK = 4;

    private final Pattern pattern;
    private final LocalDate start;
    private final LocalDate last;
    private final LocalDate base;
    private final TemporalField weekOfYear;

    /**
     * What a rule says.
     *
     * @param unit years, months, weeks or days
     * @param interval how many of them it advances; one or more
     * @param byMonthDay negative ones count from the end, as in the other lists; an empty list limits nothing
     */
    record Pattern(
            ChronoUnit unit,
            int interval,
            DayOfWeek weekStart,
            Set<Integer> byMonth,
            Set<Integer> byWeek,
            Set<Integer> byYearDay,
            Set<Integer> byMonthDay,
            List<NthDay> byDay,
            Set<Integer> byPosition) {}

    /**
     * A day of the week.
     *
     * @param number which one of the month or year, from the end if negative; zero for each
     */
    record NthDay(int number, DayOfWeek day) {}

    private Rule(Pattern pattern, LocalDate start, LocalDate last) {
        this.pattern = pattern;
        this.start = start;
        this.last = last;
        this.base = periodOf(start);
        this.weekOfYear = WeekFields.of(pattern.weekStart, DAYS_OF_FIRST_WEEK).weekOfWeekBasedYear();
    }

    /** One that begins on a date, which is its first date in any case, and never ends. */
    static Rule from(LocalDate start, Pattern pattern) {
        return new Rule(withDefaults(pattern, start), start, LocalDate.of(LAST_YEAR, 12, 31));
    }

    /** The same with a last date. */
    Rule until(LocalDate date) {
        return new Rule(pattern, start, date);
    }

    /** The same with so many dates. */
    Rule times(int count, WorkLimit work, FeedProperty property) {
        int left = count - 1; // the start is one
        LocalDate period = base;
        while (left > 0 && period.getYear() <= LAST_YEAR) {
            work.look(ChronoUnit.DAYS.between(period, period.plus(1, pattern.unit)), property);
            for (LocalDate date : datesIn(period)) {
                if (date.isAfter(start) && --left == 0) {
                    return until(date);
                }
            }
            period = period.plus(pattern.interval, pattern.unit);
        }
        return left == 0 ? until(start) : this;
    }

    /** The last date on which it may fall; it need not fall on it. */
    LocalDate last() {
        return last;
    }

    /** The dates from one to another, both included, in their order. */
    List<LocalDate> between(LocalDate from, LocalDate to) {
        LocalDate first = from.isBefore(start) ? start : from;
        LocalDate end = to.isBefore(last) ? to : last;
        List<LocalDate> dates = new ArrayList<>();
        if (!from.isAfter(start) && !to.isBefore(start)) {
            dates.add(start);
        }
        long steps = pattern.unit.between(base, periodOf(first)) / pattern.interval;
        LocalDate period = base.plus(steps * pattern.interval, pattern.unit);
        while (!period.isAfter(end)) {
            for (LocalDate date : datesIn(period)) {
                if (!date.isBefore(first) && !date.isAfter(end) && !date.equals(start)) {
                    dates.add(date);
                }
            }
            period = period.plus(pattern.interval, pattern.unit);
        }
        return dates;
    }

    private LocalDate periodOf(LocalDate date) {
        return switch (pattern.unit) {
            case YEARS -> date.withDayOfYear(1);
            case MONTHS -> date.withDayOfMonth(1);
            case WEEKS -> date.with(TemporalAdjusters.previousOrSame(pattern.weekStart));
            default -> date;
        };
    }

    private List<LocalDate> datesIn(LocalDate period) {
        LocalDate end = period.plus(1, pattern.unit);
        List<LocalDate> dates = new ArrayList<>();
        for (LocalDate date = period; date.isBefore(end); date = date.plusDays(1)) {
            if (matches(date)) {
                dates.add(date);
            }
        }
        if (pattern.byPosition.isEmpty()) {
            return dates;
        }
        List<LocalDate> chosen = new ArrayList<>();
        for (int i = 0; i < dates.size(); i++) {
            if (pattern.byPosition.contains(i + 1) || pattern.byPosition.contains(i - dates.size())) {
                chosen.add(dates.get(i));
            }
        }
        return chosen;
    }

    private boolean matches(LocalDate date) {
        return (pattern.byMonth.isEmpty() || pattern.byMonth.contains(date.getMonthValue()))
                && allows(pattern.byMonthDay, date.getDayOfMonth(), date.lengthOfMonth())
                && allows(pattern.byYearDay, date.getDayOfYear(), date.lengthOfYear())
                && (pattern.byDay.isEmpty() || pattern.byDay.stream().anyMatch(day -> matches(day, date)))
                && (pattern.byWeek.isEmpty()
                        || allows(pattern.byWeek, date.get(weekOfYear), (int)
                                weekOfYear.rangeRefinedBy(date).getMaximum()));
    }

    private static boolean allows(Set<Integer> numbers, int number, int of) {
        return numbers.isEmpty() || numbers.contains(number) || numbers.contains(number - of - 1);
    }

    private boolean matches(NthDay day, LocalDate date) {
        if (date.getDayOfWeek() != day.day) {
            return false;
        }
        boolean inYear = pattern.unit == ChronoUnit.YEARS && pattern.byMonth.isEmpty();
        int number = inYear ? date.getDayOfYear() : date.getDayOfMonth();
        int of = inYear ? date.lengthOfYear() : date.lengthOfMonth();
        return day.number == 0 || day.number == (number - 1) / 7 + 1 || day.number == -((of - number) / 7 + 1);
    }

    /** What a rule leaves open is as its start is. */
    private static Pattern withDefaults(Pattern given, LocalDate start) {
        boolean free = given.byDay.isEmpty() && given.byMonthDay.isEmpty() && given.byYearDay.isEmpty();
        if (!free || given.unit == ChronoUnit.DAYS) {
            return given;
        }
        boolean byWeekday = given.unit == ChronoUnit.WEEKS || !given.byWeek.isEmpty();
        boolean sameMonth = given.unit == ChronoUnit.YEARS && !byWeekday && given.byMonth.isEmpty();
        return new Pattern(
                given.unit,
                given.interval,
                given.weekStart,
                sameMonth ? Set.of(start.getMonthValue()) : given.byMonth,
                given.byWeek,
                given.byYearDay,
                byWeekday ? given.byMonthDay : Set.of(start.getDayOfMonth()),
                byWeekday ? List.of(new NthDay(0, start.getDayOfWeek())) : given.byDay,
                given.byPosition);
    }
}
