package dev.heed.sla;

import dev.heed.message.MessageId;
import dev.heed.ticket.CallEvent.CallEnded;
import dev.heed.ticket.Closing;
import dev.heed.ticket.ConversationEvent.Acknowledged;
import dev.heed.ticket.ConversationEvent.Answered;
import dev.heed.ticket.ConversationEvent.BotWrote;
import dev.heed.ticket.ConversationEvent.Delivered;
import dev.heed.ticket.ConversationEvent.MessageReceived;
import dev.heed.ticket.ConversationEvent.Redriven;
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
import dev.heed.ticket.StructureEvent;
import dev.heed.ticket.StructureEvent.Deleted;
import dev.heed.ticket.StructureEvent.MessageTakenOver;
import dev.heed.ticket.StructureEvent.Restored;
import dev.heed.ticket.StructureEvent.SplitFrom;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    /** Whether it was opened by a split, of which the first message is still to come. */
    private boolean awaitsSplitMessage;

    /** The newest level that was reached. */
    private @Nullable LevelReached lastReached;

    private boolean deleted;
    private @Nullable Instant importedAt;
    private SlaBook book;
    private Lost lost;
    private @Nullable History history;
    private @Nullable Unmoved unmoved;

    /** How the ticket stood before a lost answer, and how it seemed to stand since. */
    private record Unmoved(TicketStatus seemed, TicketStatus stood) {}

    /** Whether the customer waits although the ticket takes a lost answer for one. */
    private boolean owed;

    /** What was folded, the newest first, in case that some of it has to be taken back. */
    private record History(Moment moment, @Nullable History before) {}

    SlaFold(SlaBook book) {
        this(book, new Lost());
    }

    private SlaFold(SlaBook book, Lost lost) {
        this.book = book;
        this.lost = lost;
        standing = new Standing(book);
        clocks = new Clocks();
    }

    SlaFold copy() {
        try {
            SlaFold copy = (SlaFold) clone();
            copy.clocks = clocks.copy();
            copy.lost = lost.copy();
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    SlaFold proposing(ServiceLevels levels) {
        SlaFold copy = copy();
        copy.standing = standing.proposing(levels);
        copy.book = book.proposing(levels);
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

    /** With one moment more: this one, or another if a message turns out never to have arrived. */
    SlaFold take(Moment moment) {
        history = new History(moment, history);
        Optional<MessageId> message = Lost.message(moment.event());
        if (message.isPresent() && lost.counts(message.get())) {
            return withoutMessage(message.get());
        }
        fold(moment);
        return this;
    }

    /** All of it again, as if the message had never been sent. */
    private SlaFold withoutMessage(MessageId message) {
        List<Moment> moments = new ArrayList<>();
        for (History one = history; one != null; one = one.before) {
            moments.add(one.moment);
        }
        SlaFold again = new SlaFold(book, lost.foldedAgainWithout(message));
        for (int i = moments.size() - 1; i >= 0; i--) {
            again.fold(moments.get(i));
        }
        again.history = history;
        return again;
    }

    private void fold(Moment moment) {
        TicketEvent event = moment.event();
        Instant at = event.at();
        TicketStatus stood = status;
        boolean waited = waits;
        stands(moment, waited);
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
        clocks.pauseOrResume(at, status, asking);
    }

    /** A level that was reached has raised the priority: both are on record as one. */
    private boolean isDoneByLevel(TicketEvent event) {
        return lastReached != null
                && event instanceof PrioritySet set
                && set.at().equals(lastReached.at())
                && set.reason().equals(Optional.of(PendingLevel.reason(lastReached.level(), lastReached.target())));
    }

    /** A lost answer has not moved the ticket either, until something else does; and the customer waits on. */
    private void stands(Moment moment, boolean waited) {
        TicketEvent event = moment.event();
        if (event instanceof Answered answered) {
            boolean isLost = lost.has(answered.message().id());
            unmoved = isLost ? new Unmoved(moment.status(), status) : null;
            owed = isLost && waited;
        } else if (event instanceof CallEnded || event instanceof StructureEvent) {
            owed = false;
        }
        if (unmoved != null && (moment.status() != unmoved.seemed || moment.waits())) {
            unmoved = null;
        }
        status = unmoved == null ? moment.status() : unmoved.stood;
        waits = moment.waits() || owed;
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
            case FIRST_REPLY -> waits && !replied && !isQuiet();
            case NEXT_REPLY -> waits && replied && !isQuiet();
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
            wrote(answered);
        } else if (event instanceof BotWrote wrote) {
            asks(wrote.message().id(), Questions.asks(wrote.message()));
        } else if (event instanceof StatementSent sent) {
            asks(sent.message().orElse(null), true);
        } else if (event instanceof Redriven redriven) {
            sentAgain(redriven.message(), at);
        } else if (event instanceof Delivered delivered) {
            sentAgain(delivered.message(), at);
        } else if (event instanceof MessageReceived received) {
            written(received);
        } else if (event instanceof OwnerAssigned) {
            clocks.end(SlaTarget.TIME_TO_OWN, at, "a person is responsible");
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
        Lost.message(event).filter(lost::hasLeftOut).ifPresent(message -> {
            lost.lose(message);
            clocks.noteLost(at);
        });
        waiting(event, waited);
    }

    /** What never arrives has neither answered nor asked anything. */
    private void wrote(Answered event) {
        boolean asks = Questions.asks(event.message());
        if (lost.has(event.message().id())) {
            lost.leaveOut(event.message().id(), true, asks);
            return;
        }
        answered(event.at(), "a person answered");
        asking = asks;
        if (!asks && status == TicketStatus.PENDING) {
            clocks.noteUnpaused(event.at());
        }
    }

    private void asks(@Nullable MessageId message, boolean asks) {
        if (message != null && lost.has(message)) {
            lost.leaveOut(message, false, asks);
        } else {
            asking |= asks;
        }
    }

    /** From now on it counts, unless this was in vain, too. */
    private void sentAgain(MessageId message, Instant at) {
        boolean counted = lost.counts(message);
        lost.sendAgain(message);
        if (counted || !lost.counts(message)) {
            return;
        }
        if (lost.isAnswer(message)) {
            owed = false;
            answered(at, "the answer was sent after all");
            asking = false;
        }
        asking |= lost.isQuestion(message);
    }

    /** Whoever waited without a clock, since a duplicate started none, has one from now on. */
    private void written(MessageReceived received) {
        if (!received.message().automatic()) {
            asking = false;
            startReply(received.at(), "the customer waits");
        }
    }

    private void answered(Instant at, String reason) {
        clocks.answered(at, reason);
        replied = true;
        if (!isSettled()) {
            clocks.start(SlaTarget.PERIODIC_UPDATE, standing, at, "a person has answered");
        }
    }

    /** The customer waits since, or does not any more, for whatever reason. */
    private void waiting(TicketEvent event, boolean waited) {
        Instant at = event.at();
        if (waits && !waited) {
            asking = false;
            if (!awaitsSplitMessage) {
                startReply(at, "the customer waits");
            }
        } else if (event instanceof CallEnded && waited && !waits && status != TicketStatus.CLOSED) {
            answered(at, "it was solved on the phone");
        } else if (event instanceof StructureEvent && waited && !waits && status != TicketStatus.CLOSED) {
            clocks.cancel(SlaTarget.FIRST_REPLY, at, "what waited for an answer is in another ticket");
            clocks.cancel(SlaTarget.NEXT_REPLY, at, "what waited for an answer is in another ticket");
        }
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
            answered(event.at(), "it was answered in the duplicate");
            if (waits) {
                startReply(event.at(), "the customer waits");
            }
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
            clocks.goOnAfterCancelling(standing, at, "the ticket was restored", this::wants);
        } else if (event instanceof Closed closed && closed.closing() instanceof Closing.Exempt exempt) {
            clocks.closed(at, "the ticket was closed as " + Standing.words(exempt.exemption()));
        } else if (stood != status) {
            moved(stood, at);
        }
    }

    private void moved(TicketStatus stood, Instant at) {
        if (status == TicketStatus.CLOSED) {
            clocks.endResolution(at, goal -> true, "the ticket was closed");
            clocks.closed(at, "the ticket was closed");
        } else if (status == TicketStatus.SOLVED) {
            clocks.endResolution(at, goal -> !goal.isPausedBy(PauseReason.SOLVED), "a solution was proposed");
            clocks.cancel(SlaTarget.PERIODIC_UPDATE, at, "a solution was proposed");
        } else if (stood == TicketStatus.CLOSED || stood == TicketStatus.SOLVED) {
            clocks.reopen(standing, at);
            clocks.goOnAfterCancelling(standing, at, "the ticket goes on", this::wants);
            if (wants(SlaTarget.PERIODIC_UPDATE)
                    && !clocks.isOpen(SlaTarget.PERIODIC_UPDATE)) { // its last answer had solved it
                clocks.start(SlaTarget.PERIODIC_UPDATE, standing, at, "the ticket goes on");
            }
        }
    }
}
