package dev.heed.rule;

import dev.heed.message.Message;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What has been written in a ticket, as mail programs quote it. A line behind a {@code >} that nobody has written there is
 * its author's own, and so is what is cut out of a sentence: a quotation has whole lines or sentences. Not thread-safe.
 */
final class Quotations {
    private static final int MOST_LINES = 2_000;
    private static final String ENDS = ".!?:;";

    private final List<Message> messages;
    private @Nullable List<Text> texts;

    Quotations(List<Message> messages) {
        this.messages = messages;
    }

    /**
     * What a message says.
     *
     * @param words in their order
     * @param begins at which of them a line or a sentence begins
     * @param ends at which of them one ends
     */
    private record Text(List<String> words, BitSet begins, BitSet ends) {
        static Text of(String text) {
            List<String> all = new ArrayList<>();
            BitSet begins = new BitSet();
            BitSet ends = new BitSet();
            text.lines().map(Quotations::words).filter(line -> !line.isEmpty()).forEach(line -> {
                begins.set(all.size());
                for (String word : line) {
                    all.add(word);
                    if (ENDS.indexOf(word.charAt(word.length() - 1)) >= 0) {
                        ends.set(all.size() - 1);
                        begins.set(all.size());
                    }
                }
                ends.set(all.size() - 1);
            });
            return new Text(all, begins, ends);
        }

        /** Where these words stand one behind the other, from the beginning of a line or sentence on; below zero if nowhere. */
        int find(List<String> piece, int from) {
            for (int at = begins.nextSetBit(from); at >= 0; at = begins.nextSetBit(at + 1)) {
                int end = at + piece.size();
                if (end <= words.size() && words.subList(at, end).equals(piece)) {
                    return at;
                }
            }
            return -1;
        }

        /** Whether these words are whole lines or sentences of it. */
        boolean says(List<String> piece) {
            for (int at = find(piece, 0); at >= 0; at = find(piece, at + 1)) {
                if (ends.get(at + piece.size() - 1)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Which of these lines, which stand one below the other behind quotation marks, were written by somebody before. */
    List<Boolean> quoted(List<String> lines) {
        if (lines.size() > MOST_LINES) {
            return Collections.nCopies(lines.size(), false);
        }
        List<List<String>> bare = lines.stream().map(Quotations::words).toList();
        List<Boolean> quoted = new ArrayList<>(lines.size());
        for (int from = 0; from < bare.size(); ) {
            int to = longestFrom(bare, from);
            boolean known = to > from;
            int end = known ? to : from + 1;
            for (int line = from; line < end; line++) {
                quoted.add(known || bare.get(line).isEmpty());
            }
            from = end;
        }
        return quoted;
    }

    /** How many lines from here on were written in one piece. */
    private int longestFrom(List<List<String>> lines, int from) {
        int longest = from;
        for (Text text : texts()) {
            List<String> piece = new ArrayList<>();
            for (int to = from; to < lines.size(); to++) {
                piece.addAll(lines.get(to));
                if (text.find(piece, 0) < 0) {
                    break;
                }
                longest = !piece.isEmpty() && text.says(piece) ? Math.max(longest, to + 1) : longest;
            }
        }
        return longest;
    }

    /** Taken apart when something is quoted, and once. */
    private List<Text> texts() {
        List<Text> known = texts;
        if (known == null) {
            known = messages.stream().map(message -> Text.of(message.text())).toList();
            texts = known;
        }
        return known;
    }

    private static List<String> words(String line) {
        String bare = Patterns.MARKS.matcher(line).replaceAll(" ").strip();
        return bare.isEmpty() ? List.of() : List.of(Patterns.BLANKS.split(bare));
    }

    /** Apart, so that it is compiled for the first message and not while a desk is built. */
    private static final class Patterns {
        private static final Pattern MARKS = Pattern.compile("(?m)^[\\h>]+");
        private static final Pattern BLANKS = Pattern.compile("[\\h\\s]+");
    }
}
