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
        } else if (command instanceof ListeningCommand.SayInForm form) {
            new FormDecision(steps).on(form);
        } else {
            new StatementDecision(steps).on(command);
        }
    }

    private void note(ListeningCommand.NoteFact note) {
        if (note.value().isBlank()) {
            throw new InvalidInputException(
                    "A fact of kind " + note.kind() + " says nothing.", "Say what was provided, tried or found.");
        }
        new Sources(steps).requireSaid(note.source());
        FactLimits limits = new FactLimits(state.understanding.facts());
        if (limits.isBeyond(note)
                && note.source() instanceof FactSource.Quoted read
                && read.by().isEmpty()) {
            return; // what a program reads in a message keeps no message out
        }
        boolean known = state.understanding
                .facts()
                .find(note.kind(), note.key())
                .filter(fact -> fact.value().equals(note.value()) && !fact.isLookUp()) // which is newer
                .isPresent();
        if (!known) {
            limits.require(note);
            steps.add(new FactNoted(steps.id, steps.now, note.kind(), note.key(), note.value(), note.source()));
        }
    }

    private void outdate(ListeningCommand.OutdateFact outdate) {
        Decision.requireWords(outdate.reason(), "That a fact does not hold any more");
        FactLimits.requireShort(outdate.reason());
        Optional<Fact> fact = state.understanding.facts().find(outdate.kind(), outdate.key());
        if (outdate.by().isEmpty() && fact.filter(this::isTheCustomers).isEmpty()) {
            throw new NotFoundException(
                    "The customer of ticket " + state.opened.number()
                            + " has given nothing under this name that holds.",
                    "Pass the name under which it was given or tried.");
        }
        if (fact.isEmpty()) {
            throw new NotFoundException(
                    "Ticket " + state.opened.number() + " has no fact of kind " + outdate.kind()
                            + " under that name that holds.",
                    "Use a kind and a key from ticket.facts().");
        }
        steps.add(new FactOutdated(
                steps.id, steps.now, outdate.kind(), outdate.key(), outdate.by(), outdate.reason(), outdate.source()));
    }

    /** Not what somebody of the shop has found or proved. */
    private boolean isTheCustomers(Fact fact) {
        boolean own = !(fact.source() instanceof FactSource.ByAgent)
                && !(fact.source() instanceof FactSource.InAForm form && !steps.isOwn(form.customer()));
        return own && fact.kind() != FactKind.EVIDENCE;
    }

    private void find(ListeningCommand.FindRootCause found) {
        if (!state.understanding.rootCause().equals(Optional.of(found.cause()))) {
            steps.add(new RootCauseFound(steps.id, steps.now, found.cause(), found.by()));
        }
    }
}
