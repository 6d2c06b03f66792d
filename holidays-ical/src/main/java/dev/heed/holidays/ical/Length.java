package dev.heed.holidays.ical;

import java.time.Duration;

/**
 * How long an entry lasts.
 *
 * @param days of the calendar, which clock changes make longer and shorter
 * @param exact what comes on top, as a clock measures it
 */
record Length(int days, Duration exact) {
    static final Length ONE_DAY = new Length(1, Duration.ZERO);
    static final Length NOTHING = new Length(0, Duration.ZERO);

    static Length of(Duration exact) {
        return new Length(0, exact);
    }

    /** How many dates it can touch at most, but for those that another zone adds. */
    long mostDays() {
        return days + exact.plusDays(1).minusNanos(1).toDays();
    }

    boolean isNothing() {
        return days == 0 && exact.isZero();
    }
}
