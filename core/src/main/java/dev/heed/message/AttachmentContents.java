package dev.heed.message;

import java.io.IOException;
import java.io.InputStream;

/** Gives the contents of attachments to whoever is allowed to send or export them. */
@FunctionalInterface
public interface AttachmentContents {
    /**
     * The content from its first byte on; to be closed. Reading fails at the end if it was changed where it is kept.
     *
     * @throws IOException if it is not there, or cannot be read
     * @throws dev.heed.error.StoreException if the store of attachments fails
     */
    InputStream open(Attachment attachment) throws IOException;
}
