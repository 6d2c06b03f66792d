package dev.heed.people;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import java.time.Instant;
import java.util.Optional;

/**
 * A customer has agreed to something, or does not any more. One line of a history in which nothing is ever overwritten.
 *
 * @param purpose what for, in a word of the shop, for example {@code newsletter}
 * @param given whether it was given; else it was withdrawn
 * @param at when
 * @param evidence how that can be shown, for example which form was sent when
 * @param by which agent wrote it down; empty if the shop's own application did
 */
public record Consent(String purpose, boolean given, Instant at, String evidence, Optional<AgentId> by) {
    /**
     * Checks what it is given.
     *
     * @throws InvalidInputException if purpose or evidence is blank
     */
    public Consent {
        requireNonNull(at, "at");
        requireNonNull(by, "by");
        if (purpose.isBlank() || evidence.isBlank()) {
            throw new InvalidInputException(
                    "A consent has no purpose, or nothing that shows it.",
                    "Say what for, and how it can be shown that the customer said so.");
        }
    }

    /** Without the evidence, in which a name may stand. */
    @Override
    public String toString() {
        return "Consent to " + purpose + (given ? " given at " : " withdrawn at ") + at;
    }
}
