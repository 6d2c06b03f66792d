package dev.heed.sla;

import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.ticket.CallEvent.CallEnded;
import dev.heed.ticket.Closing;
import dev.heed.ticket.ConversationEvent.Acknowledged;
import dev.heed.ticket.ConversationEvent.Answered;
import dev.heed.ticket.ConversationEvent.BotWrote;
import dev.heed.ticket.ConversationEvent.Bounced;
import dev.heed.ticket.ConversationEvent.DeliveryFailed;
import dev.heed.ticket.ConversationEvent.MessageReceived;
import dev.heed.ticket.LifecycleEvent.Absorbed;
import dev.heed.ticket.LifecycleEvent.Closed;
import dev.heed.ticket.LifecycleEvent.Imported;
import dev.heed.ticket.ListeningEvent.PrioritySet;
import dev.heed.ticket.ListeningEvent.StatementSent;
import dev.heed.ticket.Moment;
import dev.heed.ticket.OwnershipEvent.OwnerAssigned;
import dev.heed.ticket.PromiseEvent.PromiseMade;
import dev.heed.ticket.ServiceEvent.DueSet;
import dev.heed.ticket.ServiceEvent.LevelReached;
import dev.heed.ticket.SlaTarget;
import dev.heed.ticket.StructureEvent.Deleted;
import dev.heed.ticket.StructureEvent.MessageTakenOver;
import dev.heed.ticket.StructureEvent.Restored;
import dev.heed.ticket.StructureEvent.SplitFrom;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketStatus;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a ticket, folded into clocks: which of its moments start, stop, pause and revive which. A mutable
 * accumulator; {@link SlaState} copies it. Not thread-safe.
 */
final class SlaFold implements Cloneable {
    private Standing standing;
    private Clocks clocks;
    private TicketStatus status = TicketStatus.NEW;
    private boolean waits;

    /** Whether a person has answered yet. */
    private boolean replied;

    /** Whether the customer was asked something and has not said anything since. */
    private boolean asking;

    /** The only message that asked it; null if there are several, or none that can come back. */
    private @Nullable MessageId askedBy;

    /** Whether it was opened by a split, of which the first message is still to come. */
    private boolean awaitsSplitMessage;

    /** The newest level that was reached. */
    private @Nullable LevelReached lastReached;

    private boolean deleted;
    private @Nullable Instant importedAt;

    SlaFold(SlaBook book) {
        standing = new Standing(book);
        clocks = new Clocks();
    }

    SlaFold copy() {
        try {
            SlaFold copy = (SlaFold) clone();
            copy.clocks = clocks.copy();
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    SlaFold proposing(ServiceLevels levels) {
        SlaFold copy = copy();
        copy.standing = standing.proposing(levels);
        return copy;
    }

    Clocks clocks() {
        return clocks;
    }

    Standing standing() {
        return standing;
    }

    /** Until when what happened came from another system; nobody is told of it. */
    Optional<Instant> importedAt() {
        return Optional.ofNullable(importedAt);
    }

    boolean hasReplied() {
        return replied;
    }

    boolean isQuiet() {
        return deleted || status == TicketStatus.CLOSED;
    }

    void take(Moment moment) {
        TicketEvent event = moment.event();
        Instant at = event.at();
        TicketStatus stood = status;
        boolean waited = waits;
        status = moment.status();
        waits = moment.waits();
        clocks.lateAt(at);
        standing = standing.after(event);
        if (standing.isFresh()) {
            opened(at);
        } else if (event instanceof DueSet set) {
            clocks.setByHand(set);
        } else if (event instanceof LevelReached reached) {
            clocks.reached(reached);
            lastReached = reached;
        } else if (Standing.changesWith(event)) {
            Clocks.Change change =
                    new Clocks.Change(standing.modeOf(event), isDoneByLevel(event), at, standing.reasonOf(event));
            clocks.retarget(standing, change, this::wants);
        }
        happened(event, waited);
        stands(event, stood);
        pauses(at);
    }

    /** A level that was reached has raised the priority: both are on record as one. */
    private boolean isDoneByLevel(TicketEvent event) {
        return lastReached != null
                && event instanceof PrioritySet set
                && set.at().equals(lastReached.at())
                && set.reason().equals(Optional.of(PendingLevel.reason(lastReached.level(), lastReached.target())));
    }

    private void opened(Instant at) {
        for (SlaTarget target : SlaTarget.values()) {
            if (!target.isReply() && target != SlaTarget.PERIODIC_UPDATE) {
                clocks.start(target, standing, at, "the ticket was opened");
            }
        }
    }

    /** Whether a target would be measured right now. */
    private boolean wants(SlaTarget target) {
        return switch (target) {
            case FIRST_REPLY -> waits && !replied;
            case NEXT_REPLY -> waits && replied;
            case PERIODIC_UPDATE -> replied && !isSettled();
            case TIME_TO_OWN -> !standing.isOwned() && !isSettled();
            case REQUESTER_WAIT, AGENT_WORK, TOTAL_RESOLUTION -> !isSettled();
        };
    }

    private boolean isSettled() {
        return deleted || status == TicketStatus.SOLVED || status == TicketStatus.CLOSED;
    }

    private void happened(TicketEvent event, boolean waited) {
        Instant at = event.at();
        if (event instanceof Answered answered) {
            answered(at, answered.message().id(), "a person answered");
            asking = asks(answered.message(), false);
            if (!asking && status == TicketStatus.PENDING) {
                clocks.noteUnpaused(at);
            }
        } else if (event instanceof BotWrote wrote) {
            asking = asks(wrote.message(), asking);
        } else if (event instanceof StatementSent) {
            asking = true;
            askedBy = null;
        } else if (event instanceof MessageReceived received) {
            written(received);
        } else if (event instanceof OwnerAssigned) {
            clocks.end(SlaTarget.TIME_TO_OWN, at, null, "a person is responsible");
        } else if (event instanceof PromiseMade made) {
            clocks.told(made.promise(), at);
        } else if (event instanceof Acknowledged acknowledged) {
            clocks.told(acknowledged.told().at(), at);
        } else if (event instanceof Imported) {
            importedAt = at;
        } else if (event instanceof SplitFrom) {
            awaitsSplitMessage = true;
        } else if (event instanceof MessageTakenOver taken) {
            asking = false;
            splitMessage(taken);
        } else if (event instanceof Absorbed absorbed) {
            absorbed(absorbed);
            return;
        }
        waiting(event, waited);
    }

    /** Whether the customer is asked something since a message, who was or was not before. */
    private boolean asks(Message message, boolean before) {
        boolean asks = Questions.asks(message);
        if (asks) {
            askedBy = before ? null : message.id();
        }
        return asks || before;
    }

    /** Whoever waited without a clock, since a duplicate started none, has one from now on. */
    private void written(MessageReceived received) {
        if (!received.message().automatic()) {
            asking = false;
            startReply(received.at(), "the customer waits");
        }
    }

    private void answered(Instant at, @Nullable MessageId by, String reason) {
        clocks.end(SlaTarget.FIRST_REPLY, at, by, reason);
        clocks.end(SlaTarget.NEXT_REPLY, at, by, reason);
        clocks.end(SlaTarget.PERIODIC_UPDATE, at, by, reason);
        replied = true;
        if (!isSettled()) {
            clocks.start(SlaTarget.PERIODIC_UPDATE, standing, at, by, "a person has answered");
        }
    }

    /** The customer waits since, or does not any more, for whatever reason. */
    private void waiting(TicketEvent event, boolean waited) {
        Instant at = event.at();
        Optional<MessageId> lost = lost(event);
        if (lost.isPresent() && asking && lost.get().equals(askedBy)) {
            asking = false;
            clocks.unpause(at);
        }
        if (lost.isPresent()) {
            clocks.reviveUpdates(lost.get(), at);
        }
        if (waits && !waited) {
            asking = false;
            if (lost.isPresent() && clocks.revive(lost.get(), at)) {
                replied &= !clocks.isOpen(SlaTarget.FIRST_REPLY);
            } else if (!awaitsSplitMessage) {
                startReply(at, "the customer waits");
            }
        } else if (waited && !waits && status != TicketStatus.CLOSED && !(event instanceof Answered)) {
            answered(
                    at, null, event instanceof CallEnded ? "it was solved on the phone" : "the customer waits no more");
        }
        if (lost.isPresent()) { // what goes on again knows nothing of what changed since
            clocks.retarget(standing, Clocks.Change.meanwhile(at), target -> false);
        }
    }

    private static Optional<MessageId> lost(TicketEvent event) {
        if (event instanceof Bounced bounced) {
            return Optional.of(bounced.message());
        }
        return event instanceof DeliveryFailed failed ? Optional.of(failed.message()) : Optional.empty();
    }

    private void startReply(Instant at, String reason) {
        SlaTarget target = replied ? SlaTarget.NEXT_REPLY : SlaTarget.FIRST_REPLY;
        if (!clocks.isOpen(target)) {
            clocks.start(target, standing, at, reason);
        }
    }

    private void splitMessage(MessageTakenOver taken) {
        if (awaitsSplitMessage) {
            awaitsSplitMessage = false;
            boolean atTheMessage =
                    standing.policy().map(SlaPolicy::splitsStartAtTheMessage).orElse(true);
            Instant at = atTheMessage ? taken.message().at() : taken.at();
            startReply(at, atTheMessage ? "the message was received in the other ticket" : "it was split off");
            clocks.lateAt(taken.at());
        }
    }

    /** What was said in a duplicate leaves the clocks alone, unless the policy says otherwise. */
    private void absorbed(Absorbed event) {
        if (event.spokenTo()
                && standing.policy().map(SlaPolicy::repliesInDuplicatesCount).orElse(false)) {
            clocks.end(SlaTarget.FIRST_REPLY, event.at(), null, "it was answered in the duplicate");
            replied = true;
        }
        if (event.waits()
                && standing.policy().map(SlaPolicy::duplicatesStartClocks).orElse(false)) {
            startReply(event.at(), "the customer waits in the duplicate");
        }
    }

    /** What becomes of clocks when the ticket is solved, closed, deleted, or goes on after that. */
    private void stands(TicketEvent event, TicketStatus stood) {
        Instant at = event.at();
        if (event instanceof Deleted) {
            deleted = true;
            clocks.cancelAll(at, "the ticket was deleted");
        } else if (event instanceof Restored) {
            deleted = false;
            clocks.goOnAfterCancelling(at, "the ticket was restored", this::wants);
        } else if (event instanceof Closed closed && closed.closing() instanceof Closing.Exempt exempt) {
            clocks.cancelAll(at, "the ticket was closed as " + Standing.words(exempt.exemption()));
        } else if (stood != status) {
            moved(stood, at);
        }
    }

    private void moved(TicketStatus stood, Instant at) {
        if (status == TicketStatus.CLOSED) {
            clocks.endResolution(at, goal -> true, "the ticket was closed");
            clocks.cancelAll(at, "the ticket was closed");
        } else if (status == TicketStatus.SOLVED) {
            clocks.endResolution(at, goal -> !goal.isPausedBy(PauseReason.SOLVED), "a solution was proposed");
            clocks.cancel(SlaTarget.PERIODIC_UPDATE, at, "a solution was proposed");
        } else if (stood == TicketStatus.CLOSED || stood == TicketStatus.SOLVED) {
            clocks.reopen(standing, at);
            clocks.goOnAfterCancelling(at, "the ticket goes on", this::wants);
            if (wants(SlaTarget.PERIODIC_UPDATE)
                    && !clocks.isOpen(SlaTarget.PERIODIC_UPDATE)) { // its last answer had solved it
                clocks.start(SlaTarget.PERIODIC_UPDATE, standing, at, "the ticket goes on");
            }
        }
    }

    private void pauses(Instant at) {
        clocks.pauseOrResume(at, goal -> {
            if (status == TicketStatus.SOLVED && goal.isPausedBy(PauseReason.SOLVED)) {
                return PauseReason.SOLVED;
            } else if (status == TicketStatus.ON_HOLD) {
                return goal.isPausedBy(PauseReason.ON_HOLD) ? PauseReason.ON_HOLD : null;
            }
            return asking && goal.isPausedBy(PauseReason.QUESTION) ? PauseReason.QUESTION : null;
        });
    }
}
