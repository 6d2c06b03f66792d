package dev.heed.hours;

import static java.util.Objects.requireNonNull;

import dev.heed.error.ConfigurationException.Problem;
import dev.heed.error.InvalidInputException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * When a shop is open, in local time of one zone, and what working time means there. Immutable and thread-safe.
 *
 * <p>Windows are half-open, {@code [open, close)} in local time; the time that passes inside them is physical time, to the
 * nanosecond. A wall time in a daylight-saving gap moves later by the gap's length, an ambiguous one takes the earlier
 * offset, as {@code java.time} does; a window of which nothing is left then is left out. Time in two windows counts once.
 *
 * <p>Any {@link Instant} can be asked for; what would lie where time begins or ends, or beyond more than ten years without hours, is
 * refused. What is asked is compiled once, some months at a time, to sums from which each answer
 * is a few look-ups, whether it is hours away or centuries.
 *
 * <p>{@code plus} and {@code minus} move, {@code between} measures, {@code is…} asks.
 */
public final class BusinessHours {
    private static final long SECOND = Timetable.SECOND;
    private static final long LAST_SECOND = Instant.MAX.getEpochSecond();
    private static final long FIRST_SECOND = Instant.MIN.getEpochSecond();
    private static final Duration LONGEST_LIST = Duration.ofDays(36_525);

    private final Schedule schedule;
    private final BusinessClock clock;
    private final BusinessDays days;
    private final List<Problem> warnings;
    private final String description;

    BusinessHours(Schedule schedule, List<Problem> warnings) {
        this.schedule = schedule;
        this.warnings = List.copyOf(warnings);
        clock = new BusinessClock(schedule);
        days = new BusinessDays(schedule);
        description = describe(TextStyle.SHORT, Locale.ENGLISH);
    }

    /** Monday to Friday from {@code open} to {@code close}. */
    public static BusinessHours weekdays(LocalTime open, LocalTime close, ZoneId zone) {
        BusinessHoursBuilder builder = builder(zone);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.getValue() <= DayOfWeek.FRIDAY.getValue()) {
                builder.open(day, open, close);
            }
        }
        return builder.build();
    }

    /** Open day and night; the zone is the one in which times are told. */
    public static BusinessHours always(ZoneId zone) {
        BusinessHoursBuilder builder = builder(zone);
        for (DayOfWeek day : DayOfWeek.values()) {
            builder.open(day, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        }
        return builder.build();
    }

    /** Starts a week without any opening in this zone. */
    public static BusinessHoursBuilder builder(ZoneId zone) {
        return new BusinessHoursBuilder(requireNonNull(zone, "zone"));
    }

    /** The zone of the local times. */
    public ZoneId zone() {
        return schedule.zone();
    }

    /** What was odd when it was built but has a meaning: windows that overlap, and count once. */
    public List<Problem> warnings() {
        return warnings;
    }

    /** Whether the shop is open at this instant; closed at the very instant of closing. */
    public boolean isOpen(Instant at) {
        return (clock.twice(at.getEpochSecond()) & 1) != 0;
    }

    /** Whether a holiday lasts all of this local date, whatever hours the date has of its own. */
    public boolean isHoliday(LocalDate date) {
        return schedule.isHoliday(date.toEpochDay());
    }

    /** The holidays on a local date, those of a part of it, too. */
    public List<Holiday> holidaysOn(LocalDate date) {
        return schedule.holidaysOn(date.toEpochDay());
    }

    /** The names of the calendars that say when it is closed for holidays, for people. */
    public List<String> holidayCalendars() {
        return schedule.calendars().stream().map(HolidayCalendar::name).toList();
    }

    /**
     * The first instant at or after {@code at} at which the shop is open.
     *
     * @throws InvalidInputException if there is none within ten years, or time ends before
     */
    public Instant nextOpening(Instant at) {
        return isOpen(at) ? at : after(at, 0, 0, 1);
    }

    /**
     * {@code at} itself while the shop is open and at the instant of a closing; else the last closing before it.
     *
     * @throws InvalidInputException if there is none within ten years, or time begins after it
     */
    public Instant previousClosing(Instant at) {
        return isOpen(at) ? at : after(at, 0, 0, 0);
    }

    /**
     * The earliest instant by which {@code work} has elapsed inside opening hours after {@code at}. Work that ends
     * exactly at closing time is due at closing time; no work is due at once.
     *
     * @param work zero or more
     * @throws InvalidInputException if {@code work} is negative, time ends before that, or the shop is closed for more
     *     than ten years before that
     */
    public Instant plus(Instant at, Duration work) {
        return work.isZero() ? at : plus(at, work, Boundary.EARLIEST);
    }

    /**
     * An instant by which {@code work} has elapsed inside opening hours after {@code at}: of all at which exactly as much has
     * elapsed, the one that is asked for. Without any work, the latest is {@code at} while the shop is open and the next
     * opening otherwise, the earliest is {@code at}.
     *
     * @param work zero or more
     * @throws InvalidInputException if {@code work} is negative, time ends before that, or the shop is closed for more
     *     than ten years before that
     */
    public Instant plus(Instant at, Duration work, Boundary boundary) {
        long seconds = work.getSeconds();
        if (seconds < 0) {
            throw negative(work);
        }
        if (seconds > LAST_SECOND - at.getEpochSecond()) {
            throw BusinessClock.endOfTime();
        }
        if (boundary == Boundary.EARLIEST && work.isZero()) {
            return at;
        }
        return after(at, seconds, work.getNano(), boundary == Boundary.LATEST ? 1 : 0);
    }

    /**
     * When so much work after {@code at} is done.
     *
     * @param seconds may be negative
     * @param nanos between minus and plus a second
     * @param ahead 0 for the earliest such instant, 1 for the latest, which is a nanosecond before more is done
     */
    private Instant after(Instant at, long seconds, long nanos, long ahead) {
        Instant done = clock.after(at.getEpochSecond(), at.getNano(), seconds, nanos + ahead);
        return ahead == 0 ? done : done.minusNanos(1);
    }

    /**
     * The latest instant from which {@code work} elapses inside opening hours until {@code at}; {@code at} itself without any
     * work.
     *
     * @param work zero or more
     * @throws InvalidInputException if {@code work} is negative, time begins after that, or the shop is closed for more
     *     than ten years after that
     */
    public Instant minus(Instant at, Duration work) {
        return work.isZero() ? at : minus(at, work, Boundary.LATEST);
    }

    /**
     * An instant from which {@code work} elapses inside opening hours until {@code at}: of all from which exactly as much
     * elapses, the one that is asked for. Without any work, the earliest is {@code at} while the shop is open and the previous
     * closing otherwise, the latest is {@code at}.
     *
     * @param work zero or more
     * @throws InvalidInputException if {@code work} is negative, time begins after that, or the shop is closed for more
     *     than ten years after that
     */
    public Instant minus(Instant at, Duration work, Boundary boundary) {
        if (work.isNegative()) {
            throw negative(work);
        }
        if (work.isZero()) {
            return boundary == Boundary.LATEST ? at : previousClosing(at);
        }
        if (work.getSeconds() > at.getEpochSecond() - FIRST_SECOND) {
            throw BusinessClock.endOfTime();
        }
        return after(at, -work.getSeconds(), -work.getNano(), boundary == Boundary.LATEST ? 1 : 0);
    }

    /** How much working time elapses from one instant to another; negative if {@code to} is before {@code from}. */
    public Duration between(Instant from, Instant to) {
        long first = clock.twice(from.getEpochSecond());
        long last = clock.twice(to.getEpochSecond());
        long seconds = (last >> 1) - (first >> 1);
        long nanos = (to.getNano() & BusinessClock.openMask(last)) - (from.getNano() & BusinessClock.openMask(first));
        return Duration.ofSeconds(seconds - 1, (nanos + SECOND) & BusinessClock.NOT_NEGATIVE);
    }

    /**
     * The same as {@link #plus(Instant, Duration)}, without an object.
     *
     * @param epochNanos nanoseconds since 1970-01-01T00:00Z; they reach from 1677 to 2262
     * @param workNanos zero or more nanoseconds
     * @return nanoseconds since 1970-01-01T00:00Z
     * @throws InvalidInputException if {@code workNanos} is negative, the answer does not fit, or the shop is closed for more than
     *     ten years before that
     */
    public long plusNanos(long epochNanos, long workNanos) {
        if (workNanos <= 0) {
            if (workNanos < 0) {
                throw negative(Duration.ofNanos(workNanos));
            }
            return epochNanos;
        }
        long second = Math.floorDiv(epochNanos, SECOND);
        long seconds = workNanos / SECOND;
        try {
            return clock.nanosAfter(second, epochNanos - second * SECOND, seconds, workNanos - seconds * SECOND);
        } catch (ArithmeticException e) {
            Instant at = Instant.ofEpochSecond(0, epochNanos);
            return inNanos(Duration.between(Instant.EPOCH, plus(at, Duration.ofNanos(workNanos))));
        }
    }

    /** In steps that do not leave the range themselves. */
    private static long inNanos(Duration time) {
        try {
            return time.toNanos();
        } catch (ArithmeticException e) {
            throw new InvalidInputException(
                    "The answer does not fit into nanoseconds: " + time + " are more than 292 years.",
                    "Ask the same with instants and durations.");
        }
    }

    /**
     * The same as {@link #between(Instant, Instant)}, without an object.
     *
     * @param fromEpochNanos nanoseconds since 1970-01-01T00:00Z
     * @param toEpochNanos nanoseconds since 1970-01-01T00:00Z
     * @return nanoseconds; negative if {@code toEpochNanos} is before {@code fromEpochNanos}
     * @throws InvalidInputException if the answer does not fit: it reaches to 292 years
     */
    public long nanosBetween(long fromEpochNanos, long toEpochNanos) {
        long fromSecond = Math.floorDiv(fromEpochNanos, SECOND);
        long toSecond = Math.floorDiv(toEpochNanos, SECOND);
        long first = clock.twice(fromSecond);
        long last = clock.twice(toSecond);
        long seconds = (last >> 1) - (first >> 1);
        long nanos = ((toEpochNanos - toSecond * SECOND) & BusinessClock.openMask(last))
                - ((fromEpochNanos - fromSecond * SECOND) & BusinessClock.openMask(first));
        try {
            return Math.addExact(Math.multiplyExact(seconds, SECOND), nanos);
        } catch (ArithmeticException e) {
            return inNanos(Duration.ofSeconds(seconds, nanos));
        }
    }

    /**
     * When the shop is open between two instants, in order; hours that touch are one, and what is outside is cut off.
     *
     * @throws InvalidInputException if there are more than a hundred years in between, or time begins or ends some ten thousand
     *     years from there
     */
    public List<Period> periods(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return List.of();
        }
        if (Duration.between(from, to).compareTo(LONGEST_LIST) > 0) {
            throw new InvalidInputException(
                    "The periods between " + from + " and " + to + " would be too many.",
                    "Ask for a hundred years at most.");
        }
        BusinessDays.requireReach(from, to);
        Spans open = schedule.openBetween(from.getEpochSecond(), to.getEpochSecond() + 1);
        List<Period> periods = new ArrayList<>(open.count());
        for (int i = 0; i < open.count(); i++) {
            Instant begin = Instant.ofEpochSecond(open.from(i));
            Instant end = Instant.ofEpochSecond(open.until(i));
            Instant first = begin.isBefore(from) ? from : begin;
            Instant last = end.isAfter(to) ? to : end;
            if (first.isBefore(last)) {
                periods.add(new Period(first, last));
            }
        }
        return List.copyOf(periods);
    }

    /**
     * The first open instant at or after the same local time so many business dates later. A business date is one on which the
     * week has hours, a night that began the day before among them, and which is no holiday; what is different on a single date
     * does not make or unmake one.
     *
     * @param days from 0, which means this date or the next such, to 100,000
     * @throws InvalidInputException for any other number, or if there are more than ten years without such a date, or time
     *     begins or ends some ten thousand years from there
     */
    public Instant plusDays(Instant at, int days) {
        return nextOpening(this.days.plus(at, days));
    }

    /**
     * The end of the {@code days}th business day after the local date of {@code at}: the last closing of the hours that begin
     * on that day. A day without any is no business day. One that closes at midnight has its end in common with the next date;
     * that instant counts as the day that ends.
     *
     * @param days from 1 to 100,000
     * @throws InvalidInputException for any other number, or if there are more than ten years without such a day, or time begins
     *     or ends some ten thousand years from there
     */
    public Instant closingAfter(Instant at, int days) {
        return this.days.closingAfter(at, days);
    }

    private static InvalidInputException negative(Duration work) {
        return new InvalidInputException(
                "Work cannot be negative: " + work + ".", "Go back in time with minus, or give the positive duration.");
    }

    /** The week in short, for example {@code Mon-Fri 09:00-17:00}; every name in English. */
    public String describe() {
        return description;
    }

    /** The week for readers of a language, with the full names of its days: {@code Montag-Freitag 09:00-17:00}. */
    public String describe(Locale locale) {
        return describe(TextStyle.FULL_STANDALONE, locale);
    }

    private String describe(TextStyle style, Locale locale) {
        return WeekDescription.of(
                day -> schedule.week().getOrDefault(day, List.of()).stream()
                        .map(Window::toString)
                        .toList(),
                day -> day.getDisplayName(style, locale));
    }

    /** Whether it never closes. */
    public boolean isAlwaysOpen() {
        return schedule.isAlwaysOpen();
    }

    /** For people: the week, and the zone. */
    @Override
    public String toString() {
        return description + " " + schedule.zone();
    }
}
