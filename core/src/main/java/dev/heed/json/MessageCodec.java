package dev.heed.json;

import dev.heed.message.Attachment;
import dev.heed.message.Attachment.Refused;
import dev.heed.message.Author;
import dev.heed.message.ContentHash;
import dev.heed.message.Direction;
import dev.heed.message.Message;
import dev.heed.message.MessageId;
import dev.heed.message.Signature;
import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import java.util.Optional;

/** A message with its author, its signature and its files. */
final class MessageCodec {
    private MessageCodec() {}

    static FieldWriter message(Message message) {
        FieldWriter out = new FieldWriter()
                .text("id", message.id().value())
                .object("author", author(message.author()))
                .constant("direction", message.direction())
                .instant("at", message.at())
                .text("text", message.text())
                .text("html", message.html());
        message.signature().ifPresent(signature -> out.object("signature", signature(signature)));
        return out.objects("attachments", message.attachments(), MessageCodec::attachment)
                .text("reference", message.reference())
                .flag("automatic", message.automatic())
                .texts("remarks", message.remarks());
    }

    static Message toMessage(FieldReader in) {
        Message.Builder message = Message.builder(
                        in.value("id", MessageId::new),
                        in.object("author", MessageCodec::toAuthor),
                        in.constant("direction", Direction.class),
                        in.instant("at"),
                        in.text("text"))
                .html(in.optionalText("html"))
                .attachments(in.objects("attachments", MessageCodec::toAttachment))
                .reference(in.optionalText("reference"))
                .automatic(in.flag("automatic"))
                .remarks(in.texts("remarks"));
        in.optionalObject("signature", MessageCodec::toSignature).ifPresent(message::signature);
        return message.build();
    }

    static FieldWriter author(Author author) {
        FieldWriter out = new FieldWriter();
        if (author instanceof Author.ByCustomer customer) {
            return out.text("kind", "customer")
                    .text("customer", customer.customer().value());
        } else if (author instanceof Author.ByAgent agent) {
            return out.text("kind", "agent").text("agent", agent.agent().value());
        } else if (author instanceof Author.BySystem system) {
            return out.text("kind", "system").text("responsible", id(system.responsible()));
        } else if (author instanceof Author.ByBot bot) {
            return out.text("kind", "bot").text("name", bot.name()).text("responsible", id(bot.responsible()));
        }
        throw new IllegalStateException("There is a kind of author without a JSON form.");
    }

    private static Optional<String> id(Optional<AgentId> agent) {
        return agent.map(AgentId::value);
    }

    static Author toAuthor(FieldReader in) {
        return switch (in.text("kind")) {
            case "customer" -> new Author.ByCustomer(in.value("customer", CustomerId::of));
            case "agent" -> new Author.ByAgent(in.value("agent", AgentId::of));
            case "system" -> new Author.BySystem(in.optionalValue("responsible", AgentId::of));
            case "bot" -> new Author.ByBot(in.text("name"), in.optionalValue("responsible", AgentId::of));
            default -> throw in.wrong("kind", "is none of customer, agent, system, bot");
        };
    }

    static FieldWriter signature(Signature signature) {
        return new FieldWriter()
                .text("name", signature.name())
                .text("role", signature.role())
                .text("directLine", signature.directLine())
                .text("employeeId", signature.employeeId());
    }

    static Signature toSignature(FieldReader in) {
        String name = in.text("name");
        Optional<String> role = in.optionalText("role");
        Optional<String> directLine = in.optionalText("directLine");
        Optional<String> employeeId = in.optionalText("employeeId");
        return in.checked(() -> new Signature(name, role, directLine, employeeId));
    }

    static FieldWriter attachment(Attachment attachment) {
        FieldWriter out = new FieldWriter()
                .text("name", attachment.name())
                .text("mediaType", attachment.mediaType())
                .text("contentId", attachment.contentId());
        attachment
                .content()
                .ifPresent(content -> out.text("hash", content.value()).number("size", attachment.size()));
        attachment
                .refused()
                .ifPresent(refused -> out.constant("refused", refused.why()).number("limit", refused.limit()));
        return out;
    }

    static Attachment toAttachment(FieldReader in) {
        String name = in.text("name");
        String mediaType = in.text("mediaType");
        Attachment file = in.optionalConstant("refused", Refused.Why.class)
                .map(why -> Attachment.refused(name, mediaType, new Refused(why, in.number("limit"))))
                .orElseGet(() -> kept(name, mediaType, in));
        return in.optionalText("contentId").map(file::inline).orElse(file);
    }

    private static Attachment kept(String name, String mediaType, FieldReader in) {
        ContentHash content = in.value("hash", ContentHash::new);
        long size = in.number("size");
        return in.checked(() -> Attachment.of(name, mediaType, content, size));
    }
}
