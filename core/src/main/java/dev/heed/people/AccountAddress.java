package dev.heed.people;

import dev.heed.error.InvalidInputException;

/**
 * An account on a channel that has its own names for people: a messenger, a chat session, a fake in a test.
 *
 * @param channel the id of the channel
 * @param value the account's name or number there, not blank, compared as it stands
 */
public record AccountAddress(String channel, String value) implements Address {
    /**
     * Checks what it is given.
     *
     * @throws InvalidInputException if a part is blank
     */
    public AccountAddress {
        if (channel.isBlank() || value.isBlank()) {
            throw new InvalidInputException(
                    "An account address lacks its channel or its account.", "Give both, as the platform writes them.");
        }
    }

    /** Says on which channel it is one, not which: this is what ends up in logs. */
    @Override
    public String toString() {
        return "AccountAddress on " + channel;
    }
}
