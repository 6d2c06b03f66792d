package dev.heed.testkit.simulation;

import static java.util.Objects.requireNonNull;

import dev.heed.spi.store.InMemoryTicketStore;
import dev.heed.spi.store.TicketStore;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Plays a shop in virtual time: seeded customers and agents act on desks, several nodes work on one store, and stores,
 * processes and channels fail where it hurts. At each commit everything is checked that the documents promise, by rules
 * told a second time; at the end the faults stop, and all must settle. No threads and no clock: the same seed is the
 * same play in every process. Immutable and thread-safe; seeds are independent of each other.
 *
 * <pre>{@code
 * Simulation.on(MyTicketStore::new).seeds(1, 2000);
 * }</pre>
 */
public final class Simulation {
    private final Supplier<? extends TicketStore> stores;

    private Simulation(Supplier<? extends TicketStore> stores) {
        this.stores = stores;
    }

    /** On the store in memory. */
    public static Simulation inMemory() {
        return on(InMemoryTicketStore::new);
    }

    /**
     * On another store.
     *
     * @param stores gives an empty one for each seed; it is closed at the end
     */
    public static Simulation on(Supplier<? extends TicketStore> stores) {
        return new Simulation(requireNonNull(stores, "stores"));
    }

    /**
     * Plays one seed.
     *
     * @throws SimulationFailure if something does not hold
     */
    public SimulationReport run(long seed) {
        return run(seed, line -> {});
    }

    /**
     * Plays one seed, and tells what happens.
     *
     * @param reader is given each line as it happens
     * @throws SimulationFailure if something does not hold
     */
    public SimulationReport run(long seed, Consumer<? super String> reader) {
        World world = new World(seed, stores, reader);
        try {
            return world.run();
        } catch (RuntimeException e) {
            throw world.failed("something failed that should not: " + e, e);
        }
    }

    /**
     * Plays seeds in their order until one fails.
     *
     * @param first the first of them
     * @param count how many
     * @throws SimulationFailure if something does not hold
     */
    public SimulationReport seeds(long first, long count) {
        SimulationReport all = SimulationReport.NOTHING;
        for (long seed = first; seed < first + count; seed++) {
            all = all.plus(run(seed));
        }
        return all;
    }
}
