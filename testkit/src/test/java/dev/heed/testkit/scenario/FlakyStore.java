package dev.heed.testkit.scenario;

import dev.heed.error.StoreException;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.testkit.broken.ForwardingStore;
import java.util.Random;
import java.util.function.Predicate;

/** A store that fails as the contract allows: before it wrote, or after it wrote and before it could say so. */
final class FlakyStore extends ForwardingStore {
    private final Random random;
    private final Predicate<UnitOfWork> victims;
    private boolean failing = true;

    FlakyStore(Random random, Predicate<UnitOfWork> victims) {
        this.random = random;
        this.victims = victims;
    }

    void heal() {
        failing = false;
    }

    @Override
    public CommitResult commit(UnitOfWork unit) {
        boolean victim = failing && victims.test(unit);
        if (victim && random.nextInt(3) == 0) {
            throw lost("Nothing was written.");
        }
        CommitResult result = super.commit(unit);
        if (victim && random.nextInt(3) == 0) {
            throw lost("The answer was lost.");
        }
        return result;
    }

    private static StoreException lost(String how) {
        return new StoreException("The connection broke. " + how, "Try again.", null);
    }
}
