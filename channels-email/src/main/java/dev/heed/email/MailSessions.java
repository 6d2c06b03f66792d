package dev.heed.email;

import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;

/** Makes sessions for the mail library: every time-out set, certificates and host names checked, nothing global. */
final class MailSessions {
    private MailSessions() {}

    static Session imap(MailServer server, Duration timeout) {
        return Session.getInstance(common("imap", server, timeout));
    }

    static Session smtp(MailServer server, String ownDomain, Duration timeout) {
        Properties properties = common("smtp", server, timeout);
        properties.put("mail.smtp.localhost", ownDomain);
        properties.put("mail.smtp.auth", Boolean.toString(server.user().isPresent()));
        properties.put("mail.smtp.quitwait", "false");
        return Session.getInstance(properties);
    }

    private static Properties common(String protocol, MailServer server, Duration timeout) {
        String prefix = "mail." + protocol + ".";
        String millis = Long.toString(timeout.toMillis());
        Properties properties = new Properties();
        properties.put(prefix + "connectiontimeout", millis);
        properties.put(prefix + "timeout", millis);
        properties.put(prefix + "writetimeout", millis);
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "socketFactory.fallback", "false");
        server.trust().ifPresent(factory -> properties.put(prefix + "ssl.socketFactory", factory));
        switch (server.security()) {
            case TLS -> properties.put(prefix + "ssl.enable", "true");
            case STARTTLS -> {
                properties.put(prefix + "starttls.enable", "true");
                properties.put(prefix + "starttls.required", "true");
            }
            case NONE -> properties.put(prefix + "starttls.enable", "false");
        }
        return properties;
    }
}
