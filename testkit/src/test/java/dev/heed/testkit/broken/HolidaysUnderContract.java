package dev.heed.testkit.broken;

import dev.heed.hours.HolidayCalendar;
import dev.heed.testkit.contract.HolidayCalendarContract;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.condition.EnabledIf;

/** The contract on the calendar that {@link ContractRun} hands in; without one there is nothing to run. */
@EnabledIf("isHandedIn")
class HolidaysUnderContract extends HolidayCalendarContract {
    private static final ThreadLocal<Supplier<HolidayCalendar>> HANDED_IN = new ThreadLocal<>();

    static <T> T with(Supplier<HolidayCalendar> newCalendar, Supplier<T> run) {
        HANDED_IN.set(newCalendar);
        try {
            return run.get();
        } finally {
            HANDED_IN.remove();
        }
    }

    static boolean isHandedIn() {
        return Optional.ofNullable(HANDED_IN.get()).isPresent();
    }

    @Override
    protected HolidayCalendar newCalendar() {
        return HANDED_IN.get().get();
    }
}
