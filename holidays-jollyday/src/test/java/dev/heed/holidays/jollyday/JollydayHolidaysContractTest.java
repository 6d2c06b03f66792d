package dev.heed.holidays.jollyday;

import dev.heed.hours.HolidayCalendar;
import dev.heed.testkit.contract.HolidayCalendarContract;
import java.util.Locale;
import org.junit.jupiter.api.Nested;

class JollydayHolidaysContractTest {
    @Nested
    class OfBavaria extends HolidayCalendarContract {
        @Override
        protected HolidayCalendar newCalendar() {
            return JollydayHolidays.of(Locale.GERMAN, "DE", "BY");
        }
    }

    /** Some are kept in the year before. */
    @Nested
    class OfTheUnitedStates extends HolidayCalendarContract {
        @Override
        protected HolidayCalendar newCalendar() {
            return JollydayHolidays.of("US").with(HolidayKind.OBSERVANCE);
        }
    }

    /** Jollyday adds the days in between itself. */
    @Nested
    class OfJapan extends HolidayCalendarContract {
        @Override
        protected HolidayCalendar newCalendar() {
            return JollydayHolidays.of("JP");
        }
    }

    /** Some go by the moon. */
    @Nested
    class OfTheEmirates extends HolidayCalendarContract {
        @Override
        protected HolidayCalendar newCalendar() {
            return JollydayHolidays.of("AE");
        }
    }
}
