package dev.heed.rule;

import dev.heed.rule.SignatureWords.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines at the end of a text with which its author signs. Quoted text does not count.
 *
 * @param lines the lines below the closing phrase, or the last ones where there is none
 * @param closed whether there is a closing phrase; without one, only clear signatures count
 * @param alone whether the text is nothing else, or a whole sentence stands before the last line
 * @param above what stands above the last line, if that is all there is in {@code lines}
 * @param own all of the author's own last lines
 */
record SignOff(List<Line> lines, boolean closed, boolean alone, Optional<Line> above, List<Line> own) {
    private static final Pattern QUOTE_HEADER =
            Pattern.compile("(?i)^(?:on|am|le|el)\\b.{3,200}\\b(?:wrote|schrieb|a écrit|escribió)\\b.{0,200}:\\s*$"
                    + "|^-{3,}\\s*(?:original message|ursprüngliche nachricht|message d'origine|mensaje original).*");
    private static final String QUOTE_HEADER_BEGINS = "oOaAlLeE-";
    private static final Pattern POSTSCRIPT = Pattern.compile("(?i)^p\\.?\\s?(?:p\\.?\\s?)?s\\.?\\s?[:.\\s]");
    private static final Pattern SENTENCE_BREAK = Pattern.compile("\\p{L}{3}[.!?…]\\s+(?=[–—-]{0,3}\\s?\\p{Lu})");
    /** With "your" only letters end, where "the" may begin a title. */
    private static final Pattern YOURS =
            Pattern.compile("(?iU)^[\\s*_~–—-]*(?:your|ihre?|deine?|eue?re?|votre|vos|ton|ta|tus?|sus?|vuestr[oa])\\s");

    private static final Pattern GREETING =
            Pattern.compile("(?iU)^(?:hi|hey|hello|dear|good (?:morning|afternoon|evening)"
                    + "|hallo|liebe[rs]?|sehr geehrte[rs]?|guten|moin|servus|bonjour|bonsoir|chère?|salut|madame|monsieur|hola|buen"
                    + "|buenos|buenas|estimad[oa]s?|querid[oa]s?)\\b");
    /** "Thanks Ana" names whom it thanks. */
    private static final Set<String> THANKS =
            Set.of("thanks", "thank", "danke", "merci", "gracias", "many", "vielen", "besten", "muchas");

    private static final int MOST_LINES = 8;
    private static final int LINES_KEPT = 2 * MOST_LINES;
    private static final int LONGEST_HEADER = 500;
    private static final int LONGEST_POSTSCRIPT = 12;
    private static final int LONGEST_OTHER_CLOSING = 5;

    static SignOff of(String text, SignatureWords words) {
        List<Line> lines = ownLines(text);
        for (int i = lines.size() - 1; i >= Math.max(0, lines.size() - MOST_LINES); i--) {
            Optional<Line> rest = afterClosing(lines.get(i), words);
            if (rest.isPresent() || isOtherClosing(lines, i)) {
                List<Line> below = new ArrayList<>(
                        rest.filter(line -> !line.text().isBlank()).stream().toList());
                below.addAll(lines.subList(i + 1, lines.size()));
                return new SignOff(below, true, true, Optional.empty(), lines);
            }
        }
        List<Line> last = lines.isEmpty() ? lines : lines.subList(lines.size() - 1, lines.size());
        List<Line> paragraph = lastParagraph(text, lines);
        boolean whole = paragraph.size() == lines.size();
        boolean yours = lines.size() > 1
                && YOURS.matcher(last.get(0).text()).lookingAt()
                && !lines.get(lines.size() - 2).text().strip().endsWith(":");
        boolean afterSentence = lines.size() > 1
                && Line.endsWithFullStop(lines.get(lines.size() - 2).text());
        Optional<Line> above = whole || lines.size() < 2 ? Optional.empty() : Optional.of(lines.get(lines.size() - 2));
        return new SignOff(whole ? paragraph : last, false, whole || afterSentence || yours, above, lines);
    }

    /**
     * The last of the author's own lines with words in them: no quotations, no postscript, a last sentence apart from what
     * follows.
     */
    static List<Line> ownLines(String text) {
        int[] starts = new int[LINES_KEPT]; // nobody signs farther up, and a long text need not be kept twice
        int count = 0;
        boolean postscript = false;
        boolean header = false;
        for (int start = 0; start <= text.length(); ) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            int first = firstSign(text, start, end);
            if (first < end) {
                boolean quoted = text.charAt(first) == '>';
                if (header && !quoted) {
                    break; // what is repeated below is not marked line by line
                }
                header = isQuoteHeader(text, first, end);
                postscript |= isPostscript(text, first, end);
                if (!quoted && !header && !postscript) {
                    starts[count++ % LINES_KEPT] = start;
                }
            } else {
                postscript = false;
            }
            start = end + 1;
        }
        List<Line> lines = new ArrayList<>();
        for (int i = Math.max(0, count - LINES_KEPT); i < count; i++) {
            lines.add(line(text, starts[i % LINES_KEPT]));
        }
        return withLastSentenceApart(lines);
    }

    private static Line line(String text, int start) {
        int newline = text.indexOf('\n', start);
        return new Line(
                start,
                text.substring(start, newline < 0 ? text.length() : newline).replace('\r', ' '));
    }

    /** Where the first character stands that is no blank; {@code end} if there is none. */
    private static int firstSign(String text, int start, int end) {
        int first = start;
        while (first < end && Character.isWhitespace(text.charAt(first))) {
            first++;
        }
        return first;
    }

    private static boolean isQuoteHeader(String text, int first, int end) {
        boolean mayBegin = QUOTE_HEADER_BEGINS.indexOf(text.charAt(first)) >= 0; // most lines begin otherwise
        return mayBegin
                && end - first <= LONGEST_HEADER
                && (text.startsWith("---", first) || text.charAt(lastSign(text, first, end)) == ':')
                && QUOTE_HEADER.matcher(text.substring(first, end)).matches();
    }

    /** Where the last character stands that is no blank. */
    private static int lastSign(String text, int first, int end) {
        int last = end - 1;
        while (last > first && Character.isWhitespace(text.charAt(last))) {
            last--;
        }
        return last;
    }

    private static boolean isPostscript(String text, int first, int end) {
        char c = text.charAt(first);
        return (c == 'p' || c == 'P')
                && POSTSCRIPT
                        .matcher(text.substring(first, Math.min(end, first + LONGEST_POSTSCRIPT)))
                        .lookingAt();
    }

    /** "It left. Best regards, your team": what stands behind the last full stop is looked at by itself. */
    private static List<Line> withLastSentenceApart(List<Line> lines) {
        if (lines.isEmpty()) {
            return lines;
        }
        Line last = lines.get(lines.size() - 1);
        int looked = Math.max(0, last.text().length() - Line.LONGEST); // nobody signs at length
        if (!hasStopWithin(last.text(), looked)) {
            return lines;
        }
        Matcher stop =
                SENTENCE_BREAK.matcher(last.text()).region(looked, last.text().length());
        int cut = -1;
        while (stop.find()) {
            cut = stop.end();
        }
        if (cut < 0) {
            return lines;
        }
        List<Line> apart = new ArrayList<>(lines.subList(0, lines.size() - 1));
        apart.add(new Line(last.start(), last.text().substring(0, cut)));
        apart.add(new Line(last.start() + cut, last.text().substring(cut)));
        return apart;
    }

    private static boolean hasStopWithin(String text, int from) {
        for (int i = from; i < text.length() - 1; i++) {
            if (".!?…".indexOf(text.charAt(i)) >= 0 && Character.isWhitespace(text.charAt(i + 1))) {
                return true;
            }
        }
        return false;
    }

    /** What follows a closing phrase on its own line; empty if the line has none. */
    static Optional<Line> afterClosing(Line line, SignatureWords words) {
        if (line.text().strip().equals("--")) {
            return Optional.of(nothing(line));
        }
        Words taken = line.words();
        int length = words.closings().lengthAt(taken, 0);
        return length > 0 && taken.size() <= Line.LONGEST_CLOSING + length
                ? behind(line, taken.folded().subList(0, length), taken.from(length), words)
                : Optional.empty();
    }

    private static Optional<Line> behind(Line line, List<String> closing, Words rest, SignatureWords words) {
        if (rest.isEmpty()) {
            return Optional.of(nothing(line));
        }
        boolean parted = rest.parted().get(0);
        boolean possessive = closing.size() == 1 && words.is(Section.FUNCTION, closing.get(0));
        if (!parted && (possessive || line.isSentence())) {
            return Optional.empty();
        }
        boolean thanksSomebody = rest.size() == 1
                && (THANKS.contains(closing.get(0))
                        || Character.isLowerCase(rest.written().get(0).codePointAt(0)));
        Words name = !parted && saysWhatFor(closing, rest, words) ? rest.from(firstParted(rest)) : rest;
        return Optional.of(thanksSomebody || name.isEmpty() ? nothing(line) : tail(line, name));
    }

    private static Line nothing(Line line) {
        return new Line(line.start(), "");
    }

    /** "Thanks for your order", "Merci de votre patience", "Liebe Grüße an alle": no name begins so. */
    private static boolean saysWhatFor(List<String> closing, Words rest, SignatureWords words) {
        String first = rest.folded().get(0);
        boolean lower = Character.isLowerCase(rest.written().get(0).codePointAt(0));
        return lower && (words.is(Section.PURPOSE, first) || (first.equals("de") && THANKS.contains(closing.get(0))));
    }

    private static int firstParted(Words words) {
        int parted = words.parted().indexOf(true);
        return parted < 0 ? words.size() : parted;
    }

    private static Line tail(Line line, Words rest) {
        int at = line.text().indexOf(rest.written().get(0), line.text().length() - lengthOf(rest, line.text()));
        return at < 0 ? line : new Line(line.start() + at, line.text().substring(at));
    }

    private static int lengthOf(Words rest, String text) {
        int from = text.length();
        for (int i = rest.size() - 1; i >= 0; i--) {
            from = text.lastIndexOf(rest.written().get(i), from - 1);
        }
        return text.length() - Math.max(from, 0);
    }

    /** A short line that ends in a comma, near the end: a closing phrase in a language we do not know. */
    private static boolean isOtherClosing(List<Line> lines, int index) {
        String text = lines.get(index).text().strip();
        boolean comma = text.endsWith(",") || text.endsWith("\u060c");
        return comma
                && index < lines.size() - 1
                && lines.get(index).words().size() <= LONGEST_OTHER_CLOSING
                && !GREETING.matcher(text).lookingAt();
    }

    /** At most so many lines that the whole of a longer text is not taken for it. */
    private static List<Line> lastParagraph(String text, List<Line> lines) {
        int first = lines.size();
        int least = Math.max(0, lines.size() - MOST_LINES);
        while (first > least && (first == lines.size() || touch(text, lines.get(first - 1), lines.get(first)))) {
            first--;
        }
        return lines.subList(first, lines.size());
    }

    private static boolean touch(String text, Line above, Line below) {
        return text.substring(above.start() + above.text().length(), below.start())
                .equals("\n");
    }
}
