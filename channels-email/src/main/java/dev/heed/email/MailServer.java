package dev.heed.email;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
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
