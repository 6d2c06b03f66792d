package dev.heed.spi.attachment;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import dev.heed.message.ContentHash;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** Keeps contents in memory, for tests and trials; all of it is gone when the process ends. */
public final class InMemoryAttachmentStore implements AttachmentStore {
    private final NavigableMap<ContentHash, Entry> entries = new TreeMap<>();

    /** An empty store. */
    public InMemoryAttachmentStore() {}

    private static final class Entry {
        private final byte[] content;
        private int claims;
        private long claimedEver;

        Entry(byte[] content) {
            this.content = content;
        }
    }

    @Override
    public StoredContent put(InputStream content, long limit) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        HashedReading read = HashedReading.of(content, limit, (piece, length) -> bytes.write(piece, 0, length));
        synchronized (entries) {
            return claimed(read.hash(), entries.computeIfAbsent(read.hash(), absent -> new Entry(bytes.toByteArray())));
        }
    }

    @Override
    public Optional<StoredContent> claim(ContentHash hash) {
        synchronized (entries) {
            return find(hash).map(entry -> claimed(hash, entry));
        }
    }

    private StoredContent claimed(ContentHash hash, Entry entry) {
        entry.claims++;
        entry.claimedEver++;
        return new StoredContent(hash, entry.content.length, () -> release(entry));
    }

    private void release(Entry entry) {
        synchronized (entries) {
            entry.claims--;
        }
    }

    private Optional<Entry> find(ContentHash hash) {
        return Optional.ofNullable(entries.get(requireNonNull(hash, "hash")));
    }

    @Override
    public Optional<InputStream> open(ContentHash hash) {
        synchronized (entries) {
            return find(hash).map(entry -> new ByteArrayInputStream(entry.content));
        }
    }

    @Override
    public boolean contains(ContentHash hash) {
        synchronized (entries) {
            return find(hash).isPresent();
        }
    }

    /** Whoever claims it while it is asked whether it is used, writes it down and is done, is seen by the count. */
    @Override
    public DeleteResult delete(ContentHash hash, BooleanSupplier unused) {
        Optional<Entry> before;
        long claimedBefore = 0;
        synchronized (entries) {
            before = find(hash);
            if (before.isPresent()) {
                claimedBefore = before.get().claimedEver;
                if (before.get().claims > 0) {
                    return DeleteResult.CLAIMED;
                }
            }
        }
        if (before.isEmpty()) {
            return DeleteResult.ABSENT;
        }
        return unused.getAsBoolean() ? delete(hash, before.get(), claimedBefore) : DeleteResult.USED;
    }

    private DeleteResult delete(ContentHash hash, Entry unused, long claimedBefore) {
        synchronized (entries) {
            if (unused.claimedEver != claimedBefore) {
                return DeleteResult.CLAIMED;
            }
            return entries.remove(hash, unused) ? DeleteResult.DELETED : DeleteResult.ABSENT;
        }
    }

    @Override
    public List<ContentHash> list(Optional<ContentHash> after, int limit) {
        requireSome(limit);
        synchronized (entries) {
            NavigableMap<ContentHash, Entry> rest =
                    after.map(last -> entries.tailMap(last, false)).orElse(entries);
            return rest.keySet().stream().limit(limit).toList();
        }
    }

    static void requireSome(int limit) {
        if (limit < 1) {
            throw new InvalidInputException("A list of at most " + limit + " is none.", "Ask for one at least.");
        }
    }
}
