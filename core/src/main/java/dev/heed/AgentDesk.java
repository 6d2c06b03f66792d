package dev.heed;

import static java.util.Objects.requireNonNull;

import dev.heed.error.Finding;
import dev.heed.error.IllegalTransitionException;
import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.error.PracticeCode;
import dev.heed.error.RefusedException;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.message.Reply;
import dev.heed.message.Signature;
import dev.heed.people.Agent;
import dev.heed.people.AgentId;
import dev.heed.people.Customer;
import dev.heed.people.Permission;
import dev.heed.promise.PromiseId;
import dev.heed.spi.store.TicketQuery;
import dev.heed.ticket.AdverseDecision;
import dev.heed.ticket.CallIntake;
import dev.heed.ticket.CallOutcome;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.Exemption;
import dev.heed.ticket.LifecycleCommand;
import dev.heed.ticket.NextAction;
import dev.heed.ticket.OwnershipCommand;
import dev.heed.ticket.PromiseCommand;
import dev.heed.ticket.Resolution;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketCommand;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one agent can do. Thread-safe.
 *
 * <p>{@code find…} gives an Optional, {@code get…} throws {@link dev.heed.error.NotFoundException}. What reaches a
 * customer is checked by the house rules first; {@link RefusedException} means that nothing changed and nothing was
 * sent. There is no way to close a ticket here: the customer does that, or silence after reminders, or one of the few
 * {@linkplain Exemption exemptions}. What changes a ticket gives it back as it is afterwards. What the agent's {@linkplain
 * dev.heed.people.Role role} does not allow is refused before anything else, with {@link
 * dev.heed.error.PermissionException}. A reason or a summary that disparages somebody is refused with {@code
 * DEROGATORY_NOTE}, which warns.
 */
public final class AgentDesk extends AgentTopics {
    private final Agent agent;
    private final Policies policies;
    private final Engine engine;
    private final Answering answering;
    private final Deputies deputies;

    AgentDesk(Actor actor, Post post, Deputies deputies) {
        super(actor, post);
        this.agent = actor.person();
        this.policies = actor.policies();
        this.engine = actor.engine();
        this.answering = new Answering(actor, post);
        this.deputies = deputies;
    }

    /**
     * The same desk, where what only warns does not refuse. Each time it would have, the ticket's history says who went on
     * and why.
     *
     * @param code a rule whose {@linkplain PracticeCode#severity severity} is {@code WARNS}
     * @throws RefusedException with this code if it blocks
     * @throws InvalidInputException if the reason is blank
     */
    public AgentDesk overriding(PracticeCode code, String reason) {
        may(Permission.OVERRIDE);
        return new AgentDesk(actor.overriding(code, reason), post, deputies);
    }

    /** Who acts here. */
    public Agent agent() {
        return agent;
    }

    /**
     * Tickets whose customer waits for an answer and that are not {@linkplain SnoozeDesk put off}, the one due first at the
     * front.
     *
     * @throws InvalidInputException if {@code limit} is below one
     */
    public List<Ticket> queue(int limit) {
        may(Permission.READ);
        return actor.listed(engine.list(new TicketQuery.Waiting(), limit));
    }

    /**
     * The agent's own tickets that are neither closed nor {@linkplain SnoozeDesk put off}, the oldest first.
     *
     * @throws InvalidInputException if {@code limit} is below one
     */
    public List<Ticket> owned(int limit) {
        may(Permission.READ);
        return actor.listed(engine.list(new TicketQuery.AtHand(agent.id()), limit));
    }

    /**
     * A ticket with all its messages and notes. What it shows is what the agent has seen of it: an answer that does
     * not {@linkplain Reply#seen(MessageId) say otherwise} is refused if more was said since.
     */
    public Optional<Ticket> findTicket(TicketId id) {
        may(Permission.READ);
        return engine.store().findTicket(requireNonNull(id, "id")).map(actor::shown);
    }

    /** As {@link #findTicket}, or an exception. */
    public Ticket getTicket(TicketId id) {
        may(Permission.READ);
        return actor.shown(engine.ticket(id));
    }

    /**
     * What was said since the agent has looked at a ticket: whatever refuses an answer as {@code STALE_REPLY}, in its order.
     * Whoever never looked has read nothing.
     */
    public List<Message> unseen(TicketId id) {
        may(Permission.READ);
        return answering.unseen(id);
    }

    /** Everything that happened to a ticket, in its order. */
    public List<TicketEvent> history(TicketId id) {
        may(Permission.READ);
        engine.ticket(id);
        return engine.store().history(id);
    }

    /** The one thing that has to happen next with a ticket; empty only when it is closed. */
    public Optional<NextAction> nextAction(TicketId id) {
        may(Permission.READ);
        return engine.ticket(id).nextAction(policies.life());
    }

    /** What is known of the customer of a ticket. */
    public Customer customerOf(TicketId id) {
        may(Permission.READ);
        return engine.customer(engine.ticket(id).customer());
    }

    /**
     * Answers in plain text, signed with the agent's full name and all reach-backs registered.
     *
     * @return the ticket after it; the message is on its way through the outbox
     * @throws RefusedException if a house rule refuses it
     */
    public Ticket reply(TicketId id, String text) {
        may(Permission.ANSWER);
        return reply(id, Reply.text(text, Signature.of(agent)));
    }

    /**
     * Answers. The ticket then waits for the customer; who had no owner becomes the author's.
     *
     * @throws RefusedException if a house rule refuses it
     */
    public Ticket reply(TicketId id, Reply reply) {
        may(Permission.ANSWER);
        return reply(id, reply, Commitments.none());
    }

    /**
     * Answers, and makes, keeps or renegotiates promises by it.
     *
     * @throws RefusedException if a house rule refuses it, {@code OPEN_PROMISE} if a promise that is not open any more
     *     is to get another time; {@code STALE_REPLY}, which warns, if the customer or a colleague has said something that
     *     its author has not seen
     * @throws InvalidInputException if something is promised for a time that is not ahead
     */
    public Ticket reply(TicketId id, Reply reply, Commitments commitments) {
        may(Permission.ANSWER);
        commitments.decision().ifPresent(decision -> may(Permission.DECIDE_AGAINST));
        return answering.send(id, reply, commitments, message -> List.of());
    }

    /** As {@link #reply(TicketId, String)}, and holds the matter for solved; the customer has the last word. */
    public Ticket proposeSolution(TicketId id, String text) {
        may(Permission.ANSWER);
        return proposeSolution(id, Reply.text(text, Signature.of(agent)));
    }

    /** As {@link #reply(TicketId, Reply)}, and holds the question for answered; the customer has the last word. */
    public Ticket proposeSolution(TicketId id, Reply reply) {
        may(Permission.ANSWER);
        return reply(id, reply, Commitments.none().solve(Resolution.ANSWERED));
    }

    /**
     * Answers that the shop decided against the customer, with reason and way of appeal below the text.
     *
     * @throws RefusedException if a house rule refuses it
     */
    public Ticket decideAgainst(TicketId id, Reply reply, AdverseDecision decision) {
        may(Permission.DECIDE_AGAINST);
        return reply(id, reply, Commitments.none().decideAgainst(decision));
    }

    /**
     * What would refuse a reply, all that can be said at once; nothing is sent. Empty if it may go now.
     *
     * @throws InvalidInputException if the ticket can be answered by nobody
     */
    public List<Finding> review(TicketId id, Reply reply) {
        may(Permission.READ);
        return answering.review(engine.ticket(id), reply, Commitments.none());
    }

    /**
     * A promise was kept by a deed; a promise to tell something is kept by a reply instead.
     *
     * @param how by what, for the people of the shop
     * @throws RefusedException with {@code OPEN_PROMISE} if it is not open any more, or past its time
     */
    public Ticket keepPromise(TicketId id, PromiseId promise, String how) {
        may(Permission.ANSWER);
        return change(id, new PromiseCommand.KeepPromise(promise, how));
    }

    /**
     * Writes a note for colleagues. No customer ever sees it.
     *
     * @throws RefusedException with {@code DEROGATORY_NOTE}, which warns, if it disparages somebody
     * @throws InvalidInputException if it is blank, or longer than {@link dev.heed.message.Note#LONGEST_TEXT}
     */
    public Ticket note(TicketId id, String text) {
        may(Permission.NOTE);
        return notes().add(id, text);
    }

    /**
     * Becomes responsible for a ticket that nobody owns.
     *
     * @throws RefusedException with {@code HANDOVER_WITHOUT_SUMMARY}, which warns, if it is a colleague's
     */
    public Ticket take(TicketId id) {
        may(Permission.ASSIGN);
        return change(id, new OwnershipCommand.Take(agent.id(), "Taken by the agent."));
    }

    /**
     * Makes a colleague responsible, for the ticket and for every open promise; if the colleague is away, the deputy, or
     * the deputy's deputy.
     *
     * @param summary what was tried and what is open, so that the customer repeats nothing
     * @throws RefusedException with {@code HANDOVER_WITHOUT_SUMMARY}, which warns, if it is blank
     * @throws NotFoundException if there is no such agent
     * @throws InvalidInputException if the colleague may not answer, or is away and the owner of the ticket stands in
     */
    public Ticket handOver(TicketId id, AgentId to, String summary) {
        may(Permission.ASSIGN);
        policies.answering(to);
        Attendance attendance = deputies.attendance();
        AgentId present = deputies.presentFor(to, attendance).orElse(to);
        return engine.change(id, ticket -> {
            deputies.requireAnother(ticket, to, present, attendance);
            String reason = "Handed over by " + agent.id() + ".";
            return actor.plan(ticket, new OwnershipCommand.HandOver(present, reason, summary));
        });
    }

    /**
     * Sorts a ticket otherwise.
     *
     * @throws RefusedException with {@code COMPLAINT_DISMISSED} if it is a complaint and the agent is no owner of the
     *     shop
     */
    public Ticket classify(TicketId id, TicketKind kind, String reason) {
        may(Permission.FILE);
        if (requireNonNull(kind, "kind") == TicketKind.COMPLAINT
                || engine.ticket(id).kind() == TicketKind.COMPLAINT) {
            may(Permission.CLASSIFY_COMPLAINT);
        }
        boolean mayDismiss = policies.authority().allows(agent.id(), Permission.DISMISS_COMPLAINT);
        return change(id, new LifecycleCommand.Classify(kind, agent.id(), mayDismiss, reason));
    }

    /**
     * Waits for somebody else until a day, and tells the customer.
     *
     * @param reason for whom or what it waits, for the people of the shop
     * @throws RefusedException if a house rule refuses the reply; {@code OPEN_PROMISE} if a promise is due before
     */
    public Ticket hold(TicketId id, Instant until, String reason, Reply reply) {
        may(Permission.ANSWER);
        return answering.send(id, reply, Commitments.none(), message -> {
            List<TicketCommand> commands = new ArrayList<>(actor.warned(() -> engine.ticket(id), List.of(reason)));
            commands.add(new LifecycleCommand.Hold(until, agent.id(), reason, Optional.of(message), Optional.empty()));
            return commands;
        });
    }

    /**
     * Waits for somebody else until a day without telling the customer, and says why.
     *
     * @throws RefusedException with {@code OPEN_PROMISE} if a promise is due before
     */
    public Ticket holdUntold(TicketId id, Instant until, String reason, String untoldBecause) {
        may(Permission.ANSWER);
        return change(
                id, new LifecycleCommand.Hold(until, agent.id(), reason, Optional.empty(), Optional.of(untoldBecause)));
    }

    /**
     * Closes what no customer wrote. Reported to the back office.
     *
     * @throws IllegalTransitionException if it is closed
     * @throws RefusedException with {@code COMPLAINT_DISMISSED}, {@code CLOSE_NOT_CONFIRMED} if a person has answered,
     *     talked or promised something, or {@code CALL_ENDED_WITHOUT_OUTCOME}
     */
    public Ticket markSpam(TicketId id, String reason) {
        may(Permission.MARK_SPAM);
        return change(id, new LifecycleCommand.Exempt(Exemption.SPAM, agent.id(), reason, Optional.empty()));
    }

    /**
     * Lets a ticket go on in another one of the same customer. Reported to the back office.
     *
     * @return the ticket in which it goes on
     * @throws RefusedException with {@code COMPLAINT_DISMISSED} or {@code OPEN_PROMISE}
     * @throws InvalidInputException if they are not of one customer, if one of them is closed, the more so if it goes on in
     *     the other one already, or if a duplicate of the duplicate would go on over more than 20 tickets
     */
    public Ticket mergeInto(TicketId duplicate, TicketId into, String reason) {
        may(Permission.MERGE);
        new Merging(engine, agent.id())
                .merge(duplicate, into, reason, source -> actor.warned(() -> source, List.of(reason)));
        return getTicket(into);
    }

    /**
     * Begins a call with the customer of a ticket.
     *
     * @throws RefusedException with {@code CALL_ENDED_WITHOUT_OUTCOME} if there is one already
     * @throws InvalidInputException if the ticket goes on in another one
     */
    public Ticket call(TicketId id, CallIntake intake) {
        may(Permission.ANSWER);
        return new Calls(actor, agent, answering).begin(id, requireNonNull(intake, "intake"));
    }

    /**
     * Ends the agent's call, or that of a colleague on a ticket the agent owns.
     *
     * @throws InvalidInputException if there is no such call, or if a time is promised that is not ahead
     * @throws RefusedException if it is solved before it was understood ({@code PROBLEM_NOT_REPHRASED}, {@code
     *     ROOT_CAUSE_MISSING}), or a house rule refuses the words of what is promised
     */
    public Ticket endCall(TicketId id, CallOutcome outcome) {
        may(Permission.ANSWER);
        requireNonNull(outcome, "outcome");
        if (outcome instanceof CallOutcome.WarmTransfer transfer) {
            policies.answering(transfer.to());
        }
        return new Calls(actor, agent, answering).end(id, outcome);
    }

    /**
     * Does the same to many tickets, each by itself and each wholly or not at all. What goes wrong with one stops no other.
     *
     * @param tickets at most {@link BulkAction#MOST}; one that is named again is done once
     * @return what became of each, in this order
     * @throws InvalidInputException if there are more
     */
    public BulkResult bulk(List<TicketId> tickets, BulkAction action) {
        may(Permission.BULK);
        may(action.permission());
        return action.on(new AgentDesk(actor.notLooking(), post, deputies), tickets);
    }

    /** Comes first in every method. */
    private void may(Permission permission) {
        actor.may(permission);
    }

    private Ticket change(TicketId id, TicketCommand command) {
        return actor.change(id, command);
    }
}
