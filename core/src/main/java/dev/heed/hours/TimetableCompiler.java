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
    private final int width;
    private final Map<List<Long>, Integer> places = new HashMap<>();
    private long[] patterns = new long[0];
    private int used;

    private TimetableCompiler(int width) {
        this.width = width;
    }

    /**
     * A timetable of the days from one to another.
     *
     * @param old what is there already; it has no days beyond these
     * @param first its first day
     * @param end the day behind its last one
     */
    static Timetable compile(Schedule schedule, @Nullable Timetable old, long first, long end) {
        if (old == null) {
            Spans open = open(schedule, first, end);
            return new TimetableCompiler(even(widest(open))).fresh(open, first, end, first, 0);
        }
        long oldEnd = old.firstDay + old.count;
        Spans before = open(schedule, first, old.firstDay);
        Spans behind = open(schedule, oldEnd, end);
        int widest = Math.max(widest(before), widest(behind));
        if (widest > old.width) { // its patterns are too narrow
            Spans open = open(schedule, first, end);
            return new TimetableCompiler(even(widest)).fresh(open, first, end, old.firstDay, old.begin);
        }
        return new TimetableCompiler(old.width).extended(old, before, first, behind, end);
    }

    private static Spans open(Schedule schedule, long first, long end) {
        return first == end ? new Spans() : schedule.openBetween(first * Window.DAY, end * Window.DAY);
    }

    private static int even(int width) {
        return width + (width & 1);
    }

    /** The most windows that a day has. */
    private static int widest(Spans open) {
        int widest = 1;
        int here = 0;
        long last = Long.MIN_VALUE;
        for (int i = 0; i < open.count(); i++) {
            long first = Math.floorDiv(open.from(i), Window.DAY);
            here = first == last ? here + 1 : 1;
            widest = Math.max(widest, here);
            last = Math.floorDiv(open.until(i) - 1, Window.DAY);
            here = first == last ? here : 1;
        }
        return widest;
    }

    /** At the beginning of {@code originDay}, {@code origin} seconds are done. */
    private Timetable fresh(Spans open, long first, long end, long originDay, long origin) {
        long[] days = new long[Math.toIntExact(end - first)];
        long begin = origin - workBefore(open, originDay * Window.DAY);
        long work = fill(days, 0, days.length, first, open, begin);
        return new Timetable(first, width, days, exactPatterns(), work);
    }

    private Timetable extended(Timetable old, Spans before, long first, Spans behind, long end) {
        patterns = old.patterns();
        used = patterns.length;
        for (int place = 0; place < used; place += 2 * width) {
            places.put(key(patterns, place), place);
        }
        long[] days = new long[Math.toIntExact(end - first)];
        int kept = (int) (old.firstDay - first);
        fill(days, 0, kept, first, before, old.begin - workBefore(before, Long.MAX_VALUE));
        old.copyDays(days, kept);
        long work = fill(days, kept + old.count, days.length, first, behind, old.end);
        return new Timetable(first, width, days, exactPatterns(), work);
    }

    private static long workBefore(Spans open, long second) {
        long work = 0;
        for (int i = 0; i < open.count() && open.from(i) < second; i++) {
            work += Math.min(second, open.until(i)) - open.from(i);
        }
        return work;
    }

    /** Returns what is done at the end of them. */
    private long fill(long[] days, int firstIndex, int endIndex, long first, Spans open, long begin) {
        long[] pattern = new long[2 * width];
        long work = begin;
        int next = 0;
        for (int day = firstIndex; day < endIndex; day++) {
            long midnight = (first + day) * Window.DAY;
            long end = midnight + Window.DAY;
            Arrays.fill(pattern, 0);
            long before = work;
            for (int at = 0; next < open.count() && open.from(next) < end; at += 2) {
                long from = Math.max(midnight, open.from(next));
                long length = Math.min(end, open.until(next)) - from;
                pattern[at] = (from - midnight) * Timetable.SECOND;
                pattern[at + 1] = length * Timetable.SECOND;
                work += length;
                if (open.until(next) > end) {
                    break; // goes on
                }
                next++;
            }
            days[day] = Timetable.entry(before, place(pattern));
        }
        return work;
    }

    private int place(long[] pattern) {
        Integer known = places.get(key(pattern, 0));
        if (known != null) {
            return known;
        }
        if (!Timetable.fits(used)) {
            throw new IllegalStateException("A calendar has more than " + used + " different days.");
        }
        if (patterns.length < used + pattern.length) {
            patterns = Arrays.copyOf(patterns, Math.max(8 * pattern.length, 2 * used));
        }
        System.arraycopy(pattern, 0, patterns, used, pattern.length);
        places.put(key(pattern, 0), used);
        used += pattern.length;
        return used - pattern.length;
    }

    private List<Long> key(long[] windows, int place) {
        return Arrays.stream(windows, place, place + 2 * width).boxed().toList();
    }

    private long[] exactPatterns() {
        return Arrays.copyOf(patterns, used);
    }
}
