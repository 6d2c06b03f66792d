package dev.heed.spi.store;

import dev.heed.ticket.Ticket;
import java.util.Arrays;

/** What each ticket of the in-memory store is sorted by, in columns by its place among them. Not thread-safe. */
final class SortKeys {
    private static final int SMALLEST = 16;

    private long[] numbers = new long[SMALLEST];
    private long[] opened = new long[SMALLEST];
    private long[] changed = new long[SMALLEST];
    private long[] due = new long[SMALLEST];

    void set(int ordinal, Ticket ticket) {
        put(
                ordinal,
                ticket.number(),
                SortBy.OPENED.key(ticket, false),
                SortBy.CHANGED.key(ticket, false),
                SortBy.DUE.key(ticket, false));
    }

    void put(int ordinal, long number, long openedAt, long changedAt, long dueAt) {
        if (ordinal >= numbers.length) {
            int length = Math.max(ordinal + 1, numbers.length + (numbers.length >> 1));
            numbers = Arrays.copyOf(numbers, length);
            opened = Arrays.copyOf(opened, length);
            changed = Arrays.copyOf(changed, length);
            due = Arrays.copyOf(due, length);
        }
        numbers[ordinal] = number;
        opened[ordinal] = openedAt;
        changed[ordinal] = changedAt;
        due[ordinal] = dueAt;
    }

    long number(int ordinal) {
        return numbers[ordinal];
    }

    long key(int ordinal, SortBy order, boolean descending) {
        return switch (order) {
            case NUMBER -> numbers[ordinal];
            case OPENED -> opened[ordinal];
            case CHANGED -> changed[ordinal];
            case DUE -> due[ordinal] == SortBy.none(false) ? SortBy.none(descending) : due[ordinal];
        };
    }

    Spot spot(int ordinal, SortBy order, boolean descending) {
        return new Spot(key(ordinal, order, descending), numbers[ordinal], ordinal);
    }

    /**
     * Where a ticket stands among others.
     *
     * @param ordinal which it is in the store
     */
    record Spot(long key, long number, int ordinal) implements Comparable<Spot> {
        @Override
        public int compareTo(Spot other) {
            int byKey = Long.compare(key, other.key);
            return byKey == 0 ? Long.compare(number, other.number) : byKey; // no two tickets have one number
        }
    }
}
