package dev.heed.hours;

import static java.util.Objects.requireNonNull;

import dev.heed.error.ConfigurationException;
import dev.heed.error.ConfigurationException.Problem;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Collects when a shop is open. Not thread-safe.
 *
 * <p>All times are local and in whole seconds. A window that ends no later than it begins ends on the next date, one that
 * ends when it begins lasts a whole day; midnight as its end is the end of the date. What counts on a date, the strongest first:
 *
 * <ol>
 *   <li>breaks and holidays of a part of the date: closed
 *   <li>{@link #openOnHoliday}
 *   <li>a holiday: closed from 00:00 to 24:00, also after a night that began the day before
 *   <li>the hours {@link #on} this date, in place of those of its day of the week and of the night before it
 *   <li>the week
 * </ol>
 */
public final class BusinessHoursBuilder {
    private final ZoneId zone;
    private final Map<DayOfWeek, List<Window>> week = new EnumMap<>(DayOfWeek.class);
    private final Map<DayOfWeek, List<Window>> weeklyBreaks = new EnumMap<>(DayOfWeek.class);
    private final Map<Long, SpecialDate> special = new TreeMap<>();
    private final List<HolidayCalendar> calendars = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    BusinessHoursBuilder(ZoneId zone) {
        this.zone = zone;
    }

    /** Opens on a day of the week; several windows a day are possible. */
    public BusinessHoursBuilder open(DayOfWeek day, LocalTime from, LocalTime to) {
        List<Window> windows = week.computeIfAbsent(day, key -> new ArrayList<>());
        if (inSeconds(day.toString(), from, to)) {
            windows.add(Window.of(from, to));
        }
        return this;
    }

    /** Closes for a time on a day of the week, but not on dates with hours of their own. */
    public BusinessHoursBuilder breakOn(DayOfWeek day, LocalTime from, LocalTime to) {
        if (inSeconds(day.toString(), from, to) && hasLength(day.toString(), from, to)) {
            weeklyBreaks.computeIfAbsent(day, key -> new ArrayList<>()).add(Window.of(from, to));
        }
        return this;
    }

    /** Closes for a time on a date. */
    public BusinessHoursBuilder breakOn(LocalDate date, LocalTime from, LocalTime to) {
        if (inSeconds(date.toString(), from, to) && hasLength(date.toString(), from, to)) {
            change(date, special -> special.withBreak(Window.of(from, to)));
        }
        return this;
    }

    /**
     * Opens on a date at these times in place of those of its day of the week; several windows are possible. A holiday still
     * closes it.
     */
    public BusinessHoursBuilder on(LocalDate date, LocalTime from, LocalTime to) {
        return own(date, from, to, false);
    }

    /** The same as {@link #on}, also if the date is a holiday. */
    public BusinessHoursBuilder openOnHoliday(LocalDate date, LocalTime from, LocalTime to) {
        return own(date, from, to, true);
    }

    private BusinessHoursBuilder own(LocalDate date, LocalTime from, LocalTime to, boolean onHoliday) {
        if (inSeconds(date.toString(), from, to)) {
            change(date, special -> special.withWindow(Window.of(from, to), onHoliday));
        }
        return this;
    }

    /** Closes on a date: a holiday. */
    public BusinessHoursBuilder closed(LocalDate date) {
        return holiday(Holiday.wholeDay(date, "closed"));
    }

    /** Closes on a date at this time: a half day. */
    public BusinessHoursBuilder closedFrom(LocalTime closing, LocalDate date) {
        return inSeconds(date.toString(), closing, closing) ? holiday(Holiday.from(closing, date, "half day")) : this;
    }

    /** Closes on a date or for a part of it. */
    public BusinessHoursBuilder holiday(Holiday holiday) {
        change(holiday.date(), special -> special.withHoliday(holiday));
        return this;
    }

    /** Closes on the dates that a calendar says; several calendars are possible. */
    public BusinessHoursBuilder holidays(HolidayCalendar calendar) {
        calendars.add(requireNonNull(calendar, "calendar"));
        return this;
    }

    private void change(LocalDate date, UnaryOperator<SpecialDate> how) {
        if (date.getYear() < HolidayCalendar.FIRST_YEAR || date.getYear() > HolidayCalendar.LAST_YEAR) {
            problems.add(Problem.of("The date " + date + " is out of reach.", "Give one in the years 1 to 9999."));
            return;
        }
        long day = date.toEpochDay();
        if (!WallClock.of(zone, day, day).exists(day)) {
            problems.add(Problem.of(
                    "There was no " + date + " in " + zone + ": the clocks went on to the next date.",
                    "Leave this date out."));
            return;
        }
        special.put(day, how.apply(special.getOrDefault(day, SpecialDate.NOTHING)));
    }

    private boolean inSeconds(String when, LocalTime from, LocalTime to) {
        if (from.equals(from.truncatedTo(ChronoUnit.SECONDS)) && to.equals(to.truncatedTo(ChronoUnit.SECONDS))) {
            return true;
        }
        problems.add(Problem.of(
                "On " + when + " there is a time from " + from + " to " + to + ".",
                "Give whole seconds; the end of a date is midnight."));
        return false;
    }

    private boolean hasLength(String when, LocalTime from, LocalTime to) {
        if (!from.equals(to) || from.equals(LocalTime.MIDNIGHT)) {
            return true;
        }
        problems.add(Problem.of(
                "On " + when + " a break ends when it begins, at " + from + ".", "Let it end later, or leave it out."));
        return false;
    }

    /**
     * Builds the calendar. What overlaps counts once; {@link BusinessHours#warnings} names it.
     *
     * @throws ConfigurationException if there is no hour at all or none for more than two years, a time has a fraction of a
     *     second, a break has no length, or a date does not exist in the zone or is not in the years 1 to 9999
     */
    public BusinessHours build() {
        List<Problem> found = new ArrayList<>(problems);
        if (week.isEmpty()) {
            found.add(0, Problem.of("The calendar has no opening hour.", "Open at least one window a week."));
        }
        Schedule schedule = new Schedule(zone, week, weeklyBreaks, special, calendars);
        if (found.isEmpty()) {
            found.addAll(Closures.tooLong(schedule));
        }
        if (!found.isEmpty()) {
            throw new ConfigurationException(found);
        }
        return new BusinessHours(schedule, Overlaps.in(schedule));
    }
}
