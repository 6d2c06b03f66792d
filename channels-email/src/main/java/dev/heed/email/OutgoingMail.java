package dev.heed.email;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * A mail to be written by {@link MailWriter}.
 *
 * @param from the author
 * @param to the one recipient
 * @param subject any text
 * @param text the plain text
 * @param html the same as the content of an HTML body; made from the text when absent
 * @param messageId id without angle brackets
 * @param inReplyTo id of the mail that is answered, without angle brackets
 * @param references ids of the conversation without angle brackets, oldest first
 * @param date when it is written
 * @param offset the offset that {@code date} is shown in
 * @param automatic whether no person wrote it, so that no machine answers it
 * @param attachments files
 */
record OutgoingMail(
        Mailbox from,
        Mailbox to,
        String subject,
        String text,
        Optional<String> html,
        String messageId,
        Optional<String> inReplyTo,
        List<String> references,
        Instant date,
        ZoneOffset offset,
        boolean automatic,
        List<MailAttachment> attachments) {

    OutgoingMail {
        references = List.copyOf(references);
        attachments = List.copyOf(attachments);
    }
}
