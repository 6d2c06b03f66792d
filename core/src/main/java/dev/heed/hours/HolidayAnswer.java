package dev.heed.hours;

import dev.heed.error.InvalidInputException;
import java.util.List;

/** Holds calendars to what {@link HolidayCalendar#in} says, since anybody may have written them. */
final class HolidayAnswer {
    private HolidayAnswer() {}

    /**
     * The holidays of a year.
     *
     * @throws InvalidInputException if there is no list, one of them is none, or is not in that year
     */
    static List<Holiday> of(HolidayCalendar calendar, int year) {
        List<Holiday> answer = calendar.in(year);
        if (answer == null) {
            throw refused(calendar, year, "no list");
        }
        for (Holiday holiday : answer) {
            if (holiday == null) {
                throw refused(calendar, year, "a list with null in it");
            }
            if (holiday.date().getYear() != year) {
                throw refused(calendar, year, "a holiday on " + holiday.date());
            }
        }
        return answer;
    }

    private static InvalidInputException refused(HolidayCalendar calendar, int year, String what) {
        return new InvalidInputException(
                "Asked for the holidays of " + year + ", the calendar of holidays '" + calendar.name() + "' gives "
                        + what + ".",
                "Let it give dates of that year only, and an empty list where it knows none; the contract of the test kit"
                        + " finds such mistakes.");
    }
}
