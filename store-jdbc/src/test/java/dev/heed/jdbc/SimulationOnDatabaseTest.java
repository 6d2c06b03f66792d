package dev.heed.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.heed.spi.store.InMemoryTicketStore;
import dev.heed.spi.store.TicketStore;
import dev.heed.testkit.simulation.Simulation;
import dev.heed.testkit.simulation.SimulationReport;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A shop with failing nodes, mail and stores, on tables instead of maps: whatever happens on the one happens on the other,
 * line by line. {@code -Dheed.databaseSeeds=1000} plays more.
 */
class SimulationOnDatabaseTest {
    private static final int SEEDS = Integer.getInteger("heed.databaseSeeds", 40);
    private static final int LINES_BEFORE = 10;

    @ParameterizedTest
    @CsvSource({"H2, 1", "POSTGRES, 10", "MARIA, 10"})
    void everySeedGoesAsItGoesInMemory(DatabaseKind kind, int fewer) {
        AtomicInteger shops = new AtomicInteger();
        try (HikariDataSource pool = kind.pool()) {
            HeedDatabase database = HeedDatabase.builder(pool).build();
            database.migrate();
            for (long seed = 1; seed <= SEEDS / fewer; seed++) {
                goesTheSameWay(seed, () -> database.store("shop-" + shops.incrementAndGet()));
            }
        }
    }

    private static void goesTheSameWay(long seed, Supplier<TicketStore> stores) {
        List<String> kept = new ArrayList<>();
        List<String> remembered = new ArrayList<>();
        SimulationReport onDatabase = Simulation.on(stores).run(seed, kept::add);
        SimulationReport inMemory = Simulation.on(InMemoryTicketStore::new).run(seed, remembered::add);

        for (int line = 0; line < remembered.size(); line++) {
            assertThat(kept.get(line))
                    .as("seed %s, after %s", seed, remembered.subList(Math.max(0, line - LINES_BEFORE), line))
                    .isEqualTo(remembered.get(line));
        }
        assertThat(onDatabase).isEqualTo(inMemory);
    }
}
