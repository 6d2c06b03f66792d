package dev.heed.message;

import com.google.common.base.Splitter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Walks once over HTML, refuses what {@link HtmlGrammar} does not allow, and collects the visible text. Linear time. */
final class HtmlScanner {
    private static final Pattern NUMBER = Pattern.compile("#[0-9]{1,10}|#[xX][0-9a-fA-F]{1,8}");
    private static final Pattern UNFINISHED = Pattern.compile("&#?[A-Za-z0-9]*$");
    private static final int DEEPEST = 100;
    private static final int LONGEST_REFERENCE = 14;

    private final String source;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder kept = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();
    private int position;
    private int keptUpTo;

    HtmlScanner(String source) {
        this.source = source;
    }

    String visibleText() {
        while (position < source.length()) {
            char c = source.charAt(position);
            if (c == '<') {
                tag();
            } else if (c == '&') {
                reference();
            } else {
                character(c);
                position++;
            }
        }
        if (!open.isEmpty()) {
            throw Html.invalid("<" + open.peek() + "> is never closed.", source.length());
        }
        kept.append(source, keptUpTo, source.length());
        return text.toString().strip();
    }

    /** The source without its comments, once it has been scanned. */
    String withoutComments() {
        return kept.toString();
    }

    private void character(char c) {
        if (open.contains("pre") && (c == '\n' || c == '\t' || !Character.isISOControl(c))) {
            text.append(c);
        } else if (Character.isWhitespace(c)) {
            if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ' && text.charAt(text.length() - 1) != '\n') {
                text.append(' ');
            }
        } else if (Character.isISOControl(c)) {
            throw Html.invalid("a control character.", position);
        } else {
            text.append(c);
        }
    }

    private void reference() {
        boolean named = position + 1 < source.length()
                && (Character.isLetter(source.charAt(position + 1)) || source.charAt(position + 1) == '#');
        if (!named) {
            text.append('&');
            position++;
            return;
        }
        int end = source.substring(position, Math.min(source.length(), position + LONGEST_REFERENCE))
                        .indexOf(';')
                + position;
        String decoded = end < position ? null : decode(source.substring(position + 1, end));
        if (decoded == null) {
            throw Html.invalid(
                    "a character reference that is not common. Write the character itself, & as &amp;.", position);
        }
        text.append(decoded);
        position = end + 1;
    }

    private static @org.jspecify.annotations.Nullable String decode(String name) {
        if (!name.startsWith("#")) {
            return HtmlGrammar.entity(name);
        }
        if (!NUMBER.matcher(name).matches()) {
            return null;
        }
        try {
            boolean hex = name.length() > 1 && Character.toLowerCase(name.charAt(1)) == 'x';
            int code = hex ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1), 10);
            boolean printable = Character.isValidCodePoint(code)
                    && !Character.isISOControl(code)
                    && Character.getType(code) != Character.SURROGATE
                    && Character.getType(code) != Character.FORMAT;
            return printable ? Character.toString(code) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private void tag() {
        int start = position;
        if (source.startsWith("<!--", start)) {
            comment(start);
            return;
        }
        boolean closing = source.startsWith("</", start);
        position = start + (closing ? 2 : 1);
        String name = name();
        if (name.isEmpty()) {
            throw Html.invalid("a < that starts no tag. Write it as &lt;.", start);
        }
        if (!HtmlGrammar.knows(name)) {
            throw Html.invalid("the element <" + name + ">.", start);
        }
        Map<String, String> attributes = closing ? Map.of() : attributes(name, start);
        boolean selfClosed = skip('/');
        if (!skip('>')) {
            throw Html.invalid("the tag <" + name + "> is not finished.", start);
        }
        if (closing) {
            close(name, start);
        } else {
            open(name, attributes, start, selfClosed);
        }
    }

    /** Nobody sees a comment, so it is left out. */
    private void comment(int start) {
        int end = source.indexOf("-->", start + 4);
        if (end < 0) {
            throw Html.hides(source, start, source.length(), "a comment that does not end.");
        }
        if (UNFINISHED
                .matcher(source.substring(Math.max(keptUpTo, start - LONGEST_REFERENCE), start))
                .find()) {
            throw Html.invalid("a comment inside a character reference.", start);
        }
        kept.append(source, keptUpTo, start);
        position = end + 3;
        keptUpTo = position;
    }

    private void open(String name, Map<String, String> attributes, int start, boolean selfClosed) {
        if (HtmlGrammar.BLOCKS.contains(name) || name.equals("br")) {
            lineBreak(name.equals("br"));
        }
        if (name.equals("img")) {
            String words = attributes.getOrDefault("alt", "").strip();
            text.append(words.isEmpty() ? String.valueOf(Html.PICTURE) : words);
        }
        if (HtmlGrammar.VOID.contains(name)) {
            return;
        }
        if (selfClosed) {
            throw Html.invalid("<" + name + "/> must be written as <" + name + "></" + name + ">.", start);
        }
        if (HtmlGrammar.SMALLER.contains(name) && open.stream().anyMatch(HtmlGrammar.SMALLER::contains)) {
            throw Html.hides(source, start, position, "<" + name + "> inside an element that is small already.");
        }
        if (open.size() >= DEEPEST) {
            throw Html.invalid("more than " + DEEPEST + " elements inside one another.", start);
        }
        open.push(name);
    }

    private void close(String name, int start) {
        if (open.isEmpty() || !open.peek().equals(name)) {
            throw Html.invalid("</" + name + "> closes nothing.", start);
        }
        open.pop();
        if (HtmlGrammar.BLOCKS.contains(name)) {
            lineBreak(false);
        } else if (name.equals("td") || name.equals("th")) {
            text.append(' ');
        }
    }

    private void lineBreak(boolean always) {
        while (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
            text.setLength(text.length() - 1);
        }
        if (always || (!text.isEmpty() && text.charAt(text.length() - 1) != '\n')) {
            text.append('\n');
        }
    }

    private Map<String, String> attributes(String element, int start) {
        Map<String, String> attributes = new HashMap<>();
        Set<String> seen = new HashSet<>();
        while (true) {
            blanks();
            int at = position;
            String name = name();
            if (name.isEmpty()) {
                return attributes;
            }
            String value = value(at);
            if (name.equals("hidden") || name.startsWith("aria-hidden")) {
                throw Html.hides(source, start, position, "the attribute " + name + ".");
            }
            if (!seen.add(name) || !HtmlGrammar.allows(element, name) || !HtmlGrammar.allowsValue(name, value)) {
                throw Html.invalid("the attribute " + name + " of <" + element + ">.", at);
            }
            if (name.equals("style")) {
                styles(value, at);
            }
            attributes.put(name, value);
        }
    }

    private void styles(String value, int at) {
        for (String declaration :
                Splitter.on(';').trimResults().omitEmptyStrings().split(value)) {
            if (!HtmlStyle.isVisible(declaration.toLowerCase(Locale.ROOT))) {
                throw Html.hides(source, at, position, "the style “" + declaration + "”.");
            }
        }
    }

    private String value(int at) {
        blanks();
        if (!skip('=')) {
            return "";
        }
        blanks();
        char quote = position < source.length() ? source.charAt(position) : ' ';
        int end = quote == '"' || quote == '\'' ? source.indexOf(quote, position + 1) : -1;
        if (end < 0) {
            throw Html.invalid("an attribute whose value is not in quotes.", at);
        }
        String raw = source.substring(position + 1, end);
        position = end + 1;
        return raw.indexOf('&') < 0 ? raw : new HtmlScanner(raw.replace("<", "&lt;")).visibleText();
    }

    private String name() {
        int start = position;
        while (position < source.length() && isNamePart(source.charAt(position))) {
            position++;
        }
        return source.substring(start, position).toLowerCase(Locale.ROOT);
    }

    private static boolean isNamePart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    }

    private void blanks() {
        while (position < source.length() && Character.isWhitespace(source.charAt(position))) {
            position++;
        }
    }

    private boolean skip(char expected) {
        blanks();
        boolean there = position < source.length() && source.charAt(position) == expected;
        if (there) {
            position++;
        }
        return there;
    }
}
