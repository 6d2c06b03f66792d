package dev.heed.template;

import dev.heed.error.Finding;
import java.util.ArrayList;
import java.util.List;

/** A text while its placeholders are replaced, from its beginning on, which remembers what stood where. Not thread-safe. */
final class FilledText {
    private static final int ROOM = 16;

    private final String written;
    private final StringBuilder filled;
    private final List<Piece> pieces;
    private int copied;

    /** What stood at {@code start} to {@code end} and stands at {@code from} to {@code to} now. */
    private record Piece(int start, int end, int from, int to) {}

    FilledText(String written, int most) {
        this.written = written;
        this.filled = new StringBuilder(most == 0 ? 0 : written.length() + ROOM * most);
        this.pieces = new ArrayList<>(most);
    }

    /** Replaces what stands from start to end; behind whatever was replaced before. */
    void put(int start, int end, String value) {
        filled.append(written, copied, start);
        pieces.add(new Piece(start, end, filled.length(), filled.length() + value.length()));
        filled.append(value);
        copied = end;
    }

    /** The text with what was put in; the last thing to ask for. */
    String filled() {
        return pieces.isEmpty()
                ? written
                : filled.append(written, copied, written.length()).toString();
    }

    private Finding.Span written(int start, int end) {
        return new Finding.Span(start, end, written.substring(start, end));
    }

    /** What was written where now a piece of the filled text stands; a value counts as a whole, also an empty one. */
    Finding.Span beforeFilling(int from, int to) {
        int start = from;
        int end = to;
        for (Piece piece : pieces) {
            if (piece.to <= from) {
                start = piece.end + from - piece.to;
            } else if (piece.from <= from) {
                start = piece.start;
            }
            if (piece.to <= to) {
                end = piece.end + to - piece.to;
            } else if (piece.from < to) {
                end = piece.end;
            }
        }
        return written(start, end);
    }
}
