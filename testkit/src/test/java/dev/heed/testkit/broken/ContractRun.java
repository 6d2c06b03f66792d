package dev.heed.testkit.broken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** Runs a contract on one implementation, inside a test, and says which of its sentences did not hold. */
final class ContractRun {
    private final Events tests;

    private ContractRun(Events tests) {
        this.tests = tests;
    }

    /** Runs all tests of a contract class that surefire never picks up by itself. */
    static ContractRun of(Class<?> contract) {
        return new ContractRun(EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(contract))
                .execute()
                .testEvents());
    }

    /** The contract fails in these tests and in no other. */
    void isCaughtBy(String... names) {
        assertThat(caughtBy()).containsExactlyInAnyOrder(names);
    }

    /** The names of the tests that failed. */
    Set<String> caughtBy() {
        return tests.failed().stream().map(ContractRun::name).collect(Collectors.toSet());
    }

    /** How many tests were run to their end. */
    long finished() {
        return tests.finished().count();
    }

    private static String name(Event event) {
        return event.getTestDescriptor()
                .getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getMethodName())
                .orElseThrow();
    }
}
