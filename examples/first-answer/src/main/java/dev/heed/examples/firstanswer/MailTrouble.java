package dev.heed.examples.firstanswer;

import dev.heed.error.ChannelUnavailableException;
import dev.heed.error.ChannelUnavailableException.Kind;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** Says what stands between the example and a mail server: what, where, and how to mend it. */
final class MailTrouble {
    private static final int DEEPEST = 20;

    private final MailUrl url;
    private final List<Throwable> faults;

    private MailTrouble(MailUrl url, Throwable fault) {
        this.url = url;
        this.faults = chain(fault);
    }

    static ChannelUnavailableException of(MailUrl url, MessagingException fault) {
        return new MailTrouble(url, fault).described();
    }

    private ChannelUnavailableException described() {
        if (has(AuthenticationFailedException.class)) {
            return trouble(
                    Kind.AUTHENTICATION,
                    "it refuses the user or the password.",
                    "Check both in " + option() + ", with %40 for @; the account may need an app password.");
        }
        if (has(FolderNotFoundException.class)) {
            return trouble(
                    Kind.PROTOCOL,
                    "it has no folder “" + url.folder() + "” for this user.",
                    "Create it, or name another after the host: imaps://user:password@host/folder.");
        }
        if (has(SSLException.class) || saysStartTls()) {
            return tls();
        }
        return has(IOException.class) ? unreachable() : strange();
    }

    private ChannelUnavailableException tls() {
        String scheme = url.protocol().scheme();
        if (saysStartTls()) {
            return trouble(
                    Kind.TLS,
                    "it does not offer STARTTLS.",
                    "Use " + scheme + "s:// with the port for TLS, or " + scheme
                            + "+plain:// if the server is on this machine.");
        }
        if (has(CertificateException.class)) {
            return trouble(
                    Kind.TLS,
                    "its certificate is not trusted, or is one for another host name.",
                    "Use the host name of the certificate; if it comes from an authority of your own, start Java with "
                            + "-Djavax.net.ssl.trustStore=FILE.");
        }
        return trouble(
                Kind.TLS,
                "no TLS comes about at this port.",
                "Check that the port is one for TLS; for STARTTLS write " + scheme + ":// instead of " + scheme
                        + "s://.");
    }

    private ChannelUnavailableException unreachable() {
        if (has(UnknownHostException.class)) {
            return trouble(Kind.UNREACHABLE, "there is no host of this name.", "Check the host in " + option() + ".");
        }
        if (has(SocketTimeoutException.class)) {
            return trouble(
                    Kind.UNREACHABLE,
                    "it said nothing for " + MailUrl.PATIENCE.toSeconds() + " seconds.",
                    "Check host, port and network; a port for TLS says nothing to a URL without it.");
        }
        return has(ConnectException.class)
                ? trouble(
                        Kind.UNREACHABLE,
                        "nobody listens at this port.",
                        "Check host and port in " + option() + ", and whether the server runs.")
                : trouble(
                        Kind.UNREACHABLE,
                        "the connection broke.",
                        "Check host, port and network; a port for TLS hangs up on a URL without it.");
    }

    private ChannelUnavailableException strange() {
        return trouble(
                Kind.PROTOCOL,
                "it does not answer as such a server does.",
                "Check that the port in " + option() + " is one for " + url.protocol() + ".");
    }

    private ChannelUnavailableException trouble(Kind kind, String what, String remedy) {
        return new ChannelUnavailableException(kind, url + ": " + what, remedy, faults.get(0));
    }

    private String option() {
        return url.protocol().option();
    }

    private boolean has(Class<? extends Throwable> type) {
        return faults.stream().anyMatch(type::isInstance);
    }

    /** The mail library tells a missing STARTTLS by its message alone. */
    private boolean saysStartTls() {
        String words = String.valueOf(faults.get(0).getMessage()).toUpperCase(Locale.ROOT);
        return words.contains("STARTTLS") && !has(SSLException.class);
    }

    private static List<Throwable> chain(Throwable fault) {
        List<Throwable> chain = new ArrayList<>();
        Throwable current = fault;
        while (current != null && chain.size() < DEEPEST) {
            chain.add(current);
            current = current instanceof MessagingException messaging && messaging.getNextException() != null
                    ? messaging.getNextException()
                    : current.getCause();
        }
        return chain;
    }
}
