package dev.heed.ticket;

import dev.heed.error.InvalidInputException;
import dev.heed.error.PracticeCode;
import dev.heed.people.AgentId;
import dev.heed.promise.PromiseId;
import dev.heed.promise.PromiseKind;
import dev.heed.ticket.CallEvent.CallStarted;
import dev.heed.ticket.ConversationEvent.MessageReceived;
import dev.heed.ticket.LifecycleEvent.Absorbed;
import dev.heed.ticket.LifecycleEvent.Disputed;
import dev.heed.ticket.LifecycleEvent.HoldEnded;
import dev.heed.ticket.OwnershipEvent.Escalated;
import dev.heed.ticket.OwnershipEvent.ExpertNeeded;
import dev.heed.ticket.OwnershipEvent.OwnerAssigned;
import dev.heed.ticket.OwnershipEvent.OwnerMissing;
import dev.heed.ticket.PromiseEvent.PromiseBroken;
import dev.heed.ticket.SnoozeEvent.SnoozeEnded;
import dev.heed.ticket.SnoozeEvent.SnoozeEnded.Why;
import dev.heed.ticket.SnoozeEvent.Snoozed;
import dev.heed.ticket.StructureEvent.Released;
import dev.heed.ticket.StructureEvent.SplitOff;
import java.util.Optional;

/** P10: a ticket is put off, but no promise is, and none is forgotten behind it. */
final class SnoozeDecision {
    private final Steps steps;
    private final TicketState state;

    SnoozeDecision(Steps steps) {
        this.steps = steps;
        this.state = steps.state;
    }

    void on(SnoozeCommand command) {
        if (command instanceof SnoozeCommand.PutOff off) {
            putOff(off);
        } else if (command instanceof SnoozeCommand.ShowAgain show) {
            end(Why.AGENT, Optional.of(show.by()));
        }
    }

    private void putOff(SnoozeCommand.PutOff off) {
        requirePossible(off);
        steps.requireAhead("A snooze ends", off.until());
        steps.requireNobodyOnThePhone();
        steps.breakLate();
        requireNothingWrong();
        Showing showing = Showing.of(state, steps.policy);
        showing.latest().filter(latest -> off.until().isAfter(latest)).ifPresent(latest -> {
            boolean ahead = latest.isAfter(steps.now);
            throw steps.refused(
                    PracticeCode.OPEN_PROMISE,
                    showing.what() + ", and cannot be put off until " + off.until() + ".",
                    ahead
                            ? "Put it off until " + latest
                                    + " at the latest, or agree with the customer on another time."
                            : "Do that first, or agree with the customer on another time.");
        });
        if (state.owner == null) {
            steps.add(new OwnerAssigned(steps.id, steps.now, off.by(), "Put it off.", Optional.empty()));
        }
        steps.add(new Snoozed(steps.id, steps.now, off.until(), off.by(), off.onReply(), off.memo()));
    }

    private void requirePossible(SnoozeCommand.PutOff off) {
        if (off.memo().length() > Snooze.LONGEST_MEMO) {
            throw new InvalidInputException(
                    "The memo of a snooze has " + off.memo().length() + " characters, and " + Snooze.LONGEST_MEMO
                            + " are the most.",
                    "Write a note, and say in the memo that it is there.");
        }
        if (state.status == TicketStatus.CLOSED || state.structure.isDeleted()) {
            throw new InvalidInputException(
                    "Ticket " + state.opened.number() + " is closed or deleted, and in no queue.",
                    "Put off what is open; link or search what is closed.");
        }
        if (state.owner != null && !state.owner.equals(off.by())) {
            throw new InvalidInputException(
                    "Ticket " + state.opened.number() + " is owned by " + state.owner + ", and not by " + off.by()
                            + ", who wants to put it off.",
                    "Let its owner do so, or take it first.");
        }
    }

    private void requireNothingWrong() {
        if (state.overdue || state.promises.isOpen(PromiseKind.APOLOGY)) {
            Optional<PromiseId> owed =
                    state.promises.findOpen(PromiseKind.APOLOGY).map(apology -> apology.id());
            throw steps.refused(
                    PracticeCode.OPEN_PROMISE,
                    "owes its customer an apology"
                            + owed.map(id -> ", promise " + id + ",").orElse("") + " and cannot be put off.",
                    "Answer the customer, and apologise.");
        }
        if (state.unreachable) {
            throw steps.refused(
                    PracticeCode.NO_REPLY_PATH,
                    "has a customer who cannot be reached, and cannot be put off.",
                    "Find another way to the customer first.");
        }
    }

    /** After everything else: whatever has happened, a ticket is not put off that must not be. */
    void settle() {
        Snooze snooze = state.snooze;
        if (snooze == null || steps.events().stream().anyMatch(Snoozed.class::isInstance)) {
            return;
        }
        Optional<Why> happened = steps.events().stream()
                .flatMap(event -> whyEndedBy(event, snooze).stream())
                .findFirst();
        if (!snooze.by().equals(state.owner)) {
            end(Why.OTHER_OWNER, Optional.empty());
        } else if (happened.isPresent()) {
            end(happened.get(), Optional.empty());
        } else if (state.alarmed()) {
            end(Why.DUE, Optional.empty());
        } else {
            endInTime();
        }
    }

    /** If its time has come, its own or that of what is due. */
    void endInTime() {
        Snooze snooze = state.snooze;
        if (snooze == null) {
            return;
        }
        boolean due = Showing.of(state, steps.policy)
                .latest()
                .filter(latest -> !latest.isAfter(steps.now) && latest.isBefore(snooze.until()))
                .isPresent();
        if (due) {
            end(Why.DUE, Optional.empty());
        } else if (!snooze.until().isAfter(steps.now)) {
            end(Why.TIME, Optional.empty());
        }
    }

    private static Optional<Why> whyEndedBy(TicketEvent event, Snooze snooze) {
        if (event instanceof MessageReceived received) {
            boolean breaks = !received.message().automatic() && snooze.onReply() == OnReply.BREAK_ON_REPLY;
            return breaks ? Optional.of(Why.REPLY) : Optional.empty();
        } else if (SignOfLife.asks(event)) {
            return Optional.of(Why.REPLY).filter(any -> snooze.onReply() == OnReply.BREAK_ON_REPLY);
        } else if (event instanceof Disputed) {
            return Optional.of(Why.REPLY);
        } else if (event instanceof CallStarted) {
            return Optional.of(Why.CALL);
        } else if (event instanceof Absorbed) {
            return Optional.of(Why.MERGED);
        } else if (event instanceof Released || event instanceof SplitOff) {
            return Optional.of(Why.SEPARATED);
        }
        boolean due = event instanceof Escalated
                || event instanceof ExpertNeeded
                || event instanceof OwnerMissing
                || event instanceof HoldEnded
                || event instanceof PromiseBroken;
        return due ? Optional.of(Why.DUE) : Optional.empty();
    }

    /** Before a ticket is closed. */
    static void closing(Steps steps, Closing closing) {
        Why why = LifecycleFold.isDuplicate(closing) ? Why.MERGED : Why.CLOSED;
        new SnoozeDecision(steps).end(why, Optional.empty());
    }

    /** Before a ticket is deleted. */
    static void deleting(Steps steps) {
        new SnoozeDecision(steps).end(Why.DELETED, Optional.empty());
    }

    private void end(Why why, Optional<AgentId> by) {
        if (state.snooze != null) {
            steps.add(new SnoozeEnded(steps.id, steps.now, why, state.snooze.by(), by));
        }
    }
}
