package dev.heed.hours;

import dev.heed.error.ConfigurationException.Problem;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds windows of a calendar that overlap. What touches does not. */
final class Overlaps {
    private Overlaps() {}

    /** One for each window that begins before an earlier one ends. */
    static List<Problem> in(Schedule schedule) {
        List<Problem> found = new ArrayList<>();
        for (DayOfWeek day : schedule.week().keySet()) {
            List<Window> windows = schedule.week().getOrDefault(day, List.of());
            find(day.toString(), windows, found);
            List<Window> next = schedule.week().getOrDefault(day.plus(1), List.of());
            for (Window window : windows) {
                if (window.isPastMidnight()
                        && !next.isEmpty()
                        && next.get(0).from() < window.tomorrow().until()) {
                    found.add(problem(day.toString(), window, next.get(0)));
                }
            }
        }
        schedule.special().forEach((day, special) -> {
            if (special.windows() != null) {
                find(LocalDate.ofEpochDay(day).toString(), sorted(special.windows()), found);
            }
        });
        return found;
    }

    private static void find(String when, List<Window> windows, List<Problem> found) {
        for (int i = 1; i < windows.size(); i++) {
            if (windows.get(i).from() < windows.get(i - 1).until()) {
                found.add(problem(when, windows.get(i - 1), windows.get(i)));
            }
        }
    }

    private static List<Window> sorted(List<Window> windows) {
        return windows.stream().sorted(Comparator.comparing(Window::from)).toList();
    }

    private static Problem problem(String when, Window one, Window other) {
        return Problem.of(
                "The hours " + one + " of " + when + " overlap with " + other + "; what is in both counts once.",
                "Make one window of the two.");
    }
}
