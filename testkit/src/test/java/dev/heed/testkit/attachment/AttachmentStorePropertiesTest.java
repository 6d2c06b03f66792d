package dev.heed.testkit.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.AttachmentTooLargeException;
import dev.heed.message.ContentHash;
import dev.heed.spi.attachment.AttachmentStore;
import dev.heed.spi.attachment.DeleteResult;
import dev.heed.spi.attachment.FileAttachmentStore;
import dev.heed.spi.attachment.InMemoryAttachmentStore;
import dev.heed.spi.attachment.StoredContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever is put, in whatever order, both stores keep it as it was. */
class AttachmentStorePropertiesTest {
    private static final List<AttachmentStore> STORES = new ArrayList<>();
    private static final List<Path> FOLDERS = new ArrayList<>();

    @BeforeContainer
    static void open() throws IOException {
        Path folder = Files.createTempDirectory("heed-attachments");
        FOLDERS.add(folder);
        STORES.add(new InMemoryAttachmentStore());
        STORES.add(FileAttachmentStore.in(folder));
    }

    @AfterContainer
    static void close() throws IOException {
        STORES.forEach(AttachmentStore::close);
        STORES.clear();
        for (Path folder : FOLDERS) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        FOLDERS.clear();
    }

    @Property(tries = 150)
    void whateverIsPutComesBackUnderTheHashOfItsBytes(@ForAll @Size(max = 5_000) byte[] content) throws IOException {
        for (AttachmentStore store : STORES) {
            try (StoredContent stored = store.put(new ByteArrayInputStream(content), content.length);
                    InputStream opened = store.open(stored.hash()).orElseThrow()) {
                assertThat(stored.hash()).isEqualTo(ContentHash.of(content));
                assertThat(stored.size()).isEqualTo(content.length);
                assertThat(opened.readAllBytes()).isEqualTo(content);
            }
        }
    }

    @Property(tries = 150)
    void aContentIsTakenExactlyWhenItHasNoMoreBytesThanTheLimit(
            @ForAll @Size(max = 300) byte[] content, @ForAll @IntRange(max = 320) int limit) throws IOException {
        for (AttachmentStore store : STORES) {
            if (content.length <= limit) {
                store.put(new ByteArrayInputStream(content), limit).close();
            } else {
                assertThatThrownBy(() -> store.put(new ByteArrayInputStream(content), limit))
                        .isInstanceOf(AttachmentTooLargeException.class);
            }
        }
    }

    @Property(tries = 200)
    void twoContentsHaveOneHashExactlyWhenTheyAreEqual(
            @ForAll @Size(max = 3) byte[] one, @ForAll @Size(max = 3) byte[] other) {
        assertThat(ContentHash.of(one).equals(ContentHash.of(other))).isEqualTo(Arrays.equals(one, other));
    }

    /** What is done to a store: put (and perhaps claim for a while), release all claims of it, delete. */
    enum Act {
        PUT,
        PUT_AND_HOLD,
        RELEASE,
        DELETE_UNUSED,
        DELETE_USED
    }

    record Step(Act act, byte content) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Act.class), Arbitraries.bytes().between((byte) 0, (byte) 3))
                .as(Step::new)
                .list()
                .ofMaxSize(30);
    }

    @Property(tries = 100)
    void aStoreIsASetOfContentsOfWhichTheClaimedStay(@ForAll("steps") List<Step> steps) throws IOException {
        for (AttachmentStore store : STORES) {
            Set<ContentHash> expected = new TreeSet<>();
            List<StoredContent> held = new ArrayList<>();
            for (Step step : steps) {
                play(store, step, expected, held);
                assertThat(store.list(Optional.empty(), 100)).containsAll(expected);
            }
            held.forEach(StoredContent::close);
            for (ContentHash hash : new HashSet<>(store.list(Optional.empty(), 10_000))) {
                assertThat(store.delete(hash, () -> true)).isEqualTo(DeleteResult.DELETED);
            }
        }
    }

    private static void play(AttachmentStore store, Step step, Set<ContentHash> expected, List<StoredContent> held)
            throws IOException {
        byte[] content = {step.content, 1, 2, 3, 4, 5};
        ContentHash hash = ContentHash.of(content);
        boolean claimed = held.stream().anyMatch(claim -> claim.hash().equals(hash));
        switch (step.act) {
            case PUT -> {
                store.put(new ByteArrayInputStream(content), 6).close();
                expected.add(hash);
            }
            case PUT_AND_HOLD -> {
                held.add(store.put(new ByteArrayInputStream(content), 6));
                expected.add(hash);
            }
            case RELEASE -> {
                held.stream().filter(claim -> claim.hash().equals(hash)).forEach(StoredContent::close);
                held.removeIf(claim -> claim.hash().equals(hash));
            }
            case DELETE_UNUSED -> {
                assertThat(store.delete(hash, () -> true))
                        .isEqualTo(
                                !expected.contains(hash)
                                        ? DeleteResult.ABSENT
                                        : claimed ? DeleteResult.CLAIMED : DeleteResult.DELETED);
                if (!claimed) {
                    expected.remove(hash);
                }
            }
            case DELETE_USED -> assertThat(store.delete(hash, () -> false)).isNotEqualTo(DeleteResult.DELETED);
        }
    }
}
