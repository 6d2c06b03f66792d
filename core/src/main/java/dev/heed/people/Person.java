package dev.heed.people;

import dev.heed.error.InvalidInputException;
import java.util.Set;

/**
 * All profiles that are linked to be one person, over however many links. Whoever is linked with nobody is a person of one
 * profile.
 *
 * @param profiles one at least
 */
public record Person(Set<CustomerId> profiles) {
    /**
     * Checks what it is given.
     *
     * @throws InvalidInputException if there is no profile
     */
    public Person {
        profiles = Set.copyOf(profiles);
        if (profiles.isEmpty()) {
            throw new InvalidInputException("A person has no profile.", "Name one at least.");
        }
    }

    /** Somebody who is linked with nobody. */
    public static Person of(CustomerId alone) {
        return new Person(Set.of(alone));
    }

    /** Whether this profile is one of the person's. */
    public boolean has(CustomerId profile) {
        return profiles.contains(profile);
    }
}
