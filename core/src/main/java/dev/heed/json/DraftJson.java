package dev.heed.json;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import dev.heed.message.FactKey;
import dev.heed.message.MessageId;
import dev.heed.people.AgentId;
import dev.heed.ticket.DraftId;
import dev.heed.ticket.ReplyDraft;
import dev.heed.ticket.ReplyDraft.Content;
import java.util.List;
import java.util.Map;

/** Drafts as JSON, as a desk keeps them in its store. Stateless. */
public final class DraftJson {
    private static final int NEWEST = 2;
    /** Held the bytes of files. */
    private static final int FIRST = 1;

    private static final String WHAT = "Draft";

    private DraftJson() {}

    /**
     * A draft as a JSON object on one line. Its version is not in it; the store counts that.
     *
     * @throws InvalidInputException if it is too large to be read again
     */
    public static String write(ReplyDraft draft) {
        Content content = draft.content();
        FieldWriter out = new FieldWriter()
                .number("form", NEWEST)
                .text("id", draft.id().value())
                .text("ticket", draft.ticket().toString())
                .text("author", draft.author().value())
                .flag("shared", draft.shared())
                .text("savedBy", draft.savedBy().value())
                .instant("savedAt", draft.savedAt())
                .text("text", content.text())
                .text("html", content.html());
        content.signature().ifPresent(signature -> out.object("signature", MessageCodec.signature(signature)));
        return JsonText.format(out.objects("attachments", content.attachments(), MessageCodec::attachment)
                .text("seen", content.seen().map(MessageId::value))
                .texts("asks", keys(content.asks()))
                .texts("suggests", keys(content.suggests()))
                .object("commitments", CommitmentsCodec.commitments(content.commitments()))
                .fields());
    }

    /**
     * The draft of a JSON object.
     *
     * @param version what the store has counted
     * @throws InvalidInputException if it is not what {@link #write} gives; it names the field and not what stands in it. So too
     *     if the bytes of a file stand in it, as in the first form
     */
    public static ReplyDraft read(String json, long version) {
        return read(json, version, new FileUpcast.NoPlace());
    }

    /**
     * The draft of a JSON object, also of one in the first form.
     *
     * @param version what the store has counted
     * @param sink takes the files that stand in the first form
     * @throws InvalidInputException if it is neither; it names the field and not what stands in it
     */
    public static ReplyDraft read(String json, long version, FileSink sink) {
        if (!(JsonText.parse(requireNonNull(json, "json")) instanceof Map<?, ?> object)) {
            throw new InvalidInputException("A draft is not a JSON object.", "Write it with write(…).");
        }
        int form = new FieldReader(object, WHAT).integer("form");
        if (form != FIRST && form != NEWEST) {
            throw new InvalidInputException(
                    "A draft is of the form " + form + ", and this Heed knows none above " + NEWEST + ".",
                    "Read it with a Heed at least as new as the one that wrote it.");
        }
        FieldReader in = new FieldReader(form == FIRST ? new FileUpcast(sink).ofOwner(object) : object, WHAT);
        Content content = in.checked(() -> content(in));
        return new ReplyDraft(
                in.value("id", DraftId::new),
                in.ticketId("ticket"),
                in.value("author", AgentId::of),
                content,
                in.flag("shared"),
                in.value("savedBy", AgentId::of),
                in.instant("savedAt"),
                version);
    }

    private static List<String> keys(List<FactKey> keys) {
        return keys.stream().map(FactKey::value).toList();
    }

    private static Content content(FieldReader in) {
        return new Content(
                in.text("text"),
                in.optionalText("html"),
                in.optionalObject("signature", MessageCodec::toSignature),
                in.objects("attachments", MessageCodec::toAttachment),
                in.optionalValue("seen", MessageId::new),
                in.values("asks", FactKey::new),
                in.values("suggests", FactKey::new),
                in.object("commitments", CommitmentsCodec::toCommitments));
    }
}
