package dev.heed.ticket;

import dev.heed.ticket.ListeningEvent.ConsentGiven;
import dev.heed.ticket.ListeningEvent.ConsentWithdrawn;
import dev.heed.ticket.ListeningEvent.FactNoted;
import dev.heed.ticket.ListeningEvent.FactOutdated;
import dev.heed.ticket.ListeningEvent.StatementConfirmed;
import java.util.List;
import java.util.Optional;

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

    private static Optional<FactSource> source(TicketEvent event) {
        if (event instanceof FactNoted noted) {
            return Optional.of(noted.source());
        } else if (event instanceof ConsentGiven given) {
            return Optional.of(given.source());
        }
        return event instanceof ConsentWithdrawn withdrawn ? Optional.of(withdrawn.source()) : Optional.empty();
    }

    private static boolean isForm(FactSource source) {
        return source instanceof FactSource.InAForm;
    }
}
