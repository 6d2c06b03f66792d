package dev.heed.email;

/**
 * How much of one mail is read. A mail that exceeds a limit still becomes a {@link ParsedMail}: what is over the limit
 * is left out and named in {@link ParsedMail#problems()}.
 *
 * @param depth levels of nested multiparts
 * @param parts MIME parts, multiparts included
 * @param headerLines header fields of one part
 * @param headerBytes octets of one header field
 * @param addresses addresses of one header field
 * @param references message ids of one header field, the last ones are kept
 * @param encodedWords RFC 2047 encoded words of one header field
 * @param textChars characters of readable text, all text parts together
 * @param htmlChars characters of HTML, all HTML parts together
 * @param attachments attached files
 */
record MailLimits(
        int depth,
        int parts,
        int headerLines,
        int headerBytes,
        int addresses,
        int references,
        int encodedWords,
        int textChars,
        int htmlChars,
        int attachments) {

    private static final MailLimits STANDARD =
            new MailLimits(20, 500, 2_000, 64 * 1024, 200, 50, 1_000, 1024 * 1024, 2 * 1024 * 1024, 100);

    /** Limits that no ordinary mail reaches and that keep a hostile one under a second or two. */
    static MailLimits standard() {
        return STANDARD;
    }
}
