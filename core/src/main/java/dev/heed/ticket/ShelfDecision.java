package dev.heed.ticket;

import dev.heed.error.InvalidInputException;
import dev.heed.error.PracticeCode;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseKind;
import dev.heed.promise.PromiseState;
import dev.heed.ticket.CallEvent.CallStarted;
import dev.heed.ticket.ConversationEvent.Answered;
import dev.heed.ticket.ConversationEvent.MessageReceived;
import dev.heed.ticket.LifecycleEvent.Absorbed;
import dev.heed.ticket.LifecycleEvent.Held;
import dev.heed.ticket.PromiseEvent.PromiseReopened;
import dev.heed.ticket.StructureEvent.Deleted;
import dev.heed.ticket.StructureEvent.NotSpam;
import dev.heed.ticket.StructureEvent.Restored;
import java.util.Optional;

/** What is hidden until it is restored, and what was put aside as spam and is none. */
final class ShelfDecision {
    private final Steps steps;
    private final TicketState state;

    ShelfDecision(Steps steps) {
        this.steps = steps;
        this.state = steps.state;
    }

    void delete(StructureCommand.Delete delete) {
        Decision.requireWords(delete.reason(), "A deletion");
        if (state.structure.isDeleted()) {
            return;
        }
        steps.requireNobodyOnThePhone();
        if (state.kind == TicketKind.COMPLAINT) {
            throw steps.refused(
                    PracticeCode.COMPLAINT_DISMISSED,
                    "is a complaint and cannot be deleted.",
                    "Answer it; it is closed when the customer agrees.");
        }
        if (state.closedAsDuplicate()) {
            throw new InvalidInputException(
                    "Ticket " + state.opened.number() + " goes on in another ticket and cannot be deleted by itself.",
                    "Delete that one, or unmerge this one first.");
        }
        if (!state.notes.open().isEmpty()) {
            throw new InvalidInputException(
                    "Ticket " + state.opened.number() + " awaits something of colleagues and cannot be deleted.",
                    "Let it be answered or acknowledged, or withdrawn by whoever asked.");
        }
        if (state.approvals.alive().findAny().isPresent()) {
            throw new InvalidInputException(
                    "Ticket " + state.opened.number() + " waits for an approval and cannot be deleted.",
                    "Let it be decided and used, or withdrawn by whoever asked.");
        }
        steps.breakLate();
        steps.requireNoPromise(kind -> true, "deleted");
        if (state.unanswered && state.status != TicketStatus.CLOSED) {
            throw steps.refused(
                    PracticeCode.OPEN_PROMISE,
                    "has a customer who waits for an answer and cannot be deleted.",
                    "Answer the customer first.");
        }
        OutgoingDecision.deleting(steps);
        SnoozeDecision.deleting(steps);
        steps.add(new Deleted(steps.id, steps.now, delete.by(), delete.reason()));
    }

    void restore(StructureCommand.Restore restore) {
        if (state.structure.isDeleted()) {
            steps.add(new Restored(steps.id, steps.now, Optional.of(restore.by())));
        }
    }

    /** What goes on is not hidden: somebody said something, or is owed something. */
    void restoreWhatGoesOn() {
        boolean owed = !state.promises.open().isEmpty() || state.call != null || state.kind == TicketKind.COMPLAINT;
        boolean awaited = !state.notes.open().isEmpty();
        boolean waits = state.unanswered && state.status != TicketStatus.CLOSED;
        if (owed || awaited || waits || steps.events().stream().anyMatch(ShelfDecision::goesOn)) {
            steps.add(new Restored(steps.id, steps.now, Optional.empty()));
        }
    }

    private static boolean goesOn(TicketEvent event) {
        boolean written =
                event instanceof MessageReceived received && !received.message().automatic();
        return written
                || event instanceof Answered
                || event instanceof CallStarted
                || event instanceof Held
                || event instanceof Absorbed;
    }

    void notSpam(StructureCommand.TakeBackSpam command) {
        Decision.requireWords(command.reason(), "That it is no spam");
        boolean spam = state.closed != null
                && state.closed.closing() instanceof Closing.Exempt exempt
                && exempt.exemption() == Exemption.SPAM;
        Standing aside = state.structure.aside();
        if (!spam || aside == null) {
            throw new InvalidInputException(
                    "Ticket " + state.opened.number() + " is not closed as spam.",
                    "Use an id from backoffice().spamTickets(…).");
        }
        TicketState before = aside.state();
        boolean asBefore = aside.isUntouched(state);
        boolean waits = asBefore ? before.unanswered : state.unanswered;
        boolean answered = before.unanswered && !waits;
        Optional<ExpectedReply> late =
                waits && before.overdue ? Optional.ofNullable(before.expected) : Optional.empty();
        steps.add(new NotSpam(
                steps.id,
                steps.now,
                command.by(),
                command.reason(),
                answered ? TicketStatus.PENDING : before.status,
                waits,
                asBefore,
                late));
        for (Promises.Open open : before.promises.open()) {
            boolean kept = answered && open.promise().kind() == PromiseKind.REPLY;
            state.promises
                    .find(open.promise().id())
                    .filter(promise -> promise.state() == PromiseState.WITHDRAWN && !kept)
                    .ifPresent(this::reopen);
        }
        steps.breakLate();
    }

    private void reopen(Promise promise) {
        steps.add(new PromiseReopened(steps.id, steps.now, promise.id(), Optional.empty()));
    }
}
