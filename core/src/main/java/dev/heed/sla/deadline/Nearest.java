package dev.heed.sla.deadline;

/**
 * The few entries that are due next, all that are due until some time, as a binary heap in arrays. Entries of one time leave in
 * the order in which they were added.
 */
final class Nearest {
    private final long[] dues;
    private final long[] orders;
    private final long[] keys;
    private int size;
    private long added;
    private boolean covering;
    private long coveredUntil;

    Nearest(int most) {
        dues = new long[most];
        orders = new long[most];
        keys = new long[most];
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    boolean isFull() {
        return size == dues.length;
    }

    /** From now on whatever is due until then, inclusive, belongs here. */
    void cover(long until) {
        covering = true;
        coveredUntil = until;
    }

    /** From now on nothing belongs here. */
    void coverNothing() {
        covering = false;
    }

    /** Whether what is due then belongs here. */
    boolean covers(long due) {
        return covering && due <= coveredUntil;
    }

    void add(long due, long key) {
        long order = added++;
        int at = size++;
        while (at > 0) {
            int parent = (at - 1) >>> 1;
            if (dues[parent] <= due) { // of equal ones the parent was added earlier
                break;
            }
            move(parent, at);
            at = parent;
        }
        put(at, due, order, key);
    }

    long firstDue() {
        return dues[0];
    }

    long firstKey() {
        return keys[0];
    }

    void removeFirst() {
        int count = --size;
        long due = dues[count];
        long order = orders[count];
        int at = 0;
        for (int child = 1; child < count; child = 2 * at + 1) {
            if (child + 1 < count && isBefore(dues[child + 1], orders[child + 1], child)) {
                child++;
            }
            if (isBefore(due, order, child)) {
                break;
            }
            move(child, at);
            at = child;
        }
        put(at, due, order, keys[count]);
    }

    private boolean isBefore(long due, long order, int other) {
        return due < dues[other] || (due == dues[other] && order < orders[other]);
    }

    private void move(int from, int to) {
        put(to, dues[from], orders[from], keys[from]);
    }

    private void put(int at, long due, long order, long key) {
        dues[at] = due;
        orders[at] = order;
        keys[at] = key;
    }
}
