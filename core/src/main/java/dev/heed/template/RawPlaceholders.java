package dev.heed.template;

import static java.util.Objects.requireNonNull;

import dev.heed.error.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what looks like a placeholder of any system, or like the failure of one. Linear time: the pattern is tried only
 * where a character stands with which a placeholder can begin, and reads no further than a line.
 */
final class RawPlaceholders {
    /** What a form calls the name of a person or a thing. */
    static final String FIELD = "(?iu:(?:(?:your|customer|client|first|last|full|agent|insert|order|user|recipient)"
            + "[ _-]?(?:name|number|here|company|id|[a-z ]{0,20}name)|name|surname|kundenname|ihr name|vorname|nachname"
            + "|anrede|nom du client|prénom|nom|nombre del cliente|nombre|apellidos?))";

    /** By the character they begin with. */
    private static final Map<Character, Pattern> RAW = Map.ofEntries(
            begins(
                    '{',
                    "\\{\\{\\{?[^{}\\n]{0,80}}}}?|\\{%.{0,80}?%}|\\{\\{|\\{%|\\{" + FIELD + "}"
                            + "|\\{(?![\\p{Lu}\\p{N}]{3,40}})\\$?[\\p{L}_][\\p{L}\\p{N}_]{2,40}"
                            + "(?:[.:\\[][\\p{L}\\p{N}_.:\\]]{1,60})?}"
                            + "|\\{[\\p{L}_][\\p{L}\\p{N}_.]{1,40} ?\\| ?[\\p{L}_][^{}\\n]{0,60}}"),
            begins('}', "(?<=[A-Za-z_ ])}}"),
            begins('$', "\\$\\{[\\p{L}_][^}\\n]{0,80}}"),
            begins('#', "#\\{[^}\\n]{0,80}}"),
            begins('<', "<%.{0,80}?%>|<" + FIELD + ">"),
            begins('&', "&lt;" + FIELD + "&gt;"),
            begins('«', "«" + FIELD + "»"),
            begins('*', "\\*\\|[A-Z0-9_:.]{1,40}\\|\\*"),
            begins(
                    '%',
                    "%%?[A-Z][A-Z0-9]*_[A-Z0-9_]*%%?|%%[A-Za-z][A-Za-z0-9_.]{1,40}%%"
                            + "|%(?:FIRST|LAST|CUSTOMER|USER|AGENT)?(?:NAME|EMAIL)%|%" + FIELD + "%"
                            + "|%[a-z]{1,30}(?:[._][A-Za-z]{1,30}){1,5}%"),
            begins('_', "__[A-Z][A-Z0-9_]{2,40}__"),
            begins('[', "\\[\\[[\\p{L}][\\p{L}\\p{N}_. -]{0,40}]]|\\[" + FIELD + "]"),
            begins('@', "(?<![\\w.])@(?:Model|ViewBag|ViewData)[.\\[][A-Za-z_]\\w{0,40}"),
            begins(':', "(?<![\\p{L}\\p{N}:/.]):[a-z]{1,30}_(?:name|id|number)\\b"),
            begins('I', "INSERT [A-Z][A-Z ]{1,40} HERE\\b"),
            begins('l', "(?i:lorem ipsum)\\b"),
            begins('L', "(?i:lorem ipsum)\\b"),
            begins('X', "(?<![\\p{L}\\p{N}-])(?<!\\d )X{5,40}+(?![\\p{L}\\p{N}]|[ -][X\\d])"));

    private static Map.Entry<Character, Pattern> begins(char first, String raw) {
        return Map.entry(first, Pattern.compile(raw));
    }

    /** Words with which a sentence tells what a field of a form, or a key, is called. */
    private static final Pattern EXPLAINS =
            Pattern.compile("(?iu)\\b(?:fields?|box|form|column|button|menu|tab|click|press"
                    + "|enter|type|fill|feld(?:er|ern|es)?|\\p{L}{0,20}feld|spalte|formular|schaltfläche|klicke?n?|drücke?n?|trage?n?"
                    + "|gebe?n?|gib|champs?|la case|formulaire|cliquez|saisissez|saisir|bouton|rubrique|campos?|casilla|formulario"
                    + "|pulse|pulsa|escriba|introduzca|rellene|botón|columna)\\b");

    private static final int LOOKED_BACK = 100;
    private static final int LOOKED_AHEAD = 60;
    private static final int SHORTEST_BLANK = 4;

    private RawPlaceholders() {}

    /** Where in a text they stand, in their order. */
    static List<Finding.Span> in(String text) {
        List<Finding.Span> found = new ArrayList<>();
        Map<Character, Matcher> matchers = new HashMap<>();
        int at = 0;
        while (at < text.length()) {
            int end = at + 1;
            if (canBegin(text, at)) {
                Matcher raw = matchers.computeIfAbsent(text.charAt(at), first -> matcher(first, text));
                if (raw.region(at, text.length()).lookingAt()) {
                    end = raw.end();
                    if (!isExplained(text, at, end)) {
                        found.add(span(text, at, end));
                    }
                } else if (text.charAt(at) == '_') {
                    end = endOfRun(text, at);
                    if (isBlankToFill(text, at, end)) {
                        found.add(span(text, at, end));
                    }
                }
            }
            at = end;
        }
        return found;
    }

    private static Matcher matcher(Character first, String text) {
        return requireNonNull(RAW.get(first)).matcher(text).useTransparentBounds(true);
    }

    private static Finding.Span span(String text, int start, int end) {
        return new Finding.Span(start, end, text.substring(start, end));
    }

    private static boolean canBegin(String text, int at) {
        char c = text.charAt(at);
        if (c > '}' ? c != '«' : c >= 'a' && c != 'l' && c < '{') {
            return false; // most of what is written
        }
        return switch (c) {
            case '{', '}', '@' -> true;
            case '<', '%', '[', '«' -> at + 1 < text.length() && canGoOn(c, text.charAt(at + 1));
            case '$', '#' -> text.startsWith("{", at + 1);
            case '*' -> text.startsWith("|", at + 1);
            case '_' -> text.startsWith("__", at);
            case '&' -> text.startsWith("&lt;", at);
            case ':' -> at + 1 < text.length() && Character.isLowerCase(text.charAt(at + 1));
            case 'X' -> text.startsWith("XX", at) && (at == 0 || text.charAt(at - 1) != 'X');
            case 'I' -> text.startsWith("INSERT ", at);
            case 'l', 'L' -> text.regionMatches(true, at, "lorem", 0, 5);
            default -> false;
        };
    }

    private static boolean canGoOn(char first, char next) {
        return Character.isLetter(next) || next == '%' || (next == '[' && first == '[');
    }

    /** "Enter your name in the field [Name]": what stands on the screen, and not where a name should stand. */
    private static boolean isExplained(String text, int start, int end) {
        char c = text.charAt(start);
        boolean quoting = (c == '[' && text.charAt(start + 1) != '[') || c == '«' || c == '&' || c == '<';
        if (!quoting) {
            return false;
        }
        String before = text.substring(Math.max(0, start - LOOKED_BACK), start);
        String behind = text.substring(end, Math.min(text.length(), end + LOOKED_AHEAD));
        int newline = behind.indexOf('\n');
        return EXPLAINS.matcher(before.substring(before.lastIndexOf('\n') + 1)).find()
                || EXPLAINS.matcher(newline < 0 ? behind : behind.substring(0, newline))
                        .find();
    }

    private static int endOfRun(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) == '_') {
            end++;
        }
        return end;
    }

    /** "Your number is ____": a line among words, where one alone on its line parts what stands above and below. */
    private static boolean isBlankToFill(String text, int start, int end) {
        boolean withinWord = (start > 0 && isWordOrPath(text.charAt(start - 1)))
                || (end < text.length() && Character.isLetterOrDigit(text.charAt(end)));
        return end - start >= SHORTEST_BLANK && !withinWord && (hasWord(text, start, -1) || hasWord(text, end - 1, 1));
    }

    private static boolean isWordOrPath(char c) {
        return Character.isLetterOrDigit(c) || c == '/';
    }

    /** Whether a word stands on the same line, not farther than a sentence is long. */
    private static boolean hasWord(String text, int from, int step) {
        for (int i = from + step; i >= 0 && i < text.length() && Math.abs(i - from) <= LOOKED_BACK; i += step) {
            char c = text.charAt(i);
            if (c == '\n') {
                return false;
            }
            if (Character.isLetterOrDigit(c)) {
                return true;
            }
        }
        return false;
    }
}
