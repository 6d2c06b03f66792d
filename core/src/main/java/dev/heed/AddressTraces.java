package dev.heed;

import dev.heed.people.AccountAddress;
import dev.heed.people.Address;
import dev.heed.people.EmailAddress;
import dev.heed.spi.store.UnreadableInbound;
import java.net.IDN;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds addresses in what nobody could read: in any case, with the domain in letters of any script, and in the two ways in
 * which mails encode text. An address that is a part of a longer one is another one. Immutable and thread-safe.
 */
final class AddressTraces {
    /** Of an account; shorter ones stand anywhere by chance. */
    static final int SHORTEST_ACCOUNT = 6;

    private static final int SHORTEST_LINE = 8;
    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1);
    private static final Pattern BASE64_LINE = Pattern.compile("[A-Za-z0-9+/]++={0,2}");
    private static final Pattern ENCODED_WORD = Pattern.compile("=\\?[^?\\s]++\\?([bBqQ])\\?([^?\\s]*+)\\?=");
    /** Whatever stands before the word and is one of these belongs to it. */
    private static final String BEFORE = "@.-_+%#$^~";

    private static final String BEHIND = "@-_";

    private final Set<String> emails = new TreeSet<>();
    private final List<AccountAddress> accounts = new ArrayList<>();

    AddressTraces(Collection<Address> addresses) {
        for (Address address : addresses) {
            if (address instanceof EmailAddress email) {
                emails.addAll(spellings(email));
            } else if (address instanceof AccountAddress account
                    && account.value().length() >= SHORTEST_ACCOUNT) {
                accounts.add(account);
            }
        }
    }

    /** How an address is written, with the domain in letters of any script. */
    static List<String> spellings(Address address) {
        return address instanceof EmailAddress email
                ? List.of(
                        email.value(),
                        email.localPart() + "@"
                                + IDN.toUnicode(email.domain(), IDN.ALLOW_UNASSIGNED)
                                        .toLowerCase(Locale.ROOT))
                : List.of(address.value());
    }

    /** Whether one of the addresses stands in it; an account only in what came by its channel. */
    boolean in(UnreadableInbound inbound) {
        byte[] raw = inbound.raw();
        return texts(raw).stream()
                .anyMatch(text -> in(text)
                        || accounts.stream()
                                .filter(account -> account.channel()
                                        .equals(inbound.key().channel().value()))
                                .anyMatch(account -> stands(account.value(), text)));
    }

    /** Whether one of the e-mail addresses stands in a text. */
    boolean in(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return emails.stream().anyMatch(email -> stands(email, lower));
    }

    /** Whether a word stands in a text by itself, and not as a part of a longer one. */
    static boolean stands(String word, String text) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            if (endsBefore(text, at) && beginsAfter(text, at + word.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsBefore(String text, int at) {
        if (at > 1 && text.charAt(at - 1) == '\'') {
            return !Character.isLetterOrDigit(text.charAt(at - 2)); // else o'ana, and not 'ana
        }
        return at == 0 || !isOneOf(BEFORE, text.charAt(at - 1));
    }

    /** A full stop ends a sentence, unless the domain goes on behind it. */
    private static boolean beginsAfter(String text, int at) {
        int next = at < text.length() && text.charAt(at) == '.' ? at + 1 : at;
        return next >= text.length() || !isOneOf(BEHIND, text.charAt(next));
    }

    private static boolean isOneOf(String more, char c) {
        return Character.isLetterOrDigit(c) || more.indexOf(c) >= 0;
    }

    /** The bytes in each way in which they may be meant. */
    private static List<String> texts(byte[] raw) {
        List<String> texts = new ArrayList<>();
        String plain = new String(raw, StandardCharsets.ISO_8859_1);
        add(raw, texts);
        add(quotedPrintable(plain), texts);
        if (plain.indexOf('%') >= 0) {
            add(quotedPrintable(plain.replace('%', '=')), texts); // in links
        }
        for (String block : base64Blocks(plain)) {
            add(base64(block), texts);
        }
        Matcher words = ENCODED_WORD.matcher(plain);
        while (words.find()) {
            String word = words.group(2);
            boolean base64 = words.group(1).equalsIgnoreCase("b");
            add(base64 ? base64(word) : quotedPrintable(word.replace('_', ' ')), texts);
        }
        return texts;
    }

    private static void add(byte[] bytes, List<String> texts) {
        CHARSETS.forEach(charset -> texts.add(new String(bytes, charset)));
    }

    /** RFC 2045, 6.7; what is none stays as it is. */
    private static byte[] quotedPrintable(String text) {
        String joined = text.replaceAll("=[ \\t]*\\r?\\n", "");
        StringBuilder decoded = new StringBuilder(joined.length());
        for (int i = 0; i < joined.length(); i++) {
            int high =
                    joined.charAt(i) == '=' && i + 2 < joined.length() ? Character.digit(joined.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(joined.charAt(i + 2), 16);
            if (low < 0) {
                decoded.append(joined.charAt(i));
            } else {
                decoded.append((char) (high * 16 + low));
                i += 2;
            }
        }
        return decoded.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Lines one behind another that have nothing but letters of base64. */
    private static List<String> base64Blocks(String text) {
        List<String> blocks = new ArrayList<>();
        StringBuilder block = new StringBuilder();
        text.lines().map(String::strip).forEach(line -> {
            if (BASE64_LINE.matcher(line).matches() && (line.length() >= SHORTEST_LINE || block.length() > 0)) {
                block.append(line);
            } else {
                blocks.add(block.toString());
                block.setLength(0);
            }
        });
        blocks.add(block.toString());
        return blocks;
    }

    private static byte[] base64(String text) {
        String letters = text.replaceAll("[^A-Za-z0-9+/]", ""); // or the decoder refuses what anybody may send
        String whole = letters.substring(0, letters.length() - (letters.length() % 4 == 1 ? 1 : 0));
        return Base64.getMimeDecoder().decode(whole);
    }
}
