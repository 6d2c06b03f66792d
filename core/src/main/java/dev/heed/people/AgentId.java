package dev.heed.people;

import dev.heed.error.InvalidInputException;

/**
 * Names an agent for the program, for example the login name. Chosen by the shop, stable, never shown to customers.
 *
 * @param value not blank, at most {@value #LONGEST} characters
 */
public record AgentId(String value) implements Addressee {
    /** How long it is at most, in UTF-16 units. */
    public static final int LONGEST = 200;

    /**
     * Checks what it is given.
     *
     * @throws InvalidInputException if the value is blank or too long
     */
    public AgentId {
        if (value.isBlank()) {
            throw new InvalidInputException("An agent id is blank.", "Use the agent's login name or staff number.");
        }
        if (value.length() > LONGEST) {
            throw InvalidInputException.tooLong(
                    "An agent id", value.length(), LONGEST, "Use the agent's login name or staff number.");
        }
    }

    /** Short for the constructor. */
    public static AgentId of(String value) {
        return new AgentId(value);
    }

    @Override
    public String toString() {
        return value;
    }

    /** Spelled out: a record's own is linked at its first call, which every start of a desk would wait for. */
    @Override
    public boolean equals(Object other) {
        return other instanceof AgentId that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
