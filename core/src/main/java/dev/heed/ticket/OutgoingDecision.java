package dev.heed.ticket;

import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.error.PracticeCode;
import dev.heed.hours.BusinessHours;
import dev.heed.message.Author;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.message.Seen;
import dev.heed.people.AgentId;
import dev.heed.promise.PromiseId;
import dev.heed.ticket.OutgoingEvent.ReviewApproved;
import dev.heed.ticket.OutgoingEvent.ReviewRequested;
import dev.heed.ticket.OutgoingEvent.ReviewReturned;
import dev.heed.ticket.OutgoingEvent.ReviewTimedOut;
import dev.heed.ticket.OutgoingEvent.SendCancelled;
import dev.heed.ticket.OutgoingEvent.SendOrdered;
import dev.heed.ticket.OutgoingEvent.SendRefused;
import dev.heed.ticket.OutgoingEvent.SentAsOrdered;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Answers that wait to be sent: until a time, or until a colleague has read them. */
final class OutgoingDecision {
    /** Of the time that is left, this much is the reader's; the rest is for whoever has to mend what nobody has read. */
    private static final int REVIEW_PERCENT = 75;

    /** For so long a colleague can read it, whatever its author has promised. */
    private static final Duration LEAST_FOR_REVIEW = Duration.ofMinutes(30);

    private final Steps steps;
    private final TicketState state;

    OutgoingDecision(Steps steps) {
        this.steps = steps;
        this.state = steps.state;
    }

    void on(OutgoingCommand command) {
        if (command instanceof OutgoingCommand.OrderSend order) {
            order(order);
        } else if (command instanceof OutgoingCommand.RequestReview request) {
            requestReview(request);
        } else if (command instanceof OutgoingCommand.CancelSend cancel) {
            steps.add(new SendCancelled(
                    steps.id, steps.now, waiting(cancel.draft()).draft(), SendCancelled.Why.BY_AGENT));
        } else if (command instanceof OutgoingCommand.SendNow send) {
            sendNow(send);
        } else if (command instanceof OutgoingCommand.ApproveReview approve) {
            approve(approve);
        } else if (command instanceof OutgoingCommand.ReturnReview back) {
            Decision.requireWords(back.remark(), "A draft that goes back to its author");
            SendOrder order = review(back.draft(), back.by());
            steps.add(new ReviewReturned(steps.id, steps.now, order.draft(), back.by(), back.remark()));
        } else if (command instanceof OutgoingCommand.EscalateReview escalate) {
            SendOrder order = waiting(escalate.draft());
            steps.add(new ReviewTimedOut(steps.id, steps.now, order.draft(), Optional.empty()));
        } else if (command instanceof OutgoingCommand.RecordRefusal refusal) {
            DraftId draft = waiting(refusal.draft()).draft();
            steps.add(new SendRefused(steps.id, steps.now, draft, refusal.why(), refusal.codes()));
        }
    }

    private void order(OutgoingCommand.OrderSend order) {
        requireFree(order.draft());
        steps.requireAhead("An answer is to be sent", order.sendAt());
        mustLeaveBy(order.settles())
                .filter(latest -> order.sendAt().isAfter(latest))
                .ifPresent(latest -> {
                    throw steps.refused(
                            PracticeCode.OPEN_PROMISE,
                            "owes its customer before " + order.sendAt() + " what this answer is to keep.",
                            "Send it at " + latest + " at the latest, or now.");
                });
        steps.add(new SendOrdered(
                steps.id,
                steps.now,
                order.draft(),
                order.version(),
                order.by(),
                order.sendAt(),
                order.ifCustomerWrites(),
                last(),
                order.inSpite()));
    }

    /** Reviewed or not, the answer leaves before anything that it keeps falls due. */
    private void requestReview(OutgoingCommand.RequestReview request) {
        requireFree(request.draft());
        BusinessHours hours = steps.policy.hours();
        Instant until = hours.plus(steps.now, steps.policy.reviewWithin());
        Optional<Instant> latest = mustLeaveBy(notInAHurryByItself(request)).map(this::shareOf);
        Instant soonest = latest.filter(at -> at.isBefore(until)).orElse(until);
        steps.add(new ReviewRequested(
                steps.id,
                steps.now,
                request.draft(),
                request.version(),
                request.by(),
                soonest.isAfter(steps.now) ? soonest : steps.now,
                last(),
                request.inSpite()));
    }

    private Instant shareOf(Instant latest) {
        Duration left = Duration.between(steps.now, latest);
        return steps.now.plus(left.dividedBy(100).multipliedBy(REVIEW_PERCENT));
    }

    /** What its author has promised on short notice is no reason why nobody reads it. */
    private List<PromiseId> notInAHurryByItself(OutgoingCommand.RequestReview request) {
        Instant soon = steps.now.plus(LEAST_FOR_REVIEW);
        return request.settles().stream()
                .filter(id -> state.promises
                        .findOpen(id)
                        .filter(promise ->
                                promise.madeBy().filter(request.by()::equals).isPresent()
                                        && promise.due().isBefore(soon))
                        .isEmpty())
                .toList();
    }

    private Optional<Instant> mustLeaveBy(List<PromiseId> settles) {
        return SendOrder.latest(steps.ticket(), settles, steps.now);
    }

    private Optional<MessageId> last() {
        return steps.ticket().lastMessage();
    }

    private void requireFree(DraftId draft) {
        if (state.status == TicketStatus.CLOSED || state.structure.isDeleted()) {
            throw new InvalidInputException(
                    "Ticket " + state.opened.number() + " is closed or deleted, and nothing waits there to be sent.",
                    "Restore it if it is deleted, or send the draft now with drafts().send(…).");
        }
        if (state.outgoing.of(draft).isPresent()) {
            throw new InvalidInputException(
                    "Draft " + draft + " waits to be sent already.", "Cancel that with drafts().cancel(…) first.");
        }
    }

    private SendOrder waiting(DraftId draft) {
        return state.outgoing
                .of(draft)
                .orElseThrow(() -> new NotFoundException(
                        "Draft " + draft + " does not wait to be sent on ticket " + state.opened.number() + ".",
                        "Look at ticket.sendOrders(); it may have been sent, cancelled or refused."));
    }

    /** P83: four eyes are those of two people. */
    private SendOrder review(DraftId draft, AgentId by) {
        SendOrder order = waiting(draft);
        if (!order.review()) {
            throw new NotFoundException(
                    "Draft " + draft + " waits for its time and not for a colleague.", "Look at reviews().open(…).");
        }
        if (order.by().equals(by)) {
            throw steps.refused(
                    PracticeCode.REVIEW_REQUIRED,
                    "has a draft that its own author is about to review.",
                    "Let a colleague read it.");
        }
        return order;
    }

    private void sendNow(OutgoingCommand.SendNow send) {
        SendOrder order = waiting(send.draft());
        MessageId message = send.message().id();
        steps.add(
                order.review()
                        ? new ReviewTimedOut(steps.id, steps.now, order.draft(), Optional.of(message))
                        : new SentAsOrdered(steps.id, steps.now, order.draft(), message));
        answer(order, send.message(), send.commitments());
    }

    private void approve(OutgoingCommand.ApproveReview approve) {
        SendOrder order = review(approve.draft(), approve.by());
        steps.add(new ReviewApproved(
                steps.id,
                steps.now,
                order.draft(),
                approve.by(),
                approve.message().id()));
        answer(order, approve.message(), approve.commitments());
    }

    /** As of what its author had seen; that the customer may write meanwhile was thought of where it is sent anyway. */
    private void answer(SendOrder order, Message message, Commitments commitments) {
        if (!message.author().equals(new Author.ByAgent(order.by()))) {
            throw new InvalidInputException(
                    "Draft " + order.draft() + " is to be sent as the answer of somebody else.",
                    "Send it as the answer of " + order.by() + ", who ordered it.");
        }
        Seen seen = order.seen().map(Seen::upTo).orElse(Seen.nothing());
        boolean onlyTheCustomer =
                steps.ticket().unseen(seen, message.author()).stream().noneMatch(Message::isHumanAnswer);
        Seen counts =
                order.ifCustomerWrites() == IfCustomerWrites.SEND_ANYWAY && onlyTheCustomer ? Seen.everything() : seen;
        new AnswerDecision(steps).answer(new ConversationCommand.Answer(message, commitments, counts));
    }

    /** The customer has written: what was to be said may be something else now. */
    static void customerWrote(Steps steps) {
        for (SendOrder order : steps.state.outgoing.orders()) {
            if (order.ifCustomerWrites() == IfCustomerWrites.CANCEL) {
                cancel(steps, order, SendCancelled.Why.CUSTOMER_WROTE);
            }
        }
    }

    /** Nothing leaves for a ticket that is closed. */
    static void closing(Steps steps, Closing closing) {
        for (SendOrder order :
                steps.state.outgoing.orders()) { // a list that stays as it is while events change the state
            cancel(steps, order, why(closing));
        }
    }

    /** Nothing happens by itself to a ticket that is deleted. */
    static void deleting(Steps steps) {
        for (SendOrder order : steps.state.outgoing.orders()) {
            cancel(steps, order, SendCancelled.Why.DELETED);
        }
    }

    private static void cancel(Steps steps, SendOrder order, SendCancelled.Why why) {
        steps.add(new SendCancelled(steps.id, steps.now, order.draft(), why));
    }

    private static SendCancelled.Why why(Closing closing) {
        if (closing instanceof Closing.Exempt exempt) {
            return switch (exempt.exemption()) {
                case DUPLICATE -> SendCancelled.Why.GOES_ON_ELSEWHERE;
                case CUSTOMER_ERASED -> SendCancelled.Why.ERASED;
                default -> SendCancelled.Why.CLOSED;
            };
        }
        return SendCancelled.Why.CLOSED;
    }
}
