package dev.heed.ticket;

import dev.heed.error.PracticeCode;
import dev.heed.people.AgentId;
import dev.heed.ticket.OwnershipEvent.OwnerAssigned;
import dev.heed.ticket.PromiseEvent.PromiseTransferred;
import java.util.Optional;

/** Who is responsible. */
final class OwnershipDecision {
    private final Steps steps;
    private final TicketState state;

    OwnershipDecision(Steps steps) {
        this.steps = steps;
        this.state = steps.state;
    }

    void on(OwnershipCommand command) {
        if (command instanceof OwnershipCommand.Take take) {
            take(take);
        } else if (command instanceof OwnershipCommand.Route route) {
            assign(route.owner(), route.reason(), Optional.empty());
        } else if (command instanceof OwnershipCommand.HandOver handOver) {
            handOver(handOver);
        } else if (command instanceof OwnershipCommand.Deputise deputise) {
            deputise(deputise);
        }
    }

    private void take(OwnershipCommand.Take take) {
        if (state.owner == null) {
            assign(take.owner(), take.reason(), Optional.empty());
        } else if (!state.owner.equals(take.owner())) {
            steps.warn(
                    PracticeCode.HANDOVER_WITHOUT_SUMMARY,
                    "is owned by " + state.owner + ".",
                    "Ask the owner to hand it over with a summary, or do so with handOver(…).");
            assign(take.owner(), take.reason(), Optional.empty());
        }
    }

    void handOver(OwnershipCommand.HandOver handOver) {
        if (handOver.summary().isBlank()) {
            steps.warn(
                    PracticeCode.HANDOVER_WITHOUT_SUMMARY,
                    "is to be handed over to " + handOver.owner() + " without a summary.",
                    "Say what was tried and what is open, so that the customer repeats nothing.");
        }
        assign(
                handOver.owner(),
                handOver.reason(),
                Optional.of(handOver.summary()).filter(summary -> !summary.isBlank()));
    }

    private void deputise(OwnershipCommand.Deputise deputise) {
        if (deputise.absent().equals(state.owner) && state.status != TicketStatus.CLOSED) {
            assign(deputise.deputy(), "The owner is away.", Optional.empty());
        }
    }

    /** Who owns a ticket has to keep its promises, so they go along; P42: and has to know what happened. */
    void assign(AgentId owner, String reason, Optional<String> summary) {
        if (owner.equals(state.owner)) {
            return;
        }
        boolean hadOwner = state.owner != null;
        Optional<String> known = hadOwner ? summary.or(() -> Optional.of(Summary.of(state))) : summary;
        steps.add(new OwnerAssigned(steps.id, steps.now, owner, reason, known));
        if (hadOwner) {
            state.promises
                    .open()
                    .forEach(open -> steps.add(new PromiseTransferred(
                            steps.id, steps.now, open.promise().id(), owner)));
        }
    }
}
