package dev.heed.examples.firstanswer;

import dev.heed.email.MailServer;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** A mail server somewhere else; the customer's mails are handed in at the same place as the shop's. */
final class RemotePostOffice implements PostOffice {
    private static final String PATIENCE_MILLIS = "30000";

    private final MailServer imap;
    private final MailServer smtp;
    private final URI submission;
    private final String customer;
    private final String shop;

    RemotePostOffice(String imap, String smtp, String shop, String customer) {
        this.imap = MailServer.parse(imap);
        this.smtp = MailServer.parse(smtp);
        this.submission = URI.create(smtp);
        this.shop = shop;
        this.customer = customer;
    }

    @Override
    public MailServer imap() {
        return imap;
    }

    @Override
    public MailServer smtp() {
        return smtp;
    }

    @Override
    public void deliver(byte[] mail) throws IOException {
        Session session = Session.getInstance(properties());
        try (Transport transport = session.getTransport("smtp")) {
            List<String> login = login();
            transport.connect(
                    submission.getHost(),
                    submission.getPort(),
                    login.isEmpty() ? null : login.get(0),
                    login.isEmpty() ? null : login.get(1));
            MimeMessage message = new MimeMessage(session, new ByteArrayInputStream(mail));
            transport.sendMessage(message, new Address[] {new InternetAddress(shop)});
        } catch (MessagingException e) {
            throw new IOException("A mail could not be handed in at " + smtp + ".", e);
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        boolean tls = submission.getScheme().equals("smtps");
        boolean startTls = submission.getScheme().equals("smtp");
        properties.put("mail.smtp.from", customer);
        properties.put("mail.smtp.auth", Boolean.toString(!login().isEmpty()));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(tls));
        properties.put("mail.smtp.starttls.required", Boolean.toString(startTls));
        properties.put("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
        properties.put("mail.smtp.timeout", PATIENCE_MILLIS);
        return properties;
    }

    private List<String> login() {
        String who = submission.getRawUserInfo();
        int colon = who == null ? -1 : who.indexOf(':');
        return colon < 0
                ? List.of()
                : List.of(
                        URLDecoder.decode(who.substring(0, colon), StandardCharsets.UTF_8),
                        URLDecoder.decode(who.substring(colon + 1), StandardCharsets.UTF_8));
    }

    @Override
    public Optional<Path> saveReceived() {
        return Optional.empty();
    }

    @Override
    public String describe() {
        return "IMAP server " + imap + " and SMTP server " + smtp;
    }

    @Override
    public void close() {}
}
