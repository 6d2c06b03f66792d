package dev.heed.email;

import dev.heed.error.ChannelUnavailableException;
import dev.heed.error.ChannelUnavailableException.Kind;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderClosedException;
import jakarta.mail.MessagingException;
import jakarta.mail.StoreClosedException;
import java.io.IOException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Says in Heed's words what the mail library means when it fails. */
final class MailFaults {
    private MailFaults() {}

    static ChannelUnavailableException unavailable(String what, MailServer server, Exception fault) {
        Kind kind = kind(fault);
        String remedy = switch (kind) {
            case AUTHENTICATION -> "Check user and password; the account may need an app password.";
            case TLS -> "Check the certificate, its host name, and whether the port is one for TLS or STARTTLS.";
            case UNREACHABLE -> "Check host, port and network.";
            case PROTOCOL -> "See the cause; the folder may not exist or the mailbox may be locked.";
        };
        return new ChannelUnavailableException(kind, what + " " + server + ": " + words(kind), remedy, fault);
    }

    static Kind kind(Exception fault) {
        if (fault instanceof AuthenticationFailedException) {
            return Kind.AUTHENTICATION;
        }
        if (cause(fault, SSLException.class).isPresent() || saysStartTls(fault)) {
            return Kind.TLS;
        }
        boolean broken = fault instanceof FolderClosedException || fault instanceof StoreClosedException;
        return broken || cause(fault, IOException.class).isPresent() ? Kind.UNREACHABLE : Kind.PROTOCOL;
    }

    static String words(Kind kind) {
        return switch (kind) {
            case AUTHENTICATION -> "it refuses the user or the password.";
            case TLS -> "no protected connection comes about.";
            case UNREACHABLE -> "it does not answer.";
            case PROTOCOL -> "it answers in a way that cannot be worked with.";
        };
    }

    /** The class of a fault and the line where it arose, for logs: its message may hold what a mail says. */
    static String where(Throwable fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        return fault.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    /** The mail library tells a missing STARTTLS by its message alone. */
    private static boolean saysStartTls(Exception fault) {
        String message = fault.getMessage();
        return fault instanceof MessagingException && message != null && message.contains("STARTTLS");
    }

    private static <T extends Throwable> Optional<T> cause(Throwable fault, Class<T> type) {
        Throwable current = fault;
        for (int depth = 0; current != null && depth < 20; depth++) {
            if (type.isInstance(current)) {
                return Optional.of(type.cast(current));
            }
            current = current instanceof MessagingException messaging && messaging.getNextException() != null
                    ? messaging.getNextException()
                    : current.getCause();
        }
        return Optional.empty();
    }
}
