package dev.heed.email;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.heed.message.ChannelId;
import dev.heed.message.MessageId;
import dev.heed.people.EmailAddress;
import dev.heed.spi.channel.OutboundMessage;
import jakarta.mail.Flags;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A mail server on this machine with the mailbox of the shop and those of customers. */
final class MailRig implements AfterEachCallback {

    static final String SHOP = "help@acme.example";
    static final String ANA = "ana@customer.example";
    static final String ENVELOPE = "envelope@customer.example";
    static final String BEN = "ben@customer.example";
    static final String USER = "acme-login-4711";
    static final String PASSWORD = "Zebra$secret=99";
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final GreenMail greenMail = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP)
    });

    MailRig() {
        greenMail.start();
        greenMail.setUser(SHOP, USER, PASSWORD);
        greenMail.setUser(ANA, ANA, "ana");
        greenMail.setUser(BEN, BEN, "ben");
    }

    /** Where the shop's mail is fetched, with the right login. */
    MailServer imap() {
        return MailServer.plain("127.0.0.1", imapPort()).login(USER, PASSWORD);
    }

    /** Where the shop hands mail in, with the right login. */
    MailServer smtp() {
        return MailServer.plain("127.0.0.1", smtpPort()).login(USER, PASSWORD);
    }

    int imapPort() {
        return greenMail.getImap().getPort();
    }

    int smtpPort() {
        return greenMail.getSmtp().getPort();
    }

    /** The shop's channel, still to be built. */
    EmailChannel.Builder channel() {
        return EmailChannel.builder(SHOP, imap(), smtp()).timeout(PATIENCE);
    }

    /** One more mailbox; the login is the address. */
    MailRig mailbox(String address, String password) {
        greenMail.setUser(address, address, password);
        return this;
    }

    /** The shop's password is changed. */
    MailRig password(String value) {
        user(SHOP).setPassword(value);
        return this;
    }

    /** Somebody hands in mail for the shop. */
    MailRig deliver(RawMail... mails) {
        for (RawMail mail : mails) {
            deliver(SHOP, mail.bytes());
        }
        return this;
    }

    /** Somebody hands in a mail by SMTP. */
    void deliver(String to, byte[] raw) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), smtpPort())) {
            socket.setTcpNoDelay(true);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            OutputStream out = socket.getOutputStream();
            expect(in, "220");
            say(in, out, "HELO customer.example", "250");
            say(in, out, "MAIL FROM:<" + ENVELOPE + ">", "250");
            say(in, out, "RCPT TO:<" + to + ">", "250");
            say(in, out, "DATA", "354");
            String stuffed = new String(raw, StandardCharsets.ISO_8859_1).replace("\r\n.", "\r\n..");
            out.write(stuffed.getBytes(StandardCharsets.ISO_8859_1));
            say(in, out, "\r\n.", "250");
            say(in, out, "QUIT", "221");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A person puts a mail into a folder of the shop, so that it bears no trace of SMTP. */
    MailRig put(String folder, RawMail raw) {
        MimeMessage message = GreenMailUtil.newMimeMessage(new ByteArrayInputStream(raw.bytes()));
        long unused = folder(SHOP, folder).appendMessage(message, new Flags(), Date.from(Instant.EPOCH));
        return this;
    }

    private static void say(BufferedReader in, OutputStream out, String command, String expected) throws IOException {
        out.write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        expect(in, expected);
    }

    private static void expect(BufferedReader in, String expected) throws IOException {
        String answer = in.readLine();
        if (answer == null || !answer.startsWith(expected)) {
            throw new IOException("GreenMail answers " + answer);
        }
    }

    /** What has arrived at an address, in its order. */
    List<ReceivedMail> received(String address) {
        return folder(address, "INBOX").getMessages().stream()
                .map(StoredMessage::getMimeMessage)
                .map(ReceivedMail::new)
                .toList();
    }

    /** The shop's mails as they lie in its inbox. */
    List<StoredMessage> inbox() {
        return folder(SHOP, "INBOX").getMessages();
    }

    /** A folder, which is made if it is not there. */
    MailFolder folder(String address, String name) {
        GreenMailUser user = user(address);
        var host = greenMail.getManagers().getImapHostManager();
        try {
            MailFolder folder = host.getFolder(user, name);
            return folder == null ? host.createMailbox(user, name) : folder;
        } catch (Exception e) {
            throw new IllegalStateException("GreenMail has no folder " + name, e);
        }
    }

    /** Deletes all of the shop's mails that are marked for it, as a mail program of a person does. */
    void expunge() {
        try {
            folder(SHOP, "INBOX").expunge();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    private GreenMailUser user(String address) {
        return greenMail.getUserManager().getUserByEmail(address);
    }

    void stop() {
        greenMail.stop();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        stop();
    }

    /** A message of the desk to Ana. */
    static OutboundMessage outbound(String id, String text) {
        return outbound(id, new OutboundMessage.Content(text, Optional.empty(), List.of()), false);
    }

    /** A message of the desk to Ana. */
    static OutboundMessage outbound(String id, OutboundMessage.Content content, boolean automatic) {
        return new OutboundMessage(
                new MessageId(id),
                ChannelId.of("email"),
                EmailAddress.of(ANA),
                Optional.of("Ana Silva"),
                "Maria Keller, Acme",
                "Re: Where is my parcel?",
                content,
                List.of(),
                automatic,
                Instant.parse("2026-03-02T12:00:00Z"),
                ZoneId.of("Europe/Berlin"));
    }
}
