package dev.heed.sla;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import dev.heed.message.ChannelId;
import java.time.Instant;
import java.util.Optional;

/**
 * P22: foresees when whoever writes now will have an answer, from how much is waiting and who is there. What customers are told is
 * widened by it, so that nobody is promised what cannot be kept; targets stay what they are.
 *
 * <p>Implementations are thread-safe. They are asked while a message is taken in, more than once for some, and nothing bounds how long
 * they may take: that message, and those behind it on its channel, wait meanwhile. So they answer from memory, such as {@code
 * Forecast.outlook} does, and neither look into a store nor ask over a network. What they throw is logged, and only the target counts.
 */
@FunctionalInterface
public interface Outlook {
    /**
     * When whoever writes on a channel will probably have an answer.
     *
     * @return empty if nothing is foreseen; then only the target counts
     */
    Optional<Range> foresee(ChannelId channel, Instant received);

    /**
     * An honest range.
     *
     * @param soonest hardly anybody will have an answer before
     * @param latest hardly anybody will have to wait longer; not before {@code soonest}
     */
    record Range(Instant soonest, Instant latest) {
        /**
         * Checks what it is given.
         *
         * @throws InvalidInputException if it ends before it begins
         */
        public Range {
            requireNonNull(soonest, "soonest");
            requireNonNull(latest, "latest");
            if (latest.isBefore(soonest)) {
                throw new InvalidInputException(
                        "An outlook reaches from " + soonest + " to " + latest + ".", "Let it end after it begins.");
            }
        }
    }
}
