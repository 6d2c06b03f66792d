package dev.heed.spi.attachment;

import static java.util.Objects.requireNonNull;

import dev.heed.error.ConfigurationException;
import dev.heed.error.ConfigurationException.Problem;
import dev.heed.error.StoreException;
import dev.heed.message.ContentHash;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps contents as files in a folder of the shop, which several processes on the same tickets may share. A content is written
 * beside the others, forced to the disk, and moved to its place at once, so that what has its name is whole; who reads it to its
 * end is told if it is not any more. None is held in memory. What a process that died was writing is cleared at the next start.
 *
 * <p>The folder belongs to one shop alone: what none of its tickets refers to is deleted. Its file system must be able to
 * move files at once and to lock them.
 */
public final class FileAttachmentStore implements AttachmentStore {
    private static final Logger log = LoggerFactory.getLogger(FileAttachmentStore.class);
    private static final String SESSIONS = ".sessions";
    private static final int LOOKS = 3;

    private final ContentFolder contents;
    private final FileSession session;

    private FileAttachmentStore(ContentFolder contents, FileSession session) {
        this.contents = contents;
        this.session = session;
    }

    /**
     * The store in a folder, which is made if it is not there.
     *
     * @throws ConfigurationException if no files can be kept there
     */
    public static FileAttachmentStore in(Path folder) {
        ContentFolder contents = new ContentFolder(requireNonNull(folder, "folder"));
        try {
            Files.createDirectories(folder);
            return new FileAttachmentStore(contents, FileSession.begin(folder.resolve(SESSIONS), contents));
        } catch (IOException e) {
            throw new ConfigurationException(List.of(Problem.of(
                    "Files cannot be kept in the folder that was given: "
                            + e.getClass().getSimpleName() + ".",
                    "Name a folder in which the application may write.")));
        }
    }

    @Override
    public StoredContent put(InputStream content, long limit) throws IOException {
        Path file = session.newFile();
        try {
            return put(content, limit, file);
        } finally {
            deleteOrLeave(file);
        }
    }

    private StoredContent put(InputStream content, long limit, Path file) throws IOException {
        HashedReading read;
        try (FileChannel out =
                stored(() -> FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
            read = HashedReading.of(content, limit, (piece, length) -> write(out, ByteBuffer.wrap(piece, 0, length)));
        }
        StoredContent claim = claimed(read.hash(), read.size());
        try {
            stored(() -> {
                if (!contents.has(read.hash(), read.size())) {
                    contents.moveIn(file, read.hash());
                }
                return read;
            });
            return claim;
        } catch (StoreException e) {
            claim.close();
            throw e;
        }
    }

    private static void write(FileChannel out, ByteBuffer piece) {
        stored(() -> {
            while (piece.hasRemaining()) {
                out.write(piece);
            }
            return out;
        });
    }

    private StoredContent claimed(ContentHash hash, long size) {
        Path claim = stored(() -> session.claim(hash));
        return new StoredContent(hash, size, () -> delete(claim));
    }

    /** What cannot be deleted now is cleared at the next start. */
    private static void deleteOrLeave(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warn(
                    "A file that was not kept could not be deleted: {}.",
                    e.getClass().getName());
        }
    }

    private static void delete(Path file) {
        stored(() -> Files.deleteIfExists(file));
    }

    @Override
    public Optional<StoredContent> claim(ContentHash hash) {
        StoredContent claim = claimed(requireNonNull(hash, "hash"), 0);
        try {
            Optional<Long> size = find(hash, Files::size);
            if (size.isPresent()) {
                return Optional.of(new StoredContent(hash, size.get(), claim::close));
            }
        } catch (StoreException e) {
            claim.close();
            throw e;
        }
        claim.close();
        return Optional.empty();
    }

    @Override
    public Optional<InputStream> open(ContentHash hash) {
        return find(hash, Files::newInputStream)
                .map(content -> new VerifyingStream(new BufferedInputStream(content), hash));
    }

    @Override
    public boolean contains(ContentHash hash) {
        return find(hash, Files::size).isPresent();
    }

    private interface Look<T> {
        T at(Path content) throws IOException;
    }

    /** What was set aside to be deleted, and comes back since somebody has claimed it, was never away. */
    private <T> Optional<T> find(ContentHash hash, Look<T> look) {
        return stored(() -> {
            for (int i = 0; i < LOOKS; i++) {
                Optional<T> found = lookAt(contents.place(hash), look);
                if (found.isPresent()) {
                    return found;
                }
                for (Path aside : session.setAside(hash)) {
                    found = lookAt(aside, look);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
            return Optional.empty();
        });
    }

    private static <T> Optional<T> lookAt(Path content, Look<T> look) throws IOException {
        try {
            return Optional.of(look.at(content));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /**
     * Sets the content aside first. Who puts it from then on puts it anew; who had found it there before holds a claim that is
     * seen now, or has written down that it is used.
     */
    @Override
    public DeleteResult delete(ContentHash hash, BooleanSupplier unused) {
        if (!contains(hash)) {
            return DeleteResult.ABSENT;
        } else if (stored(() -> session.isClaimed(hash))) {
            return DeleteResult.CLAIMED;
        } else if (!unused.getAsBoolean()) {
            return DeleteResult.USED;
        }
        Optional<Path> aside = stored(() -> session.setAside(contents.place(hash), hash));
        if (aside.isEmpty()) {
            return DeleteResult.ABSENT;
        }
        DeleteResult result = DeleteResult.USED;
        try {
            result = stored(() -> session.isClaimed(hash))
                    ? DeleteResult.CLAIMED
                    : unused.getAsBoolean() ? DeleteResult.DELETED : DeleteResult.USED;
        } finally {
            settle(aside.get(), hash, result == DeleteResult.DELETED);
        }
        return result;
    }

    private void settle(Path aside, ContentHash hash, boolean delete) {
        if (delete) {
            delete(aside);
            return;
        }
        stored(() -> {
            contents.moveIn(aside, hash);
            return aside;
        });
    }

    @Override
    public List<ContentHash> list(Optional<ContentHash> after, int limit) {
        InMemoryAttachmentStore.requireSome(limit);
        return stored(() -> contents.list(after, limit));
    }

    @Override
    public void close() {
        stored(() -> {
            session.close();
            return session;
        });
    }

    private interface Access<T> {
        T get() throws IOException;
    }

    private static <T> T stored(Access<T> access) {
        try {
            return access.get();
        } catch (IOException e) {
            throw new StoreException(
                    "Files cannot be kept or read: " + e.getClass().getSimpleName() + ".",
                    "See that the folder of the attachments is there, can be written and has room.",
                    e);
        }
    }
}
