package dev.heed.ticket;

import static java.util.Objects.requireNonNull;

import dev.heed.people.AgentId;
import java.time.Instant;
import java.util.Optional;

/**
 * A ticket is put off: it is in no queue until its time has come, something falls due, or somebody wants it sooner. It hides
 * the ticket and nothing else: promises, reminders and alarms go on.
 *
 * @param since when it was put off
 * @param until when it is shown again at the latest
 * @param by who put it off, its owner; who hears of the end
 * @param onReply what a message of the customer does
 * @param memo what to remember when it is shown again, for the people of the shop; may be empty
 */
public record Snooze(Instant since, Instant until, AgentId by, OnReply onReply, String memo) {
    /** How long a memo can be. */
    public static final int LONGEST_MEMO = 1000;

    /** All parts are there. */
    public Snooze {
        requireNonNull(since, "since");
        requireNonNull(until, "until");
        requireNonNull(by, "by");
        requireNonNull(onReply, "onReply");
        requireNonNull(memo, "memo");
    }

    /** Until when a ticket can be put off at most, so that it is seen before what is owed is due; empty if nothing is. */
    public static Optional<Instant> latest(Ticket ticket, TicketPolicy policy) {
        return Showing.of(ticket.state(), policy).latest();
    }

    /** Without the memo: this is what ends up in logs. */
    @Override
    public String toString() {
        return "Snooze[until " + until + " by " + by + ", " + onReply + "]";
    }
}
