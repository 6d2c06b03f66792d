package dev.heed.holidays.jollyday;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.hours.Holiday;
import dev.heed.hours.HolidayCalendar;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What docs/holidays.md shows, done. */
class HolidaysDocumentTest {
    @Test
    void aShopHasHolidaysOfItsOwn() {
        HolidayCalendar founding = HolidayCalendar.yearly("Founding day", MonthDay.of(9, 1));
        HolidayCalendar eve = HolidayCalendar.of(
                "Acme", Holiday.from(LocalTime.of(14, 0), LocalDate.of(2026, 12, 24), "Christmas Eve"));

        assertThat(founding.in(2030)).extracting(Holiday::date).containsExactly(LocalDate.of(2030, 9, 1));
        assertThat(eve.in(2026)).extracting(Holiday::isWholeDay).containsExactly(false);
    }

    @Test
    void aShopHasTheHolidaysOfItsCountry() {
        HolidayCalendar bavaria = JollydayHolidays.of(Locale.GERMAN, "DE", "BY"); // "Deutschland, Bayern"
        HolidayCalendar zurich = JollydayHolidays.of("CH", "ZH").with(HolidayKind.BANK);

        assertThat(bavaria.name()).isEqualTo("Deutschland, Bayern");
        assertThat(zurich.in(2026)).extracting(Holiday::date).contains(LocalDate.of(2026, 1, 2));
    }
}
