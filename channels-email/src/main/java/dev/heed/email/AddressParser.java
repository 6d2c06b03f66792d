package dev.heed.email;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Address lists of RFC 5322 section 3.4 as they are really written: {@code "LTD" <ly@example.com},
 * {@code a@b.com;c@d.com}, {@code Surname, Given <x@y.de>}, groups, comments, {@code Foo <a@b> <a@b>}. Entries without
 * an {@code @} are left out.
 *
 * <p>Names are decoded only after the addresses have been found, so that no encoded word can smuggle an address in.
 * Linear in the input. Not thread-safe, one use.
 */
final class AddressParser {

    private static final Splitter WORDS = Splitter.on(CharMatcher.whitespace()).omitEmptyStrings();

    private static final CharMatcher SEPARATORS = CharMatcher.whitespace().or(CharMatcher.is(','));

    private final String text;
    private final MailLimits limits;
    private final List<Mailbox> mailboxes = new ArrayList<>();
    private final StringBuilder phrase = new StringBuilder();
    private String comment = "";
    private Optional<String> angle = Optional.empty();
    private int at;
    private boolean hasWords;
    private boolean hasAt;
    private boolean commentsEnded;

    private AddressParser(String text, MailLimits limits) {
        this.text = text;
        this.limits = limits;
    }

    /**
     * The mailboxes in order, those of groups included.
     *
     * @param body unfolded header body, encoded words still encoded
     * @param limits {@link MailLimits#addresses()} ends the list
     */
    static List<Mailbox> parse(String body, MailLimits limits) {
        List<Mailbox> found = new AddressParser(body, limits).parse();
        if (found.isEmpty() && body.contains("=?")) {
            found = new AddressParser(EncodedWords.decode(body, limits.encodedWords()), limits).parse();
        }
        return found;
    }

    private List<Mailbox> parse() {
        while (at < text.length() && mailboxes.size() < limits.addresses()) {
            char c = text.charAt(at++);
            switch (c) {
                case '"' -> quoted();
                case '(' -> comment();
                case '<' -> angle();
                case ',' -> comma();
                case ';' -> finish();
                case ':' -> colon();
                default -> word(c);
            }
        }
        finish();
        return List.copyOf(mailboxes.subList(0, Math.min(mailboxes.size(), limits.addresses())));
    }

    private void quoted() {
        if (text.indexOf('"', at) < 0) {
            return; // a lone quotation mark
        }
        StringBuilder content = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            content.append(text.charAt(at++));
        }
        at++;
        boolean localPart = at < text.length() && text.charAt(at) == '@';
        phrase.append(localPart ? "\"" + content + "\"" : content);
        hasWords |= !content.isEmpty();
    }

    private void word(char c) {
        phrase.append(c);
        hasWords |= !Character.isWhitespace(c);
        hasAt |= c == '@';
    }

    /** Once a parenthesis is never closed, all later ones are taken as ordinary characters. */
    private void comment() {
        int end = commentsEnded ? -1 : closingParenthesis();
        if (end < 0) {
            commentsEnded = true;
            phrase.append('(');
            return;
        }
        comment = text.substring(at, end);
        at = end + 1;
        phrase.append(' ');
    }

    private int closingParenthesis() {
        int depth = 1;
        for (int i = at; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private void angle() {
        int end = at;
        while (end < text.length() && text.charAt(end) != '>' && text.charAt(end) != '<') {
            end++;
        }
        String content = text.substring(at, end);
        int next = end < text.length() && text.charAt(end) == '>' ? end + 1 : end;
        int separator = CharMatcher.anyOf(",;").indexIn(content);
        if (content.strip().startsWith("@")) {
            content = content.substring(content.indexOf(':') + 1); // a source route
        } else if (separator >= 0) {
            content = content.substring(0, separator); // the closing bracket is missing
            next = at + separator;
        }
        at = next;
        if (angle.isEmpty()) {
            angle = LooseAddress.find(content);
        }
        phrase.append(' ');
    }

    /** {@code Surname, Given <x@y.de>} is one mailbox: a comma before any address belongs to the name. */
    private void comma() {
        if (angle.isPresent() || hasAt) {
            finish();
        } else if (hasWords) {
            phrase.append(", ");
        }
    }

    private void colon() {
        if (hasAt || angle.isPresent()) {
            phrase.append(':');
        } else {
            reset(); // the name of a group, or mailto:
        }
    }

    private void finish() {
        String words = phrase.toString();
        angle.ifPresentOrElse(address -> add(words, address), () -> addBare(words));
        reset();
    }

    private void reset() {
        phrase.setLength(0);
        comment = "";
        angle = Optional.empty();
        hasWords = false;
        hasAt = false;
    }

    private void addBare(String words) {
        StringBuilder name = new StringBuilder();
        for (String word : WORDS.split(words.replace(" @", "@").replace("@ ", "@"))) {
            Optional<String> address = LooseAddress.find(word);
            if (address.isPresent()) {
                add(name.indexOf(",") >= 0 ? "" : name.toString(), address.get());
                name.setLength(0);
            } else {
                name.append(word).append(' ');
            }
        }
    }

    private void add(String words, String address) {
        String name = words.isBlank() ? comment : words;
        mailboxes.add(new Mailbox(displayName(name), address));
    }

    private String displayName(String words) {
        String encoded = SEPARATORS.trimFrom(words);
        String name = HeaderText.singleLine(EncodedWords.decode(encoded, limits.encodedWords()));
        boolean quoted = name.length() > 1
                && "'\"".indexOf(name.charAt(0)) >= 0
                && name.charAt(0) == name.charAt(name.length() - 1);
        return quoted ? name.substring(1, name.length() - 1).strip() : name;
    }
}
