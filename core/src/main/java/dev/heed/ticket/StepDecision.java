package dev.heed.ticket;

import dev.heed.error.NotFoundException;
import dev.heed.error.PracticeCode;
import dev.heed.ticket.ListeningEvent.ConsentGiven;
import dev.heed.ticket.ListeningEvent.ConsentWithdrawn;
import dev.heed.ticket.ListeningEvent.FactNoted;
import dev.heed.ticket.ListeningEvent.StepDone;

/** P41: what is destroyed only with the customer's consent and before four eyes. */
final class StepDecision {
    private final Steps steps;
    private final TicketState state;

    StepDecision(Steps steps) {
        this.steps = steps;
        this.state = steps.state;
    }

    void on(ListeningCommand command) {
        if (command instanceof ListeningCommand.GiveConsent give) {
            give(give);
        } else if (command instanceof ListeningCommand.WithdrawConsent withdraw) {
            withdraw(withdraw);
        } else if (command instanceof ListeningCommand.DoStep step) {
            done(step);
        } else {
            new UrgencyDecision(steps).on(command);
        }
    }

    private void give(ListeningCommand.GiveConsent give) {
        new Sources(steps).requireConsent(give.source());
        if (!state.understanding.hasConsent(give.step())) {
            steps.add(new ConsentGiven(steps.id, steps.now, give.step(), give.source()));
        }
    }

    private void withdraw(ListeningCommand.WithdrawConsent withdraw) {
        new Sources(steps).requireSaid(withdraw.source());
        if (!state.understanding.hasConsent(withdraw.step())) {
            throw new NotFoundException(
                    "Ticket " + state.opened.number() + " has no consent to step " + withdraw.step() + " that stands.",
                    "Use a step from ticket.consents(); what is done cannot be taken back.");
        }
        steps.add(new ConsentWithdrawn(steps.id, steps.now, withdraw.step(), withdraw.source()));
    }

    private void done(ListeningCommand.DoStep step) {
        Decision.requireWords(step.what(), "A step that was done");
        if (step.destructive()) {
            requireAllowed(step);
        }
        steps.add(new StepDone(steps.id, steps.now, step.step(), step.by()));
        steps.add(new FactNoted(
                steps.id, steps.now, FactKind.TRIED, step.step(), step.what(), new FactSource.ByAgent(step.by())));
    }

    private void requireAllowed(ListeningCommand.DoStep step) {
        boolean consent = state.understanding.hasConsent(step.step());
        boolean approved = new ApprovalDecision(steps)
                .use(ApprovalSubject.destructiveStep(step.step()), step.by())
                .isPresent();
        if (!consent || !approved) {
            throw steps.refused(
                    PracticeCode.DESTRUCTIVE_STEP_UNAPPROVED,
                    "has no " + (consent ? "approval by a second person" : "consent of the customer") + " to step "
                            + step.step() + ", which destroys something.",
                    "Ask the customer and note the consent, and let a colleague approve it.");
        }
    }
}
