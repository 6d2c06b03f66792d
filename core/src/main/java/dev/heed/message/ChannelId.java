package dev.heed.message;

import dev.heed.error.InvalidInputException;

/**
 * Names a channel of a desk, for example {@code email} or {@code email:returns}.
 *
 * @param value not blank, at most {@value #LONGEST} characters
 */
public record ChannelId(String value) {
    /** How long it is at most, in UTF-16 units. */
    public static final int LONGEST = 200;

    /**
     * Checks what it is given.
     *
     * @throws InvalidInputException if the value is blank or too long
     */
    public ChannelId {
        if (value.isBlank()) {
            throw new InvalidInputException("A channel id is blank.", "Give each channel a short name of its own.");
        }
        if (value.length() > LONGEST) {
            throw InvalidInputException.tooLong(
                    "A channel id", value.length(), LONGEST, "Give each channel a short name of its own.");
        }
    }

    /** Short for the constructor. */
    public static ChannelId of(String value) {
        return new ChannelId(value);
    }

    @Override
    public String toString() {
        return value;
    }

    /** Spelled out: a record's own is linked at its first call, which every start of a desk would wait for. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ChannelId that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
