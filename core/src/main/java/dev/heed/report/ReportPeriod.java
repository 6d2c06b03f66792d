package dev.heed.report;

import dev.heed.error.InvalidInputException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What a report is about; half-open.
 *
 * @param from its first instant
 * @param until the first instant behind it
 */
public record ReportPeriod(Instant from, Instant until) {
    /**
     * Checks what it is given.
     *
     * @throws InvalidInputException if it ends before or when it begins
     */
    public ReportPeriod {
        if (!from.isBefore(until)) {
            throw new InvalidInputException(
                    "A report is asked for from " + from + " until " + until + ", which is no time at all.",
                    "Name the beginning first, then the end.");
        }
    }

    /**
     * Whole days of a zone.
     *
     * @param first the first of them
     * @param end the day behind the last
     * @throws InvalidInputException if there is none
     */
    public static ReportPeriod days(LocalDate first, LocalDate end, ZoneId zone) {
        return new ReportPeriod(
                first.atStartOfDay(zone).toInstant(), end.atStartOfDay(zone).toInstant());
    }

    /** Whether an instant lies in it. */
    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(until);
    }
}
