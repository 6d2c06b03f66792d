package dev.heed.email;

import com.google.common.base.CharMatcher;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why a mail was sent by a machine. Answering such a mail automatically makes loops (RFC 3834 section 2). */
final class AutomaticMail {

    private static final List<String> BULK = List.of("bulk", "list", "junk", "auto_reply");
    private static final List<String> SUPPRESSED = List.of("all", "oof", "autoreply");
    private static final List<String> MACHINES = List.of("mailer-daemon", "postmaster");
    private static final List<String> REPORTS =
            List.of("multipart/report", "message/delivery-status", "message/disposition-notification");

    private AutomaticMail() {}

    /** A reason in words, empty for mail that a person seems to have written. */
    static Optional<String> reason(HeaderFields header, Optional<Mailbox> from) {
        return autoSubmitted(header)
                .or(() -> precedence(header))
                .or(() -> suppressed(header))
                .or(() -> present(header, "List-Id", "It comes from a mailing list (List-Id)."))
                .or(() -> present(header, "List-Unsubscribe", "It comes from a mailing list (List-Unsubscribe)."))
                .or(() -> present(header, "X-Autoreply", "It is an automatic reply (X-Autoreply)."))
                .or(() -> present(header, "X-Autorespond", "It is an automatic reply (X-Autorespond)."))
                .or(() -> nullReturnPath(header))
                .or(() -> report(header))
                .or(() -> machine(from));
    }

    private static Optional<String> autoSubmitted(HeaderFields header) {
        return Optional.of(header.parameters("Auto-Submitted").value())
                .filter(value -> !value.isEmpty() && !value.equals("no"))
                .map(value -> "It was sent automatically (Auto-Submitted).");
    }

    private static Optional<String> precedence(HeaderFields header) {
        return header.named("Precedence").stream()
                .map(value -> value.strip().toLowerCase(Locale.ROOT))
                .filter(BULK::contains)
                .findFirst()
                .map(value -> "It was sent to many or by a machine (Precedence: " + value + ").");
    }

    private static Optional<String> suppressed(HeaderFields header) {
        return header.named("X-Auto-Response-Suppress").stream()
                .map(value -> value.toLowerCase(Locale.ROOT))
                .filter(value -> SUPPRESSED.stream().anyMatch(value::contains))
                .findFirst()
                .map(value -> "It asks not to be answered automatically (X-Auto-Response-Suppress).");
    }

    private static Optional<String> nullReturnPath(HeaderFields header) {
        return header.first("Return-Path")
                .filter(path -> CharMatcher.whitespace().removeFrom(path).equals("<>"))
                .map(path -> "It has no return address (Return-Path: <>).");
    }

    private static Optional<String> report(HeaderFields header) {
        return Optional.of(header.parameters("Content-Type").value())
                .filter(REPORTS::contains)
                .map(type -> "It is a delivery report (" + type + ").");
    }

    private static Optional<String> machine(Optional<Mailbox> from) {
        return from.map(mailbox -> mailbox.address().toLowerCase(Locale.ROOT))
                .flatMap(address -> MACHINES.stream()
                        .filter(name -> address.startsWith(name + "@"))
                        .findFirst())
                .map(name -> "It comes from a mail server (" + name + ").");
    }

    private static Optional<String> present(HeaderFields header, String name, String reason) {
        return header.has(name) ? Optional.of(reason) : Optional.empty();
    }
}
