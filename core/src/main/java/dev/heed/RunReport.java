package dev.heed;

import dev.heed.error.ChannelUnavailableException;
import dev.heed.message.ChannelId;
import java.util.Map;

/**
 * What one round of a desk's work did.
 *
 * @param received new messages
 * @param duplicates messages that were known already
 * @param unreadable what was kept for people to look at
 * @param woken tickets of which something was due, or whose owner is away
 * @param sent messages the channels took over
 * @param notSent attempts to send that failed or are in doubt; see {@link Backoffice#deadLetters} for what was given up
 * @param untold events that a listener threw on, with what waits behind them; they are told again in later rounds. Of each
 *     listener they are counted
 * @param unavailable channels that could not be looked at in this round, and why
 */
public record RunReport(
        int received,
        int duplicates,
        int unreadable,
        int woken,
        int sent,
        int notSent,
        int untold,
        Map<ChannelId, ChannelUnavailableException> unavailable) {

    /** Whether there was nothing to do and nothing stood in the way; what a listener is told again later does not count. */
    public boolean idle() {
        return received + duplicates + unreadable + woken + sent + notSent == 0 && unavailable.isEmpty();
    }
}
