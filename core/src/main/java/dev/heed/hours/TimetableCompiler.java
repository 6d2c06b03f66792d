package dev.heed.hours;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compiles days of a schedule and puts them behind or before those there are. What has been there keeps its distance from the
 * origin. Not thread-safe.
 */
final class TimetableCompiler {
    private final Map<List<Long>, Integer> places = new HashMap<>();
    private long[] patterns = new long[0];
    private int used;

    private TimetableCompiler() {}

    /**
     * A timetable of the days from one to another.
     *
     * @param old what is there already; it has no days beyond these
     * @param first its first day
     * @param end the day behind its last one
     */
    static Timetable compile(Schedule schedule, @Nullable Timetable old, long first, long end) {
        TimetableCompiler compiler = new TimetableCompiler();
        return old == null
                ? compiler.fresh(open(schedule, first, end), first, end)
                : compiler.extended(schedule, old, first, end);
    }

    private static Spans open(Schedule schedule, long first, long end) {
        return first == end ? new Spans() : schedule.openBetween(first * Window.DAY, end * Window.DAY);
    }

    private Timetable fresh(Spans open, long first, long end) {
        long[] days = new long[Math.toIntExact(2 * (end - first))];
        long work = fill(days, 0, days.length, first, open, 0);
        return new Timetable(first, days, Arrays.copyOf(patterns, used), work);
    }

    private Timetable extended(Schedule schedule, Timetable old, long first, long end) {
        keep(old.patterns());
        long oldEnd = old.firstDay + old.count;
        Spans before = open(schedule, first, old.firstDay);
        Spans behind = open(schedule, oldEnd, end);
        long[] days = new long[Math.toIntExact(2 * (end - first))];
        int kept = (int) (2 * (old.firstDay - first));
        int keptEnd = kept + 2 * old.count;
        fill(days, 0, kept, first, before, old.begin - work(before));
        old.copyDays(days, kept);
        long work = fill(days, keptEnd, days.length, oldEnd, behind, old.end);
        return new Timetable(first, days, Arrays.copyOf(patterns, used), work);
    }

    private void keep(long[] known) {
        patterns = known;
        used = known.length;
        int begin = 0;
        for (int at = 0; at < used; at++) {
            if (Timetable.isNoWindow(known[at])) {
                places.put(key(known, begin, at + 1), begin);
                begin = at + 1;
            }
        }
    }

    private static long work(Spans open) {
        long work = 0;
        for (int i = 0; i < open.count(); i++) {
            work += open.until(i) - open.from(i);
        }
        return work;
    }

    /** Returns what is done at the end of them. */
    private long fill(long[] days, int firstPlace, int endPlace, long firstDay, Spans open, long begin) {
        long[] windows = new long[4];
        long work = begin;
        int next = 0;
        long midnight = firstDay * Window.DAY;
        for (int place = firstPlace; place < endPlace; place += 2) {
            long end = midnight + Window.DAY;
            long before = work;
            int count = 0;
            while (next < open.count() && open.from(next) < end) {
                long from = Math.max(midnight, open.from(next));
                long length = Math.min(end, open.until(next)) - from;
                windows = count + 2 < windows.length ? windows : Arrays.copyOf(windows, 2 * windows.length);
                windows[count++] = Timetable.window(from - midnight, work - before, length);
                work += length;
                if (open.until(next) > end) {
                    break; // goes on
                }
                next++;
            }
            Arrays.fill(windows, count, windows.length, Timetable.noWindow(work - before));
            days[place] = Timetable.first(before, windows[0]);
            days[place + 1] = count <= 2
                    ? Timetable.second(windows[0], windows[1])
                    : Timetable.patterned(place(Arrays.copyOf(windows, count + 1)));
            midnight = end;
        }
        return work;
    }

    private int place(long[] pattern) {
        return places.computeIfAbsent(key(pattern, 0, pattern.length), unknown -> {
            if (patterns.length < used + pattern.length) {
                patterns = Arrays.copyOf(patterns, Math.max(8 * pattern.length, 2 * used));
            }
            System.arraycopy(pattern, 0, patterns, used, pattern.length);
            used += pattern.length;
            return used - pattern.length;
        });
    }

    private static List<Long> key(long[] windows, int begin, int end) {
        return Arrays.stream(windows, begin, end).boxed().toList();
    }
}
