package dev.heed.ticket;

import dev.heed.error.InvalidInputException;
import dev.heed.error.PracticeCode;
import dev.heed.ticket.Lifecycle.Move;
import dev.heed.ticket.LifecycleEvent.Disputed;
import dev.heed.ticket.LifecycleEvent.Held;
import dev.heed.ticket.LifecycleEvent.KindChanged;

/** What kind it is, for what it waits, and what goes on in it. */
final class LifecycleDecision {
    private final Steps steps;
    private final TicketState state;

    LifecycleDecision(Steps steps) {
        this.steps = steps;
        this.state = steps.state;
    }

    void on(LifecycleCommand command) {
        if (command instanceof LifecycleCommand.Classify classify) {
            classify(classify);
        } else if (command instanceof LifecycleCommand.Hold hold) {
            hold(hold);
        } else if (command instanceof LifecycleCommand.Dispute dispute) {
            dispute(dispute);
        } else if (command instanceof LifecycleCommand.Confirm confirm) {
            new ClosingDecision(steps).confirm(confirm);
        } else if (command instanceof LifecycleCommand.Exempt exempt) {
            new ClosingDecision(steps).exempt(exempt);
        } else if (command instanceof LifecycleCommand.Erase erase) {
            new ClosingDecision(steps).erase(erase);
        } else if (command instanceof LifecycleCommand.Absorb absorb) {
            new Absorption(steps).absorb(absorb);
        } else if (command instanceof LifecycleCommand.Open) {
            throw new InvalidInputException(
                    "Ticket " + state.opened.number() + " exists and cannot be opened.",
                    "Open a ticket with a new id.");
        }
    }

    private void classify(LifecycleCommand.Classify classify) {
        Decision.requireWords(classify.reason(), "A change of kind");
        boolean sortsADuplicate = state.structure.merges().toDiagnose().isPresent();
        if (state.kind == classify.kind() && !sortsADuplicate) {
            return;
        }
        if (state.kind == TicketKind.COMPLAINT && !classify.byOwner()) {
            throw steps.refused(
                    PracticeCode.COMPLAINT_DISMISSED,
                    "is a complaint and cannot be made a " + classify.kind() + ".",
                    "Only an owner of the shop can say that it is none.");
        }
        steps.add(new KindChanged(steps.id, steps.now, classify.kind(), classify.by(), classify.reason()));
    }

    private void hold(LifecycleCommand.Hold hold) {
        Decision.requireWords(hold.reason(), "A hold");
        Lifecycle.require(steps.ticket(), Move.AGENT_HOLDS, "Let the customer open it again first.");
        steps.requireAhead("The hold ends", hold.until());
        if (hold.told().isEmpty()
                && hold.untoldBecause().filter(why -> !why.isBlank()).isEmpty()) {
            throw new InvalidInputException(
                    "The customer is not told about the hold, and there is no reason for that.",
                    "Tell the customer, or say why not.");
        }
        hold.told().ifPresent(steps::known);
        steps.breakLate();
        state.promises.open().stream()
                .map(Promises.Open::promise)
                .filter(promise -> promise.due().isBefore(hold.until()))
                .findFirst()
                .ifPresent(promise -> {
                    throw steps.refused(
                            PracticeCode.OPEN_PROMISE,
                            "has promise " + promise.id() + " due at " + promise.due() + ", before the hold ends.",
                            "Hold it until then at most, or agree with the customer on another time.");
                });
        steps.add(new Held(
                steps.id, steps.now, hold.until(), hold.by(), hold.reason(), hold.told(), hold.untoldBecause()));
    }

    private void dispute(LifecycleCommand.Dispute dispute) {
        steps.requireCustomer(dispute.customer());
        if (!state.isDisputed() && state.status != TicketStatus.CLOSED) {
            steps.add(new Disputed(steps.id, steps.now));
        }
    }
}
