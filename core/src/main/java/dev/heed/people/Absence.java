package dev.heed.people;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import java.time.Instant;

/**
 * Somebody is away, and somebody else stands in.
 *
 * @param agent who is away
 * @param deputy who stands in
 * @param from from then on
 * @param until until then, exclusive
 */
public record Absence(AgentId agent, AgentId deputy, Instant from, Instant until) {
    /**
     * Checks what it is given.
     *
     * @throws InvalidInputException if it ends before it begins, or somebody is to stand in for herself
     */
    public Absence {
        requireNonNull(agent, "agent");
        requireNonNull(deputy, "deputy");
        if (!from.isBefore(until)) {
            throw new InvalidInputException(
                    "The absence of " + agent + " ends at " + until + ", before it begins.", "Name a later end.");
        }
        if (agent.equals(deputy)) {
            throw new InvalidInputException(
                    "Agent " + agent + " is to stand in for herself.", "Name somebody who is there.");
        }
    }

    /** Whether the agent is away at this instant. */
    public boolean covers(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}
