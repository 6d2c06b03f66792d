package dev.heed.holidays.jollyday;

import static java.util.Objects.requireNonNull;

import de.focus_shift.jollyday.core.HolidayType;
import dev.heed.error.ConfigurationException;
import dev.heed.hours.Holiday;
import dev.heed.hours.HolidayCalendar;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The holidays of a country, or of a part of it, as Jollyday lists them: from 00:00 to 24:00. Immutable and thread-safe. It asks
 * nobody: the lists are files in Jollyday's jar, and change with its version alone.
 *
 * <p>Only public holidays are in it until {@link #with} adds other kinds. Where a country moves one that falls on a weekend, it is
 * on the date on which it is kept (3 July 2026 in the USA), and not on the date itself; a shop that is closed on both adds the
 * other as its own. Holidays that only a part of the country has are there if that part is named.
 *
 * <p>A year is answered for as far as Jollyday's rules lead, which say from when to when a holiday was kept. Holidays by the moon
 * are computed, and sighted a day earlier or later in some countries; they are known from 1883 to 2173, and a country that has
 * such ones has none at all in other years.
 */
public final class JollydayHolidays implements HolidayCalendar {
    private final CalendarPart part;
    private final Locale language;
    private final Set<HolidayKind> kinds;

    private JollydayHolidays(CalendarPart part, Locale language, Set<HolidayKind> kinds) {
        this.part = part;
        this.language = language;
        this.kinds = kinds;
    }

    /**
     * The public holidays of a country with English names.
     *
     * @param country by ISO 3166-1, {@code DE}; also one of Jollyday's other calendars, {@code NYSE}
     * @param subdivision from the largest to the smallest as Jollyday names them, {@code BY} for Bavaria in Germany, {@code BY, AG}
     *     for Augsburg in it; none for the whole country
     * @throws ConfigurationException if there is no such country or part: which, and what there is
     */
    public static JollydayHolidays of(String country, String... subdivision) {
        return of(Locale.ENGLISH, country, subdivision);
    }

    /**
     * The public holidays of a country with names in a language; in English where Jollyday does not have it.
     *
     * @param language of names
     * @param country by ISO 3166-1, {@code DE}; also one of Jollyday's other calendars, {@code NYSE}
     * @param subdivision from the largest to the smallest as Jollyday names them; none for the whole country
     * @throws ConfigurationException if there is no such country or part: which, and what there is
     */
    public static JollydayHolidays of(Locale language, String country, String... subdivision) {
        requireNonNull(language, "language");
        return new JollydayHolidays(
                CalendarPart.find(country, List.of(subdivision)), language, Set.of(HolidayKind.PUBLIC));
    }

    /** The same with one more kind of days. */
    public JollydayHolidays with(HolidayKind kind) {
        Set<HolidayKind> more = new HashSet<>(kinds);
        more.add(kind);
        return new JollydayHolidays(part, language, Set.copyOf(more));
    }

    @Override
    public String name() {
        return part.name(language);
    }

    @Override
    public List<Holiday> in(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return List.of();
        }
        // one may be kept on the last days of the year before, or on the first of the next
        return Stream.of(year - 1, year, year + 1)
                .flatMap(near -> listed(near).stream())
                .filter(holiday -> holiday.getDate().getYear() == year && kinds.contains(kind(holiday.getType())))
                .map(holiday -> named(holiday.getDate(), holiday.getDescription(language)))
                .distinct()
                .sorted(Comparator.comparing(Holiday::date).thenComparing(Holiday::name))
                .toList();
    }

    /** What is in Jollyday's list of a year; nothing if the year is none of a calendar that it needs. */
    private Set<de.focus_shift.jollyday.core.Holiday> listed(int year) {
        try {
            return part.in(Year.of(year));
        } catch (DateTimeException e) {
            return Set.of();
        }
    }

    private Holiday named(LocalDate date, String description) {
        return Holiday.wholeDay(date, description.isBlank() ? name() : description);
    }

    private static HolidayKind kind(HolidayType type) {
        return switch (type) {
            case PUBLIC_HOLIDAY -> HolidayKind.PUBLIC;
            case BANK_HOLIDAY -> HolidayKind.BANK;
            case OBSERVANCE -> HolidayKind.OBSERVANCE;
        };
    }

    /** For people. */
    @Override
    public String toString() {
        return name();
    }
}
