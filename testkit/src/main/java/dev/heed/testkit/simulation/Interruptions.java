package dev.heed.testkit.simulation;

import dev.heed.error.StoreException;
import dev.heed.testkit.simulation.Setting.Fault;
import java.util.function.Supplier;

/**
 * What can come in between wherever a desk leaves its own code: faults, deaths, and whole operations of other nodes,
 * nested on the same stack. Not thread-safe.
 */
final class Interruptions {
    private static final int READS_ARE_SAFER = 6;

    private final World world;
    private final Chance chance;
    private long faults;

    /** What a desk asks for. */
    enum Call {
        READ,
        COMMIT,
        OUTSIDE
    }

    Interruptions(World world, Chance chance) {
        this.world = world;
        this.chance = chance;
    }

    long faults() {
        return faults;
    }

    private boolean isQuiet(Node node) {
        return world.calm || !node.isWorking();
    }

    /** Faults and others before a call takes effect. */
    void before(Node node, Call call, String what) {
        if (isQuiet(node)) {
            return;
        }
        world.letOthers(chance, what);
        if (call != Call.OUTSIDE && happens(Fault.STORE_FAILS, call)) {
            throw failure(node, what, "Nothing was written.");
        }
        if (happens(Fault.DIES_BEFORE, call)) {
            throw kill(node, "before " + what);
        }
    }

    /** The same after it. */
    void after(Node node, Call call, String what) {
        if (isQuiet(node)) {
            return;
        }
        if (happens(Fault.DIES_AFTER, call)) {
            throw kill(node, "after " + what);
        }
        world.letOthers(chance, what);
    }

    /** Whether the answer of a commit that was written is lost on its way back. */
    boolean answerIsLost(Node node) {
        return !isQuiet(node) && happens(Fault.ANSWER_IS_LOST, Call.COMMIT);
    }

    StoreException lostAnswer(Node node) {
        return failure(node, "commit", "The answer was lost.");
    }

    <T> T around(Node node, Call call, String what, Supplier<T> effect) {
        before(node, call, what);
        T result = effect.get();
        after(node, call, what);
        return result;
    }

    private boolean happens(Fault fault, Call call) {
        int part = world.setting.perMille(fault);
        return chance.perMille(call == Call.READ ? part / READS_ARE_SAFER : part);
    }

    private StoreException failure(Node node, String what, String how) {
        faults++;
        world.trace.add(node.name + "   ! store fails at " + what + ": " + how);
        return new StoreException("The connection broke. " + how, "Try again.", null);
    }

    private Killed kill(Node node, String where) {
        faults++;
        world.trace.add(node.name + "   ! dies " + where);
        return new Killed(where);
    }
}
