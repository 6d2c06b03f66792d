package dev.heed.jdbc;

import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.TicketStore;
import dev.heed.testkit.contract.TicketStoreContract;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;

/** The contract of stores, while every ticket is moved into the archive as soon as it was written. */
abstract class ArchivedTicketStoreContract extends TicketStoreContract {
    private static final Instant ALL = Instant.parse("9999-01-01T00:00:00Z");
    private static final int MANY = 10_000;
    private static int shops;

    abstract HeedDatabase database();

    abstract Archive archive(String shop);

    @Override
    protected TicketStore newStore() {
        String shop = "archived-" + ++shops;
        TicketStore store = database().store(shop);
        Archive archive = archive(shop);
        return (TicketStore) Proxy.newProxyInstance(
                TicketStore.class.getClassLoader(), new Class<?>[] {TicketStore.class}, (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(store, arguments);
                        if (result == CommitResult.COMMITTED && !store.isJoined()) {
                            archive.move(ALL, MANY);
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
