package dev.heed.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.InMemoryTicketStore;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.testkit.broken.ForwardingStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A shop, played from seeds. {@code -Dheed.seeds=100000 -Dheed.firstSeed=1000000} plays more, or others. */
class SimulationTest {
    private static final long SEEDS = Long.getLong("heed.seeds", 2000);
    private static final long FIRST = Long.getLong("heed.firstSeed", 1);

    /** Seeds are independent: each goes to whoever is free. Of those that fail, the smallest is told. */
    @Test
    void allIsKeptWhateverHappens() {
        Queue<SimulationReport> reports = new ConcurrentLinkedQueue<>();
        Optional<SimulationFailure> failure = LongStream.range(FIRST, FIRST + SEEDS)
                .parallel()
                .mapToObj(seed -> failure(seed, reports))
                .flatMap(Optional::stream)
                .findFirst();
        failure.ifPresent(found -> {
            throw found;
        });

        SimulationReport all = reports.stream().reduce(SimulationReport::plus).orElseThrow();
        System.out.println("Simulated: " + all);
        assertThat(all.seeds()).isEqualTo(SEEDS);
        assertThat(all.operations()).isGreaterThan(100 * SEEDS);
        assertThat(all.commits()).isGreaterThan(100 * SEEDS);
        assertThat(all.faults()).isPositive();
        assertThat(all.nested()).isPositive();
    }

    private static Optional<SimulationFailure> failure(long seed, Queue<SimulationReport> reports) {
        try {
            reports.add(Simulation.inMemory().run(seed));
            return Optional.empty();
        } catch (SimulationFailure e) {
            return Optional.of(e);
        }
    }

    @Test
    void whatWasFoundOnceDoesNotComeBack() throws IOException {
        for (String line : regressions().lines().toList()) {
            if (!line.startsWith("#") && !line.isBlank()) {
                long seed = Long.parseLong(line.strip().split("\\s", 2)[0]);
                assertThat(Simulation.inMemory().run(seed).seeds()).isOne();
            }
        }
    }

    private static String regressions() throws IOException {
        try (InputStream in = SimulationTest.class.getResourceAsStream("regression-seeds.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** {@code -Dtest=SimulationTest#replaysOneSeed -Dheed.seed=4711} plays a seed again and tells all of it. */
    @Test
    @EnabledIfSystemProperty(named = "heed.seed", matches = "-?\\d+")
    void replaysOneSeed() {
        long seed = Long.getLong("heed.seed", 1);
        SimulationReport report = Simulation.inMemory().run(seed, System.out::println);
        System.out.println(report);
        assertThat(report.seeds()).isOne();
    }

    @Test
    void aSeedIsTheSamePlayInEveryProcess() throws IOException, InterruptedException {
        SimulationReport here = Simulation.inMemory().seeds(400, 12);

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PlaySeeds.class.getName(),
                        "400",
                        "12")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String there = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(there.strip()).isEqualTo(here.toString());
    }

    @Test
    void aStoreOfOnesOwnTakesPart() {
        SimulationReport report = Simulation.on(InMemoryTicketStore::new).seeds(1, 20);

        assertThat(report).isEqualTo(Simulation.inMemory().seeds(1, 20));
    }

    @Test
    void aFailureNamesItsSeedAndTheLineThatPlaysItAgainOnTheSameStores() {
        Simulation simulation = Simulation.on(ForgetfulOutbox::new);
        SimulationFailure failure = catchThrowableOfType(SimulationFailure.class, () -> simulation.seeds(1, 200));

        assertThat(failure)
                .hasMessageContaining("what happened last")
                .hasMessageContaining(failure.replay())
                .satisfies(it -> assertThat(it.replay())
                        .startsWith("Simulation.on(")
                        .contains(ForgetfulOutbox.class.getName())
                        .endsWith(".run(" + it.seed() + "L, System.out::println);"));
        List<String> told = new ArrayList<>();
        assertThatThrownBy(() -> simulation.run(failure.seed(), told::add)).hasMessage(failure.getMessage());
        assertThat(told).isNotEmpty();
    }

    @Test
    void inMemoryTheLineIsWhole() {
        SimulationFailure failure =
                new SimulationFailure(4711, InMemoryTicketStore.class, 1, "It does not hold.", List.of(), null);

        assertThat(failure.replay()).isEqualTo("Simulation.inMemory().run(4711L, System.out::println);");
    }

    /** A store that keeps no outgoing work. */
    private static final class ForgetfulOutbox extends ForwardingStore {
        @Override
        public CommitResult commit(UnitOfWork unit) {
            UnitOfWork.Builder less = UnitOfWork.builder();
            unit.changes().forEach(one -> less.change(one.ticket(), one.events(), one.expectedVersion(), one.wakeAt()));
            unit.newCustomer().ifPresent(less::newCustomer);
            unit.customers().forEach(less::customer);
            unit.inbound().ifPresent(known -> less.inbound(known.key(), known.ticket()));
            unit.references().forEach(name -> less.reference(name.channel(), name.value(), name.ticket()));
            unit.absences().forEach(less::absence);
            return super.commit(less.build());
        }
    }

    @Test
    void aSeedIsTheSamePlayTwiceAndAnotherSeedAnotherPlay() {
        assertThat(Simulation.inMemory().run(7)).isEqualTo(Simulation.inMemory().run(7));
        assertThat(Simulation.inMemory().run(7).traceHash())
                .isNotEqualTo(Simulation.inMemory().run(8).traceHash());
    }
}
