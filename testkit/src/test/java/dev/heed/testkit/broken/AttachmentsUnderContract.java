package dev.heed.testkit.broken;

import dev.heed.spi.attachment.AttachmentStore;
import dev.heed.testkit.contract.AttachmentStoreContract;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.condition.EnabledIf;

/** The contract on the store that {@link ContractRun} hands in; without one there is nothing to run. */
@EnabledIf("isHandedIn")
class AttachmentsUnderContract extends AttachmentStoreContract {
    private static final ThreadLocal<Supplier<AttachmentStore>> HANDED_IN = new ThreadLocal<>();

    static <T> T with(Supplier<AttachmentStore> newStore, Supplier<T> run) {
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
    protected AttachmentStore newStore() {
        return HANDED_IN.get().get();
    }
}
