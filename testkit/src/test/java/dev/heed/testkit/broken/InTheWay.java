package dev.heed.testkit.broken;

import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.UnitOfWork;
import java.util.function.Predicate;

/** A store in which somebody else is once faster, just before a unit of work of some kind is written. */
public final class InTheWay extends ForwardingStore {
    private Predicate<UnitOfWork> before = unit -> false;
    private Runnable what = () -> {};

    /** Does it once, just before the first such unit is written. */
    public void before(Predicate<UnitOfWork> which, Runnable doing) {
        before = which;
        what = doing;
    }

    /** Just before somebody is forgotten. */
    public void beforeErasing(Runnable doing) {
        before(unit -> !unit.rewrites().isEmpty() || !unit.forgottenCustomers().isEmpty(), doing);
    }

    @Override
    public CommitResult commit(UnitOfWork unit) {
        if (before.test(unit)) {
            Runnable doing = what;
            before = other -> false;
            what = () -> {};
            doing.run();
        }
        return super.commit(unit);
    }
}
