package dev.heed.testkit.simulation;

import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.ticket.Closing;
import dev.heed.ticket.Exemption;
import dev.heed.ticket.ExpectedReply;
import dev.heed.ticket.LifecycleEvent;
import dev.heed.ticket.LinkKind;
import dev.heed.ticket.PromiseEvent;
import dev.heed.ticket.StructureEvent;
import dev.heed.ticket.StructureEvent.MessageTakenOver;
import dev.heed.ticket.StructureEvent.NotSpam;
import dev.heed.ticket.StructureEvent.Released;
import dev.heed.ticket.StructureEvent.SplitFrom;
import dev.heed.ticket.StructureEvent.SplitOff;
import dev.heed.ticket.StructureEvent.Unmerged;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketStatus;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a ticket stands to others, and how it stood before they went on in it, or it in them. Not thread-safe. */
final class StructureFacts {
    final Map<MessageId, TicketId> moved = new HashMap<>();
    /** What was answered in another ticket, or is waited for there. */
    final Set<MessageId> answered = new HashSet<>();

    final Map<TicketId, LinkKind> links = new HashMap<>();
    private final Map<TicketId, Snapshot> beforeMerge = new HashMap<>();

    private @Nullable Snapshot aside;
    private @Nullable Snapshot begun;

    /** A unit of work begins: what it withdraws or opens again belongs to nothing before it. */
    void begins() {
        begun = null;
    }

    /** Before an event is told. */
    void before(Facts facts, TicketEvent event) {
        if (event instanceof LifecycleEvent.Reopened || event instanceof PromiseEvent.PromiseWithdrawn) {
            begun = begun == null ? new Snapshot(facts) : begun;
        } else if (event instanceof LifecycleEvent.Absorbed absorbed) {
            beforeMerge.putIfAbsent(absorbed.duplicate(), begun == null ? new Snapshot(facts) : begun);
            begun = null;
        } else if (event instanceof LifecycleEvent.Closed closed && canBeTakenBack(closed)) {
            aside = begun == null ? new Snapshot(facts) : begun;
            begun = null;
        } else {
            begun = null;
        }
    }

    private static boolean canBeTakenBack(LifecycleEvent.Closed closed) {
        return closed.closing() instanceof Closing.Exempt exempt && exempt.exemption() != Exemption.CUSTOMER_ERASED;
    }

    void take(Facts facts, StructureEvent event) {
        if (event instanceof MessageTakenOver taken) {
            takenOver(facts, taken.message());
        } else if (event instanceof Unmerged unmerged) {
            again(facts, unmerged.status(), unmerged.waits(), unmerged.asBefore(), unmerged.at());
            if (!unmerged.asBefore()) {
                late(facts, unmerged.overdue());
                unmerged.answeredAt().ifPresent(at -> answeredElsewhere(facts, unmerged, at));
            }
        } else if (event instanceof NotSpam spam) {
            again(facts, spam.status(), spam.waits(), spam.asBefore(), spam.at());
            if (!spam.asBefore()) {
                late(facts, spam.overdue());
            }
        } else if (event instanceof Released released) {
            released(facts, released);
        } else if (event instanceof SplitOff split) {
            split.messages().forEach(message -> moved.put(message, split.into()));
            goesOn(facts, split.status(), split.waits(), split.at(), null);
        } else if (event instanceof SplitFrom from) {
            facts.customerWaits();
            late(facts, from.overdue());
        } else if (event instanceof StructureEvent.Linked linked) {
            links.put(linked.other(), linked.kind());
        } else if (event instanceof StructureEvent.Unlinked unlinked) {
            links.remove(unlinked.other());
        }
    }

    private void takenOver(Facts facts, Message message) {
        facts.messages.add(message);
        if (!facts.awaited) {
            answered.add(message.id());
        }
        facts.unreachable &= message.automatic();
    }

    /** What was aside is so no more. */
    private void again(Facts facts, TicketStatus status, boolean waits, boolean asBefore, Instant at) {
        Snapshot then = aside;
        aside = null;
        facts.closed = null;
        if (asBefore && then != null) {
            then.restore(facts);
            return;
        }
        facts.status = status;
        facts.awaited = waits;
        facts.heldUntil = then != null && status == TicketStatus.ON_HOLD ? then.heldUntil() : null;
        facts.silentSince = waits || facts.silentSince == null ? null : at;
        facts.asked.clear();
        facts.promises.answered();
        facts.confirmed &= !waits;
        facts.agreedLast &= !waits;
    }

    private static void late(Facts facts, Optional<ExpectedReply> told) {
        told.ifPresent(any -> {
            facts.promises.told = any.at();
            facts.promises.replyExpected = true;
            facts.promises.overdue = true;
        });
    }

    /** It is the same customer. */
    private void answeredElsewhere(Facts facts, Unmerged unmerged, Instant at) {
        facts.firstAnsweredAt = facts.firstAnsweredAt == null ? at : facts.firstAnsweredAt;
        facts.spokenToElsewhere = true;
        facts.messages.forEach(message -> answered.add(message.id()));
        facts.promises.forget(entry -> entry.made.kind() == dev.heed.promise.PromiseKind.REPLY);
        facts.confirmed = false;
        if (!unmerged.waits()) {
            facts.agreedLast = true;
            facts.silentSince = unmerged.at();
            facts.asked.clear();
        }
    }

    private void released(Facts facts, Released event) {
        Snapshot then = beforeMerge.remove(event.duplicate());
        facts.notes.without(event.duplicate());
        event.messages().forEach(message -> moved.put(message, event.duplicate()));
        if (event.asBefore() && then != null) {
            then.restore(facts);
        } else {
            goesOn(facts, event.status(), event.waits(), event.at(), then);
        }
    }

    boolean hasDuplicate(TicketId other) {
        return beforeMerge.containsKey(other);
    }

    private void goesOn(Facts facts, TicketStatus status, boolean waits, Instant at, @Nullable Snapshot then) {
        facts.status = status;
        if (!facts.awaited || waits) {
            return;
        }
        facts.awaited = false;
        facts.messages.forEach(message -> answered.add(message.id()));
        facts.lostAnswer = null;
        facts.promises.answered();
        if (facts.heldUntil == null && status == TicketStatus.ON_HOLD && then != null) {
            facts.heldUntil = then.heldUntil();
        }
        if (status != TicketStatus.CLOSED) {
            facts.silentSince = at;
            facts.asked.clear();
        }
    }
}
