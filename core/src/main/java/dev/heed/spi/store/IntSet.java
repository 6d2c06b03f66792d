package dev.heed.spi.store;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Whole numbers from zero on, each once, at six to twelve bytes; open addressing with linear probing. Not thread-safe. */
final class IntSet {
    private static final int FREE = -1;
    private static final int SMALLEST = 4;
    private static final int ROOMY = 64;
    private static final int SCATTER = 0x9E3779B9;

    private static final int[] NONE = new int[0];

    private int[] slots = NONE;
    /** The only one, if there is one and no more; many sets have no other. */
    private int only;

    private int size;

    int size() {
        return size;
    }

    /** Puts a number in; whether it was not there. */
    boolean add(int number) {
        if (size == 0 && slots.length == 0) {
            only = number;
            size = 1;
            return true;
        } else if (isSingle()) {
            if (only == number) {
                return false;
            }
            resize(SMALLEST);
            slots[find(only)] = only;
        }
        if (size * 3L >= slots.length * 2L) {
            resize(slots.length * 2);
        }
        int slot = find(number);
        if (slots[slot] == number) {
            return false;
        }
        slots[slot] = number;
        size++;
        return true;
    }

    /** Takes a number out; whether it was there. */
    boolean remove(int number) {
        if (!contains(number)) {
            return false;
        }
        if (isSingle()) {
            size = 0;
            return true;
        }
        size--;
        close(find(number));
        if (slots.length > ROOMY && size * 8L < slots.length) {
            resize(slots.length / 2); // or whoever looks at all of them would look at holes
        }
        return true;
    }

    boolean contains(int number) {
        return isSingle() ? only == number : size > 0 && slots[find(number)] == number;
    }

    private boolean isSingle() {
        return size == 1 && slots.length == 0;
    }

    /** What was put behind the one that left, because its own place was taken, moves up. */
    private void close(int gap) {
        int mask = slots.length - 1;
        int free = gap;
        for (int next = (gap + 1) & mask; slots[next] != FREE; next = (next + 1) & mask) {
            if (((next - home(slots[next])) & mask) >= ((next - free) & mask)) {
                slots[free] = slots[next];
                free = next;
            }
        }
        slots[free] = FREE;
    }

    /** Hands out one after the other, in no order, as long as it is answered with true; whether it was to the end. */
    boolean all(IntPredicate goOn) {
        if (isSingle()) {
            return goOn.test(only);
        }
        for (int number : slots) {
            if (number != FREE && !goOn.test(number)) {
                return false;
            }
        }
        return true;
    }

    private int find(int number) {
        int mask = slots.length - 1;
        int slot = home(number);
        while (slots[slot] != FREE && slots[slot] != number) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private int home(int number) {
        int scattered = number * SCATTER;
        return (scattered ^ scattered >>> 16) & (slots.length - 1);
    }

    private void resize(int length) {
        int[] before = slots;
        slots = new int[length];
        Arrays.fill(slots, FREE);
        for (int number : before) {
            if (number != FREE) {
                slots[find(number)] = number;
            }
        }
    }
}
