package dev.heed.email;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Writes a mail as octets of RFC 5322 and MIME: ASCII only, lines end with CRLF, the same octets for the same
 * {@link OutgoingMail}. No value, wherever it comes from, can add a header field, a recipient or a part.
 */
final class MailWriter {

    private static final int MAX_REFERENCES = 20;
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,62}/[a-z0-9][a-z0-9!#$&^_.+-]{0,62}");
    private static final List<String> UTF_8 = List.of("charset=utf-8");

    private final OutgoingMail mail;

    private MailWriter(OutgoingMail mail) {
        this.mail = mail;
    }

    /**
     * The octets of the mail.
     *
     * @throws IllegalArgumentException if an address or the message id is not valid; the message names the field but
     *     not its value
     */
    static byte[] write(OutgoingMail mail) {
        return new MailWriter(mail).write().getBytes(StandardCharsets.US_ASCII);
    }

    private String write() {
        HeaderWriter header = new HeaderWriter()
                .fixed("Date", MailDates.format(mail.date(), mail.offset()))
                .mailbox("From", mail.from())
                .mailbox("To", mail.to());
        header.text("Subject", mail.subject());
        header.ids("Message-ID", List.of(MessageIds.require("Message-ID", mail.messageId())));
        ids(header, "In-Reply-To", mail.inReplyTo().stream().toList());
        ids(header, "References", shortened(mail.references()));
        if (mail.automatic()) {
            header.fixed("Auto-Submitted", "auto-replied").fixed("X-Auto-Response-Suppress", "All");
        }
        header.fixed("MIME-Version", "1.0");
        return header + (mail.attachments().isEmpty() ? alternative() : mixed());
    }

    /** Ids come from mails of others: those that cannot be written are left out, and the reply still goes out. */
    private static void ids(HeaderWriter header, String name, List<String> ids) {
        List<String> valid = ids.stream()
                .flatMap(id -> MessageIds.writable(id).stream())
                .distinct()
                .toList();
        if (!valid.isEmpty()) {
            header.ids(name, valid);
        }
    }

    /** The first id, which names the conversation, and the last ones. */
    private static List<String> shortened(List<String> references) {
        if (references.size() <= MAX_REFERENCES) {
            return references;
        }
        List<String> kept = new ArrayList<>();
        kept.add(references.get(0));
        kept.addAll(references.subList(references.size() - MAX_REFERENCES + 1, references.size()));
        return kept;
    }

    private String mixed() {
        List<String> parts = new ArrayList<>();
        parts.add(alternative());
        mail.attachments().forEach(attachment -> parts.add(part(attachment)));
        return multipart("multipart/mixed", parts);
    }

    private String alternative() {
        String body = mail.html().orElseGet(() -> PlainToHtml.convert(PlainText.clean(mail.text())));
        return multipart(
                "multipart/alternative",
                List.of(
                        part(
                                new HeaderWriter().parameters("Content-Type", "text/plain", UTF_8),
                                BodyEncoder.text(mail.text())),
                        part(
                                new HeaderWriter().parameters("Content-Type", "text/html", UTF_8),
                                BodyEncoder.text(document(body)))));
    }

    private static String document(String body) {
        return "<!DOCTYPE html>\n<html>\n<head><meta charset=\"utf-8\"></head>\n<body>\n"
                + body.stripTrailing()
                + "\n</body>\n</html>\n";
    }

    /** Types that RFC 2046 forbids to encode are sent as plain octets: their content is not ours to vouch for. */
    private static String part(MailAttachment attachment) {
        String type = attachment.mediaType().toLowerCase(Locale.ROOT);
        boolean usable =
                MEDIA_TYPE.matcher(type).matches() && !type.startsWith("multipart/") && !type.startsWith("message/");
        String name = AttachmentNames.safe(attachment.name(), type);
        HeaderWriter header = new HeaderWriter()
                .parameters(
                        "Content-Type",
                        usable ? type : "application/octet-stream",
                        ParameterWriter.fileName("name", name))
                .parameters(
                        "Content-Disposition",
                        attachment.inline() ? "inline" : "attachment",
                        ParameterWriter.fileName("filename", name));
        Optional<String> contentId = attachment.contentId().flatMap(MessageIds::writable);
        contentId.ifPresent(id -> header.ids("Content-ID", List.of(id)));
        return part(header, BodyEncoder.octets(attachment.bytes()));
    }

    private static String part(HeaderWriter header, BodyEncoder.Encoded encoded) {
        return header.fixed("Content-Transfer-Encoding", encoded.encoding()) + "\r\n" + encoded.body();
    }

    private String multipart(String type, List<String> parts) {
        String boundary = boundary(type);
        StringBuilder out = new StringBuilder();
        out.append(new HeaderWriter().parameters("Content-Type", type, List.of("boundary=\"" + boundary + "\"")));
        for (String part : parts) {
            out.append("\r\n--").append(boundary).append("\r\n").append(part);
        }
        return out.append("\r\n--").append(boundary).append("--\r\n").toString();
    }

    /** Begins with {@code =_}, which no encoded body contains; and no header line begins with two hyphens. */
    private String boundary(String type) {
        String seed = type + " " + mail.messageId();
        return "=_"
                + Hashing.sha256()
                        .hashString(seed, StandardCharsets.UTF_8)
                        .toString()
                        .substring(0, 32);
    }
}
