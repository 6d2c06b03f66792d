package dev.heed;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.error.RefusedException;
import dev.heed.message.FactKey;
import dev.heed.people.AgentId;
import dev.heed.people.Permission;
import dev.heed.spi.store.TicketQuery;
import dev.heed.ticket.ApprovalCommand;
import dev.heed.ticket.ApprovalId;
import dev.heed.ticket.ApprovalKind;
import dev.heed.ticket.ApprovalRequest;
import dev.heed.ticket.ApprovalSubject;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an agent asks a second person for, and decides as one. Got from {@link AgentDesk#approvals}. What changes a ticket
 * gives it back as it is afterwards. Thread-safe.
 *
 * <p>A decision is for exactly what was asked, on that ticket. Nobody decides what he or she has asked for, unless nobody
 * else of the desk may decide; then it is on the record as decided alone. What nobody decides is reminded of in working
 * hours ({@code ApprovalReminded}), and what has a time ends then ({@code ApprovalExpired}).
 */
public final class ApprovalsDesk {
    private final Actor actor;
    private final AgentId agent;

    ApprovalsDesk(Actor actor) {
        this.actor = actor;
        this.agent = actor.person().id();
    }

    /**
     * Tickets that are not closed and on which a request waits for a decision, the one that waits longest at the front;
     * those of the agent, too.
     *
     * @throws InvalidInputException if {@code limit} is below one
     */
    public List<Ticket> open(int limit) {
        actor.may(Permission.READ);
        return actor.listed(actor.engine().list(new TicketQuery.AwaitingApproval(), limit));
    }

    /**
     * Asks for something, as long as it takes.
     *
     * @param reason why, for whoever decides; not blank
     * @throws InvalidInputException if the reason is blank, the ticket closed, or the same asked or approved already
     * @throws NotFoundException if there is no such ticket, or no such step; it names those that there are
     */
    public Ticket request(TicketId id, ApprovalSubject subject, String reason) {
        actor.may(Permission.ANSWER);
        return request(id, subject, reason, Optional.empty());
    }

    /**
     * Asks for something that is of no use any more after a time.
     *
     * @throws InvalidInputException also if the time is not ahead, or more than a year
     */
    public Ticket request(TicketId id, ApprovalSubject subject, String reason, Instant until) {
        actor.may(Permission.ANSWER);
        return request(id, subject, reason, Optional.of(until));
    }

    private Ticket request(TicketId id, ApprovalSubject subject, String reason, Optional<Instant> until) {
        actor.engine().ticket(id);
        if (requireNonNull(subject, "subject").kind() == ApprovalKind.DESTRUCTIVE_STEP) {
            actor.policies().hearing().playbook().get(FactKey.of(subject.reference()));
        }
        return actor.change(id, new ApprovalCommand.Request(subject, agent, reason, until));
    }

    /**
     * Says yes.
     *
     * @param reason why, not blank
     * @throws RefusedException with {@code APPROVAL_BY_REQUESTER} if the agent has asked for it
     * @throws InvalidInputException if the reason is blank, or it is decided, withdrawn or past its time
     * @throws NotFoundException if the ticket has no such request
     */
    public Ticket approve(TicketId id, ApprovalId request, String reason) {
        actor.may(Permission.DECIDE_REQUESTS);
        return decide(id, request, true, reason);
    }

    /** Says no, and refuses as {@link #approve} does. */
    public Ticket decline(TicketId id, ApprovalId request, String reason) {
        actor.may(Permission.DECIDE_REQUESTS);
        return decide(id, request, false, reason);
    }

    private Ticket decide(TicketId id, ApprovalId request, boolean yes, String reason) {
        requireNonNull(request, "request");
        return actor.change(id, new ApprovalCommand.Decide(request, yes, agent, reason, isNobodyElse()));
    }

    /** P87: whoever works alone waits for nobody. */
    private boolean isNobodyElse() {
        Policies policies = actor.policies();
        return policies.agents().keySet().stream()
                .noneMatch(other ->
                        !other.equals(agent) && policies.authority().allows(other, Permission.DECIDE_REQUESTS));
    }

    /**
     * Does not want any more what was asked for, also if it was approved.
     *
     * @param reason why, not blank
     * @throws InvalidInputException if it was asked by somebody else and the agent does not own the ticket, or it is
     *     declined, used, or past its time
     * @throws NotFoundException if the ticket has no such request
     */
    public Ticket withdraw(TicketId id, ApprovalId request, String reason) {
        actor.may(Permission.ANSWER);
        return actor.change(id, new ApprovalCommand.Withdraw(requireNonNull(request, "request"), agent, reason));
    }

    /** What was asked on a ticket, in its order, whatever became of it. */
    public List<ApprovalRequest> of(TicketId id) {
        actor.may(Permission.READ);
        return actor.engine().ticket(id).approvals();
    }
}
