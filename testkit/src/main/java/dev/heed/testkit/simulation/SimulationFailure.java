package dev.heed.testkit.simulation;

import dev.heed.spi.store.InMemoryTicketStore;
import dev.heed.spi.store.TicketStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that has to hold did not. The message has the line that lets it happen again. */
public final class SimulationFailure extends AssertionError {
    private static final long serialVersionUID = 1L;

    private final long seed;
    private final int step;
    private final String invariant;
    private final String replay;

    SimulationFailure(
            long seed,
            Class<? extends TicketStore> store,
            int step,
            String invariant,
            List<String> trace,
            @Nullable Throwable cause) {
        super(
                "Seed " + seed + ", step " + step + ": " + invariant + "\n  replay: " + replay(seed, store)
                        + "\n  what happened last:\n    " + String.join("\n    ", trace),
                cause);
        this.seed = seed;
        this.step = step;
        this.invariant = invariant;
        this.replay = replay(seed, store);
    }

    /** Whoever built the stores plays it again; nobody else knows how to build one. */
    private static String replay(long seed, Class<? extends TicketStore> store) {
        String run = ".run(" + seed + "L, System.out::println);";
        return store.equals(InMemoryTicketStore.class)
                ? "Simulation.inMemory()" + run
                : "Simulation.on(/* what gave the empty " + store.getName() + " */)" + run;
    }

    /** The line of Java that plays the seed again, and tells all of it; in the test that failed, on the same stores. */
    public String replay() {
        return replay;
    }

    /** The seed in which it happened. */
    public long seed() {
        return seed;
    }

    /** The step of that seed at which it was noticed. */
    public int step() {
        return step;
    }

    /** What did not hold, with what was found instead. */
    public String invariant() {
        return invariant;
    }
}
