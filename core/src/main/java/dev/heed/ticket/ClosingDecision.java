package dev.heed.ticket;

import dev.heed.error.InvalidInputException;
import dev.heed.error.PracticeCode;
import dev.heed.promise.PromiseId;
import dev.heed.promise.PromiseKind;
import dev.heed.ticket.CallEvent.CallEnded;
import dev.heed.ticket.Lifecycle.Move;
import dev.heed.ticket.LifecycleEvent.Closed;
import dev.heed.ticket.LifecycleEvent.CustomerConfirmed;
import dev.heed.ticket.LifecycleEvent.Erased;
import dev.heed.ticket.PromiseEvent.PromiseWithdrawn;

/** How a ticket comes to its end: the customer agrees, or nobody has to. */
final class ClosingDecision {
    private final Steps steps;
    private final TicketState state;

    ClosingDecision(Steps steps) {
        this.steps = steps;
        this.state = steps.state;
    }

    /** P25, P27: closed at once, or as soon as the last promise is settled. */
    void confirm(LifecycleCommand.Confirm confirm) {
        steps.requireCustomer(confirm.customer());
        if (state.status == TicketStatus.CLOSED || state.confirmedBy != null) {
            return;
        }
        if (state.unanswered || state.firstAnsweredAt == null) {
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

    void exempt(LifecycleCommand.Exempt exempt) {
        Decision.requireWords(exempt.reason(), "A closing without the customer");
        boolean erased = exempt.exemption() == Exemption.CUSTOMER_ERASED;
        if (erased) {
            new NoteDecision(steps).withdrawAll(exempt.by(), "Closed as " + exempt.exemption() + ".");
        }
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
            steps.add(new PromiseWithdrawn(steps.id, steps.now, promise, asideAs(exempt.exemption())));
        }
        steps.add(new Closed(
                steps.id,
                steps.now,
                new Closing.Exempt(exempt.exemption(), exempt.by(), exempt.reason(), exempt.goesOnIn())));
    }

    void erase(LifecycleCommand.Erase erase) {
        if (state.status != TicketStatus.CLOSED) {
            throw new InvalidInputException(
                    "Ticket " + state.opened.number() + " is " + state.status + " and cannot be erased.",
                    "Close it as " + Exemption.CUSTOMER_ERASED + " first.");
        }
        if (!state.erased) {
            steps.add(new Erased(steps.id, steps.now, erase.by()));
        }
    }

    /** What is left of an erased ticket is counted; whoever would add words to it is told so. */
    static void requireNotErased(Steps steps, TicketCommand command) {
        boolean wordless = command instanceof TimeCommand
                || command instanceof DeliveryCommand
                || command instanceof LifecycleCommand.Erase
                || command instanceof StructureCommand.Release
                || command instanceof StructureCommand.Unlink
                || (command instanceof LifecycleCommand.Exempt exempt
                        && exempt.exemption() == Exemption.CUSTOMER_ERASED);
        if (steps.state.erased && !wordless) {
            throw new InvalidInputException(
                    "What was said in ticket " + steps.state.opened.number()
                            + " was erased, and nothing goes on in it.",
                    "Leave it as it is. A customer who comes again gets a new ticket.");
        }
    }

    /** Why promises are withdrawn just before it. */
    static String asideAs(Exemption exemption) {
        return "Closed as " + exemption + ".";
    }

    private void requireNoCustomerIsPassedOver(LifecycleCommand.Exempt exempt) {
        Exemption exemption = exempt.exemption();
        boolean spam = exemption == Exemption.SPAM;
        if (state.kind == TicketKind.COMPLAINT) {
            throw steps.refused(
                    PracticeCode.COMPLAINT_DISMISSED,
                    "is a complaint and cannot be closed as " + exemption + ".",
                    "Answer it; it is closed when the customer agrees.");
        }
        if (spam && spokenTo(state)) {
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
        steps.requireNobodyOnThePhone();
        steps.breakLate();
        if (!spam) { // a customer who waits for an answer waits for it there
            steps.requireNoPromise(kind -> kind != PromiseKind.REPLY, "closed as " + exemption);
        }
    }

    /** Whether a person has answered the customer, talked with the customer, or promised something. */
    static boolean spokenTo(TicketState state) {
        return state.spokenTo
                || state.firstAnsweredAt != null
                || state.promises.all().stream()
                        .anyMatch(promise -> promise.kind().madeByAgents());
    }
}
