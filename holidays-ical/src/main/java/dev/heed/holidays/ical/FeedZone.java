package dev.heed.holidays.ical;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** In which zone local times of a feed are told. */
@FunctionalInterface
interface FeedZone {
    /** In a gap the time moves later by the gap's length; where a time is there twice, it is the first. */
    Instant instant(LocalDateTime local);

    /** A zone of the zone database, or UTC. */
    static FeedZone of(ZoneId zone) {
        return local -> local.atZone(zone).toInstant();
    }
}
