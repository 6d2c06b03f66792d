package dev.heed.examples.firstanswer;

import dev.heed.email.MailServer;
import dev.heed.error.InvalidInputException;
import jakarta.mail.Session;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** A mail server as it is given on the command line. Prints neither user nor password. */
final class MailUrl {
    static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Map<String, Integer> PORTS =
            Map.of("imaps", 993, "imap", 143, "imap+plain", 143, "smtps", 465, "smtp", 587, "smtp+plain", 25);

    /** What the servers are asked for. */
    enum Protocol {
        IMAP("imaps://user:password@host:993/folder"),
        SMTP("smtps://user:password@host:465");

        private final String shape;

        Protocol(String shape) {
            this.shape = shape;
        }

        String option() {
            return "--" + scheme();
        }

        String scheme() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Protocol protocol;
    private final MailServer server;
    private final String scheme;
    private final String host;
    private final int port;
    private final String user;
    private final String password;
    private final String folder;

    private MailUrl(Protocol protocol, URI uri, String user, String password, String folder) {
        this.protocol = protocol;
        this.scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        this.host = uri.getHost();
        this.port = uri.getPort() < 0 ? PORTS.getOrDefault(scheme, 0) : uri.getPort();
        this.user = user;
        this.password = password;
        this.folder = folder;
        this.server = server();
    }

    private MailServer server() {
        MailServer bare = switch (scheme) {
            case "imaps", "smtps" -> MailServer.tls(host, port);
            case "imap", "smtp" -> MailServer.startTls(host, port);
            default -> MailServer.plain(host, port);
        };
        return user.isEmpty() ? bare : bare.login(user, password);
    }

    /**
     * Reads a URL.
     *
     * @throws InvalidInputException if it cannot be used; the message does not repeat it
     */
    static MailUrl parse(Protocol protocol, String text) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            throw wrong(protocol, "is not a URL");
        }
        requireScheme(protocol, uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT));
        if (uri.getHost() == null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw wrong(protocol, "does not say clearly which host is meant");
        }
        String who = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
        int colon = who.indexOf(':');
        boolean complete = colon > 0 && colon < who.length() - 1;
        if (!complete && (!who.isEmpty() || protocol == Protocol.IMAP)) {
            throw wrong(protocol, "names no user with a password");
        }
        String folder = uri.getPath().replaceAll("^/+|/+$", "");
        if (protocol == Protocol.SMTP && !folder.isEmpty()) {
            throw wrong(protocol, "has something after the host");
        }
        return new MailUrl(
                protocol,
                uri,
                complete ? decoded(who.substring(0, colon)) : "",
                complete ? decoded(who.substring(colon + 1)) : "",
                folder.isEmpty() ? "INBOX" : folder);
    }

    private static void requireScheme(Protocol protocol, String scheme) {
        if (!PORTS.containsKey(scheme)) {
            throw wrong(protocol, "does not begin as the URL of a mail server");
        }
        if (!scheme.startsWith(protocol.scheme())) {
            throw wrong(protocol, "is one for the other of the two options");
        }
    }

    private static InvalidInputException wrong(Protocol protocol, String what) {
        String scheme = protocol.scheme();
        return new InvalidInputException(
                "The URL after " + protocol.option() + " " + what + ".",
                "Write " + protocol.shape + " for TLS, " + scheme + "://… for STARTTLS, or " + scheme
                        + "+plain://… for a server on this machine. In user and password write %40 for @, %3A for :, "
                        + "%2F for /, %3F for ?, %23 for # and %25 for %.");
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    MailServer asServer() {
        return server;
    }

    Protocol protocol() {
        return protocol;
    }

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    String user() {
        return user;
    }

    String password() {
        return password;
    }

    String folder() {
        return folder;
    }

    /** How the mail library is to connect: time-outs set, certificates and host names checked. */
    Session session() {
        String prefix = "mail." + protocol.scheme() + ".";
        String millis = Long.toString(PATIENCE.toMillis());
        Properties properties = new Properties();
        properties.put(prefix + "connectiontimeout", millis);
        properties.put(prefix + "timeout", millis);
        properties.put(prefix + "writetimeout", millis);
        properties.put(prefix + "ssl.enable", Boolean.toString(scheme.endsWith("s")));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "socketFactory.fallback", "false");
        properties.put(prefix + "starttls.enable", Boolean.toString(scheme.equals(protocol.scheme())));
        properties.put(prefix + "starttls.required", Boolean.toString(scheme.equals(protocol.scheme())));
        properties.put("mail.smtp.auth", Boolean.toString(!user.isEmpty()));
        properties.put("mail.smtp.localhost", "customer.example");
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.imap.peek", "true");
        return Session.getInstance(properties);
    }

    /** Which server, and how the connection is protected. */
    @Override
    public String toString() {
        String protection = scheme.endsWith("+plain") ? "no TLS" : scheme.endsWith("s") ? "TLS" : "STARTTLS";
        return protocol + " server " + host + ":" + port + " (" + protection + ")";
    }
}
