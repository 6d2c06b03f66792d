package dev.heed.testkit.broken;

import dev.heed.hours.Holiday;
import dev.heed.hours.HolidayCalendar;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A sound calendar to break one thing of. */
class ForwardingHolidays implements HolidayCalendar {
    private final HolidayCalendar single = HolidayCalendar.of(
            "Acme",
            Holiday.wholeDay(LocalDate.of(2026, 12, 31), "Stocktaking"),
            Holiday.wholeDay(LocalDate.of(2027, 1, 1), "Stocktaking"));
    private final HolidayCalendar yearly = HolidayCalendar.yearly("Acme", MonthDay.of(5, 1), MonthDay.of(12, 25));

    @Override
    public String name() {
        return "Acme";
    }

    @Override
    public List<Holiday> in(int year) {
        return new ArrayList<>(Stream.concat(single.in(year).stream(), yearly.in(year).stream())
                .sorted(java.util.Comparator.comparing(Holiday::date))
                .toList());
    }
}
