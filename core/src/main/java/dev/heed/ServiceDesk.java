package dev.heed;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.error.RefusedException;
import dev.heed.people.AgentId;
import dev.heed.people.Customer;
import dev.heed.people.Permission;
import dev.heed.people.Tier;
import dev.heed.sla.ClockState;
import dev.heed.sla.ServiceLevels;
import dev.heed.sla.SlaPolicy;
import dev.heed.sla.SlaReading;
import dev.heed.sla.SlaState;
import dev.heed.sla.WhatIf;
import dev.heed.sla.explain.Explanation;
import dev.heed.ticket.ChangeMode;
import dev.heed.ticket.ServiceCommand;
import dev.heed.ticket.SlaTarget;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the shop holds itself to on tickets: {@link AgentDesk#service()}, and {@link Backoffice#service()} for the shop's
 * application. Both do the same; where an agent's {@linkplain dev.heed.people.Role role} does not allow it, her desk refuses with {@link
 * dev.heed.error.PermissionException}: reading needs {@link Permission#READ}, changing {@link Permission#SET_SERVICE}. No argument
 * may be null. Thread-safe.
 */
public final class ServiceDesk {
    private final Actor actor;

    ServiceDesk(Actor actor) {
        this.actor = actor;
    }

    /**
     * Every clock of a ticket as it stands now, of each target in the order of its cycles; empty if nothing is measured.
     *
     * @throws NotFoundException if there is no such ticket
     */
    public List<SlaReading> clocks(TicketId ticket) {
        actor.may(Permission.READ);
        return state(ticket).read(actor.engine().now());
    }

    /**
     * What is due next on a ticket; empty if nothing runs.
     *
     * @throws NotFoundException if there is no such ticket
     */
    public Optional<SlaReading> nearest(TicketId ticket) {
        actor.may(Permission.READ);
        return state(ticket).nearest(actor.engine().now());
    }

    /**
     * How the newest clock of a target came to where it stands, line by line; empty if it was never measured.
     *
     * @throws NotFoundException if there is no such ticket
     */
    public Optional<Explanation> explain(TicketId ticket, SlaTarget target) {
        actor.may(Permission.READ);
        requireNonNull(target, "target");
        Instant now = actor.engine().now();
        return state(ticket).read(target, now).map(reading -> Explanation.of(reading, now));
    }

    /**
     * The same in short for the customer of the ticket, in her language and zone: when, why then, and no word of how the shop
     * works inside. Of a reply, what she was told counts, whatever the shop holds itself to by now. Empty if it was never measured,
     * if it was called off and she was told no time that still holds, unless the ticket is closed, or if it concerns the shop alone: {@code
     * AGENT_WORK}, {@code TIME_TO_OWN}.
     *
     * @throws NotFoundException if there is no such ticket
     */
    public Optional<String> explainToCustomer(TicketId ticket, SlaTarget target) {
        actor.may(Permission.READ);
        requireNonNull(target, "target");
        Instant now = actor.engine().now();
        Ticket read = actor.engine().ticket(ticket);
        Customer customer = actor.engine().customer(read.customer());
        Policies policies = actor.policies();
        return policies.service()
                .of(read)
                .read(target, now)
                .flatMap(reading -> new CustomerExplanation(
                                reading, read, policies.textsFor(customer), policies.zoneFor(customer), now)
                        .text());
    }

    /**
     * What other service levels would do to the tickets that are open, if they were applied to all of them now, and all times
     * reckoned anew. Nothing changes.
     *
     * @param proposed a version, such as one with another calendar; it need not be in the book
     */
    public ImpactReport whatIf(ServiceLevels proposed) {
        return whatIf(proposed, ChangeMode.RECOMPUTE);
    }

    /**
     * The same, if they were applied so: with {@link ChangeMode#KEEP_PROMISE} the earlier of both times would hold.
     *
     * @param proposed a version, such as one with another calendar; it need not be in the book
     * @param mode what would become of clocks that run
     */
    public ImpactReport whatIf(ServiceLevels proposed, ChangeMode mode) {
        actor.may(Permission.READ);
        requireNonNull(proposed, "proposed");
        requireNonNull(mode, "mode");
        Instant now = actor.engine().now();
        WhatIf whatIf =
                WhatIf.applying(proposed, mode, actor.policies().service().book(), now);
        return ImpactReport.of(whatIf, new AllTickets(actor.engine().store()).open());
    }

    /** The application does nothing by itself: somebody answers for it. */
    private AgentId responsible() {
        return actor.id().orElseGet(() -> actor.policies().responsible().id());
    }

    private SlaState state(TicketId ticket) {
        return actor.policies().service().of(actor.engine().ticket(ticket));
    }

    /**
     * Sets by hand when something is due.
     *
     * @param due ahead; of a reply no later than what the customer was told
     * @param reason why, for the people of the shop; not blank
     * @return the ticket after it
     * @throws NotFoundException if there is no such ticket
     * @throws InvalidInputException if the time is over or more than ten years ahead, the reason is blank, or that target does not
     *     run when it is set: it is not measured, stands still, or is late already
     * @throws RefusedException with {@code OPEN_PROMISE} if the customer was told an earlier time
     */
    public Ticket setDue(TicketId ticket, SlaTarget target, Instant due, String reason) {
        actor.may(Permission.SET_SERVICE);
        requireNonNull(target, "target");
        requireNonNull(due, "due");
        requireNonNull(reason, "reason");
        Instant now = actor.engine().now();
        if (due.isAfter(now.plus(SlaPolicy.LONGEST))) {
            throw new InvalidInputException(
                    "A due time of " + due + " is more than " + SlaPolicy.LONGEST.toDays() + " days ahead.",
                    "Set one within ten years.");
        }
        ServiceCommand command = new ServiceCommand.SetDue(target, due, responsible(), reason);
        return actor.glanced(actor.engine().change(ticket, current -> {
            requireRunning(current, target, now);
            return Engine.Plan.of(actor.inSpite(command));
        }));
    }

    private void requireRunning(Ticket ticket, SlaTarget target, Instant now) {
        boolean runs = actor.policies()
                .service()
                .of(ticket)
                .read(target, now)
                .filter(reading -> reading.state() == ClockState.RUNNING)
                .isPresent();
        if (!runs) {
            throw new InvalidInputException(
                    target + " does not run on ticket " + ticket.id()
                            + " now, so no time can be set at which it is due.",
                    "Ask clocks(…) what does: neither what stands still, nor what is late already.");
        }
    }

    /**
     * Says which support the customer of a ticket has a right to. It holds for what is measured from now on; what was promised
     * is kept.
     *
     * @param reason why, for the people of the shop; not blank
     * @return the ticket after it
     * @throws NotFoundException if there is no such ticket
     * @throws InvalidInputException if the reason is blank
     */
    public Ticket setTier(TicketId ticket, Tier tier, String reason) {
        actor.may(Permission.SET_SERVICE);
        return actor.change(ticket, new ServiceCommand.SetTier(tier, actor.id(), reason));
    }

    /**
     * Lets another version of the service levels hold for a ticket.
     *
     * @param version its name
     * @param mode what becomes of clocks that run
     * @param reason why, for the people of the shop; not blank
     * @return the ticket after it
     * @throws NotFoundException if there is no such ticket, or no such version
     * @throws InvalidInputException if the reason is blank
     */
    public Ticket applyLevels(TicketId ticket, String version, ChangeMode mode, String reason) {
        actor.may(Permission.SET_SERVICE);
        ServiceLevels levels = actor.policies().service().book().get(version);
        return apply(ticket, Optional.of(levels.version()), requireNonNull(mode, "mode"), reason);
    }

    /**
     * Lets no service levels hold for a ticket: nothing is measured any more, and what was stays on record. What the customer was
     * told is kept all the same.
     *
     * @param reason why, for the people of the shop; not blank
     * @return the ticket after it
     * @throws NotFoundException if there is no such ticket
     * @throws InvalidInputException if the reason is blank
     */
    public Ticket removeLevels(TicketId ticket, String reason) {
        actor.may(Permission.SET_SERVICE);
        return apply(ticket, Optional.empty(), ChangeMode.RECOMPUTE, reason);
    }

    private Ticket apply(TicketId ticket, Optional<String> version, ChangeMode mode, String reason) {
        return actor.change(ticket, new ServiceCommand.ApplyLevels(version, mode, actor.id(), reason));
    }
}
