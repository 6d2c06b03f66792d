package dev.heed.people;

import dev.heed.error.InvalidInputException;

/**
 * A program that writes to customers under its own name, labelled as automatic, and never as a person.
 *
 * @param name what it is called, for example {@code Parcel tracker}
 */
public record Bot(String name) {
    /**
     * Checks what it is given.
     *
     * @throws InvalidInputException if the name is blank or not one line
     */
    public Bot {
        name = name.strip();
        if (name.isEmpty() || name.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidInputException("A bot has no name of one line.", "Give it one that says what it does.");
        }
    }

    /** Short for the constructor. */
    public static Bot named(String name) {
        return new Bot(name);
    }
}
