package dev.heed.testkit.broken;

import dev.heed.message.Audience;
import dev.heed.message.Author;
import dev.heed.message.Note;
import dev.heed.message.NoteId;
import dev.heed.people.AgentId;
import dev.heed.ticket.NoteEvent.AskedToo;
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
        losing(n -> retold(n, n.text().strip()));
    }

    private static Note retold(Note n, String text) {
        return new Note(n.id(), n.author(), n.at(), text, n.audience(), n.mentions(), n.attachments(), n.remarks());
    }

    @Test
    void losingTheFilesIsCaught() {
        losing(n -> n.with(List.of(), n.remarks()));
    }

    @Test
    void losingTheRemarksIsCaught() {
        losing(n -> n.with(n.attachments(), List.of()));
    }

    @Test
    void losingWhoIsMentionedIsCaught() {
        losing(n -> n.mentioning(List.of()));
    }

    @Test
    void losingToWhomItIsIsCaught() {
        losing(n -> n.to(new Audience.Anybody()));
    }

    @Test
    void losingWhatADepartmentIsToDoIsCaught() {
        losing(n -> n.audience() instanceof Audience.DepartmentNote told
                ? n.to(new Audience.DepartmentNote(told.to(), told.reference(), "?", told.due()))
                : n);
    }

    @Test
    void losingWhoWroteItIsCaught() {
        losing(n -> Note.of(n.id(), new Author.BySystem(Optional.empty()), n.at(), n.text())
                .to(n.audience())
                .mentioning(n.mentions())
                .with(n.attachments(), n.remarks()));
    }

    @Test
    void callingAllByOneNameIsCaught() {
        losing(n -> n.named(new NoteId("n")));
    }

    @Test
    void losingWhoWasAskedTooIsCaught() {
        ContractRun.ofStore(() -> new ForgetfulStore(event -> event instanceof AskedToo e
                        ? new AskedToo(e.ticket(), e.at(), e.note(), AgentId.of("somebody"), e.reason())
                        : event))
                .isCaughtAtLeastBy("everyEventComesBackWithAllThatItSays", "aTicketComesBackWithAllThatWasSaid");
    }
}
