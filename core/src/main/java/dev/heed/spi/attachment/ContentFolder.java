package dev.heed.spi.attachment;

import dev.heed.message.ContentHash;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where contents lie: each in a file that is named by its hash, in two levels of folders named by its first digits, so that no
 * folder has too many. The names are made of hashes alone; nothing a customer sends is part of a path.
 */
final class ContentFolder {
    private static final Pattern FOLDER = Pattern.compile("[0-9a-f]{2}");
    private static final Pattern CONTENT = Pattern.compile("[0-9a-f]{64}");
    private static final int SECOND = 2;
    private static final int REST = 4;

    private final Path root;

    ContentFolder(Path root) {
        this.root = root;
    }

    /** The file of a content, whether it is there or not. */
    Path place(ContentHash hash) {
        return inner(hash).resolve(hash.value());
    }

    private Path inner(ContentHash hash) {
        return outer(hash).resolve(hash.value().substring(SECOND, REST));
    }

    private Path outer(ContentHash hash) {
        return root.resolve(hash.value().substring(0, SECOND));
    }

    /** Whether a content of this size is there; one of another size is what a broken disk has left. */
    boolean has(ContentHash hash, long size) throws IOException {
        try {
            return Files.size(place(hash)) == size;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Moves a file to its place, at once and for good: its bytes are on the disk before its name is. */
    void moveIn(Path file, ContentHash hash) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        boolean isNew = !Files.isDirectory(inner(hash));
        Files.createDirectories(inner(hash));
        Files.move(file, place(hash), StandardCopyOption.ATOMIC_MOVE);
        force(inner(hash));
        if (isNew) {
            force(outer(hash));
            force(root);
        }
    }

    /** Makes the names in a folder outlive a power failure, where the file system lets a folder be opened. */
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (AccessDeniedException e) {
            return; // Windows, which keeps names by itself
        }
    }

    /** The hashes of what is there, in their order. */
    List<ContentHash> list(Optional<ContentHash> after, int limit) throws IOException {
        String last = after.map(ContentHash::value).orElse("");
        List<ContentHash> found = new ArrayList<>();
        for (Path outer : names(root, FOLDER, last)) {
            for (Path inner : names(outer, FOLDER, last.startsWith(name(outer)) ? last.substring(SECOND) : "")) {
                for (Path content : names(inner, CONTENT, last)) {
                    if (!name(content).equals(last)) {
                        found.add(new ContentHash(name(content)));
                    }
                    if (found.size() == limit) {
                        return found;
                    }
                }
            }
        }
        return found;
    }

    /** What of a folder has such a name, in the order of the names, from the one with which {@code last} begins. */
    private static List<Path> names(Path folder, Pattern form, String last) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> form.matcher(name(path)).matches())
                    .filter(path -> last.startsWith(name(path)) || name(path).compareTo(last) > 0)
                    .sorted()
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
