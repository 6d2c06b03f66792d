package dev.heed.ticket;

import dev.heed.error.PracticeCode;
import dev.heed.message.Message;
import dev.heed.people.AgentId;
import dev.heed.promise.PromiseId;
import java.time.Instant;
import java.util.List;

/** What becomes of an answer that is written. */
public sealed interface OutgoingCommand extends TicketCommand {

    /**
     * Send a draft later.
     *
     * @param draft which
     * @param version of the draft
     * @param by who orders it
     * @param sendAt when
     * @param ifCustomerWrites what becomes of it if the customer writes first
     * @param settles the open promises that it would settle if it were sent now
     * @param inSpite the warnings that it would override
     */
    record OrderSend(
            DraftId draft,
            long version,
            AgentId by,
            Instant sendAt,
            IfCustomerWrites ifCustomerWrites,
            List<PromiseId> settles,
            List<SendOrder.InSpite> inSpite)
            implements OutgoingCommand {}

    /**
     * P83: let a colleague read a draft first.
     *
     * @param draft which
     * @param version of the draft
     * @param by whose it is
     * @param settles the open promises that it would settle if it were sent now
     * @param inSpite the warnings that it would override
     */
    record RequestReview(
            DraftId draft, long version, AgentId by, List<PromiseId> settles, List<SendOrder.InSpite> inSpite)
            implements OutgoingCommand {}

    /**
     * Do not send it.
     *
     * @param draft which
     */
    record CancelSend(DraftId draft) implements OutgoingCommand {}

    /**
     * Send what was ordered: its time has come.
     *
     * @param draft which
     * @param message the answer it becomes
     * @param commitments what it does besides
     */
    record SendNow(DraftId draft, Message message, Commitments commitments) implements OutgoingCommand {}

    /**
     * Send what a colleague has read.
     *
     * @param draft which
     * @param by who has read it
     * @param message the answer it becomes
     * @param commitments what it does besides
     */
    record ApproveReview(DraftId draft, AgentId by, Message message, Commitments commitments)
            implements OutgoingCommand {}

    /**
     * Give it back to its author.
     *
     * @param draft which
     * @param by who has read it
     * @param remark what is to be otherwise, not blank
     */
    record ReturnReview(DraftId draft, AgentId by, String remark) implements OutgoingCommand {
        @Override
        public String toString() {
            return "ReturnReview[" + draft + " by " + by + "]";
        }
    }

    /**
     * Its time has come, and it is not sent: nobody has read it, and the shop sends nothing unread.
     *
     * @param draft which
     */
    record EscalateReview(DraftId draft) implements OutgoingCommand {}

    /**
     * Its time has come, and it cannot be sent.
     *
     * @param draft which
     * @param why what keeps it
     * @param codes the house rules that refuse it
     */
    record RecordRefusal(DraftId draft, OutgoingEvent.SendRefused.Obstacle why, List<PracticeCode> codes)
            implements OutgoingCommand {}
}
