package dev.heed.hours;

import java.util.Arrays;

/** Half-open stretches of time in epoch seconds; grows. Not thread-safe. */
final class Spans {
    private long[] ends = new long[64];
    private int size;

    /** One that does not begin before it ends is none. */
    void add(long from, long until) {
        if (from >= until) {
            return;
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, 2 * size);
        }
        ends[size] = from;
        ends[size + 1] = until;
        size += 2;
    }

    int count() {
        return size / 2;
    }

    long from(int index) {
        return ends[2 * index];
    }

    long until(int index) {
        return ends[2 * index + 1];
    }

    /** The same time in its order, each moment once; those that touch are one. */
    Spans united() {
        Spans united = new Spans();
        sort();
        for (int i = 0; i < size; i += 2) {
            if (united.size > 0 && ends[i] <= united.ends[united.size - 1]) {
                united.ends[united.size - 1] = Math.max(united.ends[united.size - 1], ends[i + 1]);
            } else {
                united.add(ends[i], ends[i + 1]);
            }
        }
        return united;
    }

    /** What is left without others; both have to be united. */
    Spans without(Spans others) {
        if (others.size == 0) {
            return this;
        }
        Spans left = new Spans();
        int next = 0;
        for (int i = 0; i < size; i += 2) {
            long from = ends[i];
            while (next < others.size && others.ends[next + 1] <= from) {
                next += 2;
            }
            for (int other = next; other < others.size && others.ends[other] < ends[i + 1]; other += 2) {
                left.add(from, others.ends[other]);
                from = Math.max(from, others.ends[other + 1]);
            }
            left.add(from, ends[i + 1]);
        }
        return left;
    }

    /** What of them is in a stretch of time. */
    Spans within(long from, long until) {
        Spans within = new Spans();
        for (int i = 0; i < size; i += 2) {
            within.add(Math.max(from, ends[i]), Math.min(until, ends[i + 1]));
        }
        return within;
    }

    /** By their beginning. They are nearly in order: only a clock change or a night before an override disturbs it. */
    private void sort() {
        for (int i = 2; i < size; i += 2) {
            long from = ends[i];
            long until = ends[i + 1];
            int at = i;
            while (at > 0 && ends[at - 2] > from) {
                ends[at] = ends[at - 2];
                ends[at + 1] = ends[at - 1];
                at -= 2;
            }
            ends[at] = from;
            ends[at + 1] = until;
        }
    }
}
