package dev.heed.ticket;

import dev.heed.error.PracticeCode;
import dev.heed.message.ChannelId;
import dev.heed.message.MessageId;
import dev.heed.people.Address;
import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import java.time.Instant;
import java.util.Optional;

/** A ticket came to stand somewhere else, or was sorted otherwise. */
public sealed interface LifecycleEvent extends TicketEvent {

    /**
     * A customer came with something new.
     *
     * @param number how people name the ticket; unique in a desk
     * @param customer whose ticket it is
     * @param address where answers go, if it is known
     * @param channel where it came in
     * @param subject one line, may be empty
     * @param follows the ticket of the same customer that was closed too long ago to go on
     */
    record TicketOpened(
            TicketId ticket,
            Instant at,
            long number,
            CustomerId customer,
            Optional<Address> address,
            ChannelId channel,
            String subject,
            Optional<TicketId> follows)
            implements LifecycleEvent {
        /** Without the subject: this is what ends up in logs. */
        @Override
        public String toString() {
            return "TicketOpened[" + number + " at " + at + "]";
        }
    }

    /**
     * It was sorted otherwise.
     *
     * @param kind what it is from now on
     * @param by who said so
     * @param reason why, for the people of the shop
     */
    record KindChanged(TicketId ticket, Instant at, TicketKind kind, AgentId by, String reason)
            implements LifecycleEvent {
        @Override
        public String toString() {
            return "KindChanged[" + ticket + " at " + at + ", " + kind + " by " + by + "]";
        }
    }

    /**
     * The shop waits for somebody else.
     *
     * @param until when it is taken up again at the latest
     * @param by who decided it
     * @param reason for whom or what it waits, for the people of the shop
     * @param told the message in which the customer was told
     * @param untoldBecause why the customer was not told, if not
     */
    record Held(
            TicketId ticket,
            Instant at,
            Instant until,
            AgentId by,
            String reason,
            Optional<MessageId> told,
            Optional<String> untoldBecause)
            implements LifecycleEvent {
        @Override
        public String toString() {
            return "Held[" + ticket + " at " + at + " until " + until + " by " + by + "]";
        }
    }

    /** The day until which it was held has come. */
    record HoldEnded(TicketId ticket, Instant at) implements LifecycleEvent {}

    /**
     * What was solved or closed goes on: the customer wrote or is on the phone, a duplicate goes on in it, or what had
     * closed it never reached the customer.
     *
     * @param from what the ticket was
     */
    record Reopened(TicketId ticket, Instant at, TicketStatus from) implements LifecycleEvent {}

    /**
     * Another ticket of the same customer, which was closed as its duplicate, goes on in it.
     *
     * @param duplicate which
     * @param waits whether the customer waited for an answer there, and so waits for it here
     * @param spokenTo whether a person of the shop has dealt with the customer there
     * @param lastMessage what was said there last, and is read by whoever reads on here; empty if nothing new goes on
     * @param saidAt when the customer has said something there last; empty if nothing new goes on, or nobody has kept it
     */
    record Absorbed(
            TicketId ticket,
            Instant at,
            TicketId duplicate,
            boolean waits,
            boolean spokenTo,
            Optional<MessageId> lastMessage,
            Optional<Instant> saidAt)
            implements LifecycleEvent {}

    /** What stands before it in the history happened in another system. The customer is silent from now on at most. */
    record Imported(TicketId ticket, Instant at) implements LifecycleEvent {}

    /** The customer does not hold it for solved. From now on silence does not close it, only an understanding. */
    record Disputed(TicketId ticket, Instant at) implements LifecycleEvent {}

    /**
     * The customer said that it is solved. It is closed as soon as no promise is open any more.
     *
     * @param customer who confirmed
     */
    record CustomerConfirmed(TicketId ticket, Instant at, CustomerId customer) implements LifecycleEvent {}

    /**
     * It is closed.
     *
     * @param closing why
     */
    record Closed(TicketId ticket, Instant at, Closing closing) implements LifecycleEvent {}

    /**
     * What was said in it was erased, from all that stands before and after. Nothing goes on in it any more.
     *
     * @param by who decided it; empty if the shop's application did, or it was kept for long enough
     */
    record Erased(TicketId ticket, Instant at, Optional<AgentId> by) implements LifecycleEvent {}

    /**
     * A person decided against the customer, giving reason and way of appeal.
     *
     * @param message the one that says so
     * @param decision with reason and appeal
     */
    record DecidedAgainst(TicketId ticket, Instant at, MessageId message, AdverseDecision decision)
            implements LifecycleEvent {}

    /**
     * A person went on in spite of a warning.
     *
     * @param code the rule
     * @param by who
     * @param reason why
     */
    record Overridden(TicketId ticket, Instant at, PracticeCode code, AgentId by, String reason)
            implements LifecycleEvent {
        @Override
        public String toString() {
            return "Overridden[" + ticket + " at " + at + ", " + code + " by " + by + "]";
        }
    }
}
