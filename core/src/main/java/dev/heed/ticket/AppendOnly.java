package dev.heed.ticket;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An immutable list that is cheap to lengthen: lists made of one another share their elements, and only the first to
 * lengthen a list writes behind its end, all others copy. Thread-safe.
 */
final class AppendOnly<E> extends AbstractList<E> implements RandomAccess {
    private static final int SMALLEST = 4;
    private static final AppendOnly<?> EMPTY = new AppendOnly<>(new Shared(0), 0);

    private final Shared shared;
    private final int size;

    private static final class Shared {
        final Object[] elements;
        final AtomicInteger used;

        Shared(int capacity) {
            this(new Object[capacity], 0);
        }

        Shared(Object[] elements, int used) {
            this.elements = elements;
            this.used = new AtomicInteger(used);
        }
    }

    private AppendOnly(Shared shared, int size) {
        this.shared = shared;
        this.size = size;
    }

    @SuppressWarnings("unchecked") // it has no elements
    static <E> AppendOnly<E> empty() {
        return (AppendOnly<E>) EMPTY;
    }

    /** A list with one element more. */
    AppendOnly<E> with(E element) {
        boolean room = size < shared.elements.length && shared.used.compareAndSet(size, size + 1);
        Shared next = room
                ? shared
                : new Shared(Arrays.copyOf(shared.elements, Math.max(SMALLEST, size * 2), Object[].class), size + 1);
        next.elements[size] = element;
        return new AppendOnly<>(next, size + 1);
    }

    @Override
    @SuppressWarnings("unchecked") // only elements of this type are put in
    public E get(int index) {
        return (E) shared.elements[Objects.checkIndex(index, size)];
    }

    @Override
    public int size() {
        return size;
    }
}
