package dev.heed.testkit.contract;

import dev.heed.hours.Holiday;
import dev.heed.hours.HolidayCalendar;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import org.junit.jupiter.api.Nested;

class OwnHolidaysTest {
    @Nested
    class SingleDates extends HolidayCalendarContract {
        @Override
        protected HolidayCalendar newCalendar() {
            return HolidayCalendar.of(
                    "Acme", LocalDate.of(2027, 1, 1), LocalDate.of(2026, 12, 24), LocalDate.of(2026, 5, 1));
        }
    }

    @Nested
    class PartsOfDates extends HolidayCalendarContract {
        @Override
        protected HolidayCalendar newCalendar() {
            return HolidayCalendar.of(
                    "Acme",
                    Holiday.from(LocalTime.of(14, 0), LocalDate.of(2026, 12, 24), "Christmas Eve"),
                    Holiday.until(LocalTime.of(10, 0), LocalDate.of(2026, 1, 2), "A late start"));
        }
    }

    @Nested
    class TheSameEachYear extends HolidayCalendarContract {
        @Override
        protected HolidayCalendar newCalendar() {
            return HolidayCalendar.yearly("Acme", MonthDay.of(12, 25), MonthDay.of(2, 29), MonthDay.of(1, 1));
        }
    }
}
