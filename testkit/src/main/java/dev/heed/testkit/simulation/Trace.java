package dev.heed.testkit.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** What happened, line by line: the last lines to read, and all of them as one hash. Not thread-safe. */
final class Trace {
    private static final int KEPT = 80;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final Deque<String> last = new ArrayDeque<>();
    private final Consumer<? super String> reader;
    private long hash = FNV_OFFSET;

    Trace(Consumer<? super String> reader) {
        this.reader = reader;
    }

    void add(String line) {
        for (int i = 0; i < line.length(); i++) {
            hash = (hash ^ line.charAt(i)) * FNV_PRIME;
        }
        hash = (hash ^ '\n') * FNV_PRIME;
        reader.accept(line);
        last.addLast(line);
        if (last.size() > KEPT) {
            last.removeFirst();
        }
    }

    long hash() {
        return hash;
    }

    List<String> last() {
        return List.copyOf(last);
    }
}
