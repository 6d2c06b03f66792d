package dev.heed.testkit.broken;

import dev.heed.spi.channel.OutboundMessage;
import java.time.ZoneId;
import java.util.List;

/** An outgoing message with one part of it changed: how stores lose it and adapters send it wrongly. */
final class Resent {
    private Resent() {}

    static OutboundMessage with(OutboundMessage message, OutboundMessage.Content content) {
        return of(message, message.fromName(), message.subject(), content, message.answers(), message.zone());
    }

    static OutboundMessage withFromName(OutboundMessage message, String fromName) {
        return of(message, fromName, message.subject(), message.content(), message.answers(), message.zone());
    }

    static OutboundMessage withSubject(OutboundMessage message, String subject) {
        return of(message, message.fromName(), subject, message.content(), message.answers(), message.zone());
    }

    static OutboundMessage withAnswers(OutboundMessage message, List<String> answers) {
        return of(message, message.fromName(), message.subject(), message.content(), answers, message.zone());
    }

    static OutboundMessage withZone(OutboundMessage message, ZoneId zone) {
        return of(message, message.fromName(), message.subject(), message.content(), message.answers(), zone);
    }

    private static OutboundMessage of(
            OutboundMessage message,
            String fromName,
            String subject,
            OutboundMessage.Content content,
            List<String> answers,
            ZoneId zone) {
        return new OutboundMessage(
                message.id(),
                message.channel(),
                message.to(),
                message.toName(),
                fromName,
                subject,
                content,
                answers,
                message.automatic(),
                message.writtenAt(),
                zone);
    }
}
