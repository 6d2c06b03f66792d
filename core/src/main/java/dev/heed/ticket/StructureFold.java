package dev.heed.ticket;

import dev.heed.message.Message;
import dev.heed.ticket.StructureEvent.Deleted;
import dev.heed.ticket.StructureEvent.Linked;
import dev.heed.ticket.StructureEvent.MessageTakenOver;
import dev.heed.ticket.StructureEvent.NotSpam;
import dev.heed.ticket.StructureEvent.Released;
import dev.heed.ticket.StructureEvent.Restored;
import dev.heed.ticket.StructureEvent.SplitFrom;
import dev.heed.ticket.StructureEvent.SplitOff;
import dev.heed.ticket.StructureEvent.Unlinked;
import dev.heed.ticket.StructureEvent.Unmerged;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a ticket stands to others. */
final class StructureFold {
    private StructureFold() {}

    static void take(TicketState state, StructureEvent event) {
        if (event instanceof Unmerged unmerged) {
            unmerged(state, unmerged);
        } else if (event instanceof Released released) {
            released(state, released);
        } else if (event instanceof MessageTakenOver taken) {
            takenOver(state, taken.message());
        } else if (event instanceof NotSpam spam) {
            notSpam(state, spam);
        } else if (event instanceof Linked linked) {
            state.structure = state.structure.linked(linked.other(), linked.kind());
        } else if (event instanceof Unlinked unlinked) {
            state.structure = state.structure.unlinked(unlinked.other());
        } else if (event instanceof Deleted deleted) {
            state.structure = state.structure.deleted(deleted);
            state.snooze = null;
        } else if (event instanceof Restored) {
            state.structure = state.structure.deleted(null);
            state.silence = state.silence.anew(event.at()); // nobody could ask meanwhile
        } else if (event instanceof SplitOff split) {
            state.structure = state.structure.moving(split.messages(), split.into());
            goesOn(state, split.status(), split.waits(), split.at(), null);
        } else if (event instanceof SplitFrom from) {
            state.structure = state.structure.splitFrom(from.from());
            state.customerWaits();
            from.overdue().ifPresent(told -> isLate(state, told));
        }
    }

    private static void takenOver(TicketState state, Message message) {
        state.messages = state.messages.with(message);
        state.unreachable &= message.automatic();
    }

    private static void unmerged(TicketState state, Unmerged event) {
        if (!standsAgain(state, event.status(), event.waits(), event.asBefore(), event.at())) {
            event.overdue().ifPresent(told -> isLate(state, told));
            event.answeredAt().ifPresent(at -> answeredElsewhere(state, event, at));
        }
    }

    private static void notSpam(TicketState state, NotSpam event) {
        if (!standsAgain(state, event.status(), event.waits(), event.asBefore(), event.at())) {
            event.overdue().ifPresent(told -> isLate(state, told));
        }
    }

    /** What was aside is so no more; whether all of it stands as it stood. */
    private static boolean standsAgain(
            TicketState state, TicketStatus status, boolean waits, boolean asBefore, Instant at) {
        Standing before = state.structure.aside();
        state.structure = state.structure.notAside();
        state.closed = null;
        if (asBefore && before != null) {
            before.restore(state);
            return true;
        }
        state.status = status;
        state.unanswered = waits;
        state.held = before != null && status == TicketStatus.ON_HOLD ? before.state().held : null;
        state.silence = waits ? Silence.NONE : state.silence.anew(at);
        state.expected = null;
        state.overdue = false;
        if (waits) {
            state.confirmedBy = null;
            state.answeredByPhone = false;
        }
        return false;
    }

    /** No letter of its own was the last word. */
    private static void answeredElsewhere(TicketState state, Unmerged event, Instant at) {
        state.firstAnsweredAt = state.firstAnsweredAt == null ? at : state.firstAnsweredAt;
        state.spokenTo = true;
        state.settlements = state.settlements.onlyThose(one -> !one.answers());
        state.answeredUpTo = state.messages.size();
        state.confirmedBy = null;
        if (!event.waits()) {
            state.answeredByPhone = true;
            state.silence = Silence.since(event.at());
        }
    }

    private static void isLate(TicketState state, ExpectedReply told) {
        state.expected = told;
        state.lastExpected = told;
        state.overdue = true;
    }

    private static void released(TicketState state, Released event) {
        Merge merge = state.structure.merges().of(event.duplicate()).orElse(null);
        Standing before = merge == null ? null : merge.before();
        if (event.asBefore() && before != null) {
            before.restore(state);
        } else {
            goesOn(state, event.status(), event.waits(), event.at(), before);
        }
        takeBack(state, event, merge);
        state.structure = state.structure
                .moving(event.messages(), event.duplicate())
                .with(state.structure.merges().without(event.duplicate()));
    }

    /** What was known and written there is not known here any more. */
    private static void takeBack(TicketState state, Released event, @Nullable Merge merge) {
        state.notes = state.notes.without(event.duplicate());
        if (merge != null) {
            Merges merges = state.structure.merges();
            state.understanding = state.understanding.without(
                    merge,
                    merges.laterAre(event.duplicate(), Inherited::isMoreUrgent),
                    merges.laterAre(event.duplicate(), Inherited::isMoodier));
        }
    }

    /** Where nobody waits any more it is as if the last question had been answered. */
    private static void goesOn(
            TicketState state, TicketStatus status, boolean waits, Instant at, @Nullable Standing before) {
        state.status = status;
        if (!state.unanswered || waits) {
            return;
        }
        state.unanswered = false;
        state.answeredUpTo = state.messages.size();
        state.failedAnswer = null;
        state.expected = null;
        state.overdue = false;
        if (state.held == null && status == TicketStatus.ON_HOLD && before != null) {
            state.held = before.state().held;
        }
        state.silence = status == TicketStatus.CLOSED ? state.silence : Silence.since(at);
    }
}
