package dev.heed.json;

import dev.heed.message.Attachment;
import dev.heed.message.Author;
import dev.heed.message.Note;
import dev.heed.message.NoteId;
import dev.heed.ticket.NoteEvent.NoteAdded;
import java.time.Instant;
import java.util.List;

/** What the people of the shop write to each other. */
final class NoteCodec {
    private NoteCodec() {}

    static void added(NoteAdded event, FieldWriter out) {
        out.object("note", note(event.note()));
    }

    static NoteAdded toAdded(FieldReader in) {
        return new NoteAdded(in.ticket(), in.at(), in.object("note", NoteCodec::toNote));
    }

    private static FieldWriter note(Note note) {
        return new FieldWriter()
                .text("id", note.id().value())
                .object("author", MessageCodec.author(note.author()))
                .instant("at", note.at())
                .text("text", note.text())
                .objects("attachments", note.attachments(), MessageCodec::attachment)
                .texts("remarks", note.remarks());
    }

    private static Note toNote(FieldReader in) {
        NoteId id = in.value("id", NoteId::new);
        Author author = in.object("author", MessageCodec::toAuthor);
        Instant at = in.instant("at");
        String text = in.text("text");
        List<Attachment> attachments = in.objects("attachments", MessageCodec::toAttachment);
        List<String> remarks = in.texts("remarks");
        return in.checked(() -> new Note(id, author, at, text, attachments, remarks));
    }
}
