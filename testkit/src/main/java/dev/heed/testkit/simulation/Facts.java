package dev.heed.testkit.simulation;

import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.people.AgentId;
import dev.heed.ticket.CallEvent;
import dev.heed.ticket.ConversationEvent;
import dev.heed.ticket.LifecycleEvent;
import dev.heed.ticket.LifecycleEvent.TicketOpened;
import dev.heed.ticket.OwnershipEvent;
import dev.heed.ticket.PromiseEvent;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketKind;
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
    Instant alarmedAt;

    LifecycleEvent.@Nullable Closed closed;

    int alarms;
    int reopened;
    int confirmations;
    boolean exempted;
    boolean awaited;
    boolean confirmed;
    boolean disputed;
    boolean unreachable;
    boolean acknowledged;

    /** A reminder to the customer since the last word. */
    static final class Asked {
        final MessageId message;
        final Instant at;
        final Instant closesAt;

        @Nullable
        Instant deliveredAt;

        boolean failed;

        Asked(MessageId message, Instant at, Instant closesAt) {
            this.message = message;
            this.at = at;
            this.closesAt = closesAt;
        }
    }

    Facts(TicketOpened opened) {
        this.opened = opened;
        this.changedAt = opened.at();
        history.add(opened);
    }

    boolean isClosed() {
        return status == TicketStatus.CLOSED;
    }

    /** Whether something is wrong until somebody mends it. */
    boolean alarmed() {
        return unreachable || promises.apologyOwed();
    }

    Optional<Message> message(MessageId id) {
        return messages.stream().filter(message -> message.id().equals(id)).findFirst();
    }

    void take(TicketEvent event) {
        history.add(event);
        changedAt = event.at();
        if (event instanceof ConversationEvent said) {
            said(said);
        } else if (event instanceof PromiseEvent promised) {
            promises.take(promised);
        } else if (event instanceof LifecycleEvent moved) {
            moved(moved);
        } else if (event instanceof OwnershipEvent.OwnerAssigned assigned) {
            owner = assigned.owner();
        } else if (event instanceof OwnershipEvent.Escalated escalated) {
            alarms++;
            alarmedAt = escalated.at();
        } else if (event instanceof CallEvent.CallStarted started) {
            onThePhone = started.by();
        } else if (event instanceof CallEvent.CallEnded) {
            onThePhone = null;
        }
        if (!alarmed()) {
            alarms = 0;
            alarmedAt = null;
        }
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
        } else if (event instanceof ConversationEvent.NoteAdded note) {
            messages.add(note.message());
        } else if (event instanceof ConversationEvent.Reminded reminded) {
            messages.add(reminded.message());
            asked.add(new Asked(reminded.message().id(), reminded.at(), reminded.closesAt()));
        } else if (event instanceof ConversationEvent.Delivered delivered) {
            delivered(delivered);
        } else if (event instanceof ConversationEvent.DeliveryFailed failed) {
            lost(failed.message());
        } else if (event instanceof ConversationEvent.Bounced bounced) {
            lost(bounced.message());
            unreachable = true;
        } else if (event instanceof ConversationEvent.Unreachable) {
            unreachable = true;
        }
    }

    private void customerSpoke() {
        awaited = true;
        confirmed = false;
        unreachable = false;
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
        lostAnswer = null;
        awaited = false;
        unreachable = false;
        heldUntil = null;
        promises.answered();
        firstAnsweredAt = firstAnsweredAt == null ? answered.at() : firstAnsweredAt;
        silentSince = answered.at();
        asked.clear();
        if (!isClosed()) {
            status = answered.resolution().isPresent() ? TicketStatus.SOLVED : TicketStatus.PENDING;
        }
    }

    private void delivered(ConversationEvent.Delivered delivered) {
        for (Asked one : asked) {
            if (one.message.equals(delivered.message()) && one.deliveredAt == null) {
                one.deliveredAt = delivered.at();
            }
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
        }
    }

    private void lost(MessageId message) {
        boolean reminder = false;
        for (Asked one : asked) {
            if (one.message.equals(message)) {
                one.failed = true;
                unreachable = true;
                reminder = true;
            }
        }
        if (!reminder && message.equals(lastAnswer) && !awaited && !isClosed()) {
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
        } else if (event instanceof LifecycleEvent.Disputed) {
            disputed = true;
        } else if (event instanceof LifecycleEvent.CustomerConfirmed) {
            confirmed = true;
            confirmations++;
            disputed = false;
        } else if (event instanceof LifecycleEvent.Closed close) {
            closed = close;
            exempted |= close.closing() instanceof dev.heed.ticket.Closing.Exempt;
            heldUntil = null;
            lostAnswer = null;
            promises.answered();
            status = TicketStatus.CLOSED;
        }
    }
}
