package dev.heed.testkit.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that has to hold did not. The message has the command that lets it happen again. */
public final class SimulationFailure extends AssertionError {
    private static final long serialVersionUID = 1L;

    private final long seed;
    private final int step;
    private final String invariant;

    SimulationFailure(long seed, int step, String invariant, List<String> trace, @Nullable Throwable cause) {
        super(message(seed, step, invariant, trace), cause);
        this.seed = seed;
        this.step = step;
        this.invariant = invariant;
    }

    private static String message(long seed, int step, String invariant, List<String> trace) {
        return "Seed " + seed + ", step " + step + ": " + invariant + "\n  replay: " + replay(seed)
                + "\n  what happened last:\n    " + String.join("\n    ", trace);
    }

    /** The command that replays a seed. */
    public static String replay(long seed) {
        return "mvn -B -ntp -Pfast -pl testkit -am test -Dtest=SimulationTest#replaysOneSeed -Dheed.seed=" + seed
                + " -Dsurefire.failIfNoSpecifiedTests=false";
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
