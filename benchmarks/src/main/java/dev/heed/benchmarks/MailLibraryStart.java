package dev.heed.benchmarks;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.Properties;

/** Makes a session, an IMAP store and an SMTP transport of Angus Mail in a fresh process: a named peer. */
final class MailLibraryStart {
    private MailLibraryStart() {}

    public static void main(String[] args) throws MessagingException {
        StartClock clock = new StartClock();
        Session session = Session.getInstance(new Properties());
        try (var store = session.getStore("imap");
                var transport = session.getTransport("smtp")) {
            clock.print(store.isConnected() || transport.isConnected() ? 1 : 0);
        }
    }
}
