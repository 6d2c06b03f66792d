package dev.heed.ticket;

import dev.heed.people.AgentId;
import java.time.Instant;

/** A ticket is put off, or shown again. */
public sealed interface SnoozeCommand extends TicketCommand {

    /**
     * Put it off.
     *
     * @param until when it is shown again at the latest
     * @param by who puts it off, and becomes the owner if nobody is
     * @param onReply what a message of the customer does
     * @param memo what to remember then; may be empty
     */
    record PutOff(Instant until, AgentId by, OnReply onReply, String memo) implements SnoozeCommand {
        @Override
        public String toString() {
            return "PutOff[until " + until + " by " + by + ", " + onReply + "]";
        }
    }

    /**
     * Show it again; nothing happens if it is not put off.
     *
     * @param by who wants it
     */
    record ShowAgain(AgentId by) implements SnoozeCommand {}
}
