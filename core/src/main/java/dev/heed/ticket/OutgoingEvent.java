package dev.heed.ticket;

import dev.heed.error.PracticeCode;
import dev.heed.message.MessageId;
import dev.heed.people.AgentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An answer that is written waits to be sent, is sent, or is not. */
public sealed interface OutgoingEvent extends TicketEvent {
    /** Which draft. */
    DraftId draft();

    /**
     * A draft is to be sent later.
     *
     * @param version of the draft
     * @param by who ordered it
     * @param sendAt when it leaves
     * @param ifCustomerWrites what becomes of it if the customer writes first
     * @param seen the last message that was there
     * @param inSpite the warnings that were overridden
     */
    record SendOrdered(
            TicketId ticket,
            Instant at,
            DraftId draft,
            long version,
            AgentId by,
            Instant sendAt,
            IfCustomerWrites ifCustomerWrites,
            Optional<MessageId> seen,
            List<SendOrder.InSpite> inSpite)
            implements OutgoingEvent {
        /** Keeps a copy of the list. */
        public SendOrdered {
            inSpite = List.copyOf(inSpite);
        }

        SendOrder order() {
            return new SendOrder(draft, version, by, sendAt, ifCustomerWrites, seen, inSpite, false, false);
        }
    }

    /**
     * P83: a draft is to be read by a colleague before it is sent.
     *
     * @param version of the draft
     * @param by who wrote it
     * @param until by when, so that the customer is answered in time
     * @param seen the last message that was there
     * @param inSpite the warnings that were overridden
     */
    record ReviewRequested(
            TicketId ticket,
            Instant at,
            DraftId draft,
            long version,
            AgentId by,
            Instant until,
            Optional<MessageId> seen,
            List<SendOrder.InSpite> inSpite)
            implements OutgoingEvent {
        /** Keeps a copy of the list. */
        public ReviewRequested {
            inSpite = List.copyOf(inSpite);
        }

        SendOrder order() {
            return new SendOrder(draft, version, by, until, IfCustomerWrites.CANCEL, seen, inSpite, true, false);
        }
    }

    /**
     * A draft was sent as it was ordered.
     *
     * @param message the answer it became
     */
    record SentAsOrdered(TicketId ticket, Instant at, DraftId draft, MessageId message) implements OutgoingEvent {}

    /**
     * A colleague has read a draft, and it was sent.
     *
     * @param by who read it
     * @param message the answer it became
     */
    record ReviewApproved(TicketId ticket, Instant at, DraftId draft, AgentId by, MessageId message)
            implements OutgoingEvent {}

    /**
     * A colleague has read a draft, and it goes back to its author.
     *
     * @param by who read it
     * @param remark what is to be otherwise, for the people of the shop
     */
    record ReviewReturned(TicketId ticket, Instant at, DraftId draft, AgentId by, String remark)
            implements OutgoingEvent {
        @Override
        public String toString() {
            return "ReviewReturned[" + ticket + " at " + at + ", " + draft + " by " + by + "]";
        }
    }

    /**
     * Nobody has read a draft in time.
     *
     * @param message the answer it became all the same, so that the customer is answered in time; empty if the shop sends
     *     nothing unread
     */
    record ReviewTimedOut(TicketId ticket, Instant at, DraftId draft, Optional<MessageId> message)
            implements OutgoingEvent {}

    /**
     * A draft that waited to be sent is not sent.
     *
     * @param why what came in between
     */
    record SendCancelled(TicketId ticket, Instant at, DraftId draft, Why why) implements OutgoingEvent {
        /** What came in between. */
        public enum Why {
            /** Its author, or a colleague with whom it was shared, took it back. */
            BY_AGENT,
            /** The customer wrote. */
            CUSTOMER_WROTE,
            /** The ticket was closed. */
            CLOSED,
            /** The ticket was closed, and goes on in another one. */
            GOES_ON_ELSEWHERE,
            /** The ticket was closed since its customer wanted to be forgotten. */
            ERASED,
            /** The ticket was deleted. */
            DELETED
        }
    }

    /**
     * A draft could not be sent when its time had come. It is still there.
     *
     * @param why what kept it
     * @param codes the house rules that refused it; may be empty
     */
    record SendRefused(TicketId ticket, Instant at, DraftId draft, Obstacle why, List<PracticeCode> codes)
            implements OutgoingEvent {
        /** Keeps a copy of the list. */
        public SendRefused {
            codes = List.copyOf(codes);
        }

        /** What kept it from being sent. */
        public enum Obstacle {
            /** A house rule. */
            HOUSE_RULE,
            /** Its author is not of the desk any more, or may not answer. */
            AUTHOR_MAY_NOT,
            /** There is no such draft any more, or it is another one by now. */
            DRAFT_CHANGED,
            /** Something it promises or keeps is not possible any more. */
            NOT_POSSIBLE
        }
    }
}
