package dev.heed.hours;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;

/**
 * Says on which dates a shop is closed: those of a country, those of a feed, its own. Implementations are immutable and
 * thread-safe, ask nobody while they answer, and give the same answer each time; one whose holidays have changed is another
 * calendar.
 *
 * <p>Working hours ask for each year once and keep the answer.
 */
public interface HolidayCalendar {
    /** The first year for which a calendar is asked. */
    int FIRST_YEAR = 1;

    /** The last year for which a calendar is asked; none later has holidays. */
    int LAST_YEAR = 9999;

    /** Whose holidays they are, for people: {@code Germany, Bavaria}. Never blank. */
    String name();

    /**
     * The holidays of a year, in the order of their dates; several may be on one date.
     *
     * @param year of the ISO calendar, from {@link #FIRST_YEAR} to {@link #LAST_YEAR}
     * @return dates in that year only; empty for a year of which the calendar knows nothing
     */
    List<Holiday> in(int year);

    /** Own dates, each of which is one holiday. */
    static HolidayCalendar of(String name, Holiday... holidays) {
        return new OwnHolidays(name, List.of(holidays), List.of());
    }

    /** The same date each year; one on 29 February is there in leap years only. */
    static HolidayCalendar yearly(String name, MonthDay... dates) {
        return new OwnHolidays(name, List.of(), List.of(dates));
    }

    /** Own dates from 00:00 to 24:00. */
    static HolidayCalendar of(String name, LocalDate... dates) {
        return new OwnHolidays(
                name,
                List.of(dates).stream()
                        .map(date -> Holiday.wholeDay(date, name))
                        .toList(),
                List.of());
    }
}
