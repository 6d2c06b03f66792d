package dev.heed.report;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/** How many tickets came in, by the hour of the week, in some whole days. Immutable and thread-safe. */
public final class Arrivals {
    private static final int HOURS = 24;
    private static final int FEWEST_DAYS = 7;
    private static final int MOST_DAYS = 3_660;

    private final ZoneId zone;
    private final long[] counts;
    private final int[] dates;

    private Arrivals(ZoneId zone, long[] counts, int[] dates) {
        this.zone = zone;
        this.counts = counts;
        this.dates = dates;
    }

    /**
     * Counts when tickets were opened; those on other days are left out.
     *
     * @param opened in any order; read once, and not kept
     * @param first the first day, in {@code zone}
     * @param end the day behind the last, seven to 3,660 days later, so that each day of the week is among them
     * @throws InvalidInputException if the days are fewer or more
     */
    public static Arrivals of(Stream<Instant> opened, LocalDate first, LocalDate end, ZoneId zone) {
        requireNonNull(zone, "zone");
        long days = ChronoUnit.DAYS.between(first, end);
        if (days < FEWEST_DAYS || days > MOST_DAYS) {
            throw new InvalidInputException(
                    "Arrivals of " + days + " days were to be counted, from " + first + " until " + end + ".",
                    "Count a week at least and " + MOST_DAYS + " days at most; whole weeks are best.");
        }
        int[] dates = new int[DayOfWeek.values().length];
        for (long day = 0; day < days; day++) {
            dates[index(first.plusDays(day).getDayOfWeek())]++;
        }
        ReportPeriod period = ReportPeriod.days(first, end, zone);
        long[] counts = new long[dates.length * HOURS];
        opened.filter(period::contains).map(at -> at.atZone(zone)).forEachOrdered(at -> counts[cell(at)]++);
        return new Arrivals(zone, counts, dates);
    }

    private static int cell(ZonedDateTime at) {
        return cell(at.getDayOfWeek(), at.getHour());
    }

    private static int cell(DayOfWeek day, int hour) {
        return index(day) * HOURS + hour;
    }

    private static int index(DayOfWeek day) {
        return day.getValue() - 1;
    }

    /** The zone of the days. */
    public ZoneId zone() {
        return zone;
    }

    /** On how many dates of this day of the week was counted; one at least. */
    public int dates(DayOfWeek day) {
        return dates[index(day)];
    }

    /**
     * How many came in on all those dates together, in this local hour.
     *
     * @param hour from 0 to 23
     * @throws InvalidInputException for any other hour
     */
    public long count(DayOfWeek day, int hour) {
        if (hour < 0 || hour >= HOURS) {
            throw new InvalidInputException("There is no hour " + hour + " in a day.", "Ask for one from 0 to 23.");
        }
        return counts[cell(day, hour)];
    }

    /** How many came in on all those dates together. */
    public long count(DayOfWeek day) {
        long count = 0;
        for (int hour = 0; hour < HOURS; hour++) {
            count += count(day, hour);
        }
        return count;
    }

    /** How much work an hour brings on average. */
    Duration work(DayOfWeek day, int hour, Duration handling) {
        return handling.multipliedBy(count(day, hour)).dividedBy(dates(day));
    }
}
