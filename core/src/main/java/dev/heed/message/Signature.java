package dev.heed.message;

import dev.heed.error.InvalidInputException;
import dev.heed.people.Agent;
import java.util.Optional;

/**
 * How a person signs: the name, what the person does, and how to reach exactly this person again. A value only; whether
 * it is the author's own, and personal, is for the house rules to say when the reply is sent.
 *
 * @param name full name or registered alias, as one line
 * @param role what the person does
 * @param directLine a telephone number that reaches this person
 * @param employeeId the number a customer can quote to get this person again
 */
public record Signature(String name, Optional<String> role, Optional<String> directLine, Optional<String> employeeId) {
    private static final int LONGEST = 200;

    /**
     * Checks what it is given.
     *
     * @throws InvalidInputException if a part is longer than a line
     */
    public Signature {
        name = name.strip();
        oneLine("name", name);
        role.ifPresent(value -> oneLine("role", value));
        directLine.ifPresent(value -> oneLine("direct line", value));
        employeeId.ifPresent(value -> oneLine("employee id", value));
    }

    private static void oneLine(String part, String value) {
        if (value.length() > LONGEST
                || value.chars().anyMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029)) {
            throw new InvalidInputException(
                    "The " + part + " of a signature is not one line of at most " + LONGEST + " characters.",
                    "Put what else is to be said into the reply.");
        }
    }

    /** A signature of a name alone; add a reach-back before it can be sent. */
    public static Signature of(String name) {
        return new Signature(name, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The signature an agent has by default: full name, role, and all reach-backs registered. */
    public static Signature of(Agent agent) {
        return new Signature(agent.fullName(), agent.role(), agent.directLine(), agent.employeeId());
    }

    /** The same person under another registered name. */
    public Signature withName(String value) {
        return new Signature(value, role, directLine, employeeId);
    }

    /** The same signature with this role. */
    public Signature withRole(String value) {
        return new Signature(name, Optional.of(value), directLine, employeeId);
    }

    /** The same signature with this direct line. */
    public Signature withDirectLine(String value) {
        return new Signature(name, role, Optional.of(value), employeeId);
    }

    /** The same signature with this employee id. */
    public Signature withEmployeeId(String value) {
        return new Signature(name, role, directLine, Optional.of(value));
    }
}
