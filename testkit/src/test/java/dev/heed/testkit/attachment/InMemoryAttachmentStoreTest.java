package dev.heed.testkit.attachment;

import dev.heed.spi.attachment.AttachmentStore;
import dev.heed.spi.attachment.InMemoryAttachmentStore;
import dev.heed.testkit.contract.AttachmentStoreContract;

class InMemoryAttachmentStoreTest extends AttachmentStoreContract {
    @Override
    protected AttachmentStore newStore() {
        return new InMemoryAttachmentStore();
    }
}
