package dev.heed.ticket;

import dev.heed.people.AgentId;
import java.time.Instant;
import java.util.Optional;

/** A ticket was put off, or is shown again. */
public sealed interface SnoozeEvent extends TicketEvent {

    /**
     * It is in no queue for a while. If it was put off already, this takes the place of what was said before.
     *
     * @param until when it is shown again at the latest
     * @param by who put it off; its owner
     * @param onReply what a message of the customer does
     * @param memo what to remember then, for the people of the shop; may be empty
     */
    record Snoozed(TicketId ticket, Instant at, Instant until, AgentId by, OnReply onReply, String memo)
            implements SnoozeEvent {
        /** Keeps of the memo what every store can keep. */
        public Snoozed {
            memo = PlainText.lines(memo);
        }

        @Override
        public String toString() {
            return "Snoozed[" + ticket + " at " + at + " until " + until + " by " + by + ", " + onReply + "]";
        }

        Snooze snooze() {
            return new Snooze(at, until, by, onReply, memo);
        }
    }

    /**
     * It is shown again; whoever had put it off is to hear of it.
     *
     * @param why what ended it
     * @param agent who had put it off
     * @param by who wanted it back; present only if it is {@link Why#AGENT}
     */
    record SnoozeEnded(TicketId ticket, Instant at, Why why, AgentId agent, Optional<AgentId> by)
            implements SnoozeEvent {
        /** What ended it. */
        public enum Why {
            /** The time named has come. */
            TIME,
            /** The customer wrote, or disagrees. */
            REPLY,
            /** Something is due soon that the customer was promised, or something is wrong. */
            DUE,
            /** Somebody wanted it back. */
            AGENT,
            /** Somebody talks with the customer on the phone. */
            CALL,
            /** Somebody else is responsible by now. */
            OTHER_OWNER,
            /** It goes on in another ticket, or another one goes on in it. */
            MERGED,
            /** Part of it goes on in another ticket, or a ticket that went on in it does so no more. */
            SEPARATED,
            /** It was closed. */
            CLOSED,
            /** It was deleted. */
            DELETED
        }
    }
}
