package dev.heed.html;

import com.google.common.base.Ascii;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Walks once over HTML, refuses what {@link AllowList} does not allow, and leaves out what nobody sees: comments, the
 * document around the body, style sheets. Linear time, no recursion. Not thread-safe.
 */
final class Scanner {
    private static final Pattern UNQUOTED = Pattern.compile("[^\\s\"'=<>`]{1,2000}(?=[\\s>])");
    private static final Pattern END_OF_STYLE = Pattern.compile("(?i)</style\\s*+>");
    private static final Pattern END_OF_TITLE = Pattern.compile("(?i)</title\\s*+>");
    private static final Pattern MARK_OF_WORD = Pattern.compile("<!\\[(?:if|endif)|<!(?i:doctype)\\b|<\\?xml[:\\s]");

    /** Those of HTML; Java knows more. */
    private static final String BLANKS = " \t\n\r\f";

    private final String source;
    private final OpenElements elements;
    private final StringBuilder kept = new StringBuilder();
    private int position;
    private int keptUpTo;

    Scanner(String source) {
        this.source = source;
        this.elements = new OpenElements(source);
    }

    String visibleText() {
        while (position < source.length()) {
            char c = source.charAt(position);
            if (c == '<') {
                tag();
            } else if (c == '&' && CharacterReferences.beginsAt(source, position)) {
                reference();
            } else {
                elements.character(c, position);
                position++;
            }
        }
        kept.append(source, keptUpTo, source.length());
        return elements.lines();
    }

    /** The source without what nobody sees, once it has been scanned. */
    String withoutUnseen() {
        return kept.toString();
    }

    private void reference() {
        int end = CharacterReferences.end(source, position);
        if (end < 0) {
            throw Refusal.invalid(
                    "a character reference that is not common. Write the character itself, & as &amp;.", position);
        }
        elements.characters(CharacterReferences.decode(source, position), position);
        position = end;
    }

    private void tag() {
        int start = position;
        if (source.startsWith("<!", start) || source.startsWith("<?", start)) {
            declaration(start);
            return;
        }
        boolean closing = source.startsWith("</", start);
        position = start + (closing ? 2 : 1);
        String name = name();
        if (name.isEmpty()) {
            throw Refusal.invalid("a < that starts no tag. Write it as &lt;.", start);
        }
        if (!AllowList.knows(name)) {
            throw Refusal.invalid("the element <" + name + ">.", start);
        }
        Map<String, StartTag.Attribute> attributes = closing ? Map.of() : attributes(name);
        boolean selfClosed = skip('/');
        if (!skip('>')) {
            throw Refusal.invalid("the tag <" + name + "> is not finished.", start);
        }
        StartTag tag = new StartTag(name, attributes, start, position, selfClosed);
        if (closing) {
            elements.close(name, start);
        } else {
            elements.open(tag);
        }
        if (AllowList.UNSEEN.contains(name)) {
            unseen(tag, closing);
        }
    }

    /** A comment, or what Word writes instead of one. */
    private void declaration(int start) {
        boolean comment = source.startsWith("<!--", start);
        if (!comment
                && !MARK_OF_WORD.matcher(source).region(start, source.length()).lookingAt()) {
            throw Refusal.invalid("a < that starts no tag. Write it as &lt;.", start);
        }
        String closing = comment ? "-->" : ">";
        int end = source.indexOf(closing, start + (comment ? 4 : 2));
        if (end < 0) {
            throw Refusal.hides(source, new Cause(start, source.length(), "a comment that does not end."));
        }
        leaveOut(start, end + closing.length());
    }

    private void unseen(StartTag tag, boolean closing) {
        if (!closing && tag.name().equals("style")) {
            content(tag, END_OF_STYLE);
        } else if (!closing && tag.name().equals("title")) {
            content(tag, END_OF_TITLE);
        } else {
            boolean foreign = tag.name().equals("link")
                    && Ascii.toLowerCase(tag.value("rel")).contains("stylesheet");
            boolean leads = tag.name().equals("meta") && tag.value("http-equiv").equalsIgnoreCase("refresh");
            if (foreign || leads) {
                throw Refusal.invalid("the element <" + tag.name() + "> that refers to something else.", tag.start());
            }
            leaveOut(tag.start(), position);
        }
    }

    /** The content of a title or a style sheet is no HTML. */
    private void content(StartTag tag, Pattern closing) {
        Matcher end = closing.matcher(source);
        if (!end.find(position)) {
            throw Refusal.invalid("<" + tag.name() + "> is never closed.", tag.start());
        }
        if (tag.name().equals("style")) {
            StyleSheet.hiding(source.substring(position, end.start())).ifPresent(what -> {
                throw Refusal.hides(
                        source, new Cause(tag.start(), tag.end(), "a style sheet with “" + what + "”. None is sent."));
            });
        }
        elements.close(tag.name(), end.start());
        leaveOut(tag.start(), end.end());
    }

    private void leaveOut(int start, int end) {
        if (CharacterReferences.isOpen(source, keptUpTo, start)) {
            throw Refusal.invalid("a comment or tag inside a character reference.", start);
        }
        kept.append(source, keptUpTo, start);
        position = end;
        keptUpTo = end;
    }

    private Map<String, StartTag.Attribute> attributes(String element) {
        Map<String, StartTag.Attribute> attributes = new HashMap<>();
        while (true) {
            int before = position;
            blanks();
            int at = position;
            String name = name();
            if (name.isEmpty()) {
                return attributes;
            }
            String value = value(at);
            if (before == at
                    || attributes.containsKey(name)
                    || !AllowList.allows(element, name)
                    || !AllowList.allowsValue(element, name, value)) {
                throw Refusal.invalid("the attribute " + name + " of <" + element + ">.", at);
            }
            attributes.put(name, new StartTag.Attribute(value, at, position));
        }
    }

    private String value(int at) {
        int behind = position;
        blanks();
        if (!skip('=')) {
            position = behind;
            return "";
        }
        blanks();
        char quote = position < source.length() ? source.charAt(position) : ' ';
        boolean quoted = quote == '"' || quote == '\'';
        int end = quoted ? source.indexOf(quote, position + 1) : endOfUnquoted();
        if (end < 0) {
            throw Refusal.invalid("an attribute whose value does not end, or is not in quotes.", at);
        }
        String value = CharacterReferences.decodeAll(source.substring(quoted ? position + 1 : position, end));
        if (value == null) {
            throw Refusal.invalid("a character reference that is not common in the value of an attribute.", at);
        }
        position = quoted ? end + 1 : end;
        return value;
    }

    private int endOfUnquoted() {
        Matcher matcher = UNQUOTED.matcher(source).region(position, source.length());
        return matcher.lookingAt() ? matcher.end() : -1;
    }

    private String name() {
        int start = position;
        while (position < source.length() && isNamePart(source.charAt(position))) {
            position++;
        }
        return Ascii.toLowerCase(source.substring(start, position));
    }

    private static boolean isNamePart(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == ':'
                || c == '_';
    }

    private void blanks() {
        while (position < source.length() && BLANKS.indexOf(source.charAt(position)) >= 0) {
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
