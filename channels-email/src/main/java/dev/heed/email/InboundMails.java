package dev.heed.email;

import com.google.common.base.CharMatcher;
import com.google.common.collect.Lists;
import dev.heed.error.InvalidInputException;
import dev.heed.message.AttachmentSource;
import dev.heed.people.Address;
import dev.heed.people.EmailAddress;
import dev.heed.spi.channel.InboundMessage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes the desk's messages of raw mails. Pure and thread-safe. */
final class InboundMails {
    private static final CharMatcher PARTS = CharMatcher.anyOf("-_.");

    private final Set<Address> ownAddresses;
    private final MailLimits limits;

    InboundMails(Set<Address> ownAddresses, MailLimits limits) {
        this.ownAddresses = ownAddresses;
        this.limits = limits;
    }

    /** A whole mail. */
    InboundMessage whole(byte[] raw) {
        return message(MailParser.parse(raw, limits), List.of());
    }

    /** The beginning of a mail that is too large, with a remark about the rest. */
    InboundMessage beginning(byte[] raw, String remark) {
        return message(MailParser.parseBeginning(raw, limits), List.of(remark));
    }

    private InboundMessage message(ParsedMail mail, List<String> remarks) {
        List<String> all = new ArrayList<>(remarks);
        all.addAll(mail.problems());
        InboundMessage.Builder message = InboundMessage.builder(mail.dedupeKey(), mail.text())
                .subject(mail.subject())
                .attachments(mail.attachments().stream()
                        .map(InboundMails::attachment)
                        .toList())
                .answers(answers(mail))
                .remarks(all);
        Optional<Mailbox> sender = sender(mail);
        sender.flatMap(InboundMails::address).ifPresent(message::sender);
        sender.map(Mailbox::name).filter(name -> !name.isBlank()).ifPresent(message::senderName);
        mail.languages().stream().findFirst().ifPresent(message::senderLocale);
        mail.date().ifPresent(message::sentAt);
        mail.html().ifPresent(message::html);
        mail.messageId().ifPresent(message::reference);
        mail.automatic().ifPresent(message::automatic);
        BounceReport.in(mail).ifPresent(message::bounce);
        return message.build();
    }

    /** The author; but who filled in a form that was mailed by us or by a robot stands in Reply-To. */
    private Optional<Mailbox> sender(ParsedMail mail) {
        boolean form = mail.from()
                .filter(from -> address(from).filter(ownAddresses::contains).isPresent() || isNoReply(from))
                .isPresent();
        return form
                ? mail.replyTo().stream().findFirst().or(mail::from)
                : mail.from()
                        .filter(from -> address(from).isPresent())
                        .or(() -> mail.replyTo().stream().findFirst());
    }

    /**
     * Only what programs that mail forms call themselves. The rule for the desk's own senders knows many more words, for
     * which a customer, whose address this may be, must not be passed over.
     */
    private static boolean isNoReply(Mailbox mailbox) {
        String local = PARTS.removeFrom(mailbox.address().toLowerCase(Locale.ROOT));
        return local.startsWith("noreply") || local.startsWith("donotreply");
    }

    private static Optional<EmailAddress> address(Mailbox mailbox) {
        try {
            return Optional.of(EmailAddress.of(mailbox.address()));
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }

    /** What the mail answers, the nearest first (RFC 5322 section 3.6.4). */
    private static List<String> answers(ParsedMail mail) {
        List<String> answers = new ArrayList<>(mail.inReplyTo());
        Lists.reverse(mail.references()).stream()
                .filter(id -> !answers.contains(id))
                .forEach(answers::add);
        return answers;
    }

    private static AttachmentSource attachment(MailAttachment file) {
        AttachmentSource attachment =
                AttachmentSource.of(file.name(), file.mediaType(), () -> new ByteArrayInputStream(file.bytes()));
        return file.inline() && file.contentId().isPresent()
                ? attachment.inline(file.contentId().get())
                : attachment;
    }
}
