package dev.heed.spi.channel;

import dev.heed.message.Attachment;
import dev.heed.message.ChannelId;
import dev.heed.message.MessageId;
import dev.heed.people.Address;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A message as it is to leave, the same at each attempt.
 *
 * @param id names the message; the same at each attempt
 * @param channel the channel it leaves by
 * @param to where it goes
 * @param toName what the receiver is called, if known
 * @param fromName what the sender is called: the author's name is always part of it
 * @param subject one line; may be empty
 * @param content the words, with signature or automatic label
 * @param answers the names of earlier messages of the conversation in the world outside, the oldest first
 * @param automatic whether no person wrote it
 * @param writtenAt when it was written
 * @param zone the zone of the shop
 */
public record OutboundMessage(
        MessageId id,
        ChannelId channel,
        Address to,
        Optional<String> toName,
        String fromName,
        String subject,
        Content content,
        List<String> answers,
        boolean automatic,
        Instant writtenAt,
        ZoneId zone) {

    /**
     * Words and files.
     *
     * @param text plain text
     * @param html the same in HTML, if it was written in HTML
     * @param attachments files
     */
    public record Content(String text, Optional<String> html, List<Attachment> attachments) {
        /** Without the words: this is what ends up in logs. */
        @Override
        public String toString() {
            return "Content of " + text.length() + " characters";
        }
    }

    @Override
    public String toString() {
        return "Outbound " + id + " on " + channel + (automatic ? ", automatic" : "");
    }
}
