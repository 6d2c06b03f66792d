package dev.heed.html;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Character references (HTML section 13.5): those of HTML 4 and the commonest of later ones. */
final class CharacterReferences {
    private static final int LONGEST = 14;
    private static final Pattern REFERENCE =
            Pattern.compile("&(?:([A-Za-z][A-Za-z0-9]{1,10})|#([0-9]{1,10})|#[xX]([0-9a-fA-F]{1,8}));");
    /** An address may have & between its parts; what stands before the first sign must not be a reference. */
    private static final Pattern PART = Pattern.compile("&([A-Za-z0-9]{1,60})([A-Za-z0-9_.-]{0,60})=");

    private static final Pattern UNFINISHED = Pattern.compile("&#?[A-Za-z0-9]*$");
    /** They turn letters around. */
    private static final Pattern TURNING = Pattern.compile("[\\u202a-\\u202e\\u2066-\\u2069]");

    private static final Map<String, String> NAMED = named();

    private CharacterReferences() {}

    /** Whether a reference begins at an ampersand; otherwise it stands for itself. */
    static boolean beginsAt(String source, int ampersand) {
        return ampersand + 1 < source.length()
                && (Character.isLetter(source.charAt(ampersand + 1)) || source.charAt(ampersand + 1) == '#');
    }

    /** The end of the reference at this ampersand; -1 if it is none that is known. */
    static int end(String source, int ampersand) {
        Matcher matcher = matcher(source, ampersand);
        return matcher.lookingAt() && decode(matcher) != null ? matcher.end() : -1;
    }

    /** The characters of the reference at this ampersand, which must be one. */
    static String decode(String source, int ampersand) {
        Matcher matcher = matcher(source, ampersand);
        String decoded = matcher.lookingAt() ? decode(matcher) : null;
        return decoded == null ? "&" : decoded;
    }

    /** A value of an attribute with its references decoded; null if one is not known. */
    static @Nullable String decodeAll(String value) {
        StringBuilder decoded = new StringBuilder();
        int from = 0;
        for (int at = value.indexOf('&'); at >= 0; at = value.indexOf('&', from)) {
            decoded.append(value, from, at);
            Matcher part = PART.matcher(value).region(at, value.length());
            if (!beginsAt(value, at) || (part.lookingAt() && isPart(part))) {
                decoded.append('&');
                from = at + 1;
                continue;
            }
            int end = end(value, at);
            if (end < 0) {
                return null;
            }
            decoded.append(decode(value, at));
            from = end;
        }
        return decoded.append(value, from, value.length()).toString();
    }

    /** Browsers decode known references without a semicolon, unless a letter, a digit or = follows. */
    private static boolean isPart(Matcher part) {
        return part.group(2).isEmpty() || !NAMED.containsKey(Ascii.toLowerCase(part.group(1)));
    }

    /** Whether a reference is begun but not ended before a position. */
    static boolean isOpen(CharSequence source, int from, int position) {
        return UNFINISHED
                .matcher(source.subSequence(Math.max(from, position - LONGEST), position))
                .find();
    }

    private static Matcher matcher(String source, int ampersand) {
        return REFERENCE.matcher(source).region(ampersand, Math.min(source.length(), ampersand + LONGEST));
    }

    private static @Nullable String decode(Matcher matcher) {
        if (matcher.group(1) != null) {
            return NAMED.get(matcher.group(1));
        }
        try {
            int code = matcher.group(2) != null
                    ? Integer.parseInt(matcher.group(2), 10)
                    : Integer.parseInt(matcher.group(3), 16);
            boolean printable = Character.isValidCodePoint(code)
                    && (!Character.isISOControl(code) || code == '\n' || code == '\t')
                    && Character.getType(code) != Character.SURROGATE;
            String decoded = printable ? Character.toString(code) : null;
            return decoded == null || TURNING.matcher(decoded).matches() ? null : decoded;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static Map<String, String> named() {
        Map<String, String> table =
                new HashMap<>(Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "euro", "€"));
        String latin1 =
                "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 "
                        + "sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc "
                        + "Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve "
                        + "Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc "
                        + "atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve "
                        + "oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";
        int code = 0xa0;
        for (String name : Splitter.on(' ').split(latin1)) {
            table.put(name, Character.toString(code++));
        }
        String others =
                "OEligŒ oeligœ ScaronŠ scaronš Zcaron\u017d zcaron\u017e Yuml\u0178 fnofƒ circˆ tilde˜ ensp\u2002 "
                        + "emsp\u2003 thinsp\u2009 zwnj\u200c zwj\u200d lrm\u200e rlm\u200f ndash– mdash— lsquo‘ rsquo’ sbquo‚ "
                        + "ldquo“ rdquo” bdquo„ dagger† Dagger‡ bull• hellip… permil‰ prime′ Prime″ lsaquo‹ rsaquo› trade™ "
                        + "larr← uarr↑ rarr→ darr↓ harr↔ rArr⇒ minus− infin∞ asymp≈ ne≠ le≤ ge≥ check✓ star☆ starf★ hearts♥ "
                        + "numero№ hyphen‐";
        for (String entry : Splitter.on(' ').split(others)) {
            table.put(entry.substring(0, entry.length() - 1), entry.substring(entry.length() - 1));
        }
        return Map.copyOf(table);
    }
}
