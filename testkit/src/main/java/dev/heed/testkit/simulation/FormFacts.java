package dev.heed.testkit.simulation;

import dev.heed.ticket.FactSource;
import dev.heed.ticket.ListeningEvent;
import dev.heed.ticket.TicketEvent;

/** What customers fill in on their pages says that they are there, and mostly that somebody has to look at it. */
final class FormFacts {
    private FormFacts() {}

    static void take(Facts facts, ListeningEvent event) {
        boolean given = isGiven(event);
        boolean confirmed = event instanceof ListeningEvent.StatementConfirmed agreed && isForm(agreed.source());
        if (!given && !confirmed) {
            return;
        }
        facts.spoke(event);
        if (given && !facts.isClosed() && !facts.awaited && facts.heldUntil == null && facts.onThePhone == null) {
            facts.customerWaits();
        }
    }

    /** Whether a customer has filled something in just now. */
    static boolean isFilledIn(Check.Batch batch) {
        return batch.all(ListeningEvent.class).stream().anyMatch(FormFacts::isGiven);
    }

    /** Whether a customer has filled something in. */
    static boolean isSaid(TicketEvent event) {
        return event instanceof ListeningEvent heard && isGiven(heard);
    }

    private static boolean isGiven(ListeningEvent event) {
        if (event instanceof ListeningEvent.FactNoted noted) {
            return isForm(noted.source());
        } else if (event instanceof ListeningEvent.FactOutdated outdated) {
            return outdated.by().isEmpty();
        } else if (event instanceof ListeningEvent.ConsentGiven given) {
            return isForm(given.source());
        }
        return event instanceof ListeningEvent.ConsentWithdrawn withdrawn && isForm(withdrawn.source());
    }

    private static boolean isForm(FactSource source) {
        return source instanceof FactSource.InAForm;
    }
}
