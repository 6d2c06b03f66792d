package dev.heed.holidays.jollyday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.focus_shift.jollyday.core.HolidayManager;
import dev.heed.error.ConfigurationException;
import dev.heed.hours.Holiday;
import dev.heed.hours.HolidayCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holidays as they are in the almanacs of their countries. */
class JollydayHolidaysTest {
    private static List<String> told(HolidayCalendar calendar, int year) {
        return calendar.in(year).stream()
                .map(holiday -> holiday.date() + " " + holiday.name())
                .toList();
    }

    @Test
    void bavariaHasItsHolidaysOf2026() {
        assertThat(told(JollydayHolidays.of(Locale.GERMAN, "DE", "BY"), 2026))
                .containsExactly(
                        "2026-01-01 Neujahr",
                        "2026-01-06 Heilige Drei Könige",
                        "2026-04-03 Karfreitag",
                        "2026-04-06 Ostermontag",
                        "2026-05-01 Tag der Arbeit",
                        "2026-05-14 Christi Himmelfahrt",
                        "2026-05-25 Pfingstmontag",
                        "2026-06-04 Fronleichnam",
                        "2026-10-03 Tag der Deutschen Einheit",
                        "2026-11-01 Allerheiligen",
                        "2026-12-25 1. Weihnachtsfeiertag",
                        "2026-12-26 2. Weihnachtsfeiertag");
    }

    @Test
    void whatOnlyAPartOfACountryKeepsIsThereIfThePartIsNamed() {
        LocalDate peace = LocalDate.of(2026, 8, 8);

        assertThat(JollydayHolidays.of("DE").in(2026))
                .extracting(Holiday::date)
                .doesNotContain(LocalDate.of(2026, 1, 6));
        assertThat(JollydayHolidays.of("DE", "BY").in(2026))
                .extracting(Holiday::date)
                .doesNotContain(peace);
        assertThat(JollydayHolidays.of("de", "by", "ag").in(2026))
                .extracting(Holiday::date)
                .contains(peace);
    }

    @Test
    void thanksgivingIsTheFourthThursdayOfNovember() {
        HolidayCalendar states = JollydayHolidays.of("US");

        assertThat(told(states, 2026)).contains("2026-11-26 Thanksgiving Day");
        assertThat(told(states, 2027)).contains("2027-11-25 Thanksgiving Day");
    }

    @Test
    void aHolidayThatIsMovedIsOnTheDateOnWhichItIsKept() {
        assertThat(told(JollydayHolidays.of("US"), 2026))
                .contains("2026-07-03 Independence Day")
                .noneMatch(holiday -> holiday.startsWith("2026-07-04"));
        assertThat(told(JollydayHolidays.of("GB", "ENG"), 2026)).contains("2026-12-28 Boxing Day");
    }

    @Test
    void aHolidayThatIsKeptInTheYearBeforeIsInThatYear() {
        assertThat(told(JollydayHolidays.of("US"), 2021)).contains("2021-12-31 New Year's Day");
        assertThat(told(JollydayHolidays.of("US"), 2022)).noneMatch(holiday -> holiday.contains("New Year"));
    }

    @Test
    void easterMondayMovesWithEaster() {
        HolidayCalendar france = JollydayHolidays.of(Locale.FRENCH, "FR");

        assertThat(told(france, 2024)).contains("2024-04-01 Lundi de Pâques");
        assertThat(told(france, 2025)).contains("2025-04-21 Lundi de Pâques");
        assertThat(told(france, 2026)).contains("2026-04-06 Lundi de Pâques");
    }

    @Test
    void comingOfAgeDayInJapanIsTheSecondMondayOfJanuary() {
        assertThat(told(JollydayHolidays.of("JP"), 2026)).contains("2026-01-12 Coming Of Age Day");
    }

    @Test
    void aHolidayBelongsToTheYearsInWhichItWasKept() {
        assertThat(JollydayHolidays.of("DE").in(1989))
                .extracting(Holiday::date)
                .doesNotContain(LocalDate.of(1989, 10, 3));
        assertThat(JollydayHolidays.of("DE").in(1990)).extracting(Holiday::date).contains(LocalDate.of(1990, 10, 3));
    }

    @Test
    void onlyPublicHolidaysAreThereUntilMoreIsAskedFor() {
        JollydayHolidays zurich = JollydayHolidays.of("CH", "ZH");
        String day = "2026-01-02 St. Berchtholds day";

        assertThat(told(zurich, 2026)).doesNotContain(day);
        assertThat(told(zurich.with(HolidayKind.BANK), 2026)).contains(day);
        assertThat(told(zurich.with(HolidayKind.OBSERVANCE), 2026)).doesNotContain(day);
        assertThat(told(zurich, 2026)).doesNotContain(day);
    }

    @Test
    void holidaysByTheMoonAreKnownFrom1883To2173() {
        HolidayCalendar emirates = JollydayHolidays.of("AE");

        assertThat(emirates.in(1882)).isEmpty();
        assertThat(emirates.in(1883)).isNotEmpty();
        assertThat(emirates.in(2026)).extracting(Holiday::date).contains(LocalDate.of(2026, 3, 20));
        assertThat(emirates.in(2173)).isNotEmpty();
        assertThat(emirates.in(2174)).isEmpty();
    }

    @Test
    void yearsThatNobodyAsksForHaveNoHolidays() {
        assertThat(JollydayHolidays.of("DE").in(0)).isEmpty();
        assertThat(JollydayHolidays.of("DE").in(10_000)).isEmpty();
    }

    @Test
    void theNameIsForPeopleInTheirLanguage() {
        assertThat(JollydayHolidays.of("DE", "BY").name()).isEqualTo("Germany, Bavaria");
        assertThat(JollydayHolidays.of(Locale.FRENCH, "DE", "BY").name()).isEqualTo("Allemagne, Bavière");
        assertThat(JollydayHolidays.of("NYSE")).hasToString("New York Stock Exchange");
    }

    @Test
    void aLanguageThatIsNotThereIsEnglishWhateverTheMachineSpeaks() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("th-TH-u-ca-buddhist-nu-thai"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(JollydayHolidays.of(Locale.KOREAN, "IT").name()).isEqualTo("Italy");
            Locale.setDefault(Locale.GERMANY);
            assertThat(told(JollydayHolidays.of(Locale.JAPANESE, "IT"), 2026)).contains("2026-01-01 New Year's Day");
            assertThat(told(JollydayHolidays.of("NL"), 2026)).contains("2026-12-25 1st Christmas day");
            assertThat(JollydayHolidays.of("DE", "BY").name()).isEqualTo("Germany, Bavaria");
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void anUnknownCountryIsRefusedWithThoseThatThereAre() {
        assertThatThrownBy(() -> JollydayHolidays.of("XX"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("There are no holidays of a country \"XX\".")
                .hasMessageContaining("Name one of AD, AE, AF,")
                .hasMessageContaining("ZW");
        assertThatThrownBy(() -> JollydayHolidays.of("")).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> JollydayHolidays.of("../de")).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void anUnknownPartIsRefusedWithThoseThatThereAre() {
        assertThatThrownBy(() -> JollydayHolidays.of("DE", "XX"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("There are no holidays of a part \"XX\" of Germany.")
                .hasMessageContaining("Name one of BB, BE, BW, BY,");
        assertThatThrownBy(() -> JollydayHolidays.of("DE", "BY", "XX"))
                .hasMessageStartingWith("There are no holidays of a part \"XX\" of Germany, Bavaria.");
        assertThatThrownBy(() -> JollydayHolidays.of("DE", "BE", "XX"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Leave it out");
    }

    static Set<String> countries() {
        return new TreeSet<>(HolidayManager.getSupportedCalendarCodes());
    }

    @ParameterizedTest
    @MethodSource("countries")
    void everyCountryIsAnsweredWithNamedDates(String country) {
        HolidayCalendar calendar = JollydayHolidays.of(country);

        assertThat(calendar.name()).isNotBlank().doesNotContain("undefined");
        for (int year = 2020; year <= 2035; year++) {
            int asked = year;
            assertThat(calendar.in(year)).allSatisfy(holiday -> {
                assertThat(holiday.date().getYear()).isEqualTo(asked);
                assertThat(holiday.isWholeDay()).isTrue();
                assertThat(holiday.name()).isNotBlank().doesNotContain("undefined");
            });
        }
    }

    @Test
    void theDaysOfAWeekAreAsTheyAre() {
        assertThat(JollydayHolidays.of("GB", "ENG").in(2026))
                .filteredOn(holiday -> holiday.name().contains("Bank Holiday"))
                .hasSize(3)
                .allSatisfy(holiday -> assertThat(holiday.date().getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY));
    }
}
