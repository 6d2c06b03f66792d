package dev.heed.ticket;

import dev.heed.ticket.NoteEvent.NoteAdded;

/** What the people of the shop write to each other. */
final class NoteDecision {
    private final Steps steps;

    NoteDecision(Steps steps) {
        this.steps = steps;
    }

    void on(NoteCommand command) {
        if (command instanceof NoteCommand.AddNote add) {
            steps.add(new NoteAdded(steps.id, steps.now, add.note()));
        }
    }
}
