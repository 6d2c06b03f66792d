package dev.heed.spi.attachment;

import dev.heed.message.ContentHash;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What one store has on a folder that several processes may share: files that are being written, claims, and what it is about
 * to delete. It lies in a folder of its own with a file that is locked as long as the process lives; what a process leaves
 * behind when it dies is cleared by the next one that starts. Thread-safe.
 */
final class FileSession implements AutoCloseable {
    private static final String LOCK = "lock";
    private static final String CLAIM = "claim-";
    private static final String DELETED = "deleted-";
    private static final int MOST_ATTEMPTS = 100;

    private final Path sessions;
    private final Path own;
    private final FileChannel lock;
    private final AtomicLong files = new AtomicLong();

    private FileSession(Path sessions, Path own, FileChannel lock) {
        this.sessions = sessions;
        this.own = own;
        this.lock = lock;
    }

    /** Begins a session, and clears what dead ones have left. */
    static FileSession begin(Path sessions, ContentFolder contents) throws IOException {
        Files.createDirectories(sessions);
        String process = process();
        for (Path session : list(sessions, "*")) {
            if (!session.getFileName().toString().startsWith(process)) {
                clearIfDead(session, contents);
            }
        }
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Path own = Files.createTempDirectory(sessions, process);
            Optional<FileChannel> lock = tryLock(own);
            if (lock.isPresent()) {
                return new FileSession(sessions, own, lock.get());
            }
        }
        throw new IOException("No session could be begun in " + MOST_ATTEMPTS + " attempts.");
    }

    /**
     * Names this process on this machine for as long as it lives. Its own sessions are not looked at: whoever opens and closes
     * a file that the process has locked itself, unlocks it on some systems.
     */
    private static String process() {
        ProcessHandle process = ProcessHandle.current();
        long since = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        return process.pid() + "-" + since + "-";
    }

    /** Empty if another process has held the new folder for a dead one's. */
    private static Optional<FileChannel> tryLock(Path session) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(session.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        FileLock lock = channel.tryLock();
        if (lock != null && Files.exists(session.resolve(LOCK))) {
            return Optional.of(channel);
        }
        channel.close();
        return Optional.empty();
    }

    /** A session without a lock is being begun, or was never used. */
    private static void clearIfDead(Path session, ContentFolder contents) throws IOException {
        try (FileChannel channel = FileChannel.open(session.resolve(LOCK), StandardOpenOption.WRITE)) {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                clear(session, contents);
            }
        } catch (NoSuchFileException e) {
            deleteFolder(session);
        } catch (OverlappingFileLockException e) {
            return; // of this process under another name, and alive
        }
    }

    /** What was about to be deleted goes back: perhaps somebody had claimed it. */
    private static void clear(Path session, ContentFolder contents) throws IOException {
        for (Path file : list(session, DELETED + "*")) {
            String name = file.getFileName().toString();
            int end = name.lastIndexOf('-');
            contents.moveIn(file, new ContentHash(name.substring(DELETED.length(), end)));
        }
        for (Path file : list(session, "*")) {
            Files.deleteIfExists(file);
        }
        deleteFolder(session);
    }

    private static void deleteFolder(Path session) throws IOException {
        try {
            Files.deleteIfExists(session);
        } catch (DirectoryNotEmptyException e) {
            return; // somebody has just begun it
        }
    }

    /** A name for a file that is being written. */
    Path newFile() {
        return own.resolve("new-" + files.incrementAndGet());
    }

    /** Claims a content for whoever holds the file. */
    Path claim(ContentHash hash) throws IOException {
        return Files.createFile(own.resolve(CLAIM + hash + "-" + files.incrementAndGet()));
    }

    /** Whether any session claims a content. */
    boolean isClaimed(ContentHash hash) throws IOException {
        for (Path session : list(sessions, "*")) {
            if (!list(session, CLAIM + hash + "-*").isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Takes a content away from its place, so that whoever puts it from now on puts it anew. Empty if it is not there. */
    Optional<Path> setAside(Path content, ContentHash hash) throws IOException {
        try {
            Path aside = own.resolve(DELETED + hash + "-" + files.incrementAndGet());
            return Optional.of(Files.move(content, aside, StandardCopyOption.ATOMIC_MOVE));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** What is about to be deleted, but may come back. */
    List<Path> setAside(ContentHash hash) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path session : list(sessions, "*")) {
            found.addAll(list(session, DELETED + hash + "-*"));
        }
        return found;
    }

    private static List<Path> list(Path folder, String glob) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, glob)) {
            all.forEach(found::add);
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        }
        return found;
    }

    @Override
    public void close() throws IOException {
        if (!lock.isOpen()) {
            return;
        }
        if (list(own, "*").size() == 1) { // else something is under way, which the next to start clears
            Files.deleteIfExists(own.resolve(LOCK));
            deleteFolder(own);
        }
        lock.close();
    }
}
