package dev.heed.rule;

import java.util.Set;

/**
 * Takes a text apart into sentences: what stands between full stops, exclamation and question marks and the ends of
 * lines. A full stop within a word or behind a title ends none.
 */
final class Sentences {
    private static final String ENDS = ".!?\n";
    private static final String BLANKS = " \t\n\u000b\f\r";
    private static final Set<String> ABBREVIATIONS = Set.of("Dr", "Prof", "Mr", "Mrs", "Ms", "Hr", "Fr", "Sr", "Sra");
    private static final int LONGEST_ABBREVIATION = 4;

    private Sentences() {}

    /** Where the next sentence begins, from here on; the length of the text if there is none. */
    static int next(String text, int from) {
        int start = from;
        while (start < text.length() && isEnd(text, start)) {
            start++;
        }
        return start;
    }

    /** Where the sentence that begins here ends. */
    static int end(String text, int start) {
        int end = start;
        while (end < text.length() && (!isEnd(text, end) || goesOn(text, end))) {
            end++;
        }
        return end;
    }

    private static boolean isEnd(String text, int at) {
        return ENDS.indexOf(text.charAt(at)) >= 0;
    }

    private static boolean goesOn(String text, int at) {
        return text.charAt(at) == '.'
                && at + 1 < text.length()
                && !isEnd(text, at + 1)
                && (BLANKS.indexOf(text.charAt(at + 1)) < 0 || isAbbreviation(text, at));
    }

    private static boolean isAbbreviation(String text, int stop) {
        int from = stop;
        while (from > 0 && stop - from <= LONGEST_ABBREVIATION && Character.isLetterOrDigit(text.charAt(from - 1))) {
            from--;
        }
        return ABBREVIATIONS.contains(text.substring(from, stop));
    }
}
