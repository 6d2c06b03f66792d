package dev.heed.spi.attachment;

import static java.util.Objects.requireNonNull;

import dev.heed.message.ContentHash;
import java.util.concurrent.atomic.AtomicBoolean;

/** A content that is kept, and a claim on it: until it is closed, nobody deletes the content. Thread-safe. */
public final class StoredContent implements AutoCloseable {
    private final ContentHash hash;
    private final long size;
    private final Runnable release;
    private final AtomicBoolean released = new AtomicBoolean();

    /**
     * A claim.
     *
     * @param size in bytes
     * @param release ends the claim; called once, when this is closed for the first time
     */
    public StoredContent(ContentHash hash, long size, Runnable release) {
        this.hash = requireNonNull(hash, "hash");
        this.size = size;
        this.release = requireNonNull(release, "release");
    }

    /** By which it is found. */
    public ContentHash hash() {
        return hash;
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    /** Ends the claim. Twice is the same as once. */
    @Override
    public void close() {
        if (released.compareAndSet(false, true)) {
            release.run();
        }
    }

    @Override
    public String toString() {
        return "StoredContent[" + hash + ", " + size + " bytes]";
    }
}
