package dev.heed.json;

import dev.heed.people.AgentId;
import dev.heed.ticket.FieldKey;
import dev.heed.ticket.FieldValue;
import dev.heed.ticket.FilingEvent.FieldCleared;
import dev.heed.ticket.FilingEvent.FieldSet;
import dev.heed.ticket.FilingEvent.ReferencesAdded;
import dev.heed.ticket.FilingEvent.ReferencesRemoved;
import dev.heed.ticket.FilingEvent.TagsAdded;
import dev.heed.ticket.FilingEvent.TagsRemoved;
import dev.heed.ticket.Reference;
import dev.heed.ticket.ReferenceKind;
import dev.heed.ticket.Tag;
import java.util.List;
import java.util.Optional;

/** What people find a ticket again by was changed. */
final class FilingCodec {
    private FilingCodec() {}

    static void tagsAdded(TagsAdded event, FieldWriter out) {
        tags(event.tags(), event.by(), out);
    }

    static TagsAdded toTagsAdded(FieldReader in) {
        List<Tag> tags = in.values("tags", Tag::of);
        return in.checked(() -> new TagsAdded(in.ticket(), in.at(), tags, by(in)));
    }

    static void tagsRemoved(TagsRemoved event, FieldWriter out) {
        tags(event.tags(), event.by(), out);
    }

    static TagsRemoved toTagsRemoved(FieldReader in) {
        List<Tag> tags = in.values("tags", Tag::of);
        return in.checked(() -> new TagsRemoved(in.ticket(), in.at(), tags, by(in)));
    }

    private static void tags(List<Tag> tags, Optional<AgentId> by, FieldWriter out) {
        out.texts("tags", tags.stream().map(Tag::value).toList()).text("by", by.map(AgentId::value));
    }

    static void fieldSet(FieldSet event, FieldWriter out) {
        out.text("field", event.field().value()).object("value", value(event.value()));
        event.before().ifPresent(before -> out.object("before", value(before)));
        out.text("by", event.by().map(AgentId::value));
    }

    static FieldSet toFieldSet(FieldReader in) {
        return new FieldSet(
                in.ticket(),
                in.at(),
                in.value("field", FieldKey::of),
                in.object("value", FilingCodec::toValue),
                in.optionalObject("before", FilingCodec::toValue),
                by(in));
    }

    static void fieldCleared(FieldCleared event, FieldWriter out) {
        out.text("field", event.field().value())
                .object("before", value(event.before()))
                .text("by", event.by().map(AgentId::value));
    }

    static FieldCleared toFieldCleared(FieldReader in) {
        return new FieldCleared(
                in.ticket(),
                in.at(),
                in.value("field", FieldKey::of),
                in.object("before", FilingCodec::toValue),
                by(in));
    }

    static void referencesAdded(ReferencesAdded event, FieldWriter out) {
        references(event.references(), event.by(), out);
    }

    static ReferencesAdded toReferencesAdded(FieldReader in) {
        List<Reference> references = in.objects("references", FilingCodec::toReference);
        return in.checked(() -> new ReferencesAdded(in.ticket(), in.at(), references, by(in)));
    }

    static void referencesRemoved(ReferencesRemoved event, FieldWriter out) {
        references(event.references(), event.by(), out);
    }

    static ReferencesRemoved toReferencesRemoved(FieldReader in) {
        List<Reference> references = in.objects("references", FilingCodec::toReference);
        return in.checked(() -> new ReferencesRemoved(in.ticket(), in.at(), references, by(in)));
    }

    private static void references(List<Reference> references, Optional<AgentId> by, FieldWriter out) {
        out.objects("references", references, FilingCodec::reference).text("by", by.map(AgentId::value));
    }

    static FieldWriter reference(Reference reference) {
        return new FieldWriter().text("kind", reference.kind().value()).text("id", reference.id());
    }

    static Reference toReference(FieldReader in) {
        ReferenceKind kind = in.value("kind", ReferenceKind::of);
        return in.value("id", id -> new Reference(kind, id));
    }

    static FieldWriter value(FieldValue value) {
        return new FieldWriter().text("kind", value.kind()).text("value", value.text());
    }

    static FieldValue toValue(FieldReader in) {
        String kind = in.text("kind");
        return in.value("value", text -> FieldValue.parse(kind, text));
    }

    private static Optional<AgentId> by(FieldReader in) {
        return in.optionalValue("by", AgentId::of);
    }
}
