package dev.heed.sla.deadline;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Some bytes of a bucket, one entry after the other: first as many low bytes of the place in time as the bucket does not
 * tell by where it is, then the eight bytes of the key.
 */
final class Block {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    private short begin; // short, for 8 bytes less in each object
    private short end;

    @Nullable
    Block next;

    Block(int length) {
        bytes = new byte[length];
    }

    int length() {
        return bytes.length;
    }

    /** Whether all that was put in was taken out. */
    boolean isEmpty() {
        return begin == end;
    }

    /** Whether one more entry would not fit behind the last one. */
    boolean isFull(int placeBytes) {
        return end + placeBytes + Long.BYTES > bytes.length;
    }

    /**
     * Puts an entry behind the last one. All eight bytes of the place are written, and the key then over those that are not
     * wanted: one store each, whatever the width.
     */
    void add(int placeBytes, long place, long key) {
        LONGS.set(bytes, end, place);
        LONGS.set(bytes, end + placeBytes, key);
        end = (short) (end + placeBytes + Long.BYTES);
    }

    /** The low bytes of the first entry's place, and above them what must be masked away. */
    long firstPlace() {
        return (long) LONGS.get(bytes, begin);
    }

    long firstKey(int placeBytes) {
        return (long) LONGS.get(bytes, begin + placeBytes);
    }

    void removeFirst(int placeBytes) {
        begin = (short) (begin + placeBytes + Long.BYTES);
    }

    void clear() {
        begin = 0;
        end = 0;
        next = null;
    }
}
