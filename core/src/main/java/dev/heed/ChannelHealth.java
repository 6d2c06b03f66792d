package dev.heed;

import dev.heed.error.ChannelUnavailableException;
import dev.heed.message.ChannelId;
import java.time.Instant;
import java.util.Optional;

/**
 * How a channel does.
 *
 * @param channel which
 * @param problem what stands in the way; empty if it works
 * @param since since when it is so
 * @param nextPoll when it is looked at again
 */
public record ChannelHealth(
        ChannelId channel, Optional<ChannelUnavailableException> problem, Instant since, Instant nextPoll) {
    /** Whether the last look found nothing wrong. */
    public boolean works() {
        return problem.isEmpty();
    }
}
