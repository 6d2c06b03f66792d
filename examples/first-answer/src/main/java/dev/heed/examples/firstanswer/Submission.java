package dev.heed.examples.firstanswer;

import jakarta.mail.MessagingException;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * Hands in mails byte by byte, however broken they are; sent as a message, the mail library would mend them on the way.
 * In front stands one header line, as each mail server on the way puts one there, by which the example knows its own.
 */
final class Submission implements AutoCloseable {
    private static final int CLOSING = 421;

    private final MailUrl url;
    private final String sender;
    private final String recipient;
    private Raw transport;

    /**
     * Knows how to submit; nothing is connected yet.
     *
     * @param sender for the envelope
     * @param recipient for the envelope
     */
    Submission(MailUrl url, String sender, String recipient) {
        this.url = url;
        this.sender = sender;
        this.recipient = recipient;
        this.transport = new Raw(url);
    }

    /**
     * Connects and logs in, unless that is done.
     *
     * @throws dev.heed.error.ChannelUnavailableException with what stands in the way
     */
    void connect() {
        if (transport.isConnected()) {
            return;
        }
        close();
        transport = new Raw(url);
        try {
            transport.connect(
                    url.host(),
                    url.port(),
                    url.user().isEmpty() ? null : url.user(),
                    url.user().isEmpty() ? null : url.password());
        } catch (MessagingException e) {
            throw MailTrouble.of(url, e);
        }
    }

    /**
     * Hands in one mail; once more on a new connection if the server has had enough of this one.
     *
     * @throws NotDelivered if the server did not say that it has taken it
     */
    void handIn(byte[] mail, String mark) throws NotDelivered {
        try {
            attempt(mail, mark);
        } catch (NotDelivered e) {
            if (!e.again) {
                throw e;
            }
            attempt(mail, mark);
        }
    }

    private void attempt(byte[] mail, String mark) throws NotDelivered {
        connect();
        try {
            transport.handIn(sender, recipient, mail, mark);
        } catch (MessagingException | IOException e) {
            boolean broke = e.getCause() instanceof IOException || e instanceof IOException;
            boolean again = transport.getLastReturnCode() == CLOSING;
            String answer = String.valueOf(e.getMessage()).strip();
            close();
            throw new NotDelivered(
                    broke ? "the connection to the mail server broke" : "the mail server says: " + answer, again);
        }
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException e) {
            // a farewell that fails says nothing about the mails
        }
    }

    /** A mail that the server did not take; the message is the reason. */
    static final class NotDelivered extends Exception {
        private static final long serialVersionUID = 1L;

        private final String reason;
        private final boolean again;

        NotDelivered(String reason, boolean again) {
            super(reason);
            this.reason = reason;
            this.again = again;
        }

        String reason() {
            return reason;
        }
    }

    /** The commands of RFC 5321 without anything between. */
    private static final class Raw extends SMTPTransport {
        Raw(MailUrl url) {
            super(url.session(), new URLName("smtp", url.host(), url.port(), null, null, null));
        }

        synchronized void handIn(String from, String to, byte[] mail, String mark)
                throws MessagingException, IOException {
            say("MAIL FROM:<" + from + ">");
            say("RCPT TO:<" + to + ">");
            OutputStream out = data();
            out.write((OwnMails.HEADER + ": " + mark + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(mail);
            finishData();
        }

        private void say(String command) throws MessagingException {
            if (simpleCommand(command) / 100 != 2) {
                throw new MessagingException(getLastServerResponse());
            }
        }
    }
}
