package dev.heed.spi.attachment;

import dev.heed.message.ContentHash;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Keeps the contents of one shop's files by their hashes; equal contents are kept once. What a file is called and to whom it
 * belongs is in the tickets. Implementations are thread-safe, pass {@code AttachmentStoreContract} of the test kit, and never
 * ask a clock.
 *
 * <p>What has just been put belongs to no ticket yet, and the same content may be deleted for somebody else at that very
 * moment. So whoever puts something holds a claim on it, and closes it when the ticket is written; while there is one,
 * nothing deletes the content. Claims end with the process that held them.
 *
 * <p>Any method may throw {@link dev.heed.error.StoreException}; after that, nothing of the call has happened.
 */
public interface AttachmentStore extends AutoCloseable {

    /**
     * Keeps a content, and claims it. Reads it piece by piece and at most one byte beyond the limit.
     *
     * @param content is not closed
     * @param limit how many bytes it may have; not below zero
     * @return its hash and size; to be closed as soon as a ticket refers to it, or nobody wants it any more
     * @throws dev.heed.error.AttachmentTooLargeException if there are more bytes; nothing of it is kept
     * @throws dev.heed.error.InvalidInputException if the limit is below zero
     * @throws IOException if the given stream fails, as it has thrown it; nothing of it is kept
     */
    StoredContent put(InputStream content, long limit) throws IOException;

    /** Claims what is kept already; empty if there is no such content. */
    Optional<StoredContent> claim(ContentHash hash);

    /** The content from its first byte on; to be closed. Empty if there is no such content. */
    Optional<InputStream> open(ContentHash hash);

    /** Whether there is such a content. */
    boolean contains(ContentHash hash);

    /**
     * Deletes a content that nobody claims and nothing uses. If it is put, claimed or used by others at the same time, either
     * it stays or theirs is kept anew.
     *
     * @param unused whether no ticket refers to it; asked when nobody claims the content, perhaps more than once, and may use
     *     this store. If it throws, the content stays and the exception comes out
     */
    DeleteResult delete(ContentHash hash, BooleanSupplier unused);

    /**
     * The hashes of what is kept, in their order.
     *
     * @param after the last one of the page before; empty for the first page
     * @param limit at most so many, and as many as there are; above zero
     */
    List<ContentHash> list(Optional<ContentHash> after, int limit);

    /** Frees what the store holds open. Called once, by the desk that was given the store. */
    @Override
    default void close() {}
}
