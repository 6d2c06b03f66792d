package dev.heed.hours;

import com.google.common.collect.ImmutableList;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When a shop is open by local dates, and what instants those are. Immutable but for the holidays it keeps; thread-safe.
 *
 * <p>Hours belong to the local date on which they are: of a window past midnight the part after midnight belongs to the next
 * date, and goes with its holidays and its own hours. Hours that a date has of its own keep what they have after midnight.
 */
final class Schedule {
    /** More than any offset: a date may have instants that far from the same date in UTC. */
    private static final int MOST_OFFSET_DAYS = 1;

    private final ZoneId zone;
    private final Map<DayOfWeek, List<Window>> week;
    private final Map<DayOfWeek, List<Window>> weeklyBreaks;
    private final Map<Long, SpecialDate> special;
    private final List<HolidayCalendar> calendars;
    private final Map<Integer, Map<Long, List<Holiday>>> holidays = new ConcurrentHashMap<>();

    Schedule(
            ZoneId zone,
            Map<DayOfWeek, List<Window>> week,
            Map<DayOfWeek, List<Window>> weeklyBreaks,
            Map<Long, SpecialDate> special,
            List<HolidayCalendar> calendars) {
        this.zone = zone;
        this.week = copy(week);
        this.weeklyBreaks = copy(weeklyBreaks);
        this.special = Map.copyOf(special);
        this.calendars = List.copyOf(calendars);
    }

    private static Map<DayOfWeek, List<Window>> copy(Map<DayOfWeek, List<Window>> week) {
        Map<DayOfWeek, List<Window>> copy = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, windows) -> copy.put(
                day, windows.stream().sorted(Comparator.comparing(Window::from)).toList()));
        return copy;
    }

    ZoneId zone() {
        return zone;
    }

    Map<DayOfWeek, List<Window>> week() {
        return week;
    }

    /** Whether each day of the week is open from midnight to midnight, and nothing closes it. */
    boolean isAlwaysOpen() {
        return week.size() == DayOfWeek.values().length
                && week.values().stream().allMatch(List.of(new Window(0, Window.DAY))::equals)
                && weeklyBreaks.isEmpty()
                && special.isEmpty()
                && calendars.isEmpty();
    }

    List<HolidayCalendar> calendars() {
        return calendars;
    }

    Map<Long, SpecialDate> special() {
        return special;
    }

    /** When it is open between two epoch seconds: in order, and united. */
    Spans openBetween(long from, long until) {
        long first = Math.floorDiv(from, Window.DAY) - MOST_OFFSET_DAYS - 1;
        long last = Math.floorDiv(until, Window.DAY) + MOST_OFFSET_DAYS;
        WallClock clock = WallClock.of(zone, first, last);
        Spans open = new Spans();
        Spans closed = new Spans();
        for (long day = first; day <= last; day++) {
            if (clock.exists(day)) {
                addOpen(day, clock, open);
                addClosed(day, clock, closed);
            }
        }
        return open.united().without(closed.united()).within(from, until);
    }

    private void addOpen(long day, WallClock clock, Spans open) {
        for (Window window : windowsOf(day)) {
            add(day, window.today(), clock, open);
        }
        if (isClosedByHoliday(day)) {
            return;
        }
        SpecialDate before = at(day - 1);
        if (at(day).windows() == null) {
            for (Window window : week.getOrDefault(dayOfWeek(day - 1), List.of())) {
                addTomorrow(day, window, clock, open);
            }
        }
        if (before.windows() != null && !isClosedByHoliday(day - 1)) {
            for (Window window : before.windows()) {
                addTomorrow(day, window, clock, open);
            }
        }
    }

    private static void addTomorrow(long day, Window window, WallClock clock, Spans spans) {
        if (window.isPastMidnight()) {
            add(day, window.tomorrow(), clock, spans);
        }
    }

    static void add(long day, Window window, WallClock clock, Spans spans) {
        spans.add(clock.resolve(day, window.from()), clock.resolve(day, window.until()));
    }

    /** A holiday, even where a clock change moves hours of the date before into it; and breaks. */
    private void addClosed(long day, WallClock clock, Spans closed) {
        for (Window pause : breaksOf(day)) {
            add(day, pause, clock, closed);
        }
        for (Holiday holiday : holidaysOn(day)) {
            if (!at(day).openOnHoliday()) {
                add(day, Window.of(holiday.from(), holiday.until()), clock, closed);
            }
        }
    }

    /** When it is closed on a date and on the next one, by holidays and breaks; united. */
    Spans closedOn(long day, WallClock clock) {
        Spans closed = new Spans();
        addClosed(day, clock, closed);
        addClosed(day + 1, clock, closed);
        return closed.united();
    }

    /** The windows that begin on a date, past midnight, too; without holidays that last the whole date. */
    List<Window> windowsOf(long day) {
        if (isClosedByHoliday(day)) {
            return List.of();
        }
        List<Window> own = at(day).windows();
        return own != null ? own : week.getOrDefault(dayOfWeek(day), List.of());
    }

    /** Breaks of the week do not hold on a date with hours of its own. */
    private List<Window> breaksOf(long day) {
        SpecialDate date = at(day);
        List<Window> weekly = date.windows() == null ? weeklyBreaks.getOrDefault(dayOfWeek(day), List.of()) : List.of();
        return joined(weekly, date.breaks());
    }

    private boolean isClosedByHoliday(long day) {
        return isHoliday(day) && !at(day).openOnHoliday();
    }

    /** Whether a holiday lasts the whole date. */
    boolean isHoliday(long day) {
        return holidaysOn(day).stream().anyMatch(Holiday::isWholeDay);
    }

    /** Whether the week has hours on a date, of a night before it, too, and no holiday lasts the whole date. */
    boolean isBusinessDate(long day) {
        return !isHoliday(day)
                && (week.containsKey(dayOfWeek(day))
                        || week.getOrDefault(dayOfWeek(day - 1), List.of()).stream()
                                .anyMatch(Window::isPastMidnight));
    }

    List<Holiday> holidaysOn(long day) {
        return joined(at(day).holidays(), publicHolidaysOn(day));
    }

    private List<Holiday> publicHolidaysOn(long day) {
        if (calendars.isEmpty()) {
            return List.of();
        }
        int year = LocalDate.ofEpochDay(day).getYear();
        if (year < HolidayCalendar.FIRST_YEAR || year > HolidayCalendar.LAST_YEAR) {
            return List.of();
        }
        return holidays.computeIfAbsent(year, this::holidaysIn).getOrDefault(day, List.of());
    }

    private Map<Long, List<Holiday>> holidaysIn(int year) {
        Map<Long, List<Holiday>> all = new HashMap<>();
        for (HolidayCalendar calendar : calendars) {
            for (Holiday holiday : HolidayAnswer.of(calendar, year)) {
                all.merge(holiday.date().toEpochDay(), List.of(holiday), Schedule::joined);
            }
        }
        return all;
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        if (more.isEmpty()) {
            return some;
        }
        return some.isEmpty()
                ? more
                : ImmutableList.<T>builder().addAll(some).addAll(more).build();
    }

    private SpecialDate at(long day) {
        return special.isEmpty() ? SpecialDate.NOTHING : special.getOrDefault(day, SpecialDate.NOTHING);
    }

    /** 1970-01-01 was a Thursday. */
    private static DayOfWeek dayOfWeek(long day) {
        return DayOfWeek.of((int) Math.floorMod(day + 3, 7L) + 1);
    }
}
