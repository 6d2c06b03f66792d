package dev.heed.jdbc.linear;

import dev.heed.jdbc.linear.Operation.What;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Whether what was asked of tickets side by side could have happened one after another, each between its asking and its
 * answer. Versions make that easy: they say in which order commits took effect, so that nothing has to be searched. Stateless.
 */
final class Linearizability {
    private Linearizability() {}

    /**
     * What could not have been.
     *
     * @param operations of all tickets
     * @param first the version at which all tickets began
     */
    static List<String> violations(List<Operation> operations, long first) {
        List<String> violations = new ArrayList<>();
        operations.stream()
                .collect(Collectors.groupingBy(Operation::ticket))
                .values()
                .forEach(one -> addViolations(one, first, violations));
        return violations;
    }

    private static void addViolations(List<Operation> operations, long first, List<String> violations) {
        Map<Long, Operation> commits = new HashMap<>();
        for (Operation one : operations) {
            if (one.what() == What.COMMITTED) {
                Operation other = commits.put(one.version(), one);
                if (other != null) {
                    violations.add("Two commits made the same version: " + other + ", " + one);
                }
            }
        }
        for (long version = first + 1; version <= first + commits.size(); version++) {
            if (!commits.containsKey(version)) {
                violations.add("Nobody made version " + version + ", and somebody a newer one");
            }
        }
        for (Operation one : operations) {
            Operation maker = commits.get(one.atLeast());
            if (one.atLeast() > first && (maker == null || one.wasBefore(maker))) {
                violations.add("It saw a version that nobody had asked for yet: " + one);
            }
        }
        addWrongOrders(operations, violations);
    }

    /** Time goes on: nothing may see an older state than what was answered before it was asked. */
    private static void addWrongOrders(List<Operation> operations, List<String> violations) {
        for (Operation one : operations) {
            for (Operation other : operations) {
                if (one.wasBefore(other) && one.atLeast() > other.before()) {
                    violations.add(
                            "It is older than what was answered before it was asked: " + other + " after " + one);
                }
            }
        }
    }
}
