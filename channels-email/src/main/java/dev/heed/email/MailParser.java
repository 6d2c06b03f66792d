package dev.heed.email;

import com.google.common.base.CharMatcher;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads the octets of a mail (RFC 5322, MIME). Never throws for any input and takes time linear in it: what cannot be
 * read is named in {@link ParsedMail#problems()}.
 */
final class MailParser {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] MBOX_LINE = {'F', 'r', 'o', 'm', ' '};

    private static final int MARKS_OF_ENCODED_WORD = 4;

    private final MailLimits limits;
    private final Problems problems = new Problems();

    private MailParser(MailLimits limits) {
        this.limits = limits;
    }

    /**
     * Reads a mail.
     *
     * @param raw the whole mail
     */
    static ParsedMail parse(byte[] raw, MailLimits limits) {
        return new MailParser(limits).read(raw, true);
    }

    /**
     * Reads a mail too large to be fetched whole. The attachment that the end cuts off is left out.
     *
     * @param raw the first octets of the mail
     */
    static ParsedMail parseBeginning(byte[] raw, MailLimits limits) {
        return new MailParser(limits).read(raw, false);
    }

    private ParsedMail read(byte[] raw, boolean whole) {
        byte[] mail = normalized(raw);
        PartCollector parts = new PartCollector(limits, problems);
        HeaderFields header = new MimeWalker(limits, problems).walk(mail, parts);
        if (!whole) {
            parts.dropCutAttachment();
            problems.add("The mail is very large; only its beginning was fetched, and what follows is missing.");
        }
        return mail(header, parts, mail);
    }

    private ParsedMail mail(HeaderFields header, PartCollector parts, byte[] raw) {
        Optional<String> messageId = header.first("Message-ID").flatMap(MessageIds::one);
        Optional<Mailbox> from = from(header);
        String text = parts.text();
        if (text.isBlank()) {
            problems.add("The mail has no text.");
        }
        return new ParsedMail(
                messageId,
                ids(header, "In-Reply-To"),
                ids(header, "References"),
                from,
                mailboxes(header, "Reply-To"),
                header.first("Date").flatMap(MailDates::parse),
                subject(header),
                text,
                parts.html(),
                parts.attachments(),
                MailLanguages.of(header),
                AutomaticMail.reason(header, from),
                Fingerprint.of(messageId, header, raw),
                problems.toList());
    }

    private String subject(HeaderFields header) {
        String subject = header.first("Subject").orElse("");
        if (CharMatcher.is('?').countIn(subject) / MARKS_OF_ENCODED_WORD > limits.encodedWords()) {
            problems.add("The subject is very long; its end is shown as it was sent.");
        }
        return HeaderText.singleLine(EncodedWords.decode(subject, limits.encodedWords()));
    }

    private Optional<Mailbox> from(HeaderFields header) {
        return List.of("From", "Sender", "Reply-To", "Return-Path").stream()
                .flatMap(name -> mailboxes(header, name).stream())
                .findFirst();
    }

    private List<Mailbox> mailboxes(HeaderFields header, String name) {
        List<Mailbox> mailboxes = header.named(name).stream()
                .limit(limits.addresses())
                .flatMap(body -> AddressParser.parse(body, limits).stream())
                .toList();
        if (mailboxes.size() >= limits.addresses()) {
            problems.add("The mail has very many addresses in one list; only the first " + limits.addresses()
                    + " are kept.");
        }
        return mailboxes.subList(0, Math.min(mailboxes.size(), limits.addresses()));
    }

    private List<String> ids(HeaderFields header, String name) {
        return MessageIds.all(String.join(" ", header.named(name)), limits.references());
    }

    /** Without what some stores put before the header, and with line feeds where lines end with CR alone. */
    private static byte[] normalized(byte[] raw) {
        int start = startsWith(raw, BYTE_ORDER_MARK, 0) ? BYTE_ORDER_MARK.length : 0;
        while (start < raw.length && (raw[start] == '\r' || raw[start] == '\n')) {
            start++;
        }
        byte[] mail = Arrays.copyOfRange(raw, start, raw.length);
        if (indexOf(mail, '\n', 0) < 0) {
            replaceCarriageReturns(mail);
        }
        int mbox = startsWith(mail, MBOX_LINE, 0) || startsWith(mail, MBOX_LINE, 1) ? indexOf(mail, '\n', 0) + 1 : 0;
        return mbox > 0 ? Arrays.copyOfRange(mail, mbox, mail.length) : mail;
    }

    private static void replaceCarriageReturns(byte[] mail) {
        for (int i = 0; i < mail.length; i++) {
            mail[i] = mail[i] == '\r' ? (byte) '\n' : mail[i];
        }
    }

    private static boolean startsWith(byte[] octets, byte[] prefix, int at) {
        int end = at + prefix.length;
        return octets.length >= end && Arrays.equals(octets, at, end, prefix, 0, prefix.length);
    }

    private static int indexOf(byte[] octets, char wanted, int from) {
        for (int i = from; i < octets.length; i++) {
            if (octets[i] == wanted) {
                return i;
            }
        }
        return -1;
    }
}
