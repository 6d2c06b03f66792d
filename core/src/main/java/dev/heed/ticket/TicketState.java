package dev.heed.ticket;

import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseId;
import dev.heed.promise.PromiseKind;
import dev.heed.promise.PromiseState;
import dev.heed.ticket.CallEvent.CallStarted;
import dev.heed.ticket.ConversationEvent.Acknowledged;
import dev.heed.ticket.ConversationEvent.Answered;
import dev.heed.ticket.ConversationEvent.BotWrote;
import dev.heed.ticket.ConversationEvent.Bounced;
import dev.heed.ticket.ConversationEvent.Delivered;
import dev.heed.ticket.ConversationEvent.DeliveryFailed;
import dev.heed.ticket.ConversationEvent.MessageReceived;
import dev.heed.ticket.ConversationEvent.NoteAdded;
import dev.heed.ticket.ConversationEvent.Reminded;
import dev.heed.ticket.ConversationEvent.Unreachable;
import dev.heed.ticket.Lifecycle.Move;
import dev.heed.ticket.LifecycleEvent.Closed;
import dev.heed.ticket.LifecycleEvent.CustomerConfirmed;
import dev.heed.ticket.LifecycleEvent.Disputed;
import dev.heed.ticket.LifecycleEvent.Held;
import dev.heed.ticket.LifecycleEvent.HoldEnded;
import dev.heed.ticket.LifecycleEvent.KindChanged;
import dev.heed.ticket.LifecycleEvent.Reopened;
import dev.heed.ticket.LifecycleEvent.TicketOpened;
import dev.heed.ticket.OwnershipEvent.Escalated;
import dev.heed.ticket.OwnershipEvent.OwnerAssigned;
import dev.heed.ticket.PromiseEvent.PromiseBroken;
import dev.heed.ticket.PromiseEvent.PromiseKept;
import dev.heed.ticket.PromiseEvent.PromiseMade;
import dev.heed.ticket.PromiseEvent.PromiseReminded;
import dev.heed.ticket.PromiseEvent.PromiseRenegotiated;
import dev.heed.ticket.PromiseEvent.PromiseWithdrawn;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The fields of a ticket while events are folded in. Mutable, so it never leaves this package. */
final class TicketState implements Cloneable {
    final TicketOpened opened;
    AppendOnly<Message> messages = AppendOnly.empty();
    Promises promises = Promises.NONE;
    Silence silence = Silence.NONE;
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
    CallStarted call;

    @Nullable
    CustomerId confirmedBy;

    @Nullable
    Closed closed;

    @Nullable
    Instant escalatedAt;

    /** Whether the customer's last word has no answer by a person that may have arrived. */
    boolean unanswered;

    int escalation;
    int reopenCount;
    boolean acknowledged;
    boolean overdue;
    boolean disputed;
    boolean unreachable;

    TicketState(TicketOpened opened) {
        this.opened = opened;
        this.changedAt = opened.at();
    }

    TicketState copy() {
        try {
            return (TicketState) clone();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    void take(TicketEvent event) {
        version++;
        changedAt = event.at();
        if (event instanceof ConversationEvent said) {
            conversation(said);
        } else if (event instanceof PromiseEvent promised) {
            promise(promised);
        } else if (event instanceof LifecycleEvent moved) {
            lifecycle(moved);
        } else if (event instanceof OwnershipEvent owned) {
            ownership(owned);
        } else {
            call = event instanceof CallStarted started ? started : null;
        }
        if (!alarmed()) {
            escalation = 0;
            escalatedAt = null;
        }
    }

    private void conversation(ConversationEvent event) {
        if (event instanceof MessageReceived received) {
            received(received.message());
        } else if (event instanceof Acknowledged acknowledged) {
            messages = messages.with(acknowledged.message());
            this.acknowledged = true;
        } else if (event instanceof Answered answered) {
            answered(answered);
        } else if (event instanceof BotWrote bot) {
            messages = messages.with(bot.message());
        } else if (event instanceof Reminded reminded) {
            messages = messages.with(reminded.message());
            silence = silence.reminded(reminded);
        } else if (event instanceof NoteAdded note) {
            messages = messages.with(note.message());
        } else if (event instanceof Delivered delivered) {
            delivered(delivered);
        } else if (event instanceof DeliveryFailed failed) {
            failed(failed.message());
        } else if (event instanceof Bounced bounced) {
            failed(bounced.message());
            unreachable = true;
        } else if (event instanceof Unreachable) {
            unreachable = true;
        }
    }

    private void received(Message message) {
        messages = messages.with(message);
        if (!message.automatic()) {
            silence = Silence.NONE;
            unanswered = true;
            failedAnswer = null;
            confirmedBy = null;
            unreachable = false;
            held = null;
            move(Move.CUSTOMER_WRITES);
        }
    }

    private void answered(Answered answered) {
        messages = messages.with(answered.message());
        lastAnswer = answered.message().id();
        failedAnswer = null;
        unanswered = false;
        silence = Silence.since(answered.at());
        expected = null;
        overdue = false;
        unreachable = false;
        held = null;
        firstAnsweredAt = firstAnsweredAt == null ? answered.at() : firstAnsweredAt;
        move(answered.resolution().isPresent() ? Move.AGENT_PROPOSES_SOLUTION : Move.AGENT_ANSWERS);
    }

    private void delivered(Delivered delivered) {
        silence = silence.delivered(delivered);
        if (delivered.message().equals(failedAnswer)) {
            failedAnswer = null; // a dead letter that was sent after all answers as it would have
            silence = Silence.since(delivered.at());
            unanswered = false;
            expected = null;
            overdue = false;
            if (held == null) {
                move(Move.AGENT_ANSWERS);
            }
        }
    }

    private void failed(MessageId message) {
        if (silence.isReminder(message)) {
            unreachable = true;
        } else if (message.equals(lastAnswer) && !unanswered && status != TicketStatus.CLOSED) {
            failedAnswer = message;
            unanswered = true;
            held = null;
            move(Move.ANSWER_IS_LOST);
        }
    }

    private void promise(PromiseEvent event) {
        if (event instanceof PromiseMade made) {
            promises = promises.made(made.promise());
            if (made.promise().kind() == PromiseKind.REPLY) {
                expected = new ExpectedReply(
                        made.promise().due(),
                        made.promise().text(),
                        made.promise().zone());
                lastExpected = expected;
                overdue = false;
            }
        } else if (event instanceof PromiseKept kept) {
            settle(kept.promise(), PromiseState.KEPT);
        } else if (event instanceof PromiseBroken broken) {
            overdue |= isReply(broken.promise());
            settle(broken.promise(), PromiseState.BROKEN);
        } else if (event instanceof PromiseRenegotiated renegotiated) {
            settle(renegotiated.promise(), PromiseState.RENEGOTIATED);
        } else if (event instanceof PromiseWithdrawn withdrawn) {
            settle(withdrawn.promise(), PromiseState.WITHDRAWN);
        } else if (event instanceof PromiseReminded reminded) {
            promises = promises.reminded(reminded.promise(), reminded.percent());
        }
    }

    private boolean isReply(PromiseId id) {
        return promises.findOpen(id)
                .map(Promise::kind)
                .filter(PromiseKind.REPLY::equals)
                .isPresent();
    }

    private void settle(PromiseId id, PromiseState how) {
        if (how != PromiseState.BROKEN && isReply(id)) {
            expected = null;
        }
        promises = promises.settled(id, how);
    }

    /** Whether something is wrong until somebody mends it. */
    boolean alarmed() {
        return unreachable || promises.isOpen(PromiseKind.APOLOGY);
    }

    private void lifecycle(LifecycleEvent event) {
        if (event instanceof KindChanged changed) {
            kind = changed.kind();
        } else if (event instanceof Held hold) {
            held = hold;
            move(Move.AGENT_HOLDS);
        } else if (event instanceof HoldEnded) {
            held = null;
            move(Move.HOLD_ENDS);
        } else if (event instanceof Reopened) {
            reopenCount++;
            closed = null;
            confirmedBy = null;
            move(Move.CUSTOMER_WRITES);
        } else if (event instanceof Disputed) {
            disputed = true;
        } else if (event instanceof CustomerConfirmed confirmed) {
            confirmedBy = confirmed.customer();
            disputed = false;
        } else if (event instanceof Closed close) {
            closed = close;
            held = null;
            failedAnswer = null;
            expected = null;
            overdue = false;
            status = TicketStatus.CLOSED;
        }
    }

    private void ownership(OwnershipEvent event) {
        if (event instanceof OwnerAssigned assigned) {
            owner = assigned.owner();
        } else if (event instanceof Escalated escalated) {
            escalation = escalated.level();
            escalatedAt = escalated.at();
        }
    }

    private void move(Move move) {
        status = Lifecycle.after(status, move).orElse(status);
    }
}
