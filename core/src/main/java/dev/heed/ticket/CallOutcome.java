package dev.heed.ticket;

import dev.heed.people.AgentId;
import java.time.Instant;

/** P12: how a call can end. There is no end without one of these. */
public sealed interface CallOutcome {

    /**
     * The customer said on the phone that it is solved. That answers everything that was written before the call; the
     * ticket then waits for the confirmation in writing, as after an answer.
     *
     * @param resolution how
     */
    record Solved(Resolution resolution) implements CallOutcome {}

    /**
     * The customer is called back.
     *
     * @param what about what, in words for the customer
     * @param due until when
     */
    record CallbackPromised(String what, Instant due) implements CallOutcome {
        @Override
        public String toString() {
            return "CallbackPromised[due " + due + "]";
        }
    }

    /**
     * A colleague took over while the customer was on the line.
     *
     * @param to who took over
     * @param summary what the colleague has to know, so that the customer repeats nothing
     */
    record WarmTransfer(AgentId to, String summary) implements CallOutcome {
        @Override
        public String toString() {
            return "WarmTransfer[to " + to + "]";
        }
    }

    /** The customer ended it, and nothing was left to promise. */
    record CustomerEnded() implements CallOutcome {}

    /** P67: the line broke. The same agent has to call back within minutes. */
    record Dropped() implements CallOutcome {}
}
