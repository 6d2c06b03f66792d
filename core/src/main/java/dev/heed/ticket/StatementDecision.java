package dev.heed.ticket;

import dev.heed.error.InvalidInputException;
import dev.heed.ticket.ListeningEvent.StatementConfirmed;
import dev.heed.ticket.ListeningEvent.StatementCorrected;
import dev.heed.ticket.ListeningEvent.StatementSent;
import java.util.Optional;

/** P38: how the shop understands a problem, and whether the customer agrees. */
final class StatementDecision {
    private final Steps steps;
    private final TicketState state;

    StatementDecision(Steps steps) {
        this.steps = steps;
        this.state = steps.state;
    }

    void on(ListeningCommand command) {
        if (command instanceof ListeningCommand.Rephrase rephrase) {
            rephrase(rephrase);
        } else if (command instanceof ListeningCommand.ConfirmStatement confirm) {
            confirm(confirm);
        } else if (command instanceof ListeningCommand.CorrectStatement correct) {
            correct(correct);
        } else {
            new StepDecision(steps).on(command);
        }
    }

    private void rephrase(ListeningCommand.Rephrase rephrase) {
        Decision.requireWords(rephrase.text(), "A statement of the problem");
        Commitments.requireOneLine("A statement of the problem", rephrase.text());
        if (state.call == null) {
            throw new InvalidInputException(
                    "Nobody talks with the customer of ticket " + state.opened.number() + " right now.",
                    "Begin the call with call(…), or write with Reply.rephrasing(…).");
        }
        steps.add(new StatementSent(steps.id, steps.now, Optional.empty(), rephrase.by(), rephrase.text()));
    }

    /** Twice is the same as once. */
    private void confirm(ListeningCommand.ConfirmStatement confirm) {
        ProblemStatement statement = requireStatement();
        new Sources(steps).requireSaid(confirm.source());
        if (statement.state() == ProblemStatement.State.CORRECTED) {
            throw new InvalidInputException(
                    "The customer of ticket " + state.opened.number() + " has said that the problem is another one.",
                    "Say with Reply.rephrasing(…) how you understand it now.");
        }
        if (statement.waits()) {
            steps.add(new StatementConfirmed(steps.id, steps.now, confirm.source()));
        }
    }

    private void correct(ListeningCommand.CorrectStatement correct) {
        requireStatement();
        new Sources(steps).requireSaid(correct.source());
        correct.message().ifPresent(steps::known);
        steps.add(new StatementCorrected(steps.id, steps.now, correct.source(), correct.message()));
    }

    private ProblemStatement requireStatement() {
        return state.understanding
                .statement()
                .orElseThrow(() -> new InvalidInputException(
                        "Nobody has told the customer of ticket " + state.opened.number()
                                + " how the shop understands the problem.",
                        "Say so with Reply.rephrasing(…) first."));
    }
}
