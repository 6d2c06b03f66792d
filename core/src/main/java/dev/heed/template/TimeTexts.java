package dev.heed.template;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Instants and lengths of time as somebody says them who reads in a zone at an instant: {@code tomorrow, Tuesday, by 10:00
 * (Berlin)}. Minutes are rounded down, so nothing is said to be later than it is. Immutable and thread-safe.
 */
public final class TimeTexts {
    private static final long LAST_DAY = 31;

    private final Texts texts;
    private final DateTimeFormatter date;
    private final DateTimeFormatter dateWithYear;
    private final DateTimeFormatter weekday;
    private final DateTimeFormatter clock;
    private final DateTimeFormatter clockAtOne;
    private final DateTimeFormatter exactClock;

    TimeTexts(Texts texts) {
        this.texts = texts;
        Locale locale = texts.locale();
        date = date("when.date", texts);
        dateWithYear = date("when.date.year", texts);
        weekday = DateTimeFormatter.ofPattern("EEEE", locale);
        clock = DateTimeFormatter.ofPattern(texts.get("when.clock"), locale);
        clockAtOne = DateTimeFormatter.ofPattern(texts.get("when.clock.one"), locale);
        exactClock = DateTimeFormatter.ofPattern(texts.get("when.clock").replace("mm", "mm:ss"), locale);
    }

    /** The first of a month has a name of its own in some languages; it stands for {@code d} in the pattern. */
    private static DateTimeFormatter date(String key, Texts texts) {
        Map<Long, String> days = new HashMap<>();
        for (long day = 1; day <= LAST_DAY; day++) {
            days.put(day, Long.toString(day));
        }
        days.put(1L, texts.get("when.first"));
        String pattern = texts.get(key);
        int day = pattern.indexOf(" d") + 1;
        return new DateTimeFormatterBuilder()
                .appendPattern(pattern.substring(0, day))
                .appendText(ChronoField.DAY_OF_MONTH, days)
                .appendPattern(pattern.substring(day + 1))
                .toFormatter(texts.locale());
    }

    /** Until when: {@code today by 15:30 (Berlin)}. */
    public String by(Instant at, ZoneId zone, Instant now) {
        Point end = Point.end(at, zone, now);
        return filled("when.by", Map.of("day", end.day(this), "clock", end.clock(this))) + zone(at, zone);
    }

    /** Between when: {@code tomorrow, Tuesday, between 09:00 and 10:00 (Berlin)}; until when if there is no time between. */
    public String between(Instant from, Instant until, ZoneId zone, Instant now) {
        Point begin = Point.of(from, zone, now);
        Point end = Point.end(until, zone, now);
        if (!from.isBefore(until)
                || (begin.date.equals(end.date) && begin.clock(this).equals(end.clock(this)))) {
            return by(until, zone, now);
        } else if (begin.date.equals(end.date)) {
            Map<String, String> values =
                    Map.of("day", end.day(this), "from", begin.clock(this), "until", end.clock(this));
            return filled("when.between.day", values) + zone(until, zone);
        }
        return filled("when.between", Map.of("from", begin.point(this), "until", end.point(this))) + zone(until, zone);
    }

    /** When: {@code yesterday, Monday, at 16:00 (Berlin)}. */
    public String at(Instant at, ZoneId zone, Instant now) {
        Point point = Point.of(at, zone, now);
        return filled("when.at", Map.of("day", point.day(this), "clock", point.clock(this))) + zone(at, zone);
    }

    /** A date of this or a near year: {@code Wednesday, 10 June}. */
    public String date(LocalDate day) {
        return date.format(day);
    }

    /** A length of time in hours and minutes: {@code 2 hours 30 minutes}. */
    public String length(Duration time) {
        long minutes = time.abs().toMinutes();
        long hours = minutes / 60;
        long rest = minutes % 60;
        if (minutes == 0) {
            return texts.get("length.none");
        } else if (hours == 0) {
            return counted(rest, "length.minute");
        }
        return counted(hours, "length.hour") + (rest == 0 ? "" : " " + counted(rest, "length.minute"));
    }

    private String counted(long count, String unit) {
        return filled(count == 1 ? unit + ".one" : unit, Map.of("count", Long.toString(count)));
    }

    private String filled(String key, Map<String, String> values) {
        return texts.filled(key, values);
    }

    /** The city a zone is named after, with the offset where the same wall time comes twice: {@code (Berlin, UTC+01:00)}. */
    private static String zone(Instant at, ZoneId zone) {
        ZoneOffset offset = zone.getRules().getOffset(at);
        boolean twice = zone.getRules()
                        .getValidOffsets(at.atOffset(offset).toLocalDateTime())
                        .size()
                > 1;
        return " (" + city(zone) + (twice ? ", " + utc(offset) : "") + ")";
    }

    /** The city a zone is named after; its id where it is named after none. */
    public static String city(ZoneId zone) {
        String id = zone.getId();
        if (zone instanceof ZoneOffset offset) {
            return utc(offset);
        }
        boolean named = id.indexOf('/') > 0 && !id.startsWith("Etc/");
        return named ? id.substring(id.lastIndexOf('/') + 1).replace('_', ' ') : id;
    }

    private static String utc(ZoneOffset offset) {
        return offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset;
    }

    /**
     * A wall time, and how many dates it is away.
     *
     * @param exact whether its seconds matter: cut off, it would be over already
     * @param isMidnightAtTheEnd whether it is the end of its date
     */
    private record Point(
            LocalDate date,
            LocalTime time,
            long daysAway,
            boolean sameYear,
            boolean exact,
            boolean isMidnightAtTheEnd) {
        static Point of(Instant at, ZoneId zone, Instant now) {
            return of(at.atZone(zone), now.atZone(zone), false);
        }

        /** The end of something: at midnight it is the end of the date before, also when that is over. */
        static Point end(Instant at, ZoneId zone, Instant now) {
            ZonedDateTime there = at.atZone(zone);
            ZonedDateTime cut = there.truncatedTo(ChronoUnit.MINUTES);
            boolean saysSo = cut.equals(there) || !cut.toInstant().isBefore(now); // else it was not over then
            boolean midnight = cut.toLocalTime().equals(LocalTime.MIDNIGHT) && saysSo;
            return of(midnight ? there.minusDays(1) : there, now.atZone(zone), midnight);
        }

        private static Point of(ZonedDateTime there, ZonedDateTime here, boolean midnight) {
            LocalDate date = there.toLocalDate();
            LocalTime time = there.toLocalTime();
            boolean over =
                    there.isAfter(here) && there.truncatedTo(ChronoUnit.MINUTES).isBefore(here);
            return new Point(
                    date,
                    time,
                    ChronoUnit.DAYS.between(here.toLocalDate(), date),
                    date.getYear() == here.getYear(),
                    over,
                    midnight);
        }

        String clock(TimeTexts in) {
            if (isMidnightAtTheEnd) {
                return in.texts.get("when.clock.midnight");
            } else if (exact) {
                return in.exactClock.format(time);
            }
            return (time.getHour() == 1 ? in.clockAtOne : in.clock).format(time);
        }

        String day(TimeTexts in) {
            return day("when.day", in);
        }

        private String day(String farAway, TimeTexts in) {
            String name = in.weekday.format(date);
            if (daysAway == 0) {
                return in.filled("when.today", Map.of("weekday", name));
            } else if (daysAway == 1) {
                return in.filled("when.tomorrow", Map.of("weekday", name));
            } else if (daysAway == -1) {
                return in.filled("when.yesterday", Map.of("weekday", name));
            }
            return in.filled(farAway, Map.of("date", (sameYear ? in.date : in.dateWithYear).format(date)));
        }

        String point(TimeTexts in) {
            return in.filled("when.point", Map.of("day", day("when.point.day", in), "clock", clock(in)));
        }
    }
}
