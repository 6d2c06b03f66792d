package dev.heed.ticket;

import dev.heed.promise.Promise;
import dev.heed.promise.PromiseKind;
import java.util.Optional;

/**
 * How a ticket stood before it was put aside, or before another one went on in it, so that it can stand so again. Its
 * messages are not kept: those only ever grow.
 */
record Standing(TicketState state, long until) {

    /** As it stands now. */
    static Standing of(TicketState state) {
        TicketState then = state.copy();
        then.messages = AppendOnly.empty();
        then.structure = Structure.NONE;
        return new Standing(then, 0);
    }

    /** That version was the last for which nothing else had happened. */
    Standing until(long version) {
        return new Standing(state, version);
    }

    /** Whether the next event of the ticket is the first one since. */
    boolean isUntouched(TicketState now) {
        return now.version == until;
    }

    /** The answer that was promised then and not given. */
    Optional<Promise> reply() {
        return state.promises.findOpen(PromiseKind.REPLY);
    }

    /** All of it, but for what was said, promised, or changed hands since. */
    void restore(TicketState now) {
        restoreStatus(now);
        now.lastExpected = state.lastExpected;
        now.expected = state.expected;
        now.overdue = state.overdue;
        now.unanswered = state.unanswered;
        now.answeredUpTo = state.answeredUpTo;
        now.failedAnswer = state.failedAnswer;
        now.confirmedBy = state.confirmedBy;
        now.disputed = state.disputed;
        now.answeredByPhone = state.answeredByPhone;
        now.wroteDuringCall = state.wroteDuringCall;
        now.spokenTo = state.spokenTo;
        now.reopenCount = state.reopenCount;
        now.silence = state.silence;
        now.settlements = state.settlements;
        now.effort = state.effort;
        now.alarm = state.alarm;
    }

    private void restoreStatus(TicketState now) {
        now.status = state.status;
        now.held = state.held;
        now.closed = state.closed;
    }
}
