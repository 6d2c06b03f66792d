package dev.heed.hours;

import static java.util.Objects.requireNonNull;

import dev.heed.error.ConfigurationException;
import dev.heed.error.ConfigurationException.Problem;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The shop's weekly opening hours in one zone. Immutable and thread-safe; the builder is not.
 *
 * <p>Windows are half-open, {@code [open, close)} in local time; the time that passes inside them is physical time, to
 * the nanosecond. A wall time in a daylight-saving gap moves later by the gap's length, an ambiguous one takes the
 * earlier offset, as {@code java.time} does; a window of which nothing is left then is left out. A close of midnight means the end of the day.
 */
public final class BusinessHours {
    /** Of single dates, whether they follow one another or not; whoever looks for an open day passes at most these. */
    private static final int MOST_CLOSED_DATES = 731;

    private final ZoneId zone;
    private final Map<DayOfWeek, List<Window>> week;
    private final Set<LocalDate> closed;
    private final String description;
    private final DayCache<List<Period>> periods = new DayCache<>();

    private record Window(LocalTime open, LocalTime close) {}

    private record Period(Instant open, Instant close) {}

    private BusinessHours(Builder builder) {
        zone = builder.zone;
        Map<DayOfWeek, List<Window>> copy = new EnumMap<>(DayOfWeek.class);
        for (Map.Entry<DayOfWeek, List<Window>> day : builder.week.entrySet()) {
            copy.put(day.getKey(), sorted(day.getValue()));
        }
        week = copy;
        closed = Set.copyOf(builder.closed);
        description = WeekDescription.of(day -> week.getOrDefault(day, List.of()).stream()
                .map(window -> window.open + "-"
                        + (window.close.equals(LocalTime.MIDNIGHT) ? "24:00" : window.close.toString()))
                .toList());
    }

    private static List<Window> sorted(List<Window> windows) {
        List<Window> sorted = new ArrayList<>(windows);
        sorted.sort(Comparator.comparing(Window::open));
        return List.copyOf(sorted);
    }

    /** Monday to Friday from {@code open} to {@code close}. */
    public static BusinessHours weekdays(LocalTime open, LocalTime close, ZoneId zone) {
        Builder builder = builder(zone);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.getValue() <= DayOfWeek.FRIDAY.getValue()) {
                builder.open(day, open, close);
            }
        }
        return builder.build();
    }

    /** Open day and night; the zone is the one in which times are told. */
    public static BusinessHours always(ZoneId zone) {
        Builder builder = builder(zone);
        for (DayOfWeek day : DayOfWeek.values()) {
            builder.open(day, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        }
        return builder.build();
    }

    /** Starts a week without any opening in this zone. */
    public static Builder builder(ZoneId zone) {
        return new Builder(requireNonNull(zone, "zone"));
    }

    /** The zone of the local times. */
    public ZoneId zone() {
        return zone;
    }

    /** Whether the shop is open at this instant; closed at the very instant of closing. */
    public boolean isOpen(Instant at) {
        LocalDate date = at.atZone(zone).toLocalDate();
        return Stream.of(date.minusDays(1), date, date.plusDays(1)) // a clock change near midnight reaches into another
                .flatMap(day -> periodsOn(day).stream())
                .anyMatch(period -> !at.isBefore(period.open) && at.isBefore(period.close));
    }

    /**
     * The earliest instant by which {@code work} has elapsed inside opening hours after {@code at}. Work that ends
     * exactly at closing time is due at closing time; no work is due at once.
     *
     * @param work zero or more
     * @throws IllegalArgumentException if {@code work} is negative
     */
    public Instant plus(Instant at, Duration work) {
        if (work.isNegative()) {
            throw new IllegalArgumentException("Work cannot be negative: " + work);
        }
        Duration left = work;
        Instant from = at;
        LocalDate date = at.atZone(zone).toLocalDate().minusDays(1);
        while (!left.isZero()) {
            for (Period period : periodsOn(date)) {
                Instant start = period.open.isAfter(from) ? period.open : from;
                Duration room = Duration.between(start, period.close);
                if (room.isNegative() || room.isZero()) {
                    continue;
                }
                if (room.compareTo(left) >= 0) {
                    return start.plus(left);
                }
                left = left.minus(room);
                from = period.close;
            }
            date = nextOpenDate(date);
        }
        return from;
    }

    /** The first instant at or after {@code at} at which the shop is open. */
    public Instant nextOpening(Instant at) {
        LocalDate date = at.atZone(zone).toLocalDate().minusDays(1);
        while (true) {
            for (Period period : periodsOn(date)) {
                if (at.isBefore(period.close)) {
                    return at.isAfter(period.open) ? at : period.open;
                }
            }
            date = nextOpenDate(date);
        }
    }

    /**
     * The end of the {@code days}th business day after the local date of {@code at}: the last closing on that day. A day
     * without any opening is no business day. One that closes at midnight has its end in common with the next date; that
     * instant counts as the day that ends.
     *
     * @param days one or more
     * @throws IllegalArgumentException if {@code days} is below one
     */
    public Instant plusDays(Instant at, int days) {
        if (days < 1) {
            throw new IllegalArgumentException("Business days must be one or more: " + days);
        }
        LocalDate date = businessDate(at);
        int left = days;
        while (true) {
            date = nextOpenDate(date);
            List<Period> periods = periodsOn(date);
            if (!periods.isEmpty() && --left == 0) {
                return lastClose(periods);
            }
        }
    }

    /** The local date, but for what is still of the hours of the date before, or of those of the next already. */
    private LocalDate businessDate(Instant at) {
        LocalDate date = at.atZone(zone).toLocalDate();
        List<Period> before = periodsOn(date.minusDays(1));
        if (!before.isEmpty() && !at.isAfter(lastClose(before))) {
            return date.minusDays(1);
        }
        List<Period> after = periodsOn(date.plusDays(1));
        return after.isEmpty() || at.isBefore(after.get(0).open) ? date : date.plusDays(1);
    }

    /** Not always that of the period which opens last: a gap may have moved the one before behind it. */
    private static Instant lastClose(List<Period> periods) {
        Instant last = periods.get(0).close;
        for (Period period : periods) {
            last = period.close.isAfter(last) ? period.close : last;
        }
        return last;
    }

    private LocalDate nextOpenDate(LocalDate date) {
        LocalDate next = date.plusDays(1);
        while (closed.contains(next) || !week.containsKey(next.getDayOfWeek())) {
            next = next.plusDays(1);
        }
        return next;
    }

    private List<Period> periodsOn(LocalDate date) {
        return periods.get(date, this::computePeriodsOn);
    }

    private List<Period> computePeriodsOn(LocalDate date) {
        if (closed.contains(date) || !exists(date)) {
            return List.of();
        }
        List<Period> periods = new ArrayList<>();
        for (Window window : week.getOrDefault(date.getDayOfWeek(), List.of())) {
            LocalDate endDate = window.close.equals(LocalTime.MIDNIGHT) ? date.plusDays(1) : date;
            Instant open = ZonedDateTime.of(date, window.open, zone).toInstant();
            Instant close = ZonedDateTime.of(endDate, window.close, zone).toInstant();
            if (open.isBefore(close)) { // a gap may have moved the opening behind the closing
                periods.add(new Period(open, close));
            }
        }
        periods.sort(Comparator.comparing(Period::open)); // a gap may have moved one behind the next
        return periods;
    }

    /** Some zones left a whole day out, as Apia did 2011-12-30; there is no work on it. */
    private boolean exists(LocalDate date) {
        return ZonedDateTime.of(date, LocalTime.NOON, zone).toLocalDate().equals(date);
    }

    /** The week in short, for example {@code Mon-Fri 09:00-17:00}; every name in English. */
    public String describe() {
        return description;
    }

    /** Collects openings and closures. Not thread-safe. */
    public static final class Builder {
        private final ZoneId zone;
        private final Map<DayOfWeek, List<Window>> week = new EnumMap<>(DayOfWeek.class);
        private final Set<LocalDate> closed = new HashSet<>();

        private Builder(ZoneId zone) {
            this.zone = zone;
        }

        /**
         * Opens on a day of the week; several windows a day are possible. A close of midnight is the end of that day.
         */
        public Builder open(DayOfWeek day, LocalTime from, LocalTime to) {
            week.computeIfAbsent(day, key -> new ArrayList<>()).add(new Window(from, to));
            return this;
        }

        /** Closes on a date: a holiday. */
        public Builder closed(LocalDate date) {
            closed.add(date);
            return this;
        }

        /**
         * Builds the calendar.
         *
         * @throws ConfigurationException if a window ends before it starts, two overlap, or there is no hour at all
         */
        public BusinessHours build() {
            List<Problem> problems = new ArrayList<>();
            if (week.isEmpty()) {
                problems.add(Problem.of("The calendar has no opening hour.", "Open at least one window a week."));
            }
            for (Map.Entry<DayOfWeek, List<Window>> day : week.entrySet()) {
                problems.addAll(faults(day.getKey(), day.getValue()));
            }
            if (closed.size() > MOST_CLOSED_DATES) {
                problems.add(Problem.of(
                        "The calendar is closed on more than " + MOST_CLOSED_DATES + " dates.",
                        "Leave past holidays out."));
            }
            if (!problems.isEmpty()) {
                throw new ConfigurationException(problems);
            }
            return new BusinessHours(this);
        }

        private static List<Problem> faults(DayOfWeek day, List<Window> windows) {
            List<Problem> problems = new ArrayList<>();
            LocalTime lastClose = null;
            for (Window window : sorted(windows)) {
                boolean untilMidnight = window.close.equals(LocalTime.MIDNIGHT);
                if (!untilMidnight && !window.open.isBefore(window.close)) {
                    problems.add(Problem.of(
                            day + " opens at " + window.open + " and closes at " + window.close + ".",
                            "Close after opening; split a night shift at midnight into two days."));
                }
                if (lastClose != null && (lastClose.equals(LocalTime.MIDNIGHT) || window.open.isBefore(lastClose))) {
                    problems.add(Problem.of(
                            "On " + day + " the window from " + window.open + " overlaps the one before.",
                            "Make one window of the two."));
                }
                lastClose = window.close;
            }
            return problems;
        }
    }
}
