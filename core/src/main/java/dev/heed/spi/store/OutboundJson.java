package dev.heed.spi.store;

import dev.heed.error.InvalidInputException;
import dev.heed.json.DocumentJson;
import dev.heed.json.PartJson;
import dev.heed.message.ChannelId;
import dev.heed.message.MessageId;
import dev.heed.spi.channel.OutboundMessage;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A message on its way out as JSON, without loss: for stores that keep an outbox. Stateless. */
public final class OutboundJson {
    private static final long VERSION = 1;

    private OutboundJson() {}

    /**
     * A message as a JSON object on one line.
     *
     * @throws InvalidInputException if a text in it is too large to be read again
     */
    public static String write(OutboundMessage message) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("version", VERSION);
        out.put("id", message.id().value());
        out.put("channel", message.channel().value());
        out.put("to", PartJson.address(message.to()));
        message.toName().ifPresent(name -> out.put("toName", name));
        out.put("fromName", message.fromName());
        out.put("subject", message.subject());
        out.put("text", message.content().text());
        message.content().html().ifPresent(html -> out.put("html", html));
        out.put(
                "attachments",
                message.content().attachments().stream()
                        .map(PartJson::attachment)
                        .toList());
        out.put("answers", message.answers());
        out.put("automatic", message.automatic());
        out.put("writtenAt", message.writtenAt().toString());
        out.put("zone", message.zone().getId());
        return DocumentJson.write(out);
    }

    /**
     * The message of a JSON object.
     *
     * @throws InvalidInputException if it is not what {@link #write} gives; what stands in it is not said
     */
    public static OutboundMessage read(String json) {
        Map<String, Object> in = DocumentJson.read(json);
        if (!(in.get("version") instanceof Number version) || version.longValue() != VERSION) {
            throw unreadable("is of a version that this Heed does not know");
        }
        try {
            return new OutboundMessage(
                    new MessageId(text(in, "id")),
                    ChannelId.of(text(in, "channel")),
                    PartJson.toAddress(object(in.get("to"))),
                    optional(in, "toName"),
                    text(in, "fromName"),
                    text(in, "subject"),
                    new OutboundMessage.Content(
                            text(in, "text"),
                            optional(in, "html"),
                            list(in, "attachments").stream()
                                    .map(one -> PartJson.toAttachment(object(one)))
                                    .toList()),
                    list(in, "answers").stream().map(String::valueOf).toList(),
                    Boolean.TRUE.equals(in.get("automatic")),
                    Instant.parse(text(in, "writtenAt")),
                    ZoneId.of(text(in, "zone")));
        } catch (DateTimeException e) {
            throw unreadable("has a time or a zone that is none");
        }
    }

    private static String text(Map<String, Object> in, String name) {
        return optional(in, name).orElseThrow(() -> unreadable("has no " + name));
    }

    private static Optional<String> optional(Map<String, Object> in, String name) {
        return in.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static List<?> list(Map<String, Object> in, String name) {
        if (in.get(name) instanceof List<?> list) {
            return list;
        }
        throw unreadable("has no list of " + name);
    }

    private static Map<?, ?> object(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw unreadable("lacks a part");
    }

    private static InvalidInputException unreadable(String problem) {
        return new InvalidInputException("An outgoing message " + problem + ".", "Keep it as it was written.");
    }
}
