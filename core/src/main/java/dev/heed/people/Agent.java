package dev.heed.people;

import static java.util.Objects.requireNonNull;

import dev.heed.error.ConfigurationException;
import dev.heed.error.ConfigurationException.Problem;
import dev.heed.error.PracticeCode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One natural person who answers customers. Immutable and thread-safe; the builder is not.
 *
 * <p>The name is kept as the person writes it, in that person's own order and script; nothing is assumed about given
 * and family names. A second spelling, or a working name that protects the person, is an {@linkplain Builder#alias
 * alias} and needs an employee id behind it.
 */
public final class Agent {
    private static final int SHORTEST_EMPLOYEE_ID = 3;
    /** Signs with which blanks to fill are written, and no numbers. */
    private static final String BLANKS = "{}<>[]";

    private final AgentId id;
    private final String fullName;
    private final Set<String> aliases;
    private final Optional<String> role;
    private final Optional<String> directLine;
    private final Optional<String> employeeId;
    private final Role accessRole;

    private Agent(Builder builder) {
        id = builder.id;
        fullName = builder.fullName;
        aliases = Set.copyOf(builder.aliases);
        role = builder.role;
        directLine = builder.directLine;
        employeeId = builder.employeeId;
        accessRole = builder.accessRole;
    }

    /** Starts an agent: {@code id} names her for the program, {@code fullName} for customers. */
    public static Builder builder(String id, String fullName) {
        return new Builder(AgentId.of(id), fullName.strip());
    }

    /** Names the agent for the program. */
    public AgentId id() {
        return id;
    }

    /** The full name as the person writes it. */
    public String fullName() {
        return fullName;
    }

    /** Registered second names; empty for most. */
    public Set<String> aliases() {
        return aliases;
    }

    /** What the person does, as customers read it, for example {@code Order support}. What she may do: {@link #accessRole}. */
    public Optional<String> role() {
        return role;
    }

    /** A telephone number that reaches this person. */
    public Optional<String> directLine() {
        return directLine;
    }

    /** The number a customer can quote to get the same person again. */
    public Optional<String> employeeId() {
        return employeeId;
    }

    /** Whether the person answers for the shop as a whole, and so may decide what others may not. */
    public boolean shopOwner() {
        return accessRole == Role.OWNER;
    }

    /** What the person is there for, and so what she may do. */
    public Role accessRole() {
        return accessRole;
    }

    /** Whether both say the same of the same person. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Agent that && said().equals(that.said());
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    private List<Object> said() {
        return List.of(id, fullName, aliases, role, directLine, employeeId, accessRole);
    }

    @Override
    public String toString() {
        return "Agent " + id;
    }

    /** Collects what an agent needs: at least one of direct line and employee id. Not thread-safe. */
    public static final class Builder {
        private final AgentId id;
        private final String fullName;
        private final Set<String> aliases = new LinkedHashSet<>();
        private Optional<String> role = Optional.empty();
        private Optional<String> directLine = Optional.empty();
        private Optional<String> employeeId = Optional.empty();
        private Role accessRole = Role.AGENT;

        private Builder(AgentId id, String fullName) {
            this.id = id;
            this.fullName = fullName;
        }

        /** Registers a second name of this person; needs an employee id. Default: none. */
        public Builder alias(String alias) {
            aliases.add(requireNonNull(alias, "alias").strip());
            return this;
        }

        /** Says what the person does. Default: nothing is said. */
        public Builder role(String value) {
            role = Optional.of(value.strip());
            return this;
        }

        /** A telephone number that reaches this person. Default: none. */
        public Builder directLine(String value) {
            directLine = Optional.of(value.strip());
            return this;
        }

        /** A number of at least three characters with a digit in it that customers can quote. Default: none. */
        public Builder employeeId(String value) {
            employeeId = Optional.of(value.strip());
            return this;
        }

        /** Says that the person answers for the shop as a whole. Default: not, unless nobody of the desk does. */
        public Builder shopOwner() {
            return accessRole(Role.OWNER);
        }

        /** What the person is there for, and so what she may do. Default: {@link Role#AGENT}. */
        public Builder accessRole(Role value) {
            accessRole = requireNonNull(value, "value");
            return this;
        }

        /**
         * Builds the agent.
         *
         * @throws ConfigurationException with {@code REACH_BACK_MISSING} if there is neither direct line nor employee
         *     id, {@code ALIAS_SHARED} if there is an alias but no employee id, or for a blank or unusable value
         */
        public Agent build() {
            List<Problem> problems = problems();
            if (!problems.isEmpty()) {
                throw new ConfigurationException(problems);
            }
            return new Agent(this);
        }

        private List<Problem> problems() {
            List<Fault> faults = new ArrayList<>();
            faults.add(new Fault(
                    fullName.isBlank(),
                    PracticeCode.SIGNATURE_MISSING,
                    "Agent " + id + " has no name.",
                    "Give the full name as the person writes it."));
            faults.addAll(faultsOfWaysBack());
            faults.add(new Fault(
                    isNoLine(fullName) || isNoLine(String.join("", aliases)),
                    PracticeCode.SIGNATURE_NOT_PERSONAL,
                    "A name or alias of agent " + id + " is not one line.",
                    "Give each name as it stands below a letter."));
            faults.add(new Fault(
                    !aliases.isEmpty() && employeeId.isEmpty(),
                    PracticeCode.ALIAS_SHARED,
                    "Agent " + id + " has an alias but no employee id that leads back to one person.",
                    "Call employeeId(…), or drop the alias."));
            List<Problem> problems = new ArrayList<>();
            for (Fault fault : faults) {
                if (fault.found) {
                    problems.add(Problem.of(fault.code, fault.problem, fault.remedy));
                }
            }
            return problems;
        }

        private List<Fault> faultsOfWaysBack() {
            return List.of(
                    new Fault(
                            directLine.isEmpty() && employeeId.isEmpty(),
                            PracticeCode.REACH_BACK_MISSING,
                            "Agent " + id + " has neither a direct line nor an employee id.",
                            "Call directLine(…) or employeeId(…) before build()."),
                    new Fault(
                            directLine.filter(line -> !isTelephone(line)).isPresent(),
                            PracticeCode.REACH_BACK_MISSING,
                            "The direct line of agent " + id + " is not a telephone number.",
                            "Give a number or extension with at least three digits."),
                    new Fault(
                            employeeId.filter(number -> !quotable(number)).isPresent(),
                            PracticeCode.REACH_BACK_MISSING,
                            "The employee id of agent " + id + " cannot be recognised when a customer quotes it.",
                            "Use at least three characters, a digit other than zero among them, without blanks: E-1017, for example."));
        }

        private record Fault(boolean found, PracticeCode code, String problem, String remedy) {}

        private static boolean isNoLine(String name) {
            for (int i = 0; i < name.length(); i++) {
                char c = name.charAt(i);
                if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029) {
                    return true;
                }
            }
            return false;
        }

        private static boolean isTelephone(String line) {
            return Telephone.NUMBER.matcher(line).matches()
                    && Telephone.NOT_ZERO.matcher(line).find();
        }

        private static boolean quotable(String id) {
            boolean digit = false;
            for (int i = 0; i < id.length(); i++) {
                char c = id.charAt(i);
                if (Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || Character.isISOControl(c)
                        || BLANKS.indexOf(c) >= 0) {
                    return false;
                }
                digit |= Character.digit(c, 10) > 0; // zeros alone are a blank to fill
            }
            return digit && id.length() >= SHORTEST_EMPLOYEE_ID;
        }
    }

    /** Apart, so that the expression is compiled only where an agent has a direct line. */
    private static final class Telephone {
        private static final Pattern NOT_ZERO = Pattern.compile("[1-9]");
        /** A number or an extension; of words only those for telephone. */
        private static final Pattern NUMBER = Pattern.compile("(?i)(?:(?:tel|telefon|phone|fon)\\.?:? ?)?[+(]?"
                + "[0-9](?:[ ()/.\\-]{0,3}[0-9]){2,19}\\)?(?:[ ,]{0,2}(?:x|ext\\.?|extension|durchwahl|dw|poste|int\\.?|#) ?[0-9]{1,6})?"
                + "|(?:x|ext\\.?|extension|durchwahl|dw|poste|int\\.?|#) ?[0-9]{3,6}");
    }
}
