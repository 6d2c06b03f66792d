package dev.heed.ticket;

import dev.heed.ticket.LifecycleEvent.Reopened;

/** A customer says something in a form: no message, and a sign of life like one. */
final class FormDecision {
    private final Steps steps;
    private final TicketState state;

    FormDecision(Steps steps) {
        this.steps = steps;
        this.state = steps.state;
    }

    void on(ListeningCommand.SayInForm form) {
        if (!steps.changes(form.what())) {
            return;
        }
        boolean resting = state.status == TicketStatus.SOLVED || state.status == TicketStatus.CLOSED;
        if (resting) {
            steps.add(new Reopened(steps.id, steps.now, state.status));
        }
        boolean waited = state.unanswered && !resting; // nobody waits for the answer to what was closed
        new ListeningDecision(steps).on(form.what());
        OutgoingDecision.customerWrote(steps);
        if (!waited && state.unanswered && state.expected == null) {
            steps.expect(form.expected());
        }
    }
}
