package dev.heed.rule;

/**
 * What of an internal text its author says: without lines behind a {@code >}, and without what stands in quotation marks. A
 * single word in them counts where nobody is said to have said it: a "customer" who is an "idiot".
 */
final class OwnWords {
    private static final String OPENING = "\"“„«»‘‚‹›'";
    private static final int LONGEST_QUOTATION = 5_000;
    private static final int LONGEST_WAY = 60;
    private static final int LONGEST_ABBREVIATION = 5;

    private final DerogatoryWords known;

    OwnWords(DerogatoryWords known) {
        this.known = known;
    }

    /** Of the same length, so that places stay what they are. */
    String of(String text) {
        StringBuilder own = new StringBuilder(text);
        blankMarkedLines(own);
        blankStopsWithin(own);
        for (int at = 0; at < own.length(); at++) {
            if (isOpening(own, at)) {
                int end = closing(own, at);
                if (end > 0 && isSaidByOthers(own, at, end)) {
                    blank(own, at, end + 1);
                }
                at = Math.max(at, end);
            }
        }
        return own.toString();
    }

    private static void blankMarkedLines(StringBuilder own) {
        for (int from = 0; from < own.length(); ) {
            int lineEnd = own.indexOf("\n", from);
            int to = lineEnd < 0 ? own.length() : lineEnd;
            if (own.substring(from, to).stripLeading().startsWith(">")) {
                blank(own, from, to);
            }
            from = to + 1;
        }
    }

    /** "Cust. whines", "M. Connard": a full stop behind such a word ends no sentence. */
    private void blankStopsWithin(StringBuilder own) {
        for (int stop = own.indexOf("."); stop >= 0; stop = own.indexOf(".", stop + 1)) {
            int word = stop;
            while (word > 0 && stop - word < LONGEST_ABBREVIATION && Character.isLetter(own.charAt(word - 1))) {
                word--;
            }
            boolean goesOn = stop + 2 < own.length() && own.charAt(stop + 1) == ' ';
            if (goesOn && word < stop) {
                Words before = Words.of(own.substring(word, stop));
                boolean name = Character.isUpperCase(own.charAt(stop + 2));
                if (name ? known.isTitle(before) : known.isPerson(before)) {
                    own.setCharAt(stop, ' ');
                }
            }
        }
    }

    private static boolean isOpening(CharSequence text, int at) {
        return OPENING.indexOf(text.charAt(at)) >= 0 && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
    }

    /** Where the quotation ends that begins here; zero if it does not. */
    private static int closing(CharSequence text, int open) {
        char mark = text.charAt(open);
        int last = Math.min(text.length(), open + LONGEST_QUOTATION);
        for (int at = open + 1; at < last; at++) {
            if (closes(mark, text.charAt(at)) && isEnd(text, at)) {
                return at;
            }
        }
        return 0;
    }

    private static boolean closes(char open, char close) {
        return switch (open) {
            case '“' -> close == '”';
            case '„' -> close == '“' || close == '”';
            case '«' -> close == '»';
            case '»' -> close == '«';
            case '‘' -> close == '’';
            case '‚' -> close == '‘' || close == '’';
            case '‹' -> close == '›';
            case '›' -> close == '‹';
            default -> close == open;
        };
    }

    /** An apostrophe within a word ends no quotation. */
    private static boolean isEnd(CharSequence text, int at) {
        return at + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 1));
    }

    private boolean isSaidByOthers(CharSequence text, int open, int close) {
        return Words.of(text.subSequence(open + 1, close).toString()).size() > 1
                || known.say(Words.of(
                        text.subSequence(Math.max(0, open - LONGEST_WAY), open).toString()));
    }

    private static void blank(StringBuilder text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (text.charAt(at) != '\n') {
                text.setCharAt(at, ' ');
            }
        }
    }
}
