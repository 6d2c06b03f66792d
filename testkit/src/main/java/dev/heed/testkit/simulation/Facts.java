package dev.heed.testkit.simulation;

import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.people.AgentId;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseKind;
import dev.heed.ticket.ApprovalEvent;
import dev.heed.ticket.CallEvent;
import dev.heed.ticket.CallOutcome;
import dev.heed.ticket.ConversationEvent;
import dev.heed.ticket.FilingEvent;
import dev.heed.ticket.LifecycleEvent;
import dev.heed.ticket.LifecycleEvent.TicketOpened;
import dev.heed.ticket.ListeningEvent;
import dev.heed.ticket.NoteEvent;
import dev.heed.ticket.OwnershipEvent;
import dev.heed.ticket.PromiseEvent;
import dev.heed.ticket.StructureEvent;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketKind;
import dev.heed.ticket.TicketPolicy;
import dev.heed.ticket.TicketStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as docs/tickets.md tells its life, folded from the events a second time and without asking the ticket. Not
 * thread-safe.
 */
final class Facts {
    final TicketOpened opened;
    final PromiseFacts promises = new PromiseFacts();
    final LetterFacts letters = new LetterFacts(promises);
    final WorkFacts work = new WorkFacts();
    final NoteFacts notes = new NoteFacts();
    final StructureFacts structure = new StructureFacts();
    final FilingFacts filing = new FilingFacts();
    final AlarmFacts alarms = new AlarmFacts();
    final SnoozeFacts snoozes = new SnoozeFacts();
    final List<TicketEvent> history = new ArrayList<>();
    final List<Message> messages = new ArrayList<>();
    final List<Asked> asked = new ArrayList<>();
    Instant changedAt;
    TicketStatus status = TicketStatus.NEW;
    TicketKind kind = TicketKind.QUESTION;

    @Nullable
    AgentId owner;

    @Nullable
    AgentId onThePhone;

    /** When the call began that goes on, or the last one. */
    @Nullable
    Instant calledAt;

    /** What came back last, or could not be handed over. */
    @Nullable
    MessageId notArrived;

    @Nullable
    MessageId lastAnswer;

    @Nullable
    MessageId lostAnswer;

    @Nullable
    Instant firstAnsweredAt;

    @Nullable
    Instant silentSince;

    @Nullable
    Instant heldUntil;

    @Nullable
    Instant importedAt;

    /** When a desk looked at it last, and what the shop expected of itself then. */
    @Nullable
    Instant lookedAt;

    @Nullable
    TicketPolicy lookedUnder;

    LifecycleEvent.@Nullable Closed closed;

    int reopened;
    int confirmations;
    boolean exempted;
    boolean awaited;
    boolean confirmed;
    boolean disputed;
    boolean unreachable;
    boolean acknowledged;
    boolean callForgotten;
    boolean callerGaveNumber;
    boolean wroteDuringCall;
    int promisedBeforeCall;
    boolean spokenToElsewhere;

    /** Whether the customer and a person have agreed on the phone, and nobody has said anything since. */
    boolean agreedLast;

    Facts(TicketOpened opened) {
        this.opened = opened;
        this.changedAt = opened.at();
        history.add(opened);
    }

    void lookedAt(Instant at, TicketPolicy policy) {
        lookedAt = at;
        lookedUnder = policy;
    }

    /** Whether it is closed as the duplicate of another. */
    boolean goesOnElsewhere() {
        return closed != null && LetterFacts.isElsewhere(closed);
    }

    boolean isClosed() {
        return status == TicketStatus.CLOSED;
    }

    /** Whether something is wrong until somebody mends it. */
    boolean alarmed() {
        return unreachable || callForgotten || promises.apologyOwed();
    }

    /** A call that was promised is not broken while the customer is on the phone. */
    boolean isBeingKept(Promise promise) {
        return onThePhone != null
                && calledAt != null
                && mayBeThisCall(promise)
                && !promise.due().isBefore(calledAt);
    }

    /** What is promised during a call is another one. */
    boolean mayBeThisCall(Promise promise) {
        return promise.kind() == PromiseKind.CALLBACK && promise.id().value() <= promisedBeforeCall;
    }

    boolean isDisputed() {
        return disputed && !confirmed;
    }

    Optional<Message> message(MessageId id) {
        return messages.stream().filter(message -> message.id().equals(id)).findFirst();
    }

    void take(TicketEvent event) {
        history.add(event);
        boolean reminder = event instanceof NoteEvent.NoteReminded || event instanceof ApprovalEvent.ApprovalReminded;
        changedAt = reminder ? changedAt : event.at();
        structure.before(this, event);
        letters.take(this, event);
        snoozes.take(event);
        if (event instanceof ConversationEvent said) {
            said(said);
        } else if (event instanceof PromiseEvent promised) {
            promises.take(promised);
            confirmed &= !(promised instanceof PromiseEvent.PromiseBroken); // said in trust
        } else if (event instanceof LifecycleEvent moved) {
            moved(moved);
        } else if (event instanceof NoteEvent noted) {
            boolean merged = noted instanceof NoteEvent.NoteTakenOver taken && structure.hasDuplicate(taken.from());
            notes.take(noted, merged);
        } else if (event instanceof FilingEvent filed) {
            filing.take(filed);
        } else if (event instanceof OwnershipEvent.OwnerAssigned assigned) {
            owner = assigned.owner();
        } else if (event instanceof OwnershipEvent.Escalated escalated) {
            callForgotten |= escalated.why() == OwnershipEvent.Why.CALL_NOT_ENDED;
        } else if (event instanceof CallEvent spoken) {
            spoken(spoken);
        } else if (event instanceof StructureEvent related) {
            structure.take(this, related);
        } else if (event instanceof ListeningEvent heard) {
            FormFacts.take(this, heard);
        }
        work.take(event, owner != null && (status == TicketStatus.NEW || status == TicketStatus.OPEN));
        alarms.take(event, alarmed());
    }

    private void spoken(CallEvent event) {
        spoke(event);
        if (event instanceof CallEvent.CallStarted started) {
            onThePhone = started.by();
            calledAt = started.at();
            promisedBeforeCall = promises.all.size();
            callerGaveNumber = started.intake().number().isPresent();
            confirmed = false;
            wroteDuringCall = false;
        } else {
            onThePhone = null;
            callForgotten = false;
            if (isSolvedBy(event)) {
                solvedOnThePhone(event);
            }
        }
    }

    /** Whether the customer agreed on the phone, and wrote nothing else meanwhile. */
    boolean isSolvedBy(TicketEvent event) {
        return event instanceof CallEvent.CallEnded ended
                && ended.outcome() instanceof CallOutcome.Solved
                && !wroteDuringCall;
    }

    private void solvedOnThePhone(TicketEvent event) {
        agreedLast = true;
        lostAnswer = null;
        awaited = false;
        heldUntil = null;
        promises.answered();
        firstAnsweredAt = firstAnsweredAt == null ? event.at() : firstAnsweredAt;
        silentSince = event.at();
        asked.clear();
        status = TicketStatus.SOLVED;
    }

    /** Whether a person has dealt with the customer, here or where this went on from. */
    boolean spokenTo() {
        return spokenToElsewhere
                || firstAnsweredAt != null
                || calledAt != null
                || promises.all.stream().anyMatch(entry -> entry.made.kind().madeByAgents());
    }

    /** Whoever was on the phone has not been silent. */
    void spoke(TicketEvent event) {
        silentSince = silentSince == null ? null : event.at();
        asked.clear();
    }

    private void said(ConversationEvent event) {
        if (event instanceof ConversationEvent.MessageReceived received) {
            messages.add(received.message());
            if (!received.message().automatic()) {
                customerSpoke();
            }
        } else if (event instanceof ConversationEvent.Answered answered) {
            answered(answered);
        } else if (event instanceof ConversationEvent.Acknowledged ack) {
            messages.add(ack.message());
            acknowledged = true;
        } else if (event instanceof ConversationEvent.BotWrote bot) {
            messages.add(bot.message());
        } else if (event instanceof ConversationEvent.Reminded reminded) {
            messages.add(reminded.message());
            asked.add(new Asked(reminded.message().id(), reminded.at(), reminded.closesAt()));
        } else if (event instanceof ConversationEvent.Delivered delivered) {
            delivered(delivered);
        } else if (event instanceof ConversationEvent.DeliveryFailed failed) {
            lost(failed.message(), false);
        } else if (event instanceof ConversationEvent.Bounced bounced) {
            lost(bounced.message(), true);
        } else if (event instanceof ConversationEvent.Redriven redriven) {
            notArrived = redriven.message().equals(notArrived) ? null : notArrived;
        } else if (event instanceof ConversationEvent.Unreachable) {
            unreachable = true;
        }
    }

    private void customerSpoke() {
        unreachable = false;
        customerWaits();
    }

    void customerWaits() {
        wroteDuringCall = onThePhone != null;
        agreedLast = false;
        awaited = true;
        confirmed = false;
        lostAnswer = null;
        heldUntil = null;
        silentSince = null;
        asked.clear();
        if (status != TicketStatus.NEW) {
            status = TicketStatus.OPEN;
        }
    }

    private void answered(ConversationEvent.Answered answered) {
        messages.add(answered.message());
        lastAnswer = answered.message().id();
        agreedLast = false;
        wroteDuringCall = false;
        lostAnswer = null;
        awaited = false;
        heldUntil = null;
        promises.answered();
        firstAnsweredAt = firstAnsweredAt == null ? answered.at() : firstAnsweredAt;
        if (!isClosed()) {
            silentSince = answered.at();
            asked.clear();
            status = answered.resolution().isPresent() ? TicketStatus.SOLVED : TicketStatus.PENDING;
        }
    }

    private void delivered(ConversationEvent.Delivered delivered) {
        for (Asked one : asked) {
            if (one.message.equals(delivered.message()) && !one.worthless && one.deliveredAt == null) {
                one.worthless = !delivered.at().isBefore(one.closesAt);
                one.deliveredAt = one.worthless ? null : delivered.at();
            }
        }
        if (!delivered.message().equals(notArrived)) {
            unreachable = false;
        }
        if (delivered.message().equals(lostAnswer)) {
            lostAnswer = null;
            awaited = false;
            promises.answered();
            silentSince = delivered.at();
            asked.clear();
            if (heldUntil == null && !isClosed()) {
                status = TicketStatus.PENDING;
            }
        } else if (delivered.message().equals(lastAnswer) && !awaited) {
            promises.answered();
        }
    }

    /** Whether the message is one of those that ask for a word since the last one. */
    boolean isReminder(MessageId message) {
        return asked.stream().anyMatch(one -> !one.worthless && one.message.equals(message));
    }

    /** Those reminders that are neither known to be lost, nor came too late. */
    List<Asked> asking() {
        return asked.stream().filter(one -> !one.worthless).toList();
    }

    private void lost(MessageId message, boolean cameBack) {
        boolean reminder = isReminder(message);
        asked.stream().filter(one -> one.message.equals(message)).forEach(one -> one.worthless = true);
        if (cameBack || reminder) {
            unreachable = true;
            notArrived = message;
        }
        if (!reminder && message.equals(lastAnswer) && !agreedLast && !awaited && !isClosed()) {
            lostAnswer = message;
            awaited = true;
            heldUntil = null;
            status = status == TicketStatus.NEW ? TicketStatus.NEW : TicketStatus.OPEN;
        }
    }

    private void moved(LifecycleEvent event) {
        if (event instanceof LifecycleEvent.KindChanged changed) {
            kind = changed.kind();
        } else if (event instanceof LifecycleEvent.Held held) {
            heldUntil = held.until();
            status = TicketStatus.ON_HOLD;
        } else if (event instanceof LifecycleEvent.HoldEnded) {
            heldUntil = null;
            status = TicketStatus.OPEN;
        } else if (event instanceof LifecycleEvent.Reopened) {
            reopened++;
            closed = null;
            confirmed = false;
            status = TicketStatus.OPEN;
        } else if (event instanceof LifecycleEvent.Absorbed absorbed) {
            spokenToElsewhere |= absorbed.spokenTo();
            confirmed = false;
            spoke(event);
            if (absorbed.waits()) {
                customerWaits();
            }
        } else if (event instanceof LifecycleEvent.Imported) {
            importedAt = event.at();
            silentSince = silentSince == null ? null : event.at();
            asked.clear();
        } else if (event instanceof LifecycleEvent.DecidedAgainst) {
            confirmed = false;
        } else if (event instanceof LifecycleEvent.Disputed) {
            disputed = true;
        } else if (event instanceof LifecycleEvent.CustomerConfirmed) {
            confirmed = true;
            confirmations++;
        } else if (event instanceof LifecycleEvent.Closed close) {
            closed(close);
        }
    }

    private void closed(LifecycleEvent.Closed close) {
        closed = close;
        disputed &= !confirmed;
        exempted |= close.closing() instanceof dev.heed.ticket.Closing.Exempt;
        heldUntil = null;
        lostAnswer = null;
        promises.answered();
        status = TicketStatus.CLOSED;
    }
}
