package dev.heed.ticket;

import dev.heed.message.ChannelId;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.people.Address;
import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import java.time.Instant;
import java.util.Optional;

/** It begins, changes its kind, waits for somebody else, goes on elsewhere or comes to an end. */
public sealed interface LifecycleCommand extends TicketCommand {

    /**
     * A customer comes with something new. The only command for a ticket that does not exist yet.
     *
     * @param ticket its id
     * @param number how people will name it
     * @param customer whose
     * @param address where answers go
     * @param channel where it came in
     * @param subject one line, may be empty
     * @param follows the ticket closed too long ago to go on
     * @param message the first message
     * @param expected until when a person will answer
     */
    record Open(
            TicketId ticket,
            long number,
            CustomerId customer,
            Optional<Address> address,
            ChannelId channel,
            String subject,
            Optional<TicketId> follows,
            Message message,
            ExpectedReply expected)
            implements LifecycleCommand {
        @Override
        public String toString() {
            return "Open[" + ticket + ", " + number + ", " + channel + "]";
        }
    }

    /**
     * The customer opened a ticket because another one was not solved when it was closed.
     *
     * @param customer who says so
     */
    record Dispute(CustomerId customer) implements LifecycleCommand {}

    /**
     * A person sorts it otherwise.
     *
     * @param kind what it is
     * @param by who says so
     * @param byOwner whether this person may sort complaints away
     * @param reason why
     */
    record Classify(TicketKind kind, AgentId by, boolean byOwner, String reason) implements LifecycleCommand {
        @Override
        public String toString() {
            return "Classify[" + kind + " by " + by + "]";
        }
    }

    /**
     * A person waits for somebody else.
     *
     * @param until when it is taken up again
     * @param by who decides it
     * @param reason for whom or what it waits
     * @param told the message in which the customer is told
     * @param untoldBecause why the customer is not told
     */
    record Hold(Instant until, AgentId by, String reason, Optional<MessageId> told, Optional<String> untoldBecause)
            implements LifecycleCommand {
        @Override
        public String toString() {
            return "Hold[until " + until + " by " + by + "]";
        }
    }

    /**
     * The customer says that it is solved.
     *
     * @param customer who says so
     */
    record Confirm(CustomerId customer) implements LifecycleCommand {}

    /**
     * A person closes it without the customer, for one of few reasons.
     *
     * @param exemption which
     * @param by who decides it
     * @param reason why, not blank
     * @param goesOnIn the ticket in which a duplicate goes on
     */
    record Exempt(Exemption exemption, AgentId by, String reason, Optional<TicketId> goesOnIn)
            implements LifecycleCommand {
        @Override
        public String toString() {
            return "Exempt[" + exemption + " by " + by + "]";
        }
    }

    /**
     * What was said in it is being erased, and it is closed.
     *
     * @param by who decided it; empty if the shop's application did, or it was kept for long enough
     */
    record Erase(Optional<AgentId> by) implements LifecycleCommand {}

    /**
     * Another ticket goes on in this one.
     *
     * @param duplicate which
     * @param expected what its customer still waited for
     * @param disputed whether its customer has said that it is not solved
     * @param spokenTo whether a person of the shop has dealt with its customer
     * @param lastMessage what was said there last
     * @param saidAt when its customer has said something last
     */
    record Absorb(
            TicketId duplicate,
            Optional<ExpectedReply> expected,
            boolean disputed,
            boolean spokenTo,
            Optional<MessageId> lastMessage,
            Optional<Instant> saidAt)
            implements LifecycleCommand {
        /** What has to go on elsewhere of a ticket that is not closed yet. An answer that waits in a queue is none. */
        public static Absorb of(Ticket duplicate) {
            return Absorption.of(duplicate);
        }
    }
}
