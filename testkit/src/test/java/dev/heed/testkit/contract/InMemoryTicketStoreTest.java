package dev.heed.testkit.contract;

import dev.heed.spi.store.InMemoryTicketStore;
import dev.heed.spi.store.TicketStore;

class InMemoryTicketStoreTest extends TicketStoreContract {
    @Override
    protected TicketStore newStore() {
        return new InMemoryTicketStore();
    }
}
