package dev.heed.holidays.ical;

import dev.heed.hours.Holiday;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** Feeds of a few lines, and what they say in short. */
final class Feeds {
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private Feeds() {}

    /** A calendar with these lines between BEGIN and END, ended as RFC 5545 wants it. */
    static String calendar(String... lines) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Acme//Shop//EN\r\n" + String.join("\r\n", lines)
                + "\r\nEND:VCALENDAR\r\n";
    }

    /** The lines of one entry. */
    static String event(String... lines) {
        return "BEGIN:VEVENT\r\nDTSTAMP:20260101T000000Z\r\n" + String.join("\r\n", lines) + "\r\nEND:VEVENT";
    }

    static ICalHolidays berlin(String... events) {
        return ICalHolidays.read("Acme", calendar(events), BERLIN);
    }

    /** {@code 2026-12-24 14:00-18:00 Christmas Eve}; without the times for a whole day. */
    static List<String> told(ICalHolidays calendar, int year) {
        return calendar.in(year).stream().map(Feeds::told).toList();
    }

    private static String told(Holiday holiday) {
        String end = holiday.until().equals(LocalTime.MIDNIGHT)
                ? "24:00"
                : holiday.until().toString();
        String times = holiday.isWholeDay() ? "" : " " + holiday.from() + "-" + end;
        return holiday.date() + times + " " + holiday.name();
    }
}
