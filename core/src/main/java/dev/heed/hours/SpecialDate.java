package dev.heed.hours;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is different on one date. Immutable.
 *
 * @param windows its own hours in place of those of its day of the week; null if it has those
 * @param openOnHoliday whether its own hours count on a holiday, too
 * @param breaks when it is closed in between
 * @param holidays its own
 */
record SpecialDate(@Nullable List<Window> windows, boolean openOnHoliday, List<Window> breaks, List<Holiday> holidays) {
    static final SpecialDate NOTHING = new SpecialDate(null, false, List.of(), List.of());

    SpecialDate withWindow(Window window, boolean onHoliday) {
        List<Window> more = windows == null ? List.of(window) : with(windows, window);
        return new SpecialDate(more, openOnHoliday || onHoliday, breaks, holidays);
    }

    SpecialDate withBreak(Window window) {
        return new SpecialDate(windows, openOnHoliday, with(breaks, window), holidays);
    }

    SpecialDate withHoliday(Holiday holiday) {
        return new SpecialDate(windows, openOnHoliday, breaks, with(holidays, holiday));
    }

    static <T> List<T> with(List<T> some, T more) {
        return ImmutableList.<T>builder().addAll(some).add(more).build();
    }
}
