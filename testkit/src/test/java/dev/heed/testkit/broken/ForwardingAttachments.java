package dev.heed.testkit.broken;

import dev.heed.message.ContentHash;
import dev.heed.spi.attachment.AttachmentStore;
import dev.heed.spi.attachment.DeleteResult;
import dev.heed.spi.attachment.InMemoryAttachmentStore;
import dev.heed.spi.attachment.StoredContent;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A sound store; whoever extends it breaks one thing. */
public class ForwardingAttachments implements AttachmentStore {
    private final AttachmentStore sound;

    /** Around a store in memory. */
    protected ForwardingAttachments() {
        this(new InMemoryAttachmentStore());
    }

    /** Around another one. */
    protected ForwardingAttachments(AttachmentStore sound) {
        this.sound = sound;
    }

    @Override
    public StoredContent put(InputStream content, long limit) throws IOException {
        return sound.put(content, limit);
    }

    @Override
    public Optional<StoredContent> claim(ContentHash hash) {
        return sound.claim(hash);
    }

    @Override
    public Optional<InputStream> open(ContentHash hash) {
        return sound.open(hash);
    }

    @Override
    public boolean contains(ContentHash hash) {
        return sound.contains(hash);
    }

    @Override
    public DeleteResult delete(ContentHash hash, BooleanSupplier unused) {
        return sound.delete(hash, unused);
    }

    @Override
    public void close() {
        sound.close();
    }

    @Override
    public List<ContentHash> list(Optional<ContentHash> after, int limit) {
        return sound.list(after, limit);
    }
}
