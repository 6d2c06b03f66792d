package dev.heed.email;

import com.google.common.base.CharMatcher;
import java.util.Map;
import java.util.Optional;

/** Names of attached files that can be shown, and offered for download, without harm. */
final class AttachmentNames {

    private static final int MAX_LENGTH = 150;
    private static final int MAX_EXTENSION = 20;
    private static final Map<String, String> EXTENSIONS = Map.ofEntries(
            Map.entry("image/jpeg", "jpg"),
            Map.entry("image/svg+xml", "svg"),
            Map.entry("text/plain", "txt"),
            Map.entry("text/calendar", "ics"),
            Map.entry("text/rfc822-headers", "txt"),
            Map.entry("text/x-vcard", "vcf"),
            Map.entry("text/vcard", "vcf"),
            Map.entry("message/rfc822", "eml"),
            Map.entry("message/global", "eml"),
            Map.entry("message/delivery-status", "txt"),
            Map.entry("message/disposition-notification", "txt"),
            Map.entry("message/feedback-report", "txt"),
            Map.entry("application/pgp-signature", "asc"),
            Map.entry("application/pkcs7-signature", "p7s"),
            Map.entry("application/pkcs7-mime", "p7m"),
            Map.entry("application/ms-tnef", "dat"),
            Map.entry("application/octet-stream", "bin"),
            Map.entry("application/postscript", "ps"));

    /** File systems drop it, or cannot name it. */
    private static final CharMatcher TAIL = CharMatcher.is('.').or(CharMatcher.whitespace());

    private AttachmentNames() {}

    /** The name that Content-Disposition or Content-Type states, as stated but with encoded words decoded. */
    static Optional<String> stated(HeaderFields header, int maxEncodedWords) {
        HeaderParameters disposition = header.parameters("Content-Disposition");
        return disposition
                .text("filename", maxEncodedWords)
                .or(() -> header.parameters("Content-Type").text("name", maxEncodedWords))
                .or(() -> disposition.text("name", maxEncodedWords));
    }

    /**
     * The last segment of a path in one line, cut to a length that file systems take.
     *
     * @param mediaType gives the name when nothing is left of {@code name}
     */
    static String safe(String name, String mediaType) {
        String segment = name.substring(CharMatcher.anyOf("/\\").lastIndexIn(name) + 1);
        String line = TAIL.trimTrailingFrom(HeaderText.singleLine(segment));
        String cut = TAIL.trimTrailingFrom(shortened(line)); // where it was cut, there may be another blank
        return cut.isEmpty() ? byType(mediaType) : cut;
    }

    /** A name such as {@code attachment.png} for a file without one. */
    static String byType(String mediaType) {
        String subtype = mediaType.substring(mediaType.indexOf('/') + 1);
        boolean plain = !subtype.isEmpty()
                && subtype.length() <= 5
                && CharMatcher.inRange('a', 'z')
                        .or(CharMatcher.inRange('0', '9'))
                        .matchesAllOf(subtype);
        return "attachment." + EXTENSIONS.getOrDefault(mediaType, plain ? subtype : "bin");
    }

    private static String shortened(String name) {
        if (name.length() <= MAX_LENGTH) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && name.length() - dot <= MAX_EXTENSION ? name.substring(dot) : "";
        int end = MAX_LENGTH - extension.length();
        end -= Character.isHighSurrogate(name.charAt(end - 1)) ? 1 : 0;
        return name.substring(0, end) + extension;
    }
}
