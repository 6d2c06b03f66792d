package dev.heed.template;

import dev.heed.error.Finding;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds a greeting with nothing, or with what a program writes for nothing, where a name should stand. Linear time. */
final class EmptyGreeting {
    private static final String GREETING = "\\h*(?iu:dear|hello|hi|hey|good (?:morning|afternoon|evening)|hallo|liebe"
            + "|lieber|liebe\\(?r\\)?|sehr geehrter?|guten (?:tag|morgen|abend)|moin|bonjour|bonsoir|chers?|chères?|salut"
            + "|¡?hola|¡?buen(?:[oa]s)? (?:días?|tardes|noches)|estimad[oa]|querid[oa])";
    private static final String TITLE =
            "(?iu:mr|mrs|ms|dr|prof|herrn?|frau|monsieur|madame|mme|mlle|señora?|sra?|srta)\\b\\.?";
    /** Not "Null" behind a title: that is a surname. */
    private static final String NOBODY =
            "(?:null|NULL|undefined|none|None|NONE|nan|NaN|nil|n/a|N/A|unknown|Unknown|\\?+"
                    + "|\\(null\\)|\\[object Object]|%s|\\{\\d}|[xX]{3,40}|_{2,40}|[\\[<«{(]?" + RawPlaceholders.FIELD
                    + "[\\]>»})]?)";

    private static final Pattern EMPTY = Pattern.compile(GREETING + "(?:"
            + "(?:\\h{1,9}" + TITLE + "){0,3}(?:\\h{1,9}" + NOBODY + "){1,3}\\h*(?:[,!:.;]|$)"
            + "|\\h{1,9}(?:Null|Undefined)\\h*(?:[,!:.;]|$)"
            + "|(?:\\h{1,9}" + TITLE + "){0,3}\\h+(?=,)"
            + "|(?<!(?i:bonjour|bonsoir|salut))(?:\\h{1,9}" + TITLE + "){0,3}\\h+(?=:\\h*$)"
            + "|\\h{1,9}(?i:mr|mrs|ms|dr|prof|herrn?|frau|sra?|srta)\\b\\.?\\h*[,!:]\\h*$"
            + "|(?<=(?iu:dear|liebe|lieber|sehr geehrter?|chère?|cher|estimad[oa]|querid[oa]))\\h*[,!]\\h*$)");

    /** The first words of greetings; most lines begin with another one, and looking is cheaper than matching. */
    private static final Set<String> BEGINNINGS = Set.of(
            "dear",
            "hello",
            "hi",
            "hey",
            "good",
            "hallo",
            "liebe",
            "lieber",
            "sehr",
            "guten",
            "moin",
            "bonjour",
            "bonsoir",
            "cher",
            "chers",
            "chère",
            "chères",
            "salut",
            "hola",
            "buen",
            "buenos",
            "buenas",
            "estimado",
            "estimada",
            "querido",
            "querida");

    private static final int LONGEST_BEGINNING = 8;
    private static final int LONGEST = 120;

    private EmptyGreeting() {}

    /** The first one, if there is one. */
    static Optional<Finding.Span> in(String text) {
        int start = 0;
        while (start < text.length()) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            if (start < end && mayGreet(text, start, end)) {
                Matcher empty = EMPTY.matcher(text.substring(start, Math.min(end, start + LONGEST)));
                if (empty.lookingAt()) {
                    return Optional.of(new Finding.Span(start, start + empty.end(), empty.group()));
                }
            }
            start = end + 1;
        }
        return Optional.empty();
    }

    private static boolean mayGreet(String text, int start, int end) {
        int from = start;
        while (from < end && isBeforeGreeting(text.charAt(from))) {
            from++;
        }
        int to = from;
        while (to < end && to - from <= LONGEST_BEGINNING && Character.isLetter(text.charAt(to))) {
            to++;
        }
        return to > from && BEGINNINGS.contains(text.substring(from, to).toLowerCase(Locale.ROOT));
    }

    private static boolean isBeforeGreeting(char c) {
        return c == '¡' || c == '\t' || Character.isSpaceChar(c);
    }
}
