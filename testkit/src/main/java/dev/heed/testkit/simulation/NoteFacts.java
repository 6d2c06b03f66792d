package dev.heed.testkit.simulation;

import dev.heed.message.Note;
import dev.heed.ticket.NoteEvent;
import java.util.ArrayList;
import java.util.List;

/** What the people of the shop wrote to each other about one ticket, told a second time. */
final class NoteFacts {
    final List<Note> all = new ArrayList<>();

    void take(NoteEvent event) {
        if (event instanceof NoteEvent.NoteAdded added) {
            all.add(added.note());
        }
    }
}
