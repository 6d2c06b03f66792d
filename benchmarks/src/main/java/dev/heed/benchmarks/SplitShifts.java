package dev.heed.benchmarks;

import dev.heed.hours.BusinessHours;
import dev.heed.hours.BusinessHoursBuilder;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mpxj.Duration;
import org.mpxj.LocalTimeRange;
import org.mpxj.ProjectCalendar;
import org.mpxj.ProjectFile;
import org.mpxj.TimeUnit;

/** One calendar, told to each of those that are measured: 8-12 and 13-17 on weekdays in Berlin, ten holidays a year. */
final class SplitShifts {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final int FIRST_YEAR = 2020;
    private static final int LAST_YEAR = 2040;
    private static final LocalTime[] MORNING = {LocalTime.of(8, 0), LocalTime.NOON};
    private static final LocalTime[] AFTERNOON = {LocalTime.of(13, 0), LocalTime.of(17, 0)};
    private static final Set<LocalDate> HOLIDAYS = holidays();

    private SplitShifts() {}

    private static Set<LocalDate> holidays() {
        Set<LocalDate> holidays = new LinkedHashSet<>();
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            for (int day : new int[] {1, 6, 93, 96, 121, 134, 145, 276, 359, 360}) {
                holidays.add(LocalDate.ofYearDay(year, day));
            }
        }
        return Set.copyOf(holidays);
    }

    /** The same hours; what differs is which minutes of an extra Saturday each of many has, so that none are alike. */
    static BusinessHours hours(int variant) {
        BusinessHoursBuilder builder = BusinessHours.builder(BERLIN);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.getValue() <= 5) {
                builder.open(day, MORNING[0], MORNING[1]).open(day, AFTERNOON[0], AFTERNOON[1]);
            }
        }
        HOLIDAYS.forEach(builder::closed);
        if (variant > 0) {
            LocalDate saturday = LocalDate.of(2026, 1, 3).plusWeeks(variant % 50);
            builder.on(saturday, LocalTime.of(8, 0), LocalTime.of(9 + variant % 8, 0));
        }
        return builder.build();
    }

    static DayLoop loop() {
        Map<DayOfWeek, List<LocalTime[]>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.getValue() <= 5) {
                week.put(day, List.of(MORNING, AFTERNOON));
            }
        }
        return new DayLoop(BERLIN, week, HOLIDAYS);
    }

    static ProjectCalendar mpxj() {
        ProjectCalendar calendar = new ProjectFile().addDefaultBaseCalendar();
        HOLIDAYS.forEach(calendar::addCalendarException);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.getValue() <= 5) {
                calendar.getCalendarHours(day).clear();
                calendar.getCalendarHours(day).add(new LocalTimeRange(MORNING[0], MORNING[1]));
                calendar.getCalendarHours(day).add(new LocalTimeRange(AFTERNOON[0], AFTERNOON[1]));
            }
        }
        return calendar;
    }

    static Duration hoursOfMpxj(int hours) {
        return Duration.getInstance(hours, TimeUnit.HOURS);
    }
}
