package dev.heed.examples.firstanswer;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** A real mail server in this process, on free ports of this machine. */
final class InProcessPostOffice implements PostOffice {
    private static final String HOST = "127.0.0.1";
    private static final String PASSWORD = "secret";
    private static final long STARTS_WITHIN_MILLIS = 60_000;

    private final GreenMail server;
    private final String shop;
    private final Path folder;

    /**
     * Starts the server.
     *
     * @param shop the address of the shop
     * @param folder where {@link #saveReceived} writes
     */
    InProcessPostOffice(String shop, Path folder) {
        this.shop = shop;
        this.folder = folder;
        server = new GreenMail(
                new ServerSetup[] {onFreePort(ServerSetup.PROTOCOL_SMTP), onFreePort(ServerSetup.PROTOCOL_IMAP)});
        server.start();
        GreenMailUser unused = server.setUser(shop, shop, PASSWORD);
    }

    /** A part of the server; a machine that is busy may take its time to start it. */
    static ServerSetup onFreePort(String protocol) {
        ServerSetup setup = new ServerSetup(0, HOST, protocol);
        setup.setServerStartupTimeout(STARTS_WITHIN_MILLIS);
        return setup;
    }

    @Override
    public MailUrl imap() {
        String user = URLEncoder.encode(shop, StandardCharsets.UTF_8);
        int port = server.getImap().getPort();
        return MailUrl.parse(MailUrl.Protocol.IMAP, "imap+plain://" + user + ":" + PASSWORD + "@" + HOST + ":" + port);
    }

    @Override
    public MailUrl smtp() {
        int port = server.getSmtp().getPort();
        return MailUrl.parse(MailUrl.Protocol.SMTP, "smtp+plain://" + HOST + ":" + port);
    }

    /** What an earlier run has left there goes first, so that the folder shows this run and nothing else. */
    @Override
    public Optional<Received> saveReceived() throws IOException {
        Files.createDirectories(folder);
        try (DirectoryStream<Path> old = Files.newDirectoryStream(folder, "*.eml")) {
            for (Path file : old) {
                Files.delete(file);
            }
        }
        int number = 0;
        for (GreenMailUser user : server.getUserManager().listUser()) {
            if (user.getLogin().equals(shop)) {
                continue;
            }
            try {
                for (var stored :
                        server.getManagers().getImapHostManager().getInbox(user).getMessages()) {
                    save(folder.resolve(String.format(Locale.ROOT, "%03d.eml", ++number)), stored.getMimeMessage());
                }
            } catch (FolderException | MessagingException e) {
                throw new IOException("A mail that a customer received cannot be saved.", e);
            }
        }
        return Optional.of(new Received(folder.toAbsolutePath(), number));
    }

    private static void save(Path file, MimeMessage mail) throws IOException, MessagingException {
        try (OutputStream out = Files.newOutputStream(file)) {
            mail.writeTo(out);
        }
    }

    @Override
    public String describe() {
        return "a mail server in this process (IMAP on port " + imap().port() + ", SMTP on port " + smtp().port() + ")";
    }

    @Override
    public void close() {
        server.stop();
    }
}
