package dev.heed.hours;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Writes a week of windows in short, days with equal hours joined. */
final class WeekDescription {
    private WeekDescription() {}

    /**
     * Describes a week.
     *
     * @param windows the hours of a day
     * @param name what a day is called
     */
    static String of(Function<DayOfWeek, List<String>> windows, Function<DayOfWeek, String> name) {
        List<String> parts = new ArrayList<>();
        DayOfWeek[] days = DayOfWeek.values();
        int first = 0;
        while (first < days.length) {
            List<String> hours = windows.apply(days[first]);
            int last = first;
            while (last + 1 < days.length && windows.apply(days[last + 1]).equals(hours)) {
                last++;
            }
            if (!hours.isEmpty()) {
                String span = first == last
                        ? name.apply(days[first])
                        : name.apply(days[first]) + "-" + name.apply(days[last]);
                parts.add(span + " " + String.join(", ", hours));
            }
            first = last + 1;
        }
        return String.join("; ", parts);
    }
}
