package dev.heed;

import dev.heed.error.ChannelUnavailableException;
import dev.heed.message.ChannelId;
import java.time.Instant;
import java.util.Optional;

/**
 * How a channel does.
 *
 * @param channel which
 * @param problem what stands in the way of receiving; empty if it works
 * @param since since when it is so
 * @param nextPoll when it is looked at again
 * @param sendProblem why the last attempt to send failed, without personal data; empty if it did not
 */
public record ChannelHealth(
        ChannelId channel,
        Optional<ChannelUnavailableException> problem,
        Instant since,
        Instant nextPoll,
        Optional<String> sendProblem) {
    /** Whether the last look found nothing wrong, and the last attempt to send did not fail. */
    public boolean works() {
        return problem.isEmpty() && sendProblem.isEmpty();
    }

    ChannelHealth sending(Optional<String> trouble) {
        return new ChannelHealth(channel, problem, since, nextPoll, trouble);
    }
}
