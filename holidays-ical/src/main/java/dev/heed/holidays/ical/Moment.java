package dev.heed.holidays.ical;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * A date or a time of the feed.
 *
 * @param local midnight for a date
 * @param isDate whether it has no time; its zone then says nothing
 * @param zone in which the time is told
 */
record Moment(LocalDateTime local, boolean isDate, FeedZone zone) {
    LocalDate date() {
        return local.toLocalDate();
    }

    LocalTime time() {
        return local.toLocalTime();
    }

    Instant instant() {
        return zone.instant(local);
    }

    /** The same time of the day on another date. */
    Moment on(LocalDate date) {
        return new Moment(date.atTime(time()), isDate, zone);
    }
}
