package dev.heed.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Work that waits, what is due first at its head, each piece from an instant on. Not thread-safe. */
final class Line {
    private final List<Piece> pieces;
    private int head;
    private Duration left = Duration.ZERO;

    Line(List<Piece> pieces) {
        this.pieces = pieces;
        begin();
    }

    /**
     * Some work.
     *
     * @param from when it comes in
     * @param due when it is due; {@link Instant#MAX} if nothing is promised
     * @param work above zero
     */
    record Piece(Instant from, Instant due, Duration work) {}

    private void begin() {
        left = isEmpty() ? Duration.ZERO : first().work();
    }

    boolean isEmpty() {
        return head == pieces.size();
    }

    Piece first() {
        return pieces.get(head);
    }

    /** What is left to do of the first. */
    Duration left() {
        return left;
    }

    /** So much of the first is done, and some is left. */
    void worked(Duration work) {
        left = left.minus(work);
    }

    /** The first is done. */
    void next() {
        head++;
        begin();
    }

    /** All that is still in it. */
    List<Piece> rest() {
        return pieces.subList(head, pieces.size());
    }
}
