package dev.heed.ticket;

import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.error.PracticeCode;
import dev.heed.people.CustomerId;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseId;
import dev.heed.promise.PromiseKind;
import dev.heed.ticket.CallEvent.CallEnded;
import dev.heed.ticket.ConversationEvent.Reminded;
import dev.heed.ticket.Lifecycle.Move;
import dev.heed.ticket.LifecycleEvent.Absorbed;
import dev.heed.ticket.LifecycleEvent.Closed;
import dev.heed.ticket.LifecycleEvent.CustomerConfirmed;
import dev.heed.ticket.LifecycleEvent.Disputed;
import dev.heed.ticket.LifecycleEvent.HoldEnded;
import dev.heed.ticket.LifecycleEvent.Reopened;
import dev.heed.ticket.OwnershipEvent.Escalated;
import dev.heed.ticket.OwnershipEvent.ExpertNeeded;
import dev.heed.ticket.OwnershipEvent.OwnerAssigned;
import dev.heed.ticket.OwnershipEvent.OwnerMissing;
import dev.heed.ticket.OwnershipEvent.Why;
import dev.heed.ticket.PromiseEvent.PromiseReminded;
import dev.heed.ticket.PromiseEvent.PromiseWithdrawn;
import java.util.Optional;

/** How a ticket comes to its end, and what time does to it. */
final class ClosingDecision {
    private final Steps steps;
    private final TicketState state;

    ClosingDecision(Steps steps) {
        this.steps = steps;
        this.state = steps.state;
    }

    void on(TicketCommand command) {
        if (command instanceof TicketCommand.Confirm confirm) {
            confirm(confirm);
        } else if (command instanceof TicketCommand.Exempt exempt) {
            exempt(exempt);
        } else if (command instanceof TicketCommand.Absorb absorb) {
            absorb(absorb);
        } else if (command instanceof TicketCommand.Remind remind) {
            remind(remind);
        } else if (command instanceof TicketCommand.Wake wake) {
            wake(wake);
        } else {
            throw new InvalidInputException(
                    "Ticket " + state.opened.number() + " exists and cannot be opened.",
                    "Open a ticket with a new id.");
        }
    }

    static void requireCustomer(TicketState state, CustomerId customer) {
        if (!customer.equals(state.opened.customer())) {
            throw new NotFoundException(
                    "Customer " + customer + " has no ticket " + state.opened.number() + ".",
                    "Only the customer of a ticket can do this.");
        }
    }

    /** P25, P27: closed at once, or as soon as the last promise is settled. */
    private void confirm(TicketCommand.Confirm confirm) {
        requireCustomer(state, confirm.customer());
        if (state.status == TicketStatus.CLOSED || state.confirmedBy != null) {
            return;
        }
        if (state.unanswered || state.lastAnswer == null) {
            throw steps.refused(
                    PracticeCode.NO_FINAL_MESSAGE,
                    "has no answer by a person to the customer's last message.",
                    "Let a person answer it first.");
        }
        Lifecycle.require(steps.ticket(), Move.CUSTOMER_CONFIRMS, "Let a person answer the customer first.");
        steps.breakLate();
        steps.add(new CustomerConfirmed(steps.id, steps.now, confirm.customer()));
        steps.closeIfConfirmed();
    }

    private void exempt(TicketCommand.Exempt exempt) {
        Decision.requireWords(exempt.reason(), "A closing without the customer");
        boolean erased = exempt.exemption() == Exemption.CUSTOMER_ERASED;
        if (erased && state.status == TicketStatus.CLOSED) {
            return; // one of all the tickets of a customer
        }
        Lifecycle.require(
                steps.ticket(), Move.AGENT_EXEMPTS, "Leave it closed; what opens again can be put aside again.");
        if (!erased) {
            requireNoCustomerIsPassedOver(exempt);
        } else if (state.call != null) {
            steps.add(new CallEnded(steps.id, steps.now, state.call.by(), new CallOutcome.CustomerEnded()));
        }
        for (Promises.Open open : state.promises.open()) {
            PromiseId promise = open.promise().id();
            steps.add(new PromiseWithdrawn(steps.id, steps.now, promise, "Closed as " + exempt.exemption() + "."));
        }
        steps.add(new Closed(
                steps.id,
                steps.now,
                new Closing.Exempt(exempt.exemption(), exempt.by(), exempt.reason(), exempt.goesOnIn())));
    }

    private void requireNoCustomerIsPassedOver(TicketCommand.Exempt exempt) {
        Exemption exemption = exempt.exemption();
        boolean spam = exemption == Exemption.SPAM;
        if (state.kind == TicketKind.COMPLAINT) {
            throw steps.refused(
                    PracticeCode.COMPLAINT_DISMISSED,
                    "is a complaint and cannot be closed as " + exemption + ".",
                    "Answer it; it is closed when the customer agrees.");
        }
        if (spam && (state.lastAnswer != null || spokenTo())) {
            throw steps.refused(
                    PracticeCode.CLOSE_NOT_CONFIRMED,
                    "was answered by a person and cannot be closed as spam.",
                    "Propose a solution, and let the customer confirm it.");
        }
        if (!spam && exempt.goesOnIn().filter(other -> !other.equals(steps.id)).isEmpty()) {
            throw new InvalidInputException(
                    "Ticket " + state.opened.number() + " is to be closed as " + exemption + " of no other ticket.",
                    "Name the ticket in which it goes on.");
        }
        if (state.call != null) {
            throw steps.refused(
                    PracticeCode.CALL_ENDED_WITHOUT_OUTCOME,
                    "has a call that " + state.call.by() + " has not ended.",
                    "End that call with its outcome first.");
        }
        steps.breakLate();
        // no customer waits for what a program was promised
        steps.requireNoPromise(
                kind -> spam ? kind.madeByAgents() : kind != PromiseKind.REPLY, "closed as " + exemption);
    }

    /** Whether a person has talked with the customer, or promised something. */
    private boolean spokenTo() {
        return state.spokenTo
                || state.promises.all().stream()
                        .anyMatch(promise -> promise.kind().madeByAgents());
    }

    /** The customer of the duplicate goes on waiting here, and not longer than was promised there. */
    private void absorb(TicketCommand.Absorb absorb) {
        if (state.status == TicketStatus.CLOSED) {
            throw new InvalidInputException(
                    "Ticket " + state.opened.number() + " is closed; nothing can go on in it.",
                    "Let the duplicate live on, or choose an open ticket.");
        }
        steps.breakLate();
        boolean waits = absorb.expected().isPresent();
        if (waits && state.status == TicketStatus.SOLVED) {
            steps.add(new Reopened(steps.id, steps.now, state.status));
        }
        steps.add(new Absorbed(steps.id, steps.now, absorb.duplicate(), waits));
        if (absorb.disputed() && !state.disputed) {
            steps.add(new Disputed(steps.id, steps.now));
        }
        absorb.expected().ifPresent(expected -> {
            Optional<Promise> own = state.promises.findOpen(PromiseKind.REPLY);
            if (own.isEmpty() && state.expected == null) {
                steps.expect(expected);
            } else if (own.filter(promise -> promise.due().isAfter(expected.at()))
                    .isPresent()) {
                steps.add(new PromiseEvent.PromiseRenegotiated(
                        steps.id, steps.now, own.orElseThrow().id(), state.promises.nextId(), Optional.empty()));
                steps.expect(expected);
            }
        });
    }

    /** Decided again with the ticket as it is: a customer who has written meanwhile is not asked. */
    private void remind(TicketCommand.Remind remind) {
        if (Agenda.reminderDue(state, steps.policy, steps.now)) {
            int count = state.silence.reminders().size() + 1;
            steps.add(new Reminded(steps.id, steps.now, remind.message(), count, remind.closesAt()));
        }
    }

    /** Everything that is due, in its order; but for a reminder to the customer, which needs words. */
    private void wake(TicketCommand.Wake wake) {
        Optional<Agenda.Appointment> next = Agenda.nextByItself(state, steps.policy);
        while (next.isPresent() && !next.get().at().isAfter(steps.now)) {
            happen(next.get(), wake);
            next = Agenda.nextByItself(state, steps.policy);
        }
    }

    private void happen(Agenda.Appointment due, TicketCommand.Wake wake) {
        switch (due.kind()) {
            case OWNER -> {
                steps.add(new OwnerMissing(steps.id, steps.now));
                steps.add(new OwnerAssigned(
                        steps.id, steps.now, wake.fallback(), "Nobody took it in time.", Optional.empty()));
            }
            case PROMISE_REMINDER ->
                due.promise()
                        .flatMap(state.promises::findOpen)
                        .ifPresent(promise -> steps.add(new PromiseReminded(
                                steps.id,
                                steps.now,
                                promise.id(),
                                Agenda.remindedPercent(promise, steps.policy, steps.now))));
            case PROMISE_DUE -> {
                if (steps.breakDue()) { // a call that was promised may go on right now
                    escalate(Why.PROMISE_BROKEN);
                }
            }
            case ESCALATION -> escalate(whatIsWrong());
            case CALL_OVERDUE -> escalate(Why.CALL_NOT_ENDED);
            case EXPERT -> steps.add(new ExpertNeeded(steps.id, steps.now));
            case HOLD_END -> steps.add(new HoldEnded(steps.id, steps.now));
            case SILENCE_CLOSE ->
                steps.add(new Closed(
                        steps.id,
                        steps.now,
                        new Closing.Silence(state.silence.reminders().size())));
            case LOOK -> escalate(Why.NOTHING_PLANNED);
            case SILENCE_REMINDER -> throw new IllegalStateException("A reminder needs words; see Remind.");
        }
    }

    private Why whatIsWrong() {
        if (state.unreachable) {
            return Why.CUSTOMER_UNREACHABLE;
        }
        return state.promises.isOpen(PromiseKind.APOLOGY) ? Why.PROMISE_BROKEN : Why.CALL_NOT_ENDED;
    }

    private void escalate(Why why) {
        steps.add(new Escalated(steps.id, steps.now, state.alarm.level() + 1, why));
    }
}
