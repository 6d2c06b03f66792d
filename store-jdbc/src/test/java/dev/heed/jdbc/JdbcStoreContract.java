package dev.heed.jdbc;

import dev.heed.spi.store.TicketStore;
import dev.heed.testkit.contract.TicketStoreContract;

/** The contract of stores on one database, in which each test is a shop of its own. */
abstract class JdbcStoreContract extends TicketStoreContract {
    private static int shops;

    abstract HeedDatabase database();

    @Override
    protected TicketStore newStore() {
        return database().store("shop-" + ++shops);
    }
}
