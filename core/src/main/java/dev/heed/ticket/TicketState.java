package dev.heed.ticket;

import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseKind;
import dev.heed.ticket.CallEvent.CallEnded;
import dev.heed.ticket.CallEvent.CallStarted;
import dev.heed.ticket.Lifecycle.Move;
import dev.heed.ticket.LifecycleEvent.Closed;
import dev.heed.ticket.LifecycleEvent.Held;
import dev.heed.ticket.LifecycleEvent.TicketOpened;
import dev.heed.ticket.OwnershipEvent.Escalated;
import dev.heed.ticket.OwnershipEvent.OwnerAssigned;
import dev.heed.ticket.OwnershipEvent.Why;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The fields of a ticket while events are folded in. Mutable, so it never leaves this package. */
final class TicketState implements Cloneable {
    final TicketOpened opened;
    AppendOnly<Message> messages = AppendOnly.empty();
    Promises promises = Promises.NONE;
    Settlements settlements = Settlements.NONE;
    Silence silence = Silence.NONE;
    Structure structure = Structure.NONE;
    Filing filing = Filing.NONE;
    Notes notes = Notes.NONE;
    Arrivals arrivals = Arrivals.NONE;
    Outgoing outgoing = Outgoing.NONE;
    Understanding understanding = Understanding.NONE;
    Approvals approvals = Approvals.NONE;
    AppendOnly<Moment> moments;
    Instant changedAt;
    long version = 1;
    TicketStatus status = TicketStatus.NEW;
    TicketKind kind = TicketKind.QUESTION;

    @Nullable
    AgentId owner;

    @Nullable
    ExpectedReply expected;

    @Nullable
    ExpectedReply lastExpected;

    @Nullable
    Instant firstAnsweredAt;

    @Nullable
    MessageId lastAnswer;

    @Nullable
    MessageId failedAnswer;

    @Nullable
    Held held;

    @Nullable
    Snooze snooze;

    @Nullable
    CallStarted call;

    @Nullable
    CustomerId confirmedBy;

    @Nullable
    Closed closed;

    /** What came back last, or could not be handed over. */
    @Nullable
    MessageId undelivered;

    /** How many of the messages are not in a queue any more, nor any before them: what is sent leaves in its order. */
    int leftUpTo;

    /** How many of the messages were there when a person answered last, as far as is known. */
    int answeredUpTo;

    Effort effort = Effort.NONE;
    Alarm alarm = Alarm.NONE;

    /** Whether the customer's last word has no answer by a person that may have arrived. */
    boolean unanswered;

    int reopenCount;
    boolean acknowledged;
    boolean overdue;
    boolean disputed;
    boolean unreachable;
    boolean spokenTo;
    boolean callOverdue;
    boolean erased;

    /** Whether somebody has talked with the customer about this ticket on the phone. */
    boolean called;

    boolean wroteDuringCall;

    /** How many promises there were when the last call began. */
    int promisedBeforeCall;

    /** Whether what was said last was said on the phone, and the customer agreed. */
    boolean answeredByPhone;

    TicketState(TicketOpened opened) {
        this.opened = opened;
        this.changedAt = opened.at();
        this.moments = AppendOnly.<Moment>empty().with(new Moment(opened, status, false));
    }

    TicketState copy() {
        try {
            return (TicketState) clone();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isReminder(TicketEvent event) {
        return event instanceof NoteEvent.NoteReminded || event instanceof ApprovalEvent.ApprovalReminded;
    }

    void take(TicketEvent event) {
        version++;
        changedAt = isReminder(event) ? changedAt : event.at(); // or nobody would look at it
        boolean waited = unanswered;
        TicketStatus stood = status;
        structure = structure.before(event, this);
        arrivals = arrivals.after(event, messages.size(), version, opened.customer());
        if (event instanceof ConversationEvent said) {
            ConversationFold.take(this, said);
        } else if (event instanceof PromiseEvent promised) {
            PromiseFold.take(this, promised);
        } else if (event instanceof LifecycleEvent moved) {
            LifecycleFold.take(this, moved);
        } else if (event instanceof OwnershipEvent owned) {
            ownership(owned);
        } else if (event instanceof CallEvent spoken) {
            spoken(spoken);
        } else if (event instanceof FilingEvent filed) {
            filing = filing.after(filed);
        } else if (event instanceof NoteEvent noted) {
            notes = notes.after(noted, other -> structure.merges().of(other).isPresent());
        } else if (event instanceof OutgoingEvent going) {
            outgoing = outgoing.after(going);
        } else if (event instanceof SnoozeEvent put) {
            snooze = put instanceof SnoozeEvent.Snoozed off ? off.snooze() : null;
        } else if (event instanceof StructureEvent related) {
            StructureFold.take(this, related);
        } else if (SignOfLife.is(event)) {
            isThere(event);
        }
        structure = structure.after(event, waited, this);
        understanding = understanding.after(event);
        approvals = approvals.after(event);
        effort = effort.after(event, isInHand());
        alarm = alarm.after(event, alarmed());
        if (stood != status || waited != unanswered || Moment.matters(event)) {
            moments = moments.with(new Moment(event, status, unanswered));
        }
    }

    /** On the phone, or while it is held, somebody has it in hand; where a duplicate was nobody looks. */
    private void isThere(TicketEvent event) {
        silence = silence.anew(event.at());
        boolean busy = held != null || call != null || status == TicketStatus.CLOSED;
        if (SignOfLife.asks(event) && !unanswered && !busy) {
            customerWaits();
        }
    }

    /** Whoever was on the phone has not been silent, and may have said something else than before. */
    private void spoken(CallEvent event) {
        call = event instanceof CallStarted started ? started : null;
        silence = silence.anew(event.at());
        spokenTo = true;
        called = true;
        callOverdue = false;
        if (call != null) {
            promisedBeforeCall = promises.nextId().value() - 1;
            confirmedBy = null;
            wroteDuringCall = false;
        } else if (event instanceof CallEnded ended && ended.outcome() instanceof CallOutcome.Solved) {
            solvedOnThePhone(ended);
        }
    }

    /** P12: as good as an answer to everything that was written before the call. */
    private void solvedOnThePhone(CallEnded ended) {
        if (!wroteDuringCall) {
            answeredByPhone = true;
            settlements = settlements.onlyThose(one -> !one.answers());
            hasAnswer(ended.at());
            move(Move.AGENT_PROPOSES_SOLUTION);
        }
    }

    /** Whether somebody is responsible and the next step is not the customer's, nor anybody else's. */
    private boolean isInHand() {
        return owner != null && (status == TicketStatus.NEW || status == TicketStatus.OPEN);
    }

    void customerWaits() {
        wroteDuringCall = call != null;
        answeredByPhone = false;
        silence = Silence.NONE;
        unanswered = true;
        failedAnswer = null;
        confirmedBy = null;
        held = null;
        move(Move.CUSTOMER_WRITES);
    }

    void hasAnswer(Instant at) {
        unanswered = false;
        answeredUpTo = messages.size();
        failedAnswer = null;
        expected = null;
        overdue = false;
        held = null;
        silence = status == TicketStatus.CLOSED ? silence : Silence.since(at);
        firstAnsweredAt = firstAnsweredAt == null ? at : firstAnsweredAt;
    }

    /** Whether those before were read does not matter any more. */
    void onlyAnswersSince(MessageId answer) {
        settlements = settlements.onlyThose(one -> one.message().equals(answer) || !one.answers());
    }

    /** Of the answers. */
    boolean lastWordWas(MessageId message) {
        return message.equals(lastAnswer) && !answeredByPhone;
    }

    /** Whether something is wrong until somebody mends it. */
    boolean alarmed() {
        return unreachable || callOverdue || promises.isOpen(PromiseKind.APOLOGY);
    }

    /** Whether the call that was promised may be the one that goes on right now. */
    boolean isBeingKept(Promise promise) {
        return call != null && mayBeThisCall(promise) && !promise.due().isBefore(call.at());
    }

    /** What is promised while the customer is on the phone is another call. */
    boolean mayBeThisCall(Promise promise) {
        return promise.kind() == PromiseKind.CALLBACK && promise.id().value() <= promisedBeforeCall;
    }

    /** Whether the customer disagrees, and has not agreed since. */
    boolean isDisputed() {
        return disputed && confirmedBy == null;
    }

    boolean closedBySilence() {
        return closed != null && closed.closing() instanceof Closing.Silence;
    }

    /** Whether it goes on in another ticket. */
    boolean closedAsDuplicate() {
        return closed != null && LifecycleFold.isDuplicate(closed.closing());
    }

    private void ownership(OwnershipEvent event) {
        if (event instanceof OwnerAssigned assigned) {
            owner = assigned.owner();
        } else if (event instanceof Escalated escalated) {
            callOverdue |= escalated.why() == Why.CALL_NOT_ENDED;
        }
    }

    void move(Move move) {
        status = Lifecycle.after(status, move).orElse(status);
    }
}
