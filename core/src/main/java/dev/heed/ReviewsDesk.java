package dev.heed;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.error.RefusedException;
import dev.heed.people.Permission;
import dev.heed.ticket.DraftId;
import dev.heed.ticket.OutgoingCommand;
import dev.heed.ticket.ReplyDraft;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.util.List;

/** P83: answers that a second person reads before they leave: {@link AgentDesk#reviews()}. Thread-safe. */
public final class ReviewsDesk {
    private final Actor actor;
    private final Reviews reviews;
    private final OrderedSending sending;

    ReviewsDesk(Actor actor, Post post) {
        this.actor = actor;
        this.reviews = new Reviews(actor.engine());
        this.sending = new OrderedSending(actor.policies(), actor.engine(), post);
    }

    /**
     * What waits to be read, on all tickets, the oldest draft first.
     *
     * @throws InvalidInputException if {@code limit} is below one
     */
    public List<Review> open(int limit) {
        actor.may(Permission.READ);
        if (limit < 1) {
            throw new InvalidInputException(
                    "A list of at most " + limit + " reviews was asked for.", "Ask for one at least.");
        }
        return reviews.open(limit);
    }

    /**
     * Lets it leave, now, as the answer of its author, who had seen what was said when it was submitted.
     *
     * @param read the draft as it was read: {@link Review#draft}
     * @return the ticket after it
     * @throws dev.heed.error.ConflictException if it was taken back, changed and submitted again since it was read
     * @throws RefusedException as a reply of its author; {@code REVIEW_REQUIRED} if it is one's own
     * @throws NotFoundException if it does not wait for a review
     */
    public Ticket approve(TicketId ticket, ReplyDraft read) {
        actor.may(Permission.REVIEW);
        return actor.glanced(sending.approve(ticket, requireNonNull(read, "read"), actor));
    }

    /**
     * Gives it back to its author, who can change it and submit it again.
     *
     * @param remark what is to be otherwise, not blank; no customer sees it
     * @return the ticket after it
     * @throws NotFoundException if it does not wait for a review
     */
    public Ticket sendBack(TicketId ticket, DraftId draft, String remark) {
        actor.may(Permission.REVIEW);
        requireNonNull(draft, "draft");
        return actor.change(
                ticket, new OutgoingCommand.ReturnReview(draft, actor.person().id(), remark));
    }
}
