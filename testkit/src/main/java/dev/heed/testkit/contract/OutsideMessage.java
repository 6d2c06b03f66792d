package dev.heed.testkit.contract;

import dev.heed.message.AttachmentSource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message in the world outside a channel, as the customer sees it: what {@link ChannelAdapterContract} lets the
 * customer write there, and what it looks for when the shop has written. What the platform {@linkplain
 * ChannelAdapterContract#carries does not carry} is left out.
 *
 * @param text the words; of a message that arrived, all of them, with whatever the platform puts around
 * @param authorName what the author is called
 * @param subject one line
 * @param writtenAt when it was written, in whole seconds
 * @param files files
 * @param name the name of the message there, by which others can say that they answer it; when the customer writes, it is
 *     for the platform to give
 * @param answers the names of the messages it says it answers, the nearest first
 */
public record OutsideMessage(
        String text,
        Optional<String> authorName,
        Optional<String> subject,
        Optional<Instant> writtenAt,
        List<AttachmentSource> files,
        Optional<String> name,
        List<String> answers) {

    /** What not every platform can carry. */
    public enum Part {
        /** What the author is called. */
        AUTHOR_NAME,
        /** A line above the words. */
        SUBJECT,
        /** When it was written. */
        TIME,
        /** Files. */
        FILES,
        /** That it answers another message, by that message's name. */
        ANSWERS
    }

    /** Without the words: this is what ends up in logs. */
    @Override
    public String toString() {
        return "OutsideMessage of " + text.length() + " characters";
    }
}
