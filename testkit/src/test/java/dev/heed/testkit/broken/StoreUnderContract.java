package dev.heed.testkit.broken;

import dev.heed.spi.store.TicketStore;
import dev.heed.testkit.contract.TicketStoreContract;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.condition.EnabledIf;

/** The contract on the store that {@link ContractRun} hands in; without one there is nothing to run. */
@EnabledIf("isHandedIn")
class StoreUnderContract extends TicketStoreContract {
    private static final ThreadLocal<Supplier<TicketStore>> HANDED_IN = new ThreadLocal<>();

    static <T> T with(Supplier<TicketStore> newStore, Supplier<T> run) {
        HANDED_IN.set(newStore);
        try {
            return run.get();
        } finally {
            HANDED_IN.remove();
        }
    }

    static boolean isHandedIn() {
        return Optional.ofNullable(HANDED_IN.get()).isPresent();
    }

    @Override
    protected TicketStore newStore() {
        return HANDED_IN.get().get();
    }
}
