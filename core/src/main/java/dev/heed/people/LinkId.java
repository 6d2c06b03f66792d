package dev.heed.people;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * Names a {@link ProfileLink} for the program.
 *
 * @param value given by the desk
 */
public record LinkId(UUID value) {
    /** Checks that it is there. */
    public LinkId {
        requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
