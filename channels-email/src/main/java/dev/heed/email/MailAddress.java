package dev.heed.email;

import java.net.IDN;
import org.jspecify.annotations.Nullable;

/** The addr-spec of RFC 5322 section 3.4.1, {@code local@domain}. International addresses (RFC 6532) are allowed. */
final class MailAddress {

    private static final int MAX_LENGTH = 320;
    private static final int LONGEST_LABEL = 63;
    private static final String NEVER = "<>,;:()\\\"";

    private MailAddress() {}

    /** Whether the text is an address that can stand in a header and in an SMTP command without any escaping. */
    static boolean isValid(String address) {
        int at = address.lastIndexOf('@');
        if (at < 1 || at == address.length() - 1 || address.length() > MAX_LENGTH) {
            return false;
        }
        String local = address.substring(0, at);
        boolean quoted = local.length() > 2 && local.startsWith("\"") && local.endsWith("\"");
        return isPlain(address.substring(at + 1))
                && (quoted
                        ? isQuotable(local.substring(1, local.length() - 1))
                        : isPlain(local) && local.indexOf('@') < 0);
    }

    /**
     * The address as it is written into a header, its domain in ASCII (RFC 3490).
     *
     * @throws IllegalArgumentException if it is no address, has a local part beyond ASCII or control characters
     */
    static String requireAscii(String field, String address) {
        int at = address.lastIndexOf('@');
        if (!isValid(address)) {
            throw invalid(field, null);
        }
        String local = address.substring(0, at);
        try {
            String ascii = local + "@" + asciiDomain(address.substring(at + 1));
            if (isValid(ascii) && isAscii(ascii)) {
                return ascii;
            }
        } catch (IllegalArgumentException e) {
            throw invalid(field, e);
        }
        throw invalid(field, null);
    }

    /** An ordinary domain is taken as it is: IDN would do the same, but loads the tables of Unicode first. */
    private static String asciiDomain(String domain) {
        boolean ordinary = isAscii(domain)
                && domain.length() <= LONGEST_LABEL
                && !domain.startsWith(".")
                && !domain.contains("..");
        return ordinary ? domain : IDN.toASCII(domain);
    }

    private static IllegalArgumentException invalid(String field, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "The address of " + field + " is not valid. Give local@domain with an ASCII local part.", cause);
    }

    private static boolean isPlain(String part) {
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (Character.isISOControl(c) || Character.isSpaceChar(c) || NEVER.indexOf(c) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isQuotable(String content) {
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (Character.isISOControl(c) || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }
}
