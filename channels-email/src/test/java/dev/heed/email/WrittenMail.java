package dev.heed.email;

import dev.heed.message.AttachmentSource;
import dev.heed.testkit.contract.OutsideMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;

/** A mail as a mail program of a customer makes it of what the contract lets her write. */
final class WrittenMail {
    private static final String BOUNDARY = "=_written";

    private WrittenMail() {}

    static RawMail of(OutsideMessage message, String id) {
        RawMail mail = RawMail.of(message.text()).with("Message-ID", "<" + id + ">");
        if (message.authorName().isPresent()) {
            mail = mail.with("From", encoded(message.authorName().get()) + " <" + MailRig.ANA + ">");
        }
        if (message.subject().isPresent()) {
            mail = mail.with("Subject", encoded(message.subject().get()));
        }
        if (message.writtenAt().isPresent()) {
            mail = mail.with(
                    "Date",
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            message.writtenAt().get().atOffset(ZoneOffset.ofHours(1))));
        }
        if (!message.answers().isEmpty()) {
            mail = mail.answering(message.answers().toArray(new String[0]));
        }
        return message.files().isEmpty() ? mail : withFiles(mail, message.text(), message.files());
    }

    private static String encoded(String text) {
        try {
            return MimeUtility.encodeText(text, "utf-8", "B");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RawMail withFiles(RawMail mail, String text, List<AttachmentSource> files) {
        StringBuilder body = new StringBuilder();
        body.append("--" + BOUNDARY + "\nContent-Type: text/plain; charset=utf-8\n\n")
                .append(text);
        for (AttachmentSource file : files) {
            body.append("\n--" + BOUNDARY + "\nContent-Type: ")
                    .append(file.mediaType())
                    .append("\nContent-Disposition: attachment; filename=\"")
                    .append(file.name())
                    .append("\"\nContent-Transfer-Encoding: base64\n\n")
                    .append(base64(file));
        }
        return mail.with("Content-Type", "multipart/mixed; boundary=\"" + BOUNDARY + "\"")
                .body(body.append("\n--" + BOUNDARY + "--").toString());
    }

    private static String base64(AttachmentSource file) {
        try (InputStream content = file.open()) {
            return Base64.getMimeEncoder().encodeToString(content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
