package dev.heed.ticket;

import dev.heed.error.Finding;
import dev.heed.error.PracticeCode;
import dev.heed.error.RefusedException;
import java.util.List;
import java.util.Optional;

/** P66: who calls and how to call back, asked before anything else: a line can break at any time. Immutable. */
public final class CallIntake {
    private final String name;
    private final Optional<String> number;

    private CallIntake(String name, Optional<String> number) {
        this.name = name;
        this.number = number;
    }

    /**
     * The caller gave a name and a number.
     *
     * @throws RefusedException with {@code INTAKE_INCOMPLETE} if the name is blank or the number has no three digits
     */
    public static CallIntake of(String name, String number) {
        if (name.isBlank() || number.chars().filter(Character::isDigit).count() < 3) {
            throw incomplete();
        }
        return new CallIntake(name.strip(), Optional.of(number.strip()));
    }

    /**
     * The caller gave a name and did not want to give a number.
     *
     * @throws RefusedException with {@code INTAKE_INCOMPLETE} if the name is blank
     */
    public static CallIntake numberRefused(String name) {
        if (name.isBlank()) {
            throw incomplete();
        }
        return new CallIntake(name.strip(), Optional.empty());
    }

    private static RefusedException incomplete() {
        return new RefusedException(List.of(new Finding(
                PracticeCode.INTAKE_INCOMPLETE,
                "The call has no name, or no number to call back.",
                Optional.empty(),
                "Ask for both first; if the caller does not want to give a number, use numberRefused(…).")));
    }

    /** Who calls. */
    public String name() {
        return name;
    }

    /** How to call back; empty if the caller did not want to say. */
    public Optional<String> number() {
        return number;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CallIntake that && name.equals(that.name) && number.equals(that.number);
    }

    @Override
    public int hashCode() {
        return name.hashCode() * 31 + number.hashCode();
    }

    /** Without name and number: this is what ends up in logs. */
    @Override
    public String toString() {
        return "CallIntake " + (number.isPresent() ? "with" : "without") + " number";
    }
}
