package dev.heed.testkit.broken;

import dev.heed.spi.channel.Bounce;
import dev.heed.spi.channel.InboundMessage;
import dev.heed.spi.channel.Inbox;
import dev.heed.spi.channel.Receipt;
import java.util.List;
import java.util.function.UnaryOperator;

/** An inbox in front of another, which hands each message on otherwise than it came. */
final class InboundRetold implements Inbox {
    private final Inbox inbox;
    private final UnaryOperator<InboundMessage> retold;

    InboundRetold(Inbox inbox, UnaryOperator<InboundMessage> retold) {
        this.inbox = inbox;
        this.retold = retold;
    }

    /** What of a message gets lost. */
    enum Lost {
        SENDER,
        SENDER_NAME,
        SUBJECT,
        TIME,
        FILES,
        NAME,
        ANSWERS,
        AUTOMATIC,
        BOUNCE
    }

    /** The same message under the same key, without this part. */
    static InboundMessage without(InboundMessage message, Lost lost) {
        return copy(message, message.externalId(), List.of(lost));
    }

    /** The same message under another key. */
    static InboundMessage named(InboundMessage message, String externalId) {
        return copy(message, externalId, List.of());
    }

    private static InboundMessage copy(InboundMessage message, String externalId, List<Lost> lost) {
        InboundMessage.Builder copy = InboundMessage.builder(externalId, message.text());
        message.sender().filter(value -> !lost.contains(Lost.SENDER)).ifPresent(copy::sender);
        message.senderName().filter(value -> !lost.contains(Lost.SENDER_NAME)).ifPresent(copy::senderName);
        copy.subject(lost.contains(Lost.SUBJECT) ? "" : message.subject());
        message.sentAt().filter(value -> !lost.contains(Lost.TIME)).ifPresent(copy::sentAt);
        copy.attachments(lost.contains(Lost.FILES) ? List.of() : message.attachments());
        message.reference().filter(value -> !lost.contains(Lost.NAME)).ifPresent(copy::reference);
        copy.answers(lost.contains(Lost.ANSWERS) ? List.of() : message.answers());
        message.automatic().filter(value -> !lost.contains(Lost.AUTOMATIC)).ifPresent(copy::automatic);
        message.bounce().filter(value -> !lost.contains(Lost.BOUNCE)).ifPresent(copy::bounce);
        return copy.build();
    }

    /** The same message, taken for a report that something came back. */
    static InboundMessage bounced(InboundMessage message, Bounce bounce) {
        InboundMessage.Builder copy = InboundMessage.builder(message.externalId(), message.text())
                .subject(message.subject())
                .attachments(message.attachments())
                .answers(message.answers())
                .bounce(bounce);
        message.sender().ifPresent(copy::sender);
        message.senderName().ifPresent(copy::senderName);
        message.sentAt().ifPresent(copy::sentAt);
        message.reference().ifPresent(copy::reference);
        message.automatic().ifPresent(copy::automatic);
        return copy.build();
    }

    @Override
    public Receipt receive(InboundMessage message) {
        return inbox.receive(retold.apply(message));
    }

    @Override
    public void keepUnreadable(String externalId, String problem, byte[] raw) {
        inbox.keepUnreadable(externalId, problem, raw);
    }
}
