package dev.heed.ticket;

import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.error.PracticeCode;
import dev.heed.people.AgentId;
import dev.heed.ticket.ApprovalEvent.ApprovalDecided;
import dev.heed.ticket.ApprovalEvent.ApprovalExpired;
import dev.heed.ticket.ApprovalEvent.ApprovalReminded;
import dev.heed.ticket.ApprovalEvent.ApprovalRequested;
import dev.heed.ticket.ApprovalEvent.ApprovalUsed;
import dev.heed.ticket.ApprovalEvent.ApprovalWithdrawn;
import dev.heed.ticket.ApprovalRequest.State;
import java.util.Optional;

/** What a second person is asked, decides, and is reminded of. */
final class ApprovalDecision {
    private final Steps steps;
    private final TicketState state;

    ApprovalDecision(Steps steps) {
        this.steps = steps;
        this.state = steps.state;
    }

    void on(ApprovalCommand command) {
        if (command instanceof ApprovalCommand.Request request) {
            request(request);
        } else if (command instanceof ApprovalCommand.Decide decide) {
            decide(decide);
        } else if (command instanceof ApprovalCommand.Withdraw withdraw) {
            withdraw(withdraw);
        }
    }

    private void request(ApprovalCommand.Request request) {
        Decision.requireWords(request.reason(), "A request for approval");
        request.until().ifPresent(until -> steps.requireAhead("A request for approval ends", until));
        if (state.status == TicketStatus.CLOSED) {
            throw new InvalidInputException(
                    "Ticket " + state.opened.number() + " is closed, and nothing is approved on it.",
                    "Ask on an open ticket of the customer.");
        }
        expireLate();
        state.approvals
                .alive()
                .filter(known -> known.subject().equals(request.subject()))
                .findFirst()
                .ifPresent(known -> {
                    throw new InvalidInputException(
                            "Request " + known.id() + " for " + known.subject() + " is " + known.state() + " already.",
                            "Wait for the decision, use it, or withdraw it.");
                });
        steps.add(new ApprovalRequested(
                steps.id,
                steps.now,
                state.approvals.nextId(),
                request.subject(),
                request.by(),
                request.reason(),
                request.until()));
    }

    /** A second person does: whoever asked knows all the reasons for it already. */
    private void decide(ApprovalCommand.Decide decide) {
        Decision.requireWords(decide.reason(), "A decision");
        ApprovalRequest request = requireIn(decide.request(), State.OPEN);
        boolean own = request.by().equals(decide.by());
        if (own && !decide.nobodyElse()) {
            throw steps.refused(
                    PracticeCode.APPROVAL_BY_REQUESTER,
                    "has request " + request.id() + ", which " + decide.by() + " has made and cannot decide.",
                    "Ask a colleague to decide it; whoever does not want it any more withdraws it.");
        }
        steps.add(new ApprovalDecided(
                steps.id, steps.now, request.id(), decide.approved(), decide.by(), decide.reason(), own));
    }

    private void withdraw(ApprovalCommand.Withdraw withdraw) {
        Decision.requireWords(withdraw.reason(), "A withdrawal");
        ApprovalRequest request = requireIn(withdraw.request(), State.OPEN, State.APPROVED);
        if (!withdraw.by().equals(request.by()) && !withdraw.by().equals(state.owner)) {
            throw new InvalidInputException(
                    "Request " + request.id() + " of ticket " + state.opened.number() + " was made by " + request.by()
                            + ".",
                    "Who made it withdraws it, or the owner of the ticket; others decline it.");
        }
        steps.add(new ApprovalWithdrawn(
                steps.id, steps.now, request.id(), Optional.of(withdraw.by()), withdraw.reason()));
    }

    private ApprovalRequest requireIn(ApprovalId id, State... states) {
        expireLate();
        ApprovalRequest request = state.approvals
                .find(id)
                .orElseThrow(() -> new NotFoundException(
                        "Ticket " + state.opened.number() + " has no request for approval " + id + ".",
                        "Use an id from ticket.approvals()."));
        for (State one : states) {
            if (request.state() == one) {
                return request;
            }
        }
        throw new InvalidInputException(
                "Request " + id + " of ticket " + state.opened.number() + " is " + request.state() + ".",
                "Ask again if it is still wanted.");
    }

    /** What was approved is used up by this. */
    Optional<ApprovalRequest> use(ApprovalSubject subject, AgentId by) {
        expireLate();
        Optional<ApprovalRequest> approved = state.approvals.approved(subject, steps.now);
        approved.ifPresent(request -> steps.add(new ApprovalUsed(steps.id, steps.now, request.id(), by)));
        return approved;
    }

    private void expireLate() {
        for (Approvals.Entry entry : state.approvals.entries()) { // a list that stays as it is
            ApprovalRequest request = entry.request();
            if (request.isAlive() && request.isOver(steps.now)) {
                steps.add(new ApprovalExpired(steps.id, steps.now, request.id()));
            }
        }
    }

    /** What is due by itself: those whose time has passed, and those of which somebody has to be reminded. */
    void wake() {
        expireLate();
        for (Approvals.Entry entry : state.approvals.entries()) {
            boolean due = Approvals.dueAt(entry, steps.policy)
                    .filter(at -> !at.isAfter(steps.now))
                    .isPresent();
            if (due) {
                steps.add(new ApprovalReminded(
                        steps.id,
                        steps.now,
                        entry.request().id(),
                        entry.reminders() + 1,
                        Optional.ofNullable(state.owner)));
            }
        }
    }
}
