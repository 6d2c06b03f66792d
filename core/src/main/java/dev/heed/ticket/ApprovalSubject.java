package dev.heed.ticket;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import dev.heed.message.FactKey;

/**
 * Exactly what a second person is asked for. A decision is for this and for nothing else.
 *
 * @param kind what it is
 * @param reference which one, not blank
 */
public record ApprovalSubject(ApprovalKind kind, String reference) {
    /**
     * Checks what it is given.
     *
     * @throws InvalidInputException if the reference is blank
     */
    public ApprovalSubject {
        requireNonNull(kind, "kind");
        if (reference.isBlank()) {
            throw new InvalidInputException(
                    "A request for approval of " + kind + " does not say of which.", "Name it by its id.");
        }
    }

    /**
     * A step of a playbook that destroys something.
     *
     * @param step its id, such as {@code wipe-disk}; other words are put into that form
     * @throws InvalidInputException if it has no letter and no digit
     */
    public static ApprovalSubject destructiveStep(String step) {
        return destructiveStep(FactKey.of(step));
    }

    /** As {@link #destructiveStep(String)}. */
    public static ApprovalSubject destructiveStep(FactKey step) {
        return new ApprovalSubject(ApprovalKind.DESTRUCTIVE_STEP, step.value());
    }

    @Override
    public String toString() {
        return kind + " " + reference;
    }
}
