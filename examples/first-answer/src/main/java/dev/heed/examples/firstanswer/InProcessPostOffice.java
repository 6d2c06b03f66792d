package dev.heed.examples.firstanswer;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.heed.email.MailServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A real mail server in this process, on free ports of this machine. */
final class InProcessPostOffice implements PostOffice {
    private static final String HOST = "127.0.0.1";
    private static final String PASSWORD = "secret";

    private final GreenMail server;
    private final String shop;
    private final GreenMailUser shopUser;

    InProcessPostOffice(String shop) {
        this.shop = shop;
        server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTP), new ServerSetup(0, HOST, ServerSetup.PROTOCOL_IMAP)
        });
        server.start();
        shopUser = server.setUser(shop, shop, PASSWORD);
    }

    int imapPort() {
        return server.getImap().getPort();
    }

    int smtpPort() {
        return server.getSmtp().getPort();
    }

    @Override
    public MailServer imap() {
        return MailServer.plain(HOST, imapPort()).login(shop, PASSWORD);
    }

    @Override
    public MailServer smtp() {
        return MailServer.plain(HOST, smtpPort());
    }

    @Override
    public void deliver(byte[] mail) throws IOException {
        try (SmtpDialogue smtp = new SmtpDialogue(HOST, smtpPort())) {
            smtp.handIn("customer@customer.example", shop, mail);
        }
    }

    @Override
    public Optional<Path> saveReceived() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "first-answer", "received"));
        int number = 0;
        for (GreenMailUser user : server.getUserManager().listUser()) {
            if (user.getLogin().equals(shopUser.getLogin())) {
                continue;
            }
            try {
                for (var stored :
                        server.getManagers().getImapHostManager().getInbox(user).getMessages()) {
                    save(folder.resolve(++number + ".eml"), stored.getMimeMessage());
                }
            } catch (com.icegreen.greenmail.store.FolderException | MessagingException e) {
                throw new IOException("The mails of " + user.getLogin() + " cannot be saved.", e);
            }
        }
        return number == 0 ? Optional.empty() : Optional.of(folder.toAbsolutePath());
    }

    private static void save(Path file, MimeMessage mail) throws IOException, MessagingException {
        try (OutputStream out = Files.newOutputStream(file)) {
            mail.writeTo(out);
        }
    }

    @Override
    public String describe() {
        return "a mail server in this process (IMAP on port " + imapPort() + ", SMTP on port " + smtpPort() + ")";
    }

    @Override
    public void close() {
        server.stop();
    }
}
