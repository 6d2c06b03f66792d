package dev.heed.jdbc;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The texts of a statement that writes many rows. There are few of them, so that the database keeps each one's plan; what is to
 * be written is cut to their sizes. Immutable.
 */
final class ManyRows {
    private static final List<Integer> SIZES = List.of(64, 16, 4, 1);

    private final List<String> texts;

    /** Asks for the text of each number of rows. */
    ManyRows(IntFunction<String> text) {
        texts = SIZES.stream().map(text::apply).toList();
    }

    /** Cuts rows into parts, each with the text for as many. */
    <T> void of(List<T> rows, BiConsumer<String, List<T>> each) {
        int from = 0;
        while (from < rows.size()) {
            int left = rows.size() - from;
            int size = IntStream.range(0, SIZES.size())
                    .filter(i -> SIZES.get(i) <= left)
                    .findFirst()
                    .orElseThrow();
            each.accept(texts.get(size), rows.subList(from, from + SIZES.get(size)));
            from += SIZES.get(size);
        }
    }
}
