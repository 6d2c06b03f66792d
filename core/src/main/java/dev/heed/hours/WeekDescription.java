package dev.heed.hours;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Writes a week of windows in short, days with equal hours joined. */
final class WeekDescription {
    private WeekDescription() {}

    static String of(Function<DayOfWeek, List<String>> windows) {
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
                String span = first == last ? name(days[first]) : name(days[first]) + "-" + name(days[last]);
                parts.add(span + " " + String.join(", ", hours));
            }
            first = last + 1;
        }
        return String.join("; ", parts);
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }
}
