package dev.heed.ticket;

import dev.heed.error.InvalidInputException;
import dev.heed.people.AgentId;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseKind;
import dev.heed.ticket.CallEvent.CallEnded;
import dev.heed.ticket.CallEvent.CallStarted;
import dev.heed.ticket.ConversationEvent.Unreachable;
import dev.heed.ticket.LifecycleEvent.Reopened;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** What is said on the phone, and what follows from how it ends. */
final class CallDecision {
    private final Steps steps;
    private final TicketState state;

    CallDecision(Steps steps) {
        this.steps = steps;
        this.state = steps.state;
    }

    void on(CallCommand command) {
        if (command instanceof CallCommand.StartCall start) {
            startCall(start);
        } else if (command instanceof CallCommand.EndCall end) {
            endCall(end);
        }
    }

    private void startCall(CallCommand.StartCall start) {
        steps.requireNobodyOnThePhone();
        steps.breakLate();
        if (state.status == TicketStatus.SOLVED || state.status == TicketStatus.CLOSED) {
            steps.add(new Reopened(steps.id, steps.now, state.status));
            steps.waitAgain();
        }
        steps.add(new CallStarted(steps.id, steps.now, start.by(), start.intake()));
        if (state.owner == null) {
            new OwnershipDecision(steps).assign(start.by(), "First on the phone.", Optional.empty());
        }
    }

    private void endCall(CallCommand.EndCall end) {
        CallStarted call = state.call;
        boolean owns = end.by().equals(state.owner); // or nobody could end it if who has talked is away
        if (call == null || !(owns || end.by().equals(call.by()))) {
            throw new InvalidInputException(
                    "Agent " + end.by() + " is not in a call about ticket " + state.opened.number() + ".",
                    "Begin a call with call(…).");
        }
        steps.breakLate();
        if (end.outcome() instanceof CallOutcome.Solved) {
            new Diagnosis(steps).requireMade();
        }
        boolean numberRefused = call.intake().number().isEmpty();
        CallOutcome outcome = end.outcome();
        boolean dropped = outcome instanceof CallOutcome.Dropped;
        steps.add(new CallEnded(steps.id, steps.now, end.by(), outcome));
        keepCallbacks(promise -> !dropped || !promise.due().isAfter(steps.now));
        if (outcome instanceof CallOutcome.Solved && !state.unanswered) {
            state.promises.findOpen(PromiseKind.REPLY).ifPresent(steps::keepByCall);
        }
        if (outcome instanceof CallOutcome.CallbackPromised promised) {
            new Commitments.NewPromise(PromiseKind.CALLBACK, promised.what(), promised.due());
            steps.requireAhead("A promise is due", promised.due());
            promise(PromiseKind.CALLBACK, promised.what(), end.by(), promised.due());
        } else if (dropped) {
            reachAgain(end.by(), numberRefused);
        } else if (outcome instanceof CallOutcome.WarmTransfer transfer) {
            new OwnershipDecision(steps)
                    .handOver(new OwnershipCommand.HandOver(
                            transfer.to(), "Taken over on the phone.", transfer.summary()));
        }
        steps.closeIfConfirmed();
    }

    private void keepCallbacks(Predicate<Promise> which) {
        for (Promises.Open open : state.promises.open()) {
            Promise promise = open.promise();
            if (state.mayBeThisCall(promise) && which.test(promise)) {
                steps.keepByCall(promise);
            }
        }
        new Undelivered(steps).keptByCall(promise -> !promise.due().isAfter(steps.now));
    }

    /** P67: on the phone, or in writing where there is no number; where there is nothing, somebody has to find out. */
    private void reachAgain(AgentId by, boolean numberRefused) {
        Instant soon = steps.now.plus(steps.policy.callBackDroppedWithin());
        if (!numberRefused) {
            promise(PromiseKind.CALLBACK, "Our call broke off.", by, soon);
        } else if (state.opened.address().isPresent()) {
            promise(PromiseKind.FIND_OUT, "Our call broke off, and we write to you.", by, soon);
        } else {
            steps.add(new Unreachable(steps.id, steps.now, "A call broke off; there is no number and no address."));
        }
    }

    private void promise(PromiseKind kind, String what, AgentId by, Instant due) {
        steps.make(kind, what, Optional.of(by), due, steps.policy.hours().zone());
    }
}
