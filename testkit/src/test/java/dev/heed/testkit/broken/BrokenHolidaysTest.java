package dev.heed.testkit.broken;

import dev.heed.hours.Holiday;
import dev.heed.hours.HolidayCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Calendars of holidays that give other years, other orders or other answers, and the sentences that say so. */
class BrokenHolidaysTest {
    @Test
    void aSoundCalendarHolds() {
        ContractRun.ofHolidays(ForwardingHolidays::new).holds();
    }

    @Test
    void givingAnEntryOverNewYearWholeIsCaught() {
        ContractRun.ofHolidays(() -> new ForwardingHolidays() {
                    @Override
                    public List<Holiday> in(int year) {
                        List<Holiday> holidays = super.in(year);
                        if (year == 2026) {
                            holidays.add(Holiday.wholeDay(LocalDate.of(2027, 1, 1), "Stocktaking"));
                        }
                        return holidays;
                    }
                })
                .isCaughtBy("holidaysAreInTheYearThatIsAskedFor");
    }

    @Test
    void givingHolidaysAsTheyWereWrittenDownIsCaught() {
        ContractRun.ofHolidays(() -> new ForwardingHolidays() {
                    @Override
                    public List<Holiday> in(int year) {
                        List<Holiday> holidays = super.in(year);
                        Collections.reverse(holidays);
                        return holidays;
                    }
                })
                .isCaughtAtLeastBy("holidaysComeInTheOrderOfTheirDates");
    }

    @Test
    void givingAHolidayOnceOnlyIsCaught() {
        ContractRun.ofHolidays(() -> new ForwardingHolidays() {
                    private final AtomicInteger last = new AtomicInteger();

                    @Override
                    public List<Holiday> in(int year) {
                        return year > last.getAndSet(year) ? super.in(year) : new ArrayList<>();
                    }
                })
                .isCaughtAtLeastBy(
                        "theSameQuestionHasTheSameAnswerEachTime", "theAnswerDoesNotDependOnWhatWasAskedBefore");
    }

    @Test
    void givingTheOwnListAwayIsCaught() {
        ContractRun.ofHolidays(() -> new ForwardingHolidays() {
                    private final Map<Integer, List<Holiday>> kept = Collections.synchronizedMap(new HashMap<>());

                    @Override
                    public List<Holiday> in(int year) {
                        return kept.computeIfAbsent(year, super::in);
                    }
                })
                .isCaughtBy("whoeverIsAnsweredCannotChangeTheCalendar");
    }

    @Test
    void givingOneHolidayTwiceIsCaught() {
        ContractRun.ofHolidays(() -> new ForwardingHolidays() {
                    @Override
                    public List<Holiday> in(int year) {
                        List<Holiday> holidays = super.in(year);
                        holidays.add(holidays.get(holidays.size() - 1));
                        return holidays;
                    }
                })
                .isCaughtBy("noHolidayComesTwice");
    }

    @Test
    void refusingYearsOfWhichNothingIsKnownIsCaught() {
        ContractRun.ofHolidays(() -> new ForwardingHolidays() {
                    @Override
                    public List<Holiday> in(int year) {
                        if (year < 1900) {
                            throw new IllegalArgumentException("No holidays are known of " + year);
                        }
                        return super.in(year);
                    }
                })
                .isCaughtAtLeastBy("eachYearIsAnswered");
    }

    @Test
    void knowingNoHolidayAtAllIsCaught() {
        ContractRun.ofHolidays(() -> HolidayCalendar.of("Nothing", new LocalDate[0]))
                .isCaughtAtLeastBy("aYearWithHolidaysHasThem");
    }
}
