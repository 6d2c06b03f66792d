package dev.heed.email;

import dev.heed.message.Attachment;
import dev.heed.message.AttachmentContents;
import dev.heed.people.EmailAddress;
import dev.heed.spi.channel.OutboundMessage;
import dev.heed.spi.channel.SendOutcome;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands mails to the submission server, one connection and one attempt each. Used by one thread at a time. */
final class SmtpSubmission {
    private static final Logger log = LoggerFactory.getLogger(SmtpSubmission.class);
    private static final int PERMANENT = 500;

    /** RFC 4954 section 6: the shop's own login is to be mended, and the mail then goes out. */
    private static final Set<Integer> ASKS_FOR_LOGIN = Set.of(530, 534, 535, 538);

    private final MailServer server;
    private final EmailAddress from;
    private final String domain;
    private final Duration timeout;

    /**
     * Knows how to submit.
     *
     * @param domain the domain of {@code from} in ASCII
     */
    SmtpSubmission(MailServer server, EmailAddress from, String domain, Duration timeout) {
        this.server = server;
        this.from = from;
        this.domain = domain;
        this.timeout = timeout;
    }

    SendOutcome send(OutboundMessage message, AttachmentContents contents, String messageId) {
        if (!(message.to() instanceof EmailAddress to)) {
            return new SendOutcome.Rejected("The address of the customer is not an e-mail address.");
        }
        byte[] raw;
        String recipient;
        try {
            raw = MailWriter.write(outgoing(from, message, to, messageId, files(message, contents)));
            recipient = MailAddress.requireAscii("To", to.value());
        } catch (IllegalArgumentException e) {
            return new SendOutcome.Rejected("The mail cannot be written: " + e.getMessage());
        } catch (IOException e) {
            return SendOutcome.failed(
                    "A file of the mail could not be read: " + e.getClass().getName() + ".");
        }
        return submit(raw, recipient);
    }

    private SendOutcome submit(byte[] raw, String recipient) {
        Session session = MailSessions.smtp(server, domain, timeout);
        PhasedTransport transport = new PhasedTransport(session);
        try {
            transport.connect(
                    server.host(),
                    server.port(),
                    server.user().orElse(null),
                    server.password().orElse(null));
            return handOver(new MimeMessage(session, new ByteArrayInputStream(raw)), recipient, transport);
        } catch (MessagingException e) {
            return SendOutcome.failed("SMTP server " + server + ": " + MailFaults.words(MailFaults.kind(e)));
        } finally {
            hangUp(transport);
        }
    }

    private static SendOutcome handOver(MimeMessage mail, String recipient, PhasedTransport transport) {
        InternetAddress to = new InternetAddress();
        to.setAddress(recipient); // checked before; the constructor refuses some addresses that exist
        try {
            transport.sendMessage(mail, new Address[] {to});
            return SendOutcome.sent();
        } catch (MessagingException e) {
            return outcome(e, transport.saidAll());
        }
    }

    /** A farewell that fails says nothing about the mail. */
    private static void hangUp(PhasedTransport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            log.debug("The connection to the SMTP server was gone before it was closed: {}", MailFaults.where(e));
        }
    }

    /**
     * What a failure means: a number from 500 on is final unless it asks for a login, a smaller one is not, and none
     * after all was said is doubt.
     */
    private static SendOutcome outcome(MessagingException fault, boolean saidAll) {
        Optional<Integer> code = returnCode(fault);
        if (code.isPresent()) {
            String reason = "The SMTP server answered with " + code.get() + ".";
            boolean permanent = code.get() >= PERMANENT && !ASKS_FOR_LOGIN.contains(code.get());
            return permanent ? new SendOutcome.Rejected(reason) : SendOutcome.failed(reason);
        }
        return saidAll
                ? new SendOutcome.Unknown("The connection broke after the whole mail was handed over.")
                : SendOutcome.failed("The connection to the SMTP server broke.");
    }

    /** The first number above 400 on the way from the fault to its cause; a refused recipient stands deepest. */
    private static Optional<Integer> returnCode(MessagingException fault) {
        Optional<Integer> code = Optional.empty();
        Exception current = fault;
        while (current instanceof MessagingException messaging) {
            int found = -1;
            if (messaging instanceof SMTPAddressFailedException address) {
                found = address.getReturnCode();
            } else if (messaging instanceof SMTPSenderFailedException sender) {
                found = sender.getReturnCode();
            } else if (messaging instanceof SMTPSendFailedException send) {
                found = send.getReturnCode();
            }
            if (found >= 400) {
                code = Optional.of(found);
            }
            current = messaging.getNextException();
        }
        return code;
    }

    private static OutgoingMail outgoing(
            EmailAddress from, OutboundMessage message, EmailAddress to, String messageId, List<MailAttachment> files) {
        OutboundMessage.Content content = message.content();
        List<String> answers = message.answers();
        return new OutgoingMail(
                new Mailbox(message.fromName(), from.value()),
                new Mailbox(message.toName().orElse(""), to.value()),
                message.subject(),
                content.text(),
                content.html(),
                messageId,
                answers.isEmpty() ? Optional.empty() : Optional.of(answers.get(answers.size() - 1)),
                answers,
                message.writtenAt(),
                message.zone().getRules().getOffset(message.writtenAt()),
                message.automatic(),
                files);
    }

    private static List<MailAttachment> files(OutboundMessage message, AttachmentContents contents) throws IOException {
        List<MailAttachment> files = new ArrayList<>();
        for (Attachment attachment : message.content().attachments()) {
            try (InputStream in = contents.open(attachment)) {
                files.add(new MailAttachment(
                        attachment.name(),
                        attachment.mediaType(),
                        attachment.contentId(),
                        attachment.contentId().isPresent(),
                        in.readAllBytes()));
            }
        }
        return files;
    }
}
