package dev.heed.report;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import dev.heed.sla.SlaPolicy;
import dev.heed.ticket.SlaTarget;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Who does how much for how long. Immutable and thread-safe.
 *
 * @param handling how long one person works on a ticket in all, above zero and up to a year; what happened does not tell it, since
 *     several tickets may be in one hand
 * @param shifts who is there when, one shift at least; those at the same time work side by side
 * @param days how many days are looked ahead, today included, from 1 to 366
 * @param promised what those are promised who are still to come, by its first reply; empty if only promises that are open are to
 *     be looked at
 */
public record ForecastPlan(Duration handling, List<Shift> shifts, int days, Optional<SlaPolicy> promised) {
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int MOST_DAYS = 366;

    /**
     * Checks what it is given.
     *
     * @throws InvalidInputException if there are no shifts, the policy promises no first reply, or a number is outside its range
     */
    public ForecastPlan {
        requireNonNull(promised, "promised");
        shifts = List.copyOf(shifts);
        if (handling.isNegative() || handling.isZero() || handling.compareTo(LONGEST) > 0) {
            throw new InvalidInputException(
                    "A ticket is said to take " + handling + " of work.", "Give more than nothing, up to a year.");
        }
        if (shifts.isEmpty()) {
            throw new InvalidInputException("Nobody is there to do anything.", "Give one shift at least.");
        }
        if (promised.filter(policy -> policy.goal(SlaTarget.FIRST_REPLY).isEmpty())
                .isPresent()) {
            throw new InvalidInputException(
                    "The policy promises no first reply.", "Give one with a goal for FIRST_REPLY, or none at all.");
        }
        if (days < 1 || days > MOST_DAYS) {
            throw new InvalidInputException(
                    "A forecast of " + days + " days was asked for.", "Ask for 1 to " + MOST_DAYS + ".");
        }
    }

    /** Of open promises alone. */
    public static ForecastPlan of(Duration handling, int days, Shift... shifts) {
        return new ForecastPlan(handling, List.of(shifts), days, Optional.empty());
    }

    /**
     * Also of what is promised to those who are still to come: the first reply of this policy, at normal priority.
     *
     * @throws InvalidInputException if it promises none
     */
    public ForecastPlan promising(SlaPolicy policy) {
        return new ForecastPlan(handling, shifts, days, Optional.of(policy));
    }
}
