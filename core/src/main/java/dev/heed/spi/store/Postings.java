package dev.heed.spi.store;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** The tickets in which a word stands, four to eight bytes for each. Not thread-safe. */
final class Postings {
    private int[] tickets = new int[2];
    private int size;
    private boolean sorted = true;

    /** Puts a ticket in; one that is there already may be put in again. */
    void add(int ticket) {
        if (size > 0 && tickets[size - 1] == ticket) {
            return;
        }
        if (size == tickets.length) {
            sort(); // which may make room
            if (size > tickets.length / 2) {
                tickets = Arrays.copyOf(tickets, size + (size >> 1) + 1);
            }
        }
        sorted &= size == 0 || tickets[size - 1] < ticket;
        tickets[size++] = ticket;
    }

    /** How many there are, or a few more. */
    int size() {
        return size;
    }

    /** Hands out each once, rising, as long as it is answered with true; whether it was to the end. */
    boolean all(IntPredicate goOn) {
        sort();
        for (int i = 0; i < size; i++) {
            if (!goOn.test(tickets[i])) {
                return false;
            }
        }
        return true;
    }

    boolean contains(int ticket) {
        sort();
        return Arrays.binarySearch(tickets, 0, size, ticket) >= 0;
    }

    private void sort() {
        if (sorted) {
            return;
        }
        Arrays.sort(tickets, 0, size);
        int different = 1;
        for (int i = 1; i < size; i++) {
            if (tickets[i] != tickets[i - 1]) {
                tickets[different++] = tickets[i];
            }
        }
        size = different;
        sorted = true;
    }
}
