package dev.heed.sla;

import static java.util.Objects.requireNonNull;

import dev.heed.error.ConfigurationException;
import dev.heed.error.ConfigurationException.Problem;
import dev.heed.hours.BusinessHours;
import dev.heed.ticket.ExpectedReply;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * The promise a shop makes to everybody: a person answers within this much working time.
 *
 * @param within more than zero and at most 366 days; time inside {@code hours}
 * @param hours when the shop is open
 */
public record ReplyTarget(Duration within, BusinessHours hours) {
    private static final Duration LONGEST = Duration.ofDays(366);

    /**
     * Checks what it is given.
     *
     * @throws ConfigurationException if {@code within} is zero, negative or longer than 366 days
     */
    public ReplyTarget {
        requireNonNull(hours, "hours");
        if (within.isZero() || within.isNegative() || within.compareTo(LONGEST) > 0) {
            throw new ConfigurationException(List.of(Problem.of(
                    "A reply target of " + within + " cannot be kept.",
                    "Give a duration above zero. A year is the most.")));
        }
    }

    /**
     * By when somebody who writes at {@code received} has an answer.
     *
     * @param zone the zone in which that person is told
     */
    public ExpectedReply expectedFrom(Instant received, ZoneId zone) {
        return new ExpectedReply(hours.plus(received, within), basis(within, hours), zone);
    }

    /** How a time was reckoned, for example {@code 8 h in Mon-Fri 09:00-17:00 Europe/Berlin}. */
    static String basis(Duration within, BusinessHours hours) {
        return length(within) + " in " + hours.describe() + " " + hours.zone();
    }

    private static String length(Duration within) {
        String iso = within.toString();
        return within.toSecondsPart() == 0 && within.toNanosPart() == 0
                ? (within.toHours() == 0 ? "" : within.toHours() + " h ")
                        .concat(within.toMinutesPart() == 0 ? "" : within.toMinutesPart() + " min")
                        .strip()
                : iso;
    }
}
