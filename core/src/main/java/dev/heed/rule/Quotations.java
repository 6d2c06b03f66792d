package dev.heed.rule;

import dev.heed.message.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What has been written in a ticket, as mail programs quote it. A line behind a {@code >} that nobody has written there is
 * its author's own, and so are scraps of a word or two from here and there.
 */
final class Quotations {
    private static final int FEW = 3;
    private static final int MOST_LINES = 2_000;

    private final List<Message> messages;

    Quotations(List<Message> messages) {
        this.messages = messages;
    }

    /** Which of these lines, which stand one below the other behind quotation marks, were written by somebody before. */
    List<Boolean> quoted(List<String> lines) {
        if (lines.size() > MOST_LINES) {
            return Collections.nCopies(lines.size(), false);
        }
        List<List<String>> texts =
                messages.stream().map(message -> words(message.text())).toList();
        List<List<String>> bare = lines.stream().map(Quotations::words).toList();
        List<Boolean> quoted = new ArrayList<>(lines.size());
        for (int from = 0; from < bare.size(); ) {
            int to = longestFrom(bare, from, texts);
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
    private int longestFrom(List<List<String>> lines, int from, List<List<String>> texts) {
        int longest = from;
        for (int i = 0; i < texts.size(); i++) {
            Message message = messages.get(i);
            List<String> piece = new ArrayList<>();
            for (int to = from; to < lines.size(); to++) {
                piece.addAll(lines.get(to));
                if (!contains(texts.get(i), piece)) {
                    break;
                }
                boolean enough = piece.size() >= FEW || isLineOf(message, piece);
                longest = enough ? Math.max(longest, to + 1) : longest;
            }
        }
        return longest;
    }

    private static boolean isLineOf(Message message, List<String> piece) {
        Set<List<String>> all = new HashSet<>();
        message.text().lines().forEach(line -> all.add(words(line)));
        return !piece.isEmpty() && all.contains(piece);
    }

    private static boolean contains(List<String> text, List<String> piece) {
        return Collections.indexOfSubList(text, piece) >= 0;
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
