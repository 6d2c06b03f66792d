package dev.heed.json;

import dev.heed.message.Attachment;
import dev.heed.message.Audience;
import dev.heed.message.Author;
import dev.heed.message.Note;
import dev.heed.message.NoteId;
import dev.heed.people.Addressee;
import dev.heed.people.AgentId;
import dev.heed.people.DepartmentId;
import dev.heed.ticket.NoteEvent.AskedToo;
import dev.heed.ticket.NoteEvent.NoteAcknowledged;
import dev.heed.ticket.NoteEvent.NoteAdded;
import dev.heed.ticket.NoteEvent.NoteMoved;
import dev.heed.ticket.NoteEvent.NoteReminded;
import dev.heed.ticket.NoteEvent.NoteTakenOver;
import dev.heed.ticket.NoteEvent.NoteWithdrawn;
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

    static void acknowledged(NoteAcknowledged event, FieldWriter out) {
        out.text("note", event.note().value()).text("by", event.by().value());
    }

    static NoteAcknowledged toAcknowledged(FieldReader in) {
        return new NoteAcknowledged(in.ticket(), in.at(), id(in), in.value("by", AgentId::of));
    }

    static void withdrawn(NoteWithdrawn event, FieldWriter out) {
        out.text("note", event.note().value()).text("by", event.by().value()).text("reason", event.reason());
    }

    static NoteWithdrawn toWithdrawn(FieldReader in) {
        return new NoteWithdrawn(in.ticket(), in.at(), id(in), in.value("by", AgentId::of), in.text("reason"));
    }

    static void reminded(NoteReminded event, FieldWriter out) {
        out.text("note", event.note().value())
                .objects("asked", event.asked(), NoteCodec::addressee)
                .number("count", event.count());
    }

    static NoteReminded toReminded(FieldReader in) {
        return new NoteReminded(
                in.ticket(), in.at(), id(in), in.objects("asked", NoteCodec::toAddressee), in.integer("count"));
    }

    static void askedToo(AskedToo event, FieldWriter out) {
        out.text("note", event.note().value())
                .text("also", event.also().value())
                .text("reason", event.reason());
    }

    static AskedToo toAskedToo(FieldReader in) {
        return new AskedToo(in.ticket(), in.at(), id(in), in.value("also", AgentId::of), in.text("reason"));
    }

    static void moved(NoteMoved event, FieldWriter out) {
        out.text("note", event.note().value()).text("goesOnIn", event.to().toString());
    }

    static NoteMoved toMoved(FieldReader in) {
        return new NoteMoved(in.ticket(), in.at(), id(in), in.ticketId("goesOnIn"));
    }

    static void takenOver(NoteTakenOver event, FieldWriter out) {
        out.text("duplicate", event.from().toString())
                .object("note", note(event.note()))
                .objects("asked", event.asked(), NoteCodec::addressee);
    }

    static NoteTakenOver toTakenOver(FieldReader in) {
        return new NoteTakenOver(
                in.ticket(),
                in.at(),
                in.ticketId("duplicate"),
                in.object("note", NoteCodec::toNote),
                in.objects("asked", NoteCodec::toAddressee));
    }

    private static NoteId id(FieldReader in) {
        return in.value("note", NoteId::new);
    }

    private static FieldWriter note(Note note) {
        FieldWriter out = new FieldWriter()
                .text("id", note.id().value())
                .object("author", MessageCodec.author(note.author()))
                .instant("at", note.at())
                .text("text", note.text());
        if (!(note.audience() instanceof Audience.Anybody)) {
            out.object("audience", audience(note.audience()));
        }
        return out.texts("mentions", names(note.mentions()))
                .objects("attachments", note.attachments(), MessageCodec::attachment)
                .texts("remarks", note.remarks());
    }

    private static List<String> names(List<AgentId> agents) {
        return agents.stream().map(AgentId::value).toList();
    }

    private static Note toNote(FieldReader in) {
        NoteId id = in.value("id", NoteId::new);
        Author author = in.object("author", MessageCodec::toAuthor);
        Instant at = in.instant("at");
        String text = in.text("text");
        Audience audience = in.optionalObject("audience", NoteCodec::toAudience).orElseGet(Audience.Anybody::new);
        List<AgentId> mentions = in.values("mentions", AgentId::of);
        List<Attachment> attachments = in.objects("attachments", MessageCodec::toAttachment);
        List<String> remarks = in.texts("remarks");
        return in.checked(() -> new Note(id, author, at, text, audience, mentions, attachments, remarks));
    }

    private static FieldWriter audience(Audience audience) {
        FieldWriter out = new FieldWriter();
        if (audience instanceof Audience.People some) {
            return out.text("kind", "people").texts("people", names(some.people()));
        } else if (audience instanceof Audience.DepartmentNote told) {
            return out.text("kind", "department")
                    .text("department", told.to().value())
                    .text("about", told.reference())
                    .text("action", told.action())
                    .instant("due", told.due());
        } else if (audience instanceof Audience.InternalAsk ask) {
            return out.text("kind", "ask").object("to", addressee(ask.to())).instant("due", ask.due());
        } else if (audience instanceof Audience.AnswerTo answer) {
            return out.text("kind", "answer").text("note", answer.ask().value());
        }
        throw new IllegalStateException("There is a kind of audience without a JSON form.");
    }

    private static Audience toAudience(FieldReader in) {
        return switch (in.text("kind")) {
            case "people" -> toPeople(in);
            case "department" -> toDepartmentNote(in);
            case "ask" -> new Audience.InternalAsk(in.object("to", NoteCodec::toAddressee), in.instant("due"));
            case "answer" -> new Audience.AnswerTo(id(in));
            default -> throw in.wrong("kind", "is none of people, department, ask, answer");
        };
    }

    private static Audience toPeople(FieldReader in) {
        List<AgentId> people = in.values("people", AgentId::of);
        return in.checked(() -> new Audience.People(people));
    }

    private static Audience toDepartmentNote(FieldReader in) {
        DepartmentId to = in.value("department", DepartmentId::of);
        String reference = in.text("about");
        String action = in.text("action");
        Instant due = in.instant("due");
        return in.checked(() -> new Audience.DepartmentNote(to, reference, action, due));
    }

    private static FieldWriter addressee(Addressee to) {
        return to instanceof AgentId agent
                ? new FieldWriter().text("kind", "agent").text("agent", agent.value())
                : new FieldWriter().text("kind", "department").text("department", to.toString());
    }

    private static Addressee toAddressee(FieldReader in) {
        return switch (in.text("kind")) {
            case "agent" -> in.value("agent", AgentId::of);
            case "department" -> in.value("department", DepartmentId::of);
            default -> throw in.wrong("kind", "is none of agent, department");
        };
    }
}
