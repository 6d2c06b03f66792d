package dev.heed.spi.store;

import dev.heed.spi.store.SortKeys.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.PrimitiveIterator;

/**
 * Tickets in one order, some six bytes for each: pieces of an array, of which one is shifted when a ticket comes or goes. A
 * ticket is taken out before what it is sorted by changes, and put in again after that. Not thread-safe.
 */
final class Ranking {
    private static final int MOST_IN_A_PIECE = 512;

    private final SortKeys keys;
    private final SortBy order;
    private final boolean noneFirst;
    private final List<Piece> pieces = new ArrayList<>();
    private int size;

    private static final class Piece {
        final int[] ordinals = new int[MOST_IN_A_PIECE];
        int size;

        int last() {
            return ordinals[size - 1];
        }

        void insert(int index, int ordinal) {
            System.arraycopy(ordinals, index, ordinals, index + 1, size - index);
            ordinals[index] = ordinal;
            size++;
        }

        void remove(int index) {
            size--;
            System.arraycopy(ordinals, index + 1, ordinals, index, size - index);
        }

        /** The upper half moves out. */
        Piece split() {
            Piece upper = new Piece();
            upper.size = size / 2;
            size -= upper.size;
            System.arraycopy(ordinals, size, upper.ordinals, 0, upper.size);
            return upper;
        }
    }

    /**
     * These tickets in this order.
     *
     * @param noneFirst whether those of which nothing is due come first, to be last when it is read backwards
     */
    Ranking(IntSet tickets, SortKeys keys, SortBy order, boolean noneFirst) {
        this.keys = keys;
        this.order = order;
        this.noneFirst = noneFirst;
        List<Spot> spots = new ArrayList<>(tickets.size());
        tickets.all(ordinal -> spots.add(spot(ordinal)));
        spots.sort(null);
        for (Spot spot : spots) {
            append(spot.ordinal());
        }
    }

    boolean isBy(SortBy other, boolean otherNoneFirst) {
        return order == other && noneFirst == otherNoneFirst;
    }

    int size() {
        return size;
    }

    private Spot spot(int ordinal) {
        return keys.spot(ordinal, order, noneFirst);
    }

    private void append(int ordinal) {
        if (pieces.isEmpty() || last().size == MOST_IN_A_PIECE) {
            pieces.add(new Piece());
        }
        Piece last = last();
        last.insert(last.size, ordinal);
        size++;
    }

    private Piece last() {
        return pieces.get(pieces.size() - 1);
    }

    void add(int ordinal) {
        Spot spot = spot(ordinal);
        int at = pieceOf(spot);
        if (at == pieces.size()) {
            append(ordinal);
            return;
        }
        Piece piece = pieces.get(at);
        if (piece.size == MOST_IN_A_PIECE) {
            pieces.add(at + 1, piece.split());
            piece = pieces.get(pieceOf(spot));
        }
        piece.insert(indexIn(piece, spot), ordinal);
        size++;
    }

    void remove(int ordinal) {
        Spot spot = spot(ordinal);
        int at = pieceOf(spot);
        Piece piece = pieces.get(at);
        int index = indexIn(piece, spot);
        if (piece.ordinals[index] != ordinal) {
            throw new IllegalStateException("The order of the tickets is broken.");
        }
        piece.remove(index);
        size--;
        if (piece.size == 0) {
            pieces.remove(at);
        }
    }

    /** The first piece that does not end before a place. */
    private int pieceOf(Spot place) {
        int low = 0;
        int high = pieces.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isBefore(pieces.get(middle).last(), place)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The first in a piece that is not before a place. */
    private int indexIn(Piece piece, Spot place) {
        int low = 0;
        int high = piece.size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isBefore(piece.ordinals[middle], place)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean isBefore(int ordinal, Spot place) {
        long key = keys.key(ordinal, order, noneFirst);
        return key == place.key() ? keys.number(ordinal) < place.number() : key < place.key();
    }

    /** The tickets one after the other, from behind a place on. */
    PrimitiveIterator.OfInt walk(Optional<Spot> behind, boolean backwards) {
        return backwards ? new Backwards(behind) : new Forwards(behind);
    }

    private final class Forwards implements PrimitiveIterator.OfInt {
        private int piece;
        private int index;

        Forwards(Optional<Spot> behind) {
            if (behind.isPresent()) {
                Spot place = behind.get();
                piece = pieceOf(place);
                index = hasNext() ? indexIn(pieces.get(piece), place) : 0;
                if (hasNext() && spot(pieces.get(piece).ordinals[index]).compareTo(place) == 0) {
                    nextInt();
                }
            }
        }

        @Override
        public boolean hasNext() {
            return piece < pieces.size();
        }

        @Override
        public int nextInt() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Piece here = pieces.get(piece);
            int ordinal = here.ordinals[index++];
            if (index == here.size) {
                piece++;
                index = 0;
            }
            return ordinal;
        }
    }

    private final class Backwards implements PrimitiveIterator.OfInt {
        private int piece;
        private int index;

        Backwards(Optional<Spot> behind) {
            piece = behind.map(Ranking.this::pieceOf).orElse(pieces.size());
            index = piece < pieces.size() ? indexIn(pieces.get(piece), behind.orElseThrow()) : 0;
            back();
        }

        /** What is pointed at was given out. */
        private void back() {
            index--;
            if (index < 0) {
                piece--;
                index = piece < 0 ? 0 : pieces.get(piece).size - 1;
            }
        }

        @Override
        public boolean hasNext() {
            return piece >= 0;
        }

        @Override
        public int nextInt() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            int ordinal = pieces.get(piece).ordinals[index];
            back();
            return ordinal;
        }
    }
}
