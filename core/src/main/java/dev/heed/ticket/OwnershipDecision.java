package dev.heed.ticket;

import dev.heed.error.InvalidInputException;
import dev.heed.error.PracticeCode;
import dev.heed.people.AgentId;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseKind;
import dev.heed.ticket.CallEvent.CallEnded;
import dev.heed.ticket.CallEvent.CallStarted;
import dev.heed.ticket.ConversationEvent.Unreachable;
import dev.heed.ticket.Lifecycle.Move;
import dev.heed.ticket.LifecycleEvent.Held;
import dev.heed.ticket.LifecycleEvent.KindChanged;
import dev.heed.ticket.LifecycleEvent.Reopened;
import dev.heed.ticket.OwnershipEvent.OwnerAssigned;
import dev.heed.ticket.PromiseEvent.PromiseKept;
import dev.heed.ticket.PromiseEvent.PromiseTransferred;
import dev.heed.ticket.PromiseEvent.PromiseWithdrawn;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** Who is responsible, what kind it is, for what it waits, and what is said on the phone. */
final class OwnershipDecision {
    private final Steps steps;
    private final TicketState state;

    OwnershipDecision(Steps steps) {
        this.steps = steps;
        this.state = steps.state;
    }

    /** False if the command is about something else. */
    boolean on(TicketCommand command) {
        if (command instanceof TicketCommand.Take take) {
            take(take);
        } else if (command instanceof TicketCommand.Route route) {
            assign(route.owner(), route.reason(), Optional.empty());
        } else if (command instanceof TicketCommand.HandOver handOver) {
            handOver(handOver);
        } else if (command instanceof TicketCommand.Deputise deputise) {
            if (deputise.absent().equals(state.owner) && state.status != TicketStatus.CLOSED) {
                assign(deputise.deputy(), "The owner is away.", Optional.empty());
            }
        } else if (command instanceof TicketCommand.Classify classify) {
            classify(classify);
        } else if (command instanceof TicketCommand.Hold hold) {
            hold(hold);
        } else if (command instanceof TicketCommand.KeepPromise keep) {
            keep(keep);
        } else if (command instanceof TicketCommand.ReleasePromise release) {
            release(release);
        } else if (command instanceof TicketCommand.StartCall start) {
            startCall(start);
        } else if (command instanceof TicketCommand.EndCall end) {
            endCall(end);
        } else {
            return false;
        }
        return true;
    }

    private void take(TicketCommand.Take take) {
        if (state.owner == null) {
            assign(take.owner(), take.reason(), Optional.empty());
        } else if (!state.owner.equals(take.owner())) {
            steps.warn(
                    PracticeCode.HANDOVER_WITHOUT_SUMMARY,
                    "is owned by " + state.owner + ".",
                    "Ask the owner to hand it over with a summary, or do so with handOver(…).");
            assign(take.owner(), take.reason(), Optional.empty());
        }
    }

    private void handOver(TicketCommand.HandOver handOver) {
        if (handOver.summary().isBlank()) {
            steps.warn(
                    PracticeCode.HANDOVER_WITHOUT_SUMMARY,
                    "is to be handed over to " + handOver.owner() + " without a summary.",
                    "Say what was tried and what is open, so that the customer repeats nothing.");
        }
        assign(
                handOver.owner(),
                handOver.reason(),
                Optional.of(handOver.summary()).filter(summary -> !summary.isBlank()));
    }

    /** Who owns a ticket has to keep its promises, so they go along; P42: and has to know what happened. */
    private void assign(AgentId owner, String reason, Optional<String> summary) {
        if (owner.equals(state.owner)) {
            return;
        }
        boolean hadOwner = state.owner != null;
        Optional<String> known = hadOwner ? summary.or(() -> Optional.of(Summary.of(state))) : summary;
        steps.add(new OwnerAssigned(steps.id, steps.now, owner, reason, known));
        if (hadOwner) {
            state.promises
                    .open()
                    .forEach(open -> steps.add(new PromiseTransferred(
                            steps.id, steps.now, open.promise().id(), owner)));
        }
    }

    private void classify(TicketCommand.Classify classify) {
        Decision.requireWords(classify.reason(), "A change of kind");
        if (state.kind == classify.kind()) {
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

    private void hold(TicketCommand.Hold hold) {
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

    private void keep(TicketCommand.KeepPromise keep) {
        Decision.requireWords(keep.how(), "A promise that is kept");
        Promise promise = steps.openInTime(keep.promise())
                .orElseThrow(() -> steps.refused(
                        PracticeCode.OPEN_PROMISE,
                        "has no open promise " + keep.promise() + ".",
                        "It was kept, renegotiated, withdrawn or broken before; after a break, apologise."));
        if (!promise.kind().madeByAgents()) {
            throw new InvalidInputException(
                    "A promise of kind " + promise.kind() + " is kept by a message to the customer.",
                    "Answer the customer.");
        }
        if (promise.kind() == PromiseKind.FIND_OUT && state.call == null) {
            throw steps.refused(
                    PracticeCode.OPEN_PROMISE,
                    "has the promise " + promise.id() + " to tell the customer something, and nobody is telling it.",
                    "Answer and say in the reply that it keeps the promise, or tell it on the phone.");
        }
        steps.add(new PromiseKept(steps.id, steps.now, promise.id(), keep.how(), Optional.empty()));
        steps.closeIfConfirmed();
    }

    private void release(TicketCommand.ReleasePromise release) {
        ClosingDecision.requireCustomer(state, release.customer());
        steps.openInTime(release.promise()).ifPresent(promise -> {
            requireReleasable(promise);
            steps.add(
                    new PromiseWithdrawn(steps.id, steps.now, promise.id(), "The customer does not want it any more."));
            steps.closeIfConfirmed();
        });
    }

    /** Who waits for an answer gets one, and who was not answered in time an apology with it. */
    private void requireReleasable(Promise promise) {
        if (promise.kind() == PromiseKind.REPLY || (promise.kind() == PromiseKind.APOLOGY && state.overdue)) {
            throw new InvalidInputException(
                    "Promise " + promise.id() + " of kind " + promise.kind()
                            + " stands until the customer is answered.",
                    "Answer the customer; then the customer can confirm that it is solved.");
        }
    }

    private void startCall(TicketCommand.StartCall start) {
        if (state.call != null) {
            throw steps.refused(
                    PracticeCode.CALL_ENDED_WITHOUT_OUTCOME,
                    "has a call that " + state.call.by() + " has not ended.",
                    "End that call with its outcome first.");
        }
        steps.breakLate();
        if (state.status == TicketStatus.SOLVED || state.status == TicketStatus.CLOSED) {
            steps.add(new Reopened(steps.id, steps.now, state.status));
            steps.waitAgain();
        }
        steps.add(new CallStarted(steps.id, steps.now, start.by(), start.intake()));
        if (state.owner == null) {
            assign(start.by(), "First on the phone.", Optional.empty());
        }
    }

    private void endCall(TicketCommand.EndCall end) {
        boolean mayEnd = state.call != null
                && (state.call.by().equals(end.by()) || end.by().equals(state.owner)); // or nobody could if she is away
        if (!mayEnd) {
            throw new InvalidInputException(
                    "Agent " + end.by() + " is not in a call about ticket " + state.opened.number() + ".",
                    "Begin a call with call(…).");
        }
        steps.breakLate();
        boolean numberRefused = state.call.intake().number().isEmpty();
        CallOutcome outcome = end.outcome();
        boolean dropped = outcome instanceof CallOutcome.Dropped;
        steps.add(new CallEnded(steps.id, steps.now, end.by(), outcome));
        keepCallbacks(promise -> !dropped || promise.due().isBefore(steps.now));
        if (outcome instanceof CallOutcome.CallbackPromised promised) {
            new Commitments.NewPromise(PromiseKind.CALLBACK, promised.what(), promised.due());
            steps.requireAhead("A promise is due", promised.due());
            promise(PromiseKind.CALLBACK, promised.what(), end.by(), promised.due());
        } else if (dropped) {
            reachAgain(end.by(), numberRefused);
        } else if (outcome instanceof CallOutcome.WarmTransfer transfer) {
            handOver(new TicketCommand.HandOver(transfer.to(), "Taken over on the phone.", transfer.summary()));
        }
        steps.closeIfConfirmed();
    }

    private void keepCallbacks(Predicate<Promise> which) {
        for (Promises.Open open : state.promises.open()) {
            Promise promise = open.promise();
            if (promise.kind() == PromiseKind.CALLBACK && which.test(promise)) {
                steps.add(new PromiseKept(steps.id, steps.now, promise.id(), "By a call.", Optional.empty()));
            }
        }
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
