package dev.heed.testkit.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.AttachmentTooLargeException;
import dev.heed.error.ConfigurationException;
import dev.heed.error.StoreException;
import dev.heed.message.ContentHash;
import dev.heed.spi.attachment.AttachmentStore;
import dev.heed.spi.attachment.DeleteResult;
import dev.heed.spi.attachment.FileAttachmentStore;
import dev.heed.spi.attachment.StoredContent;
import dev.heed.testkit.contract.AttachmentStoreContract;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract, and what only files have: a disk, crashes, and neighbours. */
class FileAttachmentStoreTest extends AttachmentStoreContract {
    private static final byte[] PHOTO = "a photo".getBytes(UTF_8);
    private static final ContentHash HASH = ContentHash.of(PHOTO);

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    FileAttachmentStoreTest() {}

    @Override
    protected AttachmentStore newStore() {
        return FileAttachmentStore.in(folder);
    }

    private Path place() {
        return folder.resolve(HASH.value().substring(0, 2))
                .resolve(HASH.value().substring(2, 4))
                .resolve(HASH.value());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(path -> !path.getFileName().toString().equals("lock"))
                    .toList();
        }
    }

    private static StoredContent put(AttachmentStore store) throws IOException {
        return store.put(new ByteArrayInputStream(PHOTO), PHOTO.length);
    }

    @Nested
    class OnTheDisk {
        @Test
        void aContentIsOneFileInAFolderOfFew() throws IOException {
            try (AttachmentStore store = newStore()) {
                put(store).close();
            }

            assertThat(files()).containsExactly(place());
            assertThat(Files.readAllBytes(place())).isEqualTo(PHOTO);
        }

        @Test
        void whatIsThereOutlivesARestart() throws IOException {
            try (AttachmentStore store = newStore()) {
                put(store).close();
            }

            try (AttachmentStore store = newStore();
                    InputStream content = store.open(HASH).orElseThrow()) {
                assertThat(content.readAllBytes()).isEqualTo(PHOTO);
                assertThat(store.list(Optional.empty(), 10)).containsExactly(HASH);
            }
        }

        @Test
        void whatIsRefusedLeavesNoFile() throws IOException {
            try (AttachmentStore store = newStore()) {
                assertThatThrownBy(() -> store.put(new ByteArrayInputStream(PHOTO), 3))
                        .isInstanceOf(AttachmentTooLargeException.class);

                assertThat(files()).isEmpty();
            }
        }

        @Test
        void aStoreThatIsClosedLeavesNothingButContents() throws IOException {
            Path own = folder.resolve("own");
            FileAttachmentStore.in(own).close();

            try (Stream<Path> left = Files.list(own.resolve(".sessions"))) {
                assertThat(left).isEmpty();
            }
        }

        @Test
        void strangersFilesAreNeitherListedNorTouched() throws IOException {
            Files.createDirectories(place().getParent());
            Files.writeString(place().resolveSibling("readme.txt"), "mine");
            Files.writeString(folder.resolve("ab"), "no folder");

            try (AttachmentStore store = newStore()) {
                assertThat(store.list(Optional.empty(), 10)).isEmpty();
                put(store).close();
                assertThat(store.list(Optional.empty(), 10)).containsExactly(HASH);
            }
            assertThat(place().resolveSibling("readme.txt")).exists();
        }

        @Test
        void aFolderThatIsAFileIsRefused() throws IOException {
            Path file = Files.writeString(folder.resolve("file"), "no folder");

            assertThatThrownBy(() -> FileAttachmentStore.in(file)).isInstanceOf(ConfigurationException.class);
        }

        @Test
        void aDiskThatFailsIsSaidWithoutAPath() throws IOException {
            try (AttachmentStore store = newStore()) {
                Files.writeString(folder.resolve(HASH.value().substring(0, 2)), "in the way");

                assertThatThrownBy(() -> put(store))
                        .isInstanceOf(StoreException.class)
                        .hasMessageNotContaining(folder.toString());
                assertThat(files()).containsExactly(folder.resolve(HASH.value().substring(0, 2)));
            }
        }
    }

    @Nested
    class Changed {
        @Test
        void whoReadsAContentThatWasChangedIsToldAtItsEnd() throws IOException {
            try (AttachmentStore store = newStore()) {
                put(store).close();
                Files.writeString(place(), "a phoTo");

                try (InputStream content = store.open(HASH).orElseThrow()) {
                    assertThatThrownBy(content::readAllBytes)
                            .isInstanceOf(IOException.class)
                            .hasMessageContaining("changed or cut");
                }
                try (InputStream content = store.open(HASH).orElseThrow()) {
                    assertThat(content.read()).isEqualTo('a');
                    assertThat(content.skip(3)).isEqualTo(3);
                    assertThat(content.markSupported()).isFalse();
                    assertThatThrownBy(() -> content.skip(100)).hasMessageContaining("changed or cut");
                }
            }
        }

        @Test
        void whoPassesOverWhatIsWholeIsNotTold() throws IOException {
            try (AttachmentStore store = newStore()) {
                put(store).close();

                try (InputStream content = store.open(HASH).orElseThrow()) {
                    assertThat(content.skip(4)).isEqualTo(4);
                    assertThat(content.read()).isEqualTo('o');
                    assertThat(content.skip(100)).isEqualTo(2);
                    assertThat(content.read()).isEqualTo(-1);
                }
            }
        }

        @Test
        void aContentThatWasCutIsMendedByTheNextWhoPutsIt() throws IOException {
            try (AttachmentStore store = newStore()) {
                put(store).close();
                Files.writeString(place(), "a ph");

                put(store).close();
            }

            assertThat(Files.readAllBytes(place())).isEqualTo(PHOTO);
        }
    }

    @Nested
    class AfterACrash {
        private Path leftBehind() throws IOException {
            Path session = Files.createDirectories(folder.resolve(".sessions").resolve("4711-1-dead"));
            Files.createFile(session.resolve("lock"));
            return session;
        }

        @Test
        void whatWasBeingWrittenIsClearedAtTheNextStart() throws IOException {
            Path session = leftBehind();
            Files.writeString(session.resolve("new-1"), "half a pho");

            newStore().close();

            assertThat(session).doesNotExist();
            assertThat(files()).isEmpty();
        }

        @Test
        void theClaimsOfTheDeadEnd() throws IOException {
            try (AttachmentStore store = newStore()) {
                put(store).close();
                Files.createFile(leftBehind().resolve("claim-" + HASH + "-1"));
                assertThat(store.delete(HASH, () -> true)).isEqualTo(DeleteResult.CLAIMED);
            }

            try (AttachmentStore store = newStore()) {
                assertThat(store.delete(HASH, () -> true)).isEqualTo(DeleteResult.DELETED);
            }
        }

        @Test
        void whatWasAboutToBeDeletedIsStillReadAndComesBack() throws IOException {
            Path session = leftBehind();
            try (AttachmentStore running = newStore()) {
                Files.createDirectories(session);
                Files.createFile(session.resolve("lock"));
                Files.write(session.resolve("deleted-" + HASH + "-1"), PHOTO);
                assertThat(running.contains(HASH)).isTrue();
            }

            newStore().close();

            assertThat(files()).containsExactly(place());
        }

        @Test
        void aSessionThatWasNeverBegunIsCleared() throws IOException {
            Path session = Files.createDirectories(folder.resolve(".sessions").resolve("4711-1-dead"));

            newStore().close();

            assertThat(session).doesNotExist();
        }
    }

    @Nested
    class Neighbours {
        @Test
        void whatOneStoreClaimsNoOtherDeletes() throws IOException {
            try (AttachmentStore one = newStore();
                    AttachmentStore other = newStore()) {
                StoredContent claim = put(one);
                assertThat(other.delete(HASH, () -> true)).isEqualTo(DeleteResult.CLAIMED);

                claim.close();
                assertThat(other.delete(HASH, () -> true)).isEqualTo(DeleteResult.DELETED);
                assertThat(one.contains(HASH)).isFalse();
            }
        }

        @Test
        void aStoreThatStartsLeavesThoseThatRunAlone() throws IOException {
            try (AttachmentStore one = newStore()) {
                StoredContent claim = put(one);
                try (AttachmentStore other = newStore()) {
                    assertThat(other.delete(HASH, () -> true)).isEqualTo(DeleteResult.CLAIMED);
                }
                claim.close();
                put(one).close();
            }
            assertThat(files()).containsExactly(place());
        }

        @Test
        void whileOneIsAskedWhetherItIsUsedTheOtherCanReadIt() throws IOException {
            try (AttachmentStore one = newStore();
                    AttachmentStore other = newStore()) {
                put(one).close();

                assertThat(one.delete(HASH, () -> {
                            assertThat(other.contains(HASH)).isTrue();
                            return true;
                        }))
                        .isEqualTo(DeleteResult.DELETED);
                assertThat(other.contains(HASH)).isFalse();
            }
        }
    }

    @Nested
    class Memory {
        private static final long LARGE = 256L * 1024 * 1024;
        private static final long MOST_ALLOCATED = 4L * 1024 * 1024;

        @Test
        void aLargeContentIsNeverHeld() throws IOException {
            try (AttachmentStore store = newStore()) {
                Generated content = new Generated(LARGE);
                long before = allocated();
                try (StoredContent stored = store.put(content, LARGE)) {
                    assertThat(allocated() - before).isLessThan(MOST_ALLOCATED);
                    assertThat(stored.size()).isEqualTo(LARGE);
                    assertThat(content.largestPiece).isLessThanOrEqualTo(1024 * 1024);
                }
                assertThat(Files.size(files().get(0))).isEqualTo(LARGE);
            }
        }

        @Test
        void ofAContentThatIsTooLargeNoMoreIsReadThanTheLimit() throws IOException {
            try (AttachmentStore store = newStore()) {
                Generated content = new Generated(LARGE);

                assertThatThrownBy(() -> store.put(content, 1_000_000)).isInstanceOf(AttachmentTooLargeException.class);

                assertThat(content.given).isLessThanOrEqualTo(1_000_001);
                assertThat(files()).isEmpty();
            }
        }

        /** Asked for by name: the bean has a method of which the platform's interface knows nothing. */
        private static long allocated() {
            try {
                ObjectName threads = new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME);
                Object bytes = ManagementFactory.getPlatformMBeanServer()
                        .invoke(
                                threads,
                                "getThreadAllocatedBytes",
                                new Object[] {Thread.currentThread().getId()},
                                new String[] {"long"});
                return (Long) bytes;
            } catch (JMException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** Bytes that are made when they are read. */
    private static final class Generated extends InputStream {
        private final long size;
        private long given;
        private int largestPiece;

        Generated(long size) {
            this.size = size;
        }

        @Override
        public int read() {
            return given < size ? (int) (given++ & 0xFF) : -1;
        }

        @Override
        public int read(byte[] piece, int offset, int length) {
            largestPiece = Math.max(largestPiece, length);
            if (given == size) {
                return -1;
            }
            int count = (int) Math.min(length, size - given);
            for (int i = 0; i < count; i++) {
                piece[offset + i] = (byte) (given + i);
            }
            given += count;
            return count;
        }
    }
}
