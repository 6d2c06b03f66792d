package dev.heed.holidays.ical;

import static java.util.Objects.requireNonNull;

import dev.heed.error.ConfigurationException;
import dev.heed.error.InvalidInputException;
import dev.heed.hours.Holiday;
import dev.heed.hours.HolidayCalendar;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Holidays from an iCalendar feed (RFC 5545): each entry (VEVENT) closes the shop. Immutable and thread-safe. The feed is read
 * once; whoever wants the newest fetches it and reads it again. Nothing here goes to the network.
 *
 * <p>An entry with dates closes these dates from 00:00 to 24:00, wherever the shop is; its end is not included. An entry with
 * times closes for a part of the local dates in the shop's zone, and over midnight for a part of each. It is named by its SUMMARY,
 * on one line and cut to 200 characters, or as the calendar is if it has none.
 *
 * <p>Rules (RRULE), RDATE, EXDATE and changed single times (RECURRENCE-ID) are followed without an end; the start of a rule is its
 * first date in any case. An entry that is cancelled (STATUS) is left out, and so is one with times that takes no time. Whether an
 * entry marks its time as busy (TRANSP) is not looked at: feeds mark holidays as free. Tasks and journals are not read.
 *
 * <p>What cannot be followed exactly is refused when the feed is read, and not left out: rules that come back more often than
 * daily, EXRULE, RANGE, other calendars than the Gregorian, unknown zones, malformed lines.
 */
public final class ICalHolidays implements HolidayCalendar {
    /** How many characters a feed has at most, in UTF-16 units. */
    public static final int LONGEST_FEED = 4 * 1024 * 1024;

    /** How many entries a feed has at most. */
    public static final int MOST_ENTRIES = 10_000;

    /** How many of the entries come back at most; one with several rules counts as several. */
    public static final int MOST_RECURRING = 1_000;

    /** How many single dates (RDATE, EXDATE) a feed has at most. */
    public static final int MOST_SINGLE_DATES = 10_000;

    /** How many days one entry lasts at most. */
    public static final int LONGEST_ENTRY = 366;

    /** How many days all entries together last at most, each counted once. */
    public static final int MOST_DAYS = 100_000;

    private final String name;
    private final ZoneId zone;
    private final List<Entry> entries;

    private ICalHolidays(String name, ZoneId zone, List<Entry> entries) {
        this.name = name;
        this.zone = zone;
        this.entries = entries;
    }

    /**
     * Reads a feed.
     *
     * @param name whose holidays they are, for people; not blank
     * @param zone of the shop's clock; also that of times for which the feed names none
     * @throws ConfigurationException if the feed is not understood: what, in which line, and how to mend it
     * @throws InvalidInputException if the name is blank
     */
    public static ICalHolidays read(String name, String feed, ZoneId zone) {
        requireNonNull(zone, "zone");
        if (name.isBlank()) {
            throw new InvalidInputException("A calendar of holidays has no name.", "Say whose holidays they are.");
        }
        return new ICalHolidays(name, zone, FeedEntries.read(name, FeedText.of(feed), zone));
    }

    /**
     * Reads a feed to its end; the reader stays open.
     *
     * @param name whose holidays they are, for people; not blank
     * @param zone of the shop's clock; also that of times for which the feed names none
     * @throws ConfigurationException if the feed is not understood: what, in which line, and how to mend it
     * @throws InvalidInputException if the name is blank
     * @throws IOException if the reader fails
     */
    public static ICalHolidays read(String name, Reader feed, ZoneId zone) throws IOException {
        return read(name, FeedText.of(feed), zone);
    }

    /**
     * Reads a feed in UTF-8 to its end; the stream stays open.
     *
     * @param name whose holidays they are, for people; not blank
     * @param zone of the shop's clock; also that of times for which the feed names none
     * @throws ConfigurationException if the feed is not understood: what, in which line, and how to mend it
     * @throws InvalidInputException if the name is blank
     * @throws IOException if the stream fails
     */
    public static ICalHolidays read(String name, InputStream feed, ZoneId zone) throws IOException {
        return read(name, FeedText.of(feed), zone);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Holiday> in(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return List.of();
        }
        List<Holiday> holidays = new ArrayList<>();
        entries.forEach(entry -> holidays.addAll(entry.in(year, zone)));
        holidays.sort(Comparator.comparing(Holiday::date).thenComparing(Holiday::from));
        return List.copyOf(holidays);
    }

    /** For people. */
    @Override
    public String toString() {
        return name;
    }
}
