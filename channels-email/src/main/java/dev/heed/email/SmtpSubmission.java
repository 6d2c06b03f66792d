package dev.heed.email;

import dev.heed.message.Attachment;
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
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** Hands mails to the submission server, one connection and one attempt each. Used by one thread at a time. */
final class SmtpSubmission {
    private static final int PERMANENT = 500;

    private final MailServer server;
    private final EmailAddress from;
    private final Duration timeout;

    SmtpSubmission(MailServer server, EmailAddress from, Duration timeout) {
        this.server = server;
        this.from = from;
        this.timeout = timeout;
    }

    SendOutcome send(OutboundMessage message, String messageId) {
        if (!(message.to() instanceof EmailAddress to)) {
            return new SendOutcome.Rejected("The address of the customer is not an e-mail address.");
        }
        byte[] raw;
        try {
            raw = MailWriter.write(outgoing(message, to, messageId));
        } catch (IllegalArgumentException e) {
            return new SendOutcome.Rejected("The mail cannot be written: " + e.getMessage());
        }
        return submit(raw, to);
    }

    private SendOutcome submit(byte[] raw, EmailAddress to) {
        Session session = MailSessions.smtp(server, from.domain(), timeout);
        try (PhasedTransport transport = new PhasedTransport(session)) {
            transport.connect(
                    server.host(),
                    server.port(),
                    server.user().orElse(null),
                    server.password().orElse(null));
            try {
                MimeMessage mail = new MimeMessage(session, new ByteArrayInputStream(raw));
                transport.sendMessage(mail, new Address[] {new InternetAddress(to.value())});
            } catch (MessagingException e) {
                return outcome(e, transport.saidAll());
            }
            return SendOutcome.sent();
        } catch (MessagingException e) {
            return SendOutcome.failed("SMTP server " + server + ": " + MailFaults.words(MailFaults.kind(e)));
        }
    }

    /** What a failure means: a number from 500 on is final, a smaller one is not, and none after all was said is doubt. */
    private static SendOutcome outcome(MessagingException fault, boolean saidAll) {
        Optional<Integer> code = returnCode(fault);
        if (code.isPresent()) {
            String reason = "The SMTP server answered with " + code.get() + ".";
            return code.get() >= PERMANENT ? new SendOutcome.Rejected(reason) : SendOutcome.failed(reason);
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

    private OutgoingMail outgoing(OutboundMessage message, EmailAddress to, String messageId) {
        OutboundMessage.Content content = message.content();
        List<String> answers = message.answers();
        return new OutgoingMail(
                new Mailbox(message.fromName(), from.value()),
                new Mailbox(message.toName().orElse(""), to.value()),
                Optional.empty(),
                message.subject(),
                content.text(),
                content.html().map(SmtpSubmission::document),
                messageId,
                answers.isEmpty() ? Optional.empty() : Optional.of(answers.get(answers.size() - 1)),
                answers,
                message.writtenAt(),
                message.zone().getRules().getOffset(message.writtenAt()),
                message.automatic(),
                content.attachments().stream().map(SmtpSubmission::file).toList());
    }

    private static String document(String body) {
        return "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head><body>\n" + body + "\n</body></html>\n";
    }

    private static MailAttachment file(Attachment attachment) {
        try (InputStream in = attachment.open()) {
            return new MailAttachment(
                    attachment.name(),
                    attachment.mediaType(),
                    attachment.contentId(),
                    attachment.contentId().isPresent(),
                    in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("An attachment in memory cannot be read.", e);
        }
    }
}
