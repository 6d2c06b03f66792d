package dev.heed.hours;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/**
 * A date on which a shop is closed, or closed for a part of it.
 *
 * @param date the local date, in the zone of the calendar that is closed
 * @param name what it is called, for people; not blank
 * @param from when the closing begins, in whole seconds; midnight for the beginning of the date
 * @param until when it ends, in whole seconds; midnight for the end of the date
 */
public record Holiday(LocalDate date, String name, LocalTime from, LocalTime until) {
    /**
     * Checks what it is given.
     *
     * @throws InvalidInputException if the name is blank, the closing ends before it begins, or a time has a fraction of a second
     */
    public Holiday {
        requireNonNull(date, "date");
        if (name.isBlank()) {
            throw new InvalidInputException("The holiday on " + date + " has no name.", "Say what it is called.");
        }
        if (!from.equals(from.truncatedTo(ChronoUnit.SECONDS))
                || !until.equals(until.truncatedTo(ChronoUnit.SECONDS))) {
            throw new InvalidInputException(
                    "The holiday on " + date + " goes from " + from + " until " + until + ".",
                    "Give whole seconds; the end of the date is midnight.");
        }
        if (!until.equals(LocalTime.MIDNIGHT) && !from.isBefore(until)) {
            throw new InvalidInputException(
                    "The holiday on " + date + " goes from " + from + " until " + until + ".",
                    "Let it end after it begins; the end of the date is midnight.");
        }
    }

    /** One from 00:00 to 24:00. */
    public static Holiday wholeDay(LocalDate date, String name) {
        return new Holiday(date, name, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
    }

    /** One on which the shop closes at {@code closing}. */
    public static Holiday from(LocalTime closing, LocalDate date, String name) {
        return new Holiday(date, name, closing, LocalTime.MIDNIGHT);
    }

    /** One on which the shop opens no sooner than {@code opening}. */
    public static Holiday until(LocalTime opening, LocalDate date, String name) {
        return new Holiday(date, name, LocalTime.MIDNIGHT, opening);
    }

    /** Whether it lasts from 00:00 to 24:00. */
    public boolean isWholeDay() {
        return from.equals(LocalTime.MIDNIGHT) && until.equals(LocalTime.MIDNIGHT);
    }
}
