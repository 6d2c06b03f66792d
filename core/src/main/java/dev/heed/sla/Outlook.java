package dev.heed.sla;

import dev.heed.error.InvalidInputException;
import dev.heed.message.ChannelId;
import java.time.Instant;
import java.util.Optional;

/**
 * P22: foresees when whoever writes now will have an answer, from how much is waiting and who is there. What customers are told is
 * widened by it, so that nobody is promised what cannot be kept; targets stay what they are. Implementations are thread-safe and
 * answer at once, since they are asked while a message comes in.
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
            if (latest.isBefore(soonest)) {
                throw new InvalidInputException(
                        "An outlook reaches from " + soonest + " to " + latest + ".", "Let it end after it begins.");
            }
        }
    }
}
