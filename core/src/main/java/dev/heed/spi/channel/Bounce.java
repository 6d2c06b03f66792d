package dev.heed.spi.channel;

import java.util.List;

/**
 * A report that something the desk sent, and the channel had taken over, did not reach its receiver for good. A report of
 * delay is none.
 *
 * @param candidates names in the world outside that the report mentions, the likeliest first; those the desk does not
 *     know are passed over
 * @param reason why, without personal data
 */
public record Bounce(List<String> candidates, String reason) {
    /** Copies. */
    public Bounce {
        candidates = List.copyOf(candidates);
    }
}
