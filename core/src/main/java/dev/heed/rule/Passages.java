package dev.heed.rule;

import dev.heed.error.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes what somebody wrote apart into sentences, as a reader does: lines that are quoted from older messages are left out, a
 * line that was broken goes on in the next, and an item of a list belongs to the words before the colon.
 */
final class Passages {
    private static final String TERMINATORS = ".!?:;";

    private Passages() {}

    /**
     * A sentence.
     *
     * @param span where it stands
     * @param lead the words before the colon of the list in which it stands; empty elsewhere
     * @param question whether a question mark ends it
     * @param words its words, behind those that lead to it
     */
    record Passage(Finding.Span span, String lead, boolean question, Words words) {
        Passage(Finding.Span span, String lead, boolean question) {
            this(span, lead, question, Words.of(lead.isEmpty() ? span.text() : lead + "\n" + span.text()));
        }
    }

    /**
     * The sentences of a text in their order.
     *
     * @param known what can be quoted
     */
    static List<Passage> of(String text, Quotations known) {
        String whole = unwrapped(withoutQuotations(text, known));
        List<Passage> passages = new ArrayList<>();
        String lead = "";
        for (int start = Sentences.next(whole, 0); start < whole.length(); ) {
            int end = Sentences.end(whole, start);
            String sentence = whole.substring(start, end);
            String shown = sentence.strip();
            if (!shown.isEmpty()) {
                boolean item = !lead.isEmpty() && Patterns.ITEM.matcher(shown).lookingAt();
                boolean first = !lead.isEmpty()
                        && passages.get(passages.size() - 1).lead().isEmpty();
                lead = item || first ? lead : "";
                int from = start + sentence.indexOf(shown);
                passages.add(new Passage(new Finding.Span(from, from + shown.length(), shown), lead, asks(whole, end)));
                lead = shown.endsWith(":") ? shown : lead;
            }
            start = Sentences.next(whole, end);
        }
        return passages;
    }

    private static boolean asks(String text, int end) {
        for (int i = end; i < text.length() && ".!?".indexOf(text.charAt(i)) >= 0; i++) {
            if (text.charAt(i) == '?') {
                return true;
            }
        }
        return false;
    }

    /** Of the same length; of what is marked as a quotation and is none, only the marks are gone. */
    private static String withoutQuotations(String text, Quotations known) {
        if (text.indexOf('>') < 0) {
            return text;
        }
        List<String> lines = List.of(text.split("\n", -1));
        StringBuilder own = new StringBuilder(text.length());
        for (int from = 0; from < lines.size(); ) {
            int to = from;
            while (to < lines.size() && isMarked(lines.get(to))) {
                to++;
            }
            List<Boolean> quoted = to > from ? known.quoted(lines.subList(from, to)) : List.of();
            for (int line = from; line < to; line++) {
                String marked = lines.get(line);
                own.append(quoted.get(line - from) ? " ".repeat(marked.length()) : withoutMarks(marked));
                own.append('\n');
            }
            if (to < lines.size()) {
                own.append(lines.get(to)).append('\n');
            }
            from = to + 1;
        }
        own.setLength(text.length());
        return own.toString();
    }

    private static boolean isMarked(String line) {
        return line.stripLeading().startsWith(">");
    }

    private static String withoutMarks(String line) {
        int words = 0;
        while (words < line.length() && (line.charAt(words) == '>' || Character.isWhitespace(line.charAt(words)))) {
            words++;
        }
        return " ".repeat(words) + line.substring(words);
    }

    /** Of the same length, so that places stay what they are. */
    private static String unwrapped(String text) {
        StringBuilder whole = new StringBuilder(text.length());
        boolean breaks = true;
        for (int from = 0; from < text.length(); ) {
            int lineEnd = text.indexOf('\n', from);
            int to = lineEnd < 0 ? text.length() : lineEnd;
            String line = text.substring(from, to).replace('\r', ' ');
            boolean apart = breaks
                    || line.isBlank()
                    || Patterns.ITEM.matcher(line.strip()).lookingAt();
            if (from > 0) {
                whole.append(apart ? '\n' : ' ');
            }
            whole.append(line);
            breaks = line.isBlank() || TERMINATORS.indexOf(lastOf(line)) >= 0;
            from = to + 1;
        }
        return whole.toString();
    }

    private static char lastOf(String line) {
        String shown = line.stripTrailing();
        return shown.charAt(shown.length() - 1);
    }

    /** Apart, so that it is compiled for the first message and not while a desk is built. */
    private static final class Patterns {
        private static final Pattern ITEM = Pattern.compile("(?:[-*•–—·]|\\d{1,2}[.)])\\h");
    }
}
