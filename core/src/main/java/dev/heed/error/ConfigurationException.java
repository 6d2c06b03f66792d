package dev.heed.error;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Something cannot be built as it was configured. Lists every problem, so that one round of mending is enough. */
public final class ConfigurationException extends HeedException {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // a List.copyOf of records; exceptions of this library are not serialized by it
    private final List<Problem> problems;

    /**
     * One fault of a configuration.
     *
     * @param code the house rule behind it, empty for a plain mistake
     * @param what what is wrong
     * @param remedy how to mend it
     */
    public record Problem(Optional<PracticeCode> code, String what, String remedy) {
        /** A mistake that no house rule stands behind. */
        public static Problem of(String what, String remedy) {
            return new Problem(Optional.empty(), what, remedy);
        }

        /** A configuration that a house rule refuses. */
        public static Problem of(PracticeCode code, String what, String remedy) {
            return new Problem(Optional.of(code), what, remedy);
        }

        @Override
        public String toString() {
            return code.map(c -> c.practice() + " " + c + ": ").orElse("") + what;
        }
    }

    /**
     * Lists what is wrong.
     *
     * @param problems at least one
     */
    public ConfigurationException(List<Problem> problems) {
        super(
                problems.stream().map(Problem::toString).collect(Collectors.joining(" ")),
                problems.stream().map(Problem::remedy).distinct().collect(Collectors.joining(" ")),
                null);
        this.problems = List.copyOf(problems);
    }

    /** Every problem found; never empty. */
    public List<Problem> problems() {
        return problems;
    }

    /** Whether a house rule with this code is among the problems. */
    public boolean has(PracticeCode code) {
        return problems.stream()
                .anyMatch(problem -> problem.code().filter(code::equals).isPresent());
    }
}
