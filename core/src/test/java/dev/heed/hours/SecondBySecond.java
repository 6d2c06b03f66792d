package dev.heed.hours;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A random calendar that has a bit for each second of some weeks, set while it is open, and answers by counting bits: what
 * opening hours mean, told a second time with nothing of the first.
 */
final class SecondBySecond {
    private static final int DAY = 86_400;
    static final int DAYS = 44;

    private final ZoneId zone;
    private final LocalDate middle;
    private final Map<DayOfWeek, List<LocalTime[]>> week = new EnumMap<>(DayOfWeek.class);
    private final Map<DayOfWeek, List<LocalTime[]>> weeklyBreaks = new EnumMap<>(DayOfWeek.class);
    private final Map<LocalDate, List<LocalTime[]>> own = new HashMap<>();
    private final Map<LocalDate, List<LocalTime[]>> breaks = new HashMap<>();
    private final Set<LocalDate> holidays = new HashSet<>();
    private final Set<LocalDate> openOnHoliday = new HashSet<>();
    private final Map<LocalDate, LocalTime> closedFrom = new HashMap<>();
    private final BitSet open = new BitSet(DAYS * DAY);
    private final long start;

    SecondBySecond(ZoneId zone, LocalDate middle, Random random) {
        this.zone = zone;
        this.middle = middle;
        boolean fine = random.nextInt(4) == 0;
        for (DayOfWeek day : DayOfWeek.values()) {
            for (int i = random.nextInt(4); i > 0; i--) {
                add(week, day, window(random, fine));
            }
            if (random.nextInt(12) == 0) {
                add(weeklyBreaks, day, pause(random, fine));
            }
        }
        add(week, DayOfWeek.of(1 + random.nextInt(7)), window(random, fine));
        for (int i = random.nextInt(9); i > 0; i--) {
            special(middle.plusDays(random.nextInt(15) - 7), random, fine);
        }
        start = middle.minusDays(DAYS / 2).toEpochDay() * DAY;
        mark();
    }

    private void special(LocalDate date, Random random, boolean fine) {
        if (!exists(date)) {
            return;
        }
        switch (random.nextInt(5)) {
            case 0 -> holidays.add(date);
            case 1 -> add(own, date, window(random, fine));
            case 2 -> add(breaks, date, pause(random, fine));
            case 3 -> closedFrom.put(date, LocalTime.of(1 + random.nextInt(23), 0));
            default -> {
                holidays.add(date);
                openOnHoliday.add(date);
                add(own, date, window(random, fine));
            }
        }
    }

    private static <K> void add(Map<K, List<LocalTime[]>> all, K key, LocalTime[] window) {
        all.computeIfAbsent(key, none -> new ArrayList<>()).add(window);
    }

    private static LocalTime[] window(Random random, boolean fine) {
        return new LocalTime[] {time(random, fine), time(random, fine)};
    }

    private static LocalTime[] pause(Random random, boolean fine) {
        LocalTime[] pause = window(random, fine);
        while (pause[0].equals(pause[1])) {
            pause[1] = time(random, fine);
        }
        return pause;
    }

    /** Often at night, when the clocks change. */
    private static LocalTime time(Random random, boolean fine) {
        int hour = random.nextInt(3) == 0 ? random.nextInt(5) : random.nextInt(24);
        return fine
                ? LocalTime.of(hour, random.nextInt(60), random.nextInt(60))
                : LocalTime.of(hour, 15 * random.nextInt(4));
    }

    private void mark() {
        for (int i = -2; i < DAYS + 2; i++) {
            LocalDate date = middle.plusDays(i - DAYS / 2);
            if (exists(date) && !isClosed(date)) {
                hours(date).forEach(window -> set(window, true));
            }
        }
        for (int i = -2; i < DAYS + 2; i++) {
            LocalDate date = middle.plusDays(i - DAYS / 2);
            if (exists(date)) {
                closings(date).forEach(window -> set(window, false));
            }
        }
    }

    private boolean exists(LocalDate date) {
        return date.atStartOfDay(zone).toLocalDate().equals(date);
    }

    private boolean isClosed(LocalDate date) {
        return holidays.contains(date) && !openOnHoliday.contains(date);
    }

    /** Those of the date, and what nights that began the day before leave for it. */
    private List<Instant[]> hours(LocalDate date) {
        List<Instant[]> hours = new ArrayList<>();
        List<LocalTime[]> windows = own.getOrDefault(date, week.getOrDefault(date.getDayOfWeek(), List.of()));
        windows.forEach(window -> hours.add(new Instant[] {at(date, window[0]), today(date, window)}));
        LocalDate before = date.minusDays(1);
        List<LocalTime[]> nights = new ArrayList<>();
        if (!own.containsKey(date)) {
            nights.addAll(week.getOrDefault(before.getDayOfWeek(), List.of()));
        }
        if (!isClosed(before)) {
            nights.addAll(own.getOrDefault(before, List.of()));
        }
        nights.stream()
                .filter(SecondBySecond::isNight)
                .forEach(night -> hours.add(new Instant[] {at(date, LocalTime.MIDNIGHT), at(date, night[1])}));
        return hours;
    }

    private List<Instant[]> closings(LocalDate date) {
        List<Instant[]> closings = new ArrayList<>();
        List<LocalTime[]> pauses = new ArrayList<>(breaks.getOrDefault(date, List.of()));
        if (!own.containsKey(date)) {
            pauses.addAll(weeklyBreaks.getOrDefault(date.getDayOfWeek(), List.of()));
        }
        for (LocalTime[] pause : pauses) {
            LocalDate end = pause[1].isAfter(pause[0]) ? date : date.plusDays(1);
            closings.add(new Instant[] {at(date, pause[0]), at(end, pause[1])});
        }
        Instant end = at(date.plusDays(1), LocalTime.MIDNIGHT);
        if (isClosed(date)) {
            closings.add(new Instant[] {at(date, LocalTime.MIDNIGHT), end});
        }
        if (closedFrom.containsKey(date) && !openOnHoliday.contains(date)) {
            closings.add(new Instant[] {at(date, closedFrom.get(date)), end});
        }
        return closings;
    }

    private static boolean isNight(LocalTime[] window) {
        return !window[1].isAfter(window[0]) && !window[1].equals(LocalTime.MIDNIGHT);
    }

    private Instant today(LocalDate date, LocalTime[] window) {
        return window[1].isAfter(window[0]) ? at(date, window[1]) : at(date.plusDays(1), LocalTime.MIDNIGHT);
    }

    private Instant at(LocalDate date, LocalTime time) {
        return ZonedDateTime.ofLocal(date.atTime(time), zone, null).toInstant();
    }

    private void set(Instant[] window, boolean value) {
        long from = Math.max(0, window[0].getEpochSecond() - start);
        long until = Math.min((long) DAYS * DAY, window[1].getEpochSecond() - start);
        if (from < until) {
            open.set((int) from, (int) until, value);
        }
    }

    BusinessHours compiled() {
        BusinessHoursBuilder builder = BusinessHours.builder(zone);
        week.forEach((day, all) -> all.forEach(one -> builder.open(day, one[0], one[1])));
        weeklyBreaks.forEach((day, all) -> all.forEach(one -> builder.breakOn(day, one[0], one[1])));
        breaks.forEach((date, all) -> all.forEach(one -> builder.breakOn(date, one[0], one[1])));
        closedFrom.forEach((date, time) -> builder.closedFrom(time, date));
        own.forEach((date, all) -> all.forEach(one -> {
            if (openOnHoliday.contains(date)) {
                builder.openOnHoliday(date, one[0], one[1]);
            } else {
                builder.on(date, one[0], one[1]);
            }
        }));
        builder.holidays(HolidayCalendar.of("random", holidays.toArray(LocalDate[]::new)));
        return builder.build();
    }

    /** Any instant that is far enough from the edges, often one at which it opens or closes, or a nanosecond beside. */
    Instant instant(Random random) {
        int second = (DAYS / 2 - 8) * DAY + random.nextInt(16 * DAY);
        if (random.nextInt(3) == 0) {
            int edge = random.nextBoolean() ? open.nextSetBit(second) : open.nextClearBit(second);
            second = edge < 0 || edge > (DAYS - 10) * DAY ? second : edge;
            return Instant.ofEpochSecond(start + second, random.nextInt(3) - 1);
        }
        return Instant.ofEpochSecond(start + second, random.nextBoolean() ? 0 : random.nextInt(1_000_000_000));
    }

    boolean isOpen(Instant at) {
        return open.get((int) (at.getEpochSecond() - start));
    }

    /** Nanoseconds. */
    long between(Instant from, Instant to) {
        if (to.isBefore(from)) {
            return -between(to, from);
        }
        int first = (int) (from.getEpochSecond() - start);
        int last = (int) (to.getEpochSecond() - start);
        long seconds = open.get(first, last).cardinality();
        return seconds * 1_000_000_000L + (open.get(last) ? to.getNano() : 0) - (open.get(first) ? from.getNano() : 0);
    }

    /** Empty if it is behind the edge. */
    List<Instant> nextOpening(Instant at) {
        int bit = open.nextSetBit((int) (at.getEpochSecond() - start));
        return bit < 0 ? List.of() : List.of(isOpen(at) ? at : Instant.ofEpochSecond(start + bit));
    }

    /** Empty if it is before the edge. */
    List<Instant> previousClosing(Instant at) {
        int bit = open.previousSetBit((int) (at.getEpochSecond() - start));
        return bit < 0 ? List.of() : List.of(isOpen(at) ? at : Instant.ofEpochSecond(start + bit + 1));
    }

    /** Goes from second to second until so much is done; empty if it comes to the edge. */
    List<Instant> plus(Instant at, Duration work) {
        Instant from = at;
        Duration left = work;
        while (!left.isZero()) {
            int bit = open.nextSetBit((int) (from.getEpochSecond() - start));
            if (bit < 0) {
                return List.of();
            }
            Instant opening = Instant.ofEpochSecond(start + bit);
            from = opening.isAfter(from) ? opening : from;
            Instant closing = Instant.ofEpochSecond(start + open.nextClearBit(bit));
            Duration room = Duration.between(from, closing);
            Duration done = room.compareTo(left) < 0 ? room : left;
            from = from.plus(done);
            left = left.minus(done);
        }
        return from.getEpochSecond() - start < (long) (DAYS - 2) * DAY ? List.of(from) : List.of();
    }

    @Override
    public String toString() {
        return zone + " around " + middle;
    }
}
