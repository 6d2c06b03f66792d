package dev.heed.ticket;

import dev.heed.ticket.ListeningEvent.ConsentGiven;
import dev.heed.ticket.ListeningEvent.ConsentWithdrawn;
import dev.heed.ticket.ListeningEvent.FactNoted;
import dev.heed.ticket.ListeningEvent.FactOutdated;
import dev.heed.ticket.ListeningEvent.StatementConfirmed;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a customer says without a message: in a form, or by a button. */
final class SignOfLife {
    private SignOfLife() {}

    /** Whether the customer was there. */
    static boolean is(TicketEvent event) {
        return asks(event) || (event instanceof StatementConfirmed confirmed && isForm(confirmed.source()));
    }

    /** Whether somebody of the shop has to look at it. */
    static boolean asks(TicketEvent event) {
        return source(event).filter(SignOfLife::isForm).isPresent()
                || (event instanceof FactOutdated outdated && outdated.by().isEmpty());
    }

    /** The duplicates through whose pages it came. */
    static List<TicketId> via(TicketEvent event) {
        return source(event)
                .map(source -> source instanceof FactSource.InAForm form ? form.via() : null)
                .orElse(List.of());
    }

    /** What was said, for those who answer it. */
    static String words(ListeningEvent event) {
        if (event instanceof FactNoted noted) {
            return noted.key() + ": " + noted.value();
        } else if (event instanceof FactOutdated outdated) {
            return outdated.key() + " does not hold any more: " + outdated.reason();
        } else if (event instanceof ConsentGiven given) {
            return "Agrees to " + given.step() + ".";
        }
        return event instanceof ConsentWithdrawn withdrawn ? "Does not agree to " + withdrawn.step() + "." : "";
    }

    /** What was said in forms, of what is known. */
    static String words(Known known) {
        return known.facts().stream()
                .filter(fact -> isForm(fact.source()) && fact.state() == FactState.CURRENT)
                .map(fact -> fact.key() + ": " + fact.value())
                .collect(Collectors.joining("\n"));
    }

    private static Optional<FactSource> source(TicketEvent event) {
        if (event instanceof FactNoted noted) {
            return Optional.of(noted.source());
        } else if (event instanceof ConsentGiven given) {
            return Optional.of(given.source());
        } else if (event instanceof FactOutdated outdated) {
            return outdated.source();
        }
        return event instanceof ConsentWithdrawn withdrawn ? Optional.of(withdrawn.source()) : Optional.empty();
    }

    private static boolean isForm(FactSource source) {
        return source instanceof FactSource.InAForm;
    }
}
