package dev.heed.testkit.broken;

import dev.heed.message.Author;
import dev.heed.message.Note;
import dev.heed.message.NoteId;
import dev.heed.ticket.NoteEvent.NoteAdded;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Stores that lose part of a note, and the sentences of the contract that say so. */
class BrokenNotesTest {
    private static void losing(UnaryOperator<Note> kept) {
        ContractRun.ofStore(() -> new ForgetfulStore(event ->
                        event instanceof NoteAdded e ? new NoteAdded(e.ticket(), e.at(), kept.apply(e.note())) : event))
                .isCaughtAtLeastBy(
                        "everyEventComesBackWithAllThatItSays",
                        "aTicketComesBackWithAllThatWasSaid",
                        "anExemptedTicketIsListedWithAllThatWasSaid");
    }

    @Test
    void strippingTheWordsIsCaught() {
        losing(n -> new Note(n.id(), n.author(), n.at(), n.text().strip(), n.attachments(), n.remarks()));
    }

    @Test
    void losingTheFilesIsCaught() {
        losing(n -> new Note(n.id(), n.author(), n.at(), n.text(), List.of(), n.remarks()));
    }

    @Test
    void losingTheRemarksIsCaught() {
        losing(n -> new Note(n.id(), n.author(), n.at(), n.text(), n.attachments(), List.of()));
    }

    @Test
    void losingWhoWroteItIsCaught() {
        losing(n -> new Note(
                n.id(), new Author.BySystem(Optional.empty()), n.at(), n.text(), n.attachments(), n.remarks()));
    }

    @Test
    void callingAllByOneNameIsCaught() {
        losing(n -> new Note(new NoteId("n"), n.author(), n.at(), n.text(), n.attachments(), n.remarks()));
    }
}
