package dev.heed.sla;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import dev.heed.hours.BusinessHours;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A step on the ladder of warnings and escalations, relative to the time at which a target is due. It moves when that moves,
 * and is reached once for each cycle.
 *
 * @param name names it within its target; not blank
 * @param offset working time of the target: negative before it is due, positive after it was
 * @param actions what is done, by the names under which the desk has handlers
 * @param recipients when those who hear of it are there; it waits until they are. Empty: it waits for nobody
 */
public record SlaLevel(String name, Duration offset, List<String> actions, Optional<BusinessHours> recipients) {
    /**
     * Checks what it is given.
     *
     * @throws InvalidInputException if the name is blank
     */
    public SlaLevel {
        if (name.isBlank()) {
            throw new InvalidInputException("A level has no name.", "Name it, such as 'half time'.");
        }
        requireNonNull(offset, "offset");
        actions = List.copyOf(actions);
        requireNonNull(recipients, "recipients");
    }

    /**
     * A warning so much working time before it is due; no longer before than its target has time, which is checked when the
     * policy is built.
     *
     * @throws InvalidInputException if the time is negative, or the name is blank
     */
    public static SlaLevel before(Duration time, String name, String... actions) {
        if (time.isNegative()) {
            throw negative(name, time, "before", "after");
        }
        return new SlaLevel(name, time.negated(), List.of(actions), Optional.empty());
    }

    /**
     * An escalation so much working time after it was due, zero for at once.
     *
     * @throws InvalidInputException if the time is negative, or the name is blank
     */
    public static SlaLevel after(Duration time, String name, String... actions) {
        if (time.isNegative()) {
            throw negative(name, time, "after", "before");
        }
        return new SlaLevel(name, time, List.of(actions), Optional.empty());
    }

    private static InvalidInputException negative(String name, Duration time, String here, String there) {
        return new InvalidInputException(
                "Level '" + name + "' is to be reached " + time + " " + here
                        + " the due time, and a time below zero lies " + there + " it.",
                "Use SlaLevel." + there + " with " + time.negated() + ".");
    }

    /** The same, but only while those who hear of it are there. */
    public SlaLevel during(BusinessHours hours) {
        return new SlaLevel(name, offset, actions, Optional.of(hours));
    }
}
