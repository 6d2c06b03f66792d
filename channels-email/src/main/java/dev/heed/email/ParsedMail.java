package dev.heed.email;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a received mail says. Nothing in it is trusted: every value comes from the sender.
 *
 * @param messageId the Message-ID without angle brackets
 * @param inReplyTo ids of In-Reply-To without angle brackets, in order
 * @param references ids of References without angle brackets, oldest first
 * @param from the author: From, else Sender, else Reply-To, else Return-Path
 * @param replyTo mailboxes of Reply-To
 * @param date the Date header; empty when it is missing or absurd
 * @param subject decoded, one line, {@code ""} when there is none
 * @param text readable text, lines end with {@code \n}; made from the HTML when the mail has no plain text
 * @param html HTML that is safe to show; only when the mail has HTML. Images refer to {@code cid:} or {@code data:}
 *     only
 * @param attachments files in the order of the mail, inline images included
 * @param languages languages the sender writes or prefers, most wanted first
 * @param automatic why this mail was sent by a machine and must not be answered automatically; empty for human mail
 * @param dedupeKey equal for two fetches of one mail, different for different mails even with one Message-ID
 * @param problems what could not be read, in sentences for an agent; usually empty
 */
record ParsedMail(
        Optional<String> messageId,
        List<String> inReplyTo,
        List<String> references,
        Optional<Mailbox> from,
        List<Mailbox> replyTo,
        Optional<Instant> date,
        String subject,
        String text,
        Optional<String> html,
        List<MailAttachment> attachments,
        List<Locale> languages,
        Optional<String> automatic,
        String dedupeKey,
        List<String> problems) {

    ParsedMail {
        inReplyTo = List.copyOf(inReplyTo);
        references = List.copyOf(references);
        replyTo = List.copyOf(replyTo);
        attachments = List.copyOf(attachments);
        languages = List.copyOf(languages);
        problems = List.copyOf(problems);
    }
}
