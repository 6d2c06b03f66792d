package dev.heed.ticket;

import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.ticket.ListeningEvent.FactNoted;
import dev.heed.ticket.ListeningEvent.FactOutdated;
import dev.heed.ticket.ListeningEvent.RootCauseFound;
import java.util.Optional;

/** What is known, and who said so. */
final class ListeningDecision {
    private final Steps steps;
    private final TicketState state;

    ListeningDecision(Steps steps) {
        this.steps = steps;
        this.state = steps.state;
    }

    void on(ListeningCommand command) {
        if (command instanceof ListeningCommand.NoteFact note) {
            note(note);
        } else if (command instanceof ListeningCommand.OutdateFact outdate) {
            outdate(outdate);
        } else if (command instanceof ListeningCommand.TakeOver known) {
            new Inheritance(steps).takeOver(known);
        } else if (command instanceof ListeningCommand.FindRootCause found) {
            find(found);
        } else {
            new StatementDecision(steps).on(command);
        }
    }

    private void note(ListeningCommand.NoteFact note) {
        if (note.value().isBlank()) {
            throw new InvalidInputException(
                    "The fact " + note.key() + " says nothing.", "Say what was provided, tried or found.");
        }
        new Sources(steps).requireSaid(note.source());
        boolean known = state.understanding
                .facts()
                .find(note.kind(), note.key())
                .filter(fact -> fact.value().equals(note.value()) && !fact.isLookUp()) // which is newer
                .isPresent();
        if (!known) {
            steps.add(new FactNoted(steps.id, steps.now, note.kind(), note.key(), note.value(), note.source()));
        }
    }

    private void outdate(ListeningCommand.OutdateFact outdate) {
        Decision.requireWords(outdate.reason(), "That a fact does not hold any more");
        if (state.understanding.facts().find(outdate.kind(), outdate.key()).isEmpty()) {
            throw new NotFoundException(
                    "Ticket " + state.opened.number() + " has no fact " + outdate.kind() + " " + outdate.key()
                            + " that holds.",
                    "Use a key from ticket.facts().");
        }
        steps.add(new FactOutdated(steps.id, steps.now, outdate.kind(), outdate.key(), outdate.by(), outdate.reason()));
    }

    private void find(ListeningCommand.FindRootCause found) {
        if (!state.understanding.rootCause().equals(Optional.of(found.cause()))) {
            steps.add(new RootCauseFound(steps.id, steps.now, found.cause(), found.by()));
        }
    }
}
