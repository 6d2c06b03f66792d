package dev.heed.hours;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Compiles blocks of a schedule and puts them behind or before those there are. What has been there keeps its distance from
 * the origin. Not thread-safe.
 */
final class TimetableCompiler {
    private final Spans[] open;
    private final int blocks;
    private final int width;
    private final long[] starts;
    private final int[] layout;
    private final int[] days;
    private final int[] openDays;
    private final byte[] steps;
    private final int[] dayPatterns = new int[Timetable.DAYS];
    private int[] patterns = new int[0];
    private int patternCount;
    private int page;

    private TimetableCompiler(Spans[] open, int width) {
        this.open = open;
        this.blocks = open.length;
        this.width = width;
        starts = new long[blocks + 1];
        layout = new int[blocks];
        days = new int[blocks * Timetable.DAYS];
        openDays = new int[blocks * Timetable.OPEN_DAYS];
        steps = new byte[blocks * Timetable.STEPS];
    }

    /**
     * A timetable of the blocks from one to another.
     *
     * @param old what is there already; it has none beyond these
     * @param first its first block
     * @param end the block behind its last one
     */
    static Timetable compile(Schedule schedule, @Nullable Timetable old, long first, long end) {
        Spans[] open = new Spans[Math.toIntExact(end - first)];
        int kept = old == null ? 0 : (int) (old.firstBlock - first);
        int keptUntil = old == null ? 0 : kept + old.blocks;
        int width = old == null ? 1 : old.width;
        for (int i = 0; i < open.length; i++) {
            if (i < kept || i >= keptUntil) {
                open[i] = open(schedule, first + i);
                width = Math.max(width, widest(open[i]));
            }
        }
        if (old != null && width > old.width) { // its patterns are too narrow for the new ones
            for (int i = kept; i < keptUntil; i++) {
                open[i] = open(schedule, first + i);
            }
        }
        TimetableCompiler compiler = new TimetableCompiler(open, width);
        if (old != null && width == old.width) {
            compiler.keep(old, kept);
        }
        for (int i = 0; i < open.length; i++) {
            if (open[i] != null) {
                compiler.compile(i);
            }
        }
        return compiler.timetable(first, old == null ? 0 : old.starts[0], kept);
    }

    private static Spans open(Schedule schedule, long block) {
        long from = block * Timetable.BLOCK_SECONDS;
        return schedule.openBetween(from, from + Timetable.BLOCK_SECONDS);
    }

    /** The most windows that a day has. */
    private static int widest(Spans open) {
        int widest = 1;
        int here = 0;
        long last = Long.MIN_VALUE;
        for (int i = 0; i < open.count(); i++) {
            long first = Math.floorDiv(open.from(i), Window.DAY);
            here = first == last ? here + 1 : 1;
            last = Math.floorDiv(open.until(i) - 1, Window.DAY);
            widest = Math.max(widest, here);
            here = first == last ? here : 1;
        }
        return widest;
    }

    private void keep(Timetable old, int at) {
        System.arraycopy(old.layout, 0, layout, at, old.blocks);
        System.arraycopy(old.days, 0, days, at * Timetable.DAYS, old.days.length);
        System.arraycopy(old.openDays, 0, openDays, at * Timetable.OPEN_DAYS, old.openDays.length);
        System.arraycopy(old.steps, 0, steps, at * Timetable.STEPS, old.steps.length);
        for (int i = 0; i < old.blocks; i++) {
            starts[at + i] = old.starts[i + 1] - old.starts[i];
            page = Math.max(page, old.firstPattern(i));
        }
        patterns = old.patterns;
        patternCount = patterns.length / (2 * width);
    }

    private void compile(int block) {
        if (patternCount - page > Timetable.PAGE - Timetable.DAYS) {
            page = patternCount;
        }
        int work = fillDays(block);
        int count = fillOpenDays(block, work);
        int shift = 0;
        while (work >> shift >= Timetable.STEPS) {
            shift++;
        }
        layout[block] = Timetable.layoutEntry(page, width, shift);
        int rank = 0;
        for (int step = 0; step < Timetable.STEPS; step++) {
            int key = Timetable.openDayEntry(step << shift, Timetable.DAYS - 1);
            while (rank + 1 < count && openDays[block * Timetable.OPEN_DAYS + rank + 1] <= key) {
                rank++;
            }
            steps[block * Timetable.STEPS + step] = (byte) rank;
        }
        starts[block] = work;
    }

    /** Returns the open seconds of the block. */
    private int fillDays(int block) {
        Spans spans = open[block];
        int next = 0;
        int work = 0;
        int[] pattern = new int[2 * width];
        long begin = spans.count() == 0 ? 0 : Math.floorDiv(spans.from(0), Timetable.BLOCK_SECONDS);
        for (int day = 0; day < Timetable.DAYS; day++) {
            long midnight = begin * Timetable.BLOCK_SECONDS + (long) day * Window.DAY;
            long end = midnight + Window.DAY;
            Arrays.fill(pattern, 0);
            int before = work;
            for (int at = 0; next < spans.count() && spans.from(next) < end; at += 2) {
                pattern[at] = (int) (Math.max(midnight, spans.from(next)) - midnight);
                pattern[at + 1] = (int) (Math.min(end, spans.until(next)) - midnight) - pattern[at];
                work += pattern[at + 1];
                if (spans.until(next) > end) {
                    break; // goes on
                }
                next++;
            }
            dayPatterns[day] = work - before;
            days[block * Timetable.DAYS + day] = Timetable.dayEntry(before, intern(pattern) - page);
        }
        return work;
    }

    private int fillOpenDays(int block, int work) {
        int at = block * Timetable.OPEN_DAYS;
        int count = 0;
        int before = 0;
        for (int day = 0; day < Timetable.DAYS; day++) {
            if (dayPatterns[day] > 0) {
                openDays[at + count++] = Timetable.openDayEntry(before, day);
                before += dayPatterns[day];
            }
        }
        Arrays.fill(openDays, at + count, at + Timetable.OPEN_DAYS, Timetable.openDayEntry(work, 0));
        return count;
    }

    /** Its place among the patterns; those of the page are few. */
    private int intern(int[] pattern) {
        int size = 2 * width;
        for (int i = page; i < patternCount; i++) {
            if (Arrays.equals(patterns, i * size, (i + 1) * size, pattern, 0, size)) {
                return i;
            }
        }
        if (patterns.length < (patternCount + 1) * size) {
            patterns = Arrays.copyOf(patterns, Math.max(8, 2 * patternCount) * size);
        }
        System.arraycopy(pattern, 0, patterns, patternCount * size, size);
        return patternCount++;
    }

    /** With the work of each block where it starts, until here. */
    private Timetable timetable(long first, long origin, int originBlock) {
        long[] work = starts.clone();
        starts[originBlock] = origin;
        for (int i = originBlock; i < blocks; i++) {
            starts[i + 1] = starts[i] + work[i];
        }
        for (int i = originBlock - 1; i >= 0; i--) {
            starts[i] = starts[i + 1] - work[i];
        }
        int[] exact = Arrays.copyOf(patterns, patternCount * 2 * width);
        return new Timetable(first, width, starts, layout, days, openDays, steps, exact);
    }
}
