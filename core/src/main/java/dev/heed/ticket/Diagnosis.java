package dev.heed.ticket;

import dev.heed.error.Finding;
import dev.heed.error.PracticeCode;
import dev.heed.promise.PromiseKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether it was understood what is solved. */
final class Diagnosis {
    private final Steps steps;
    private final Understanding understanding;

    Diagnosis(Steps steps) {
        this.steps = steps;
        this.understanding = steps.state.understanding;
    }

    /** What a ticket is, or what goes on in it, if that needs one. */
    static Optional<TicketKind> toMake(TicketState state) {
        return state.kind.needsDiagnosis()
                ? Optional.of(state.kind)
                : state.structure.merges().toDiagnose();
    }

    /** P38, P39: of what went wrong, or does not work; what the same answer says and promises counts. */
    void requireMade() {
        toMake(steps.state).ifPresent(this::requireMade);
    }

    private void requireMade(TicketKind kind) {
        String problem = (kind == steps.state.kind ? "is a " : "has a duplicate that is a ") + kind + " to be solved";
        List<Finding> missing = new ArrayList<>();
        if (steps.policy.rephraseBeforeSolving() && !understanding.isRephrased()) {
            missing.add(steps.finding(
                    PracticeCode.PROBLEM_NOT_REPHRASED,
                    problem + ", and nobody has put it into other words for the customer since it was last described.",
                    "Say how you understand it with Reply.rephrasing(…), in this answer or one before; on the phone with"
                            + " listening().rephrasedOnThePhone(…)."));
        }
        if (steps.policy.findCauseBeforeSolving() && !isCauseKnown()) {
            missing.add(steps.finding(
                    PracticeCode.ROOT_CAUSE_MISSING,
                    problem + ", and nobody has said what lies behind it.",
                    "Say so with listening().rootCause(…); if it is unknown, promise in this answer to find it out."));
        }
        steps.warn(missing);
    }

    private boolean isCauseKnown() {
        boolean promised = steps.state.promises.isOpen(PromiseKind.FIND_OUT);
        return understanding
                .rootCause()
                .filter(cause -> promised || !cause.equals(RootCause.UNKNOWN))
                .isPresent();
    }
}
