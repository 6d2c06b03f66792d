package dev.heed.holidays.ical;

import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Understands dates, times and durations; by their form, whatever VALUE says of them. */
final class FeedTimes {
    private static final Pattern TIME = Pattern.compile("\\d{8}(T\\d{6}Z?)?");
    private static final Pattern DURATION = Pattern.compile(
            "[+-]?P(?=\\d|T\\d)(\\d{1,5}W)?(\\d{1,5}D)?(T(?=\\d)(\\d{1,6}H)?(\\d{1,8}M)?(\\d{1,8}S)?)?");
    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;

    private final FeedZones zones;
    private final FeedZone floating;

    /** @param zone of times that name none */
    FeedTimes(FeedZones zones, ZoneId zone) {
        this.zones = zones;
        this.floating = FeedZone.of(zone);
    }

    Moment moment(FeedProperty property) {
        String value = property.value();
        if (!TIME.matcher(value).matches()) {
            throw notATime(property);
        }
        DateTimeComponents parts = DateTimeComponents.parse(value);
        LocalDateTime local = local(property, parts);
        if (!parts.hasTime()) {
            return new Moment(local, true, floating);
        }
        Optional<String> named = property.parameter("TZID");
        FeedZone zone = floating;
        if (parts.isUtc()) {
            zone = FeedZone.of(ZoneOffset.UTC);
        } else if (named.isPresent()) {
            zone = zones.zone(named.get(), property);
        }
        return new Moment(local, false, zone);
    }

    private static LocalDateTime local(FeedProperty property, DateTimeComponents parts) {
        int second = parts.getSecond() == MINUTE ? MINUTE - 1 : parts.getSecond(); // a leap second
        try {
            LocalDateTime local = LocalDateTime.of(
                    parts.getYear(), parts.getMonth(), parts.getDate(), parts.getHour(), parts.getMinute(), second);
            if (local.getYear() >= 1) {
                return local;
            }
        } catch (DateTimeException e) {
            throw notATime(property);
        }
        throw notATime(property);
    }

    private static RuntimeException notATime(FeedProperty property) {
        return FeedFault.in(
                property,
                "is no date and no time that there is.",
                "Write a date as 20261224, a time as 20261224T140000 or, in UTC, as 20261224T130000Z.");
    }

    /** A duration that is not negative. */
    Length duration(FeedProperty property) {
        if (!DURATION.matcher(property.value()).matches()) {
            throw notADuration(property);
        }
        Duration duration = Duration.parse(property.value());
        if (duration.isPrior()) {
            throw notADuration(property);
        }
        int days = 7 * number(duration.getWeeks()) + number(duration.getDays());
        int seconds = HOUR * number(duration.getHours())
                + MINUTE * number(duration.getMinutes())
                + number(duration.getSeconds());
        return new Length(days, java.time.Duration.ofSeconds(seconds));
    }

    private static int number(@Nullable Integer given) {
        return given == null ? 0 : given;
    }

    private static RuntimeException notADuration(FeedProperty property) {
        return FeedFault.in(
                property, "is no duration forward in time.", "Write one day as P1D, four hours and a half as PT4H30M.");
    }
}
