package dev.heed.email;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;

/**
 * Where a mail server is, how the connection is protected, and who logs in. Immutable and thread-safe; each method that
 * changes something gives a new value. Certificates and host names are always checked.
 */
public final class MailServer {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");

    private final String host;
    private final int port;
    private final Security security;
    private final Optional<String> user;
    private final Optional<String> password;
    private final Optional<SSLSocketFactory> trust;

    /** How a connection is protected. */
    enum Security {
        TLS,
        STARTTLS,
        NONE
    }

    private MailServer(
            String host,
            int port,
            Security security,
            Optional<String> user,
            Optional<String> password,
            Optional<SSLSocketFactory> trust) {
        if (host.isBlank() || port < 1 || port > 65_535) {
            throw new InvalidInputException(
                    "A mail server has the host “" + host + "” and the port " + port + ".",
                    "Give a host name and a port from 1 to 65535.");
        }
        this.host = host;
        this.port = port;
        this.security = security;
        this.user = user;
        this.password = password;
        this.trust = trust;
    }

    /** A server that speaks TLS from the first byte: usually port 993 for IMAP, 465 for SMTP (RFC 8314). */
    public static MailServer tls(String host, int port) {
        return of(host, port, Security.TLS);
    }

    /** A server that is asked to begin TLS before anything else is said; without it there is no connection. */
    public static MailServer startTls(String host, int port) {
        return of(host, port, Security.STARTTLS);
    }

    /** A server without any protection: only for one on this machine, as in tests. */
    public static MailServer plain(String host, int port) {
        return of(host, port, Security.NONE);
    }

    private static MailServer of(String host, int port, Security security) {
        return new MailServer(
                requireNonNull(host, "host"), port, security, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * A server by its URL: {@code imaps://user:password@host:993}, {@code smtps://…:465} with TLS, {@code imap://…:143},
     * {@code smtp://…:587} with STARTTLS, {@code imap+plain://…}, {@code smtp+plain://…} without protection. User and
     * password are percent-encoded.
     *
     * @throws InvalidInputException if it is none of these; the message does not repeat it
     */
    public static MailServer parse(String url) {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException e) {
            throw unknownUrl();
        }
        if (uri.getScheme() == null || uri.getHost() == null) {
            throw unknownUrl();
        }
        MailServer server = switch (uri.getScheme().toLowerCase(Locale.ROOT)) {
            case "imaps" -> tls(uri.getHost(), portOf(uri, 993));
            case "smtps" -> tls(uri.getHost(), portOf(uri, 465));
            case "imap" -> startTls(uri.getHost(), portOf(uri, 143));
            case "smtp" -> startTls(uri.getHost(), portOf(uri, 587));
            case "imap+plain" -> plain(uri.getHost(), portOf(uri, 143));
            case "smtp+plain" -> plain(uri.getHost(), portOf(uri, 25));
            default -> throw unknownUrl();
        };
        String who = uri.getRawUserInfo();
        if (who == null) {
            return server;
        }
        int colon = who.indexOf(':');
        if (colon < 0) {
            throw unknownUrl();
        }
        return server.login(decoded(who.substring(0, colon)), decoded(who.substring(colon + 1)));
    }

    private static int portOf(URI uri, int usual) {
        return uri.getPort() < 0 ? usual : uri.getPort();
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static InvalidInputException unknownUrl() {
        return new InvalidInputException(
                "This is not the URL of a mail server.",
                "Write imaps://user:password@host:993 or smtps://user:password@host:465, with %40 for @ in the user.");
    }

    /**
     * The same server with somebody who logs in. Default: nobody does.
     *
     * @throws InvalidInputException if the connection is not protected and leaves this machine
     */
    public MailServer login(String name, String secret) {
        if (security == Security.NONE && !LOOPBACK.contains(host)) {
            throw new InvalidInputException(
                    "A password would go to " + host + " unprotected.", "Use tls(…) or startTls(…).");
        }
        return new MailServer(
                host,
                port,
                security,
                Optional.of(requireNonNull(name, "name")),
                Optional.of(requireNonNull(secret, "secret")),
                trust);
    }

    /** The same server with certificates trusted by this factory. Default: those the JVM trusts. */
    public MailServer trusting(SSLSocketFactory factory) {
        return new MailServer(host, port, security, user, password, Optional.of(factory));
    }

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    Security security() {
        return security;
    }

    Optional<String> user() {
        return user;
    }

    Optional<String> password() {
        return password;
    }

    Optional<SSLSocketFactory> trust() {
        return trust;
    }

    /** Host, port and protection; neither user nor password. */
    @Override
    public String toString() {
        return host + ":" + port + " (" + security + ")";
    }
}
