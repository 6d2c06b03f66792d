package dev.heed.hours;

import dev.heed.error.InvalidInputException;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holidays that a shop names itself: single ones, and such that come back each year. */
final class OwnHolidays implements HolidayCalendar {
    private final String name;
    private final Map<Integer, List<Holiday>> single;
    private final List<MonthDay> yearly;

    OwnHolidays(String name, List<Holiday> single, List<MonthDay> yearly) {
        if (name.isBlank()) {
            throw new InvalidInputException("A calendar of holidays has no name.", "Say whose holidays they are.");
        }
        this.name = name;
        this.single = single.stream()
                .collect(Collectors.groupingBy(holiday -> holiday.date().getYear(), Collectors.toUnmodifiableList()));
        this.yearly = yearly;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Holiday> in(int year) {
        Stream<Holiday> recurring = yearly.stream()
                .filter(date -> date.isValidYear(year))
                .map(date -> Holiday.wholeDay(date.atYear(year), name));
        return Stream.concat(single.getOrDefault(year, List.of()).stream(), recurring)
                .sorted(Comparator.comparing(Holiday::date))
                .toList();
    }

    /** For people. */
    @Override
    public String toString() {
        return name;
    }
}
