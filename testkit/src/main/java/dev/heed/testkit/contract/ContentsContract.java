package dev.heed.testkit.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.error.AttachmentTooLargeException;
import dev.heed.error.InvalidInputException;
import dev.heed.message.ContentHash;
import dev.heed.spi.attachment.AttachmentStore;
import dev.heed.spi.attachment.StoredContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every attachment store keeps to in what it takes and gives; a part of {@link AttachmentStoreContract}. */
abstract class ContentsContract {
    static final int MANY = 1000;
    static final byte[] PHOTO = "a photo of a shelf \0 \u00fc".getBytes(UTF_8);
    static final ContentHash HASH_OF_PHOTO = ContentHash.of(PHOTO);

    AttachmentStore store;

    @SuppressWarnings("NullAway.Init") // set before each test
    ContentsContract() {}

    /**
     * A fresh store with nothing in it.
     *
     * @throws IOException if there is no place for it
     */
    protected abstract AttachmentStore newStore() throws IOException;

    @BeforeEach
    void open() throws IOException {
        store = newStore();
    }

    @AfterEach
    void close() {
        store.close();
    }

    final StoredContent put(byte[] content) throws IOException {
        return store.put(new ByteArrayInputStream(content), content.length);
    }

    /** Keeps it without a claim. */
    final ContentHash keep(byte[] content) throws IOException {
        try (StoredContent stored = put(content)) {
            return stored.hash();
        }
    }

    final byte[] read(ContentHash hash) throws IOException {
        try (InputStream content = store.open(hash).orElseThrow()) {
            return content.readAllBytes();
        }
    }

    private static byte[] pattern(int size) {
        byte[] content = new byte[size];
        for (int i = 0; i < size; i++) {
            content[i] = (byte) (i * 31 + i / 251);
        }
        return content;
    }

    @Nested
    class Keeping {
        @Test
        void whatIsPutIsFoundByItsHash() throws IOException {
            try (StoredContent stored = put(PHOTO)) {
                assertThat(stored.hash()).isEqualTo(HASH_OF_PHOTO);
                assertThat(stored.size()).isEqualTo(PHOTO.length);
            }

            assertThat(store.contains(HASH_OF_PHOTO)).isTrue();
            assertThat(read(HASH_OF_PHOTO)).isEqualTo(PHOTO);
        }

        @Test
        void anEmptyContentIsOne() throws IOException {
            ContentHash empty = keep(new byte[0]);

            assertThat(empty).isEqualTo(ContentHash.of(new byte[0]));
            assertThat(read(empty)).isEmpty();
        }

        @Test
        void aLargeContentComesBackByteByByte() throws IOException {
            byte[] large = pattern(3_000_001);

            assertThat(read(keep(large))).isEqualTo(large);
        }

        @Test
        void aStreamThatGivesItsBytesInDribletsIsReadToItsEnd() throws IOException {
            byte[] content = pattern(1_000);
            InputStream driblets = new ByteArrayInputStream(content) {
                @Override
                public synchronized int read(byte[] piece, int offset, int length) {
                    return super.read(piece, offset, Math.min(length, 7));
                }
            };

            try (StoredContent stored = store.put(driblets, content.length)) {
                assertThat(read(stored.hash())).isEqualTo(content);
            }
        }

        @Test
        void theSameContentIsKeptOnce() throws IOException {
            ContentHash first = keep(PHOTO);
            ContentHash again = keep(PHOTO.clone());

            assertThat(again).isEqualTo(first);
            assertThat(store.list(Optional.empty(), MANY)).containsExactly(first);
        }

        @Test
        void whatIsNotThereIsNotFound() {
            assertThat(store.open(HASH_OF_PHOTO)).isEmpty();
            assertThat(store.contains(HASH_OF_PHOTO)).isFalse();
            assertThat(store.claim(HASH_OF_PHOTO)).isEmpty();
        }

        @Test
        void eachReaderBeginsWithTheFirstByte() throws IOException {
            keep(PHOTO);

            try (InputStream one = store.open(HASH_OF_PHOTO).orElseThrow();
                    InputStream other = store.open(HASH_OF_PHOTO).orElseThrow()) {
                assertThat(one.read()).isEqualTo(PHOTO[0]);
                assertThat(other.readAllBytes()).isEqualTo(PHOTO);
                assertThat(one.readAllBytes()).hasSize(PHOTO.length - 1);
            }
        }

        @Test
        void theGivenStreamStaysOpen() throws IOException {
            List<String> calls = new ArrayList<>();
            InputStream content = new ByteArrayInputStream(PHOTO) {
                @Override
                public void close() {
                    calls.add("close");
                }
            };

            store.put(content, PHOTO.length).close();

            assertThat(calls).isEmpty();
        }

        @Test
        void manyCanPutTheSameAtOnce() throws Exception {
            byte[] content = pattern(200_000);
            ExecutorService threads = Executors.newFixedThreadPool(4);
            try {
                List<Callable<ContentHash>> puts = new ArrayList<>();
                for (int i = 0; i < 16; i++) {
                    puts.add(() -> keep(content));
                }
                for (Future<ContentHash> put : threads.invokeAll(puts)) {
                    assertThat(read(put.get())).isEqualTo(content);
                }
            } finally {
                threads.shutdown();
            }
            assertThat(store.list(Optional.empty(), MANY)).containsExactly(ContentHash.of(content));
        }
    }

    @Nested
    class Limits {
        @Test
        void asManyBytesAsTheLimitAreTaken() throws IOException {
            byte[] content = pattern(100_000);

            try (StoredContent stored = store.put(new ByteArrayInputStream(content), 100_000)) {
                assertThat(read(stored.hash())).isEqualTo(content);
            }
        }

        @Test
        void oneByteMoreIsRefusedAndLeavesNothingBehind() {
            byte[] content = pattern(100_001);

            assertThatThrownBy(() -> store.put(new ByteArrayInputStream(content), 100_000))
                    .isInstanceOfSatisfying(
                            AttachmentTooLargeException.class,
                            refused -> assertThat(refused.limit()).isEqualTo(100_000));
            assertThat(store.list(Optional.empty(), MANY)).isEmpty();
            assertThat(store.contains(ContentHash.of(content))).isFalse();
        }

        @Test
        void whatComesBehindTheLimitIsNotRead() {
            ByteArrayInputStream content = new ByteArrayInputStream(pattern(1_000_000));

            assertThatThrownBy(() -> store.put(content, 10)).isInstanceOf(AttachmentTooLargeException.class);

            assertThat(content.available()).isGreaterThanOrEqualTo(1_000_000 - 11);
        }

        @Test
        void whatIsRefusedLeavesWhatWasThereBefore() throws IOException {
            keep(PHOTO);

            assertThatThrownBy(() -> store.put(new ByteArrayInputStream(PHOTO), PHOTO.length - 1))
                    .isInstanceOf(AttachmentTooLargeException.class);

            assertThat(read(HASH_OF_PHOTO)).isEqualTo(PHOTO);
        }

        @Test
        void ofNoBytesOnlyTheEmptyContentIsTaken() throws IOException {
            store.put(InputStream.nullInputStream(), 0).close();

            assertThatThrownBy(() -> store.put(new ByteArrayInputStream(new byte[1]), 0))
                    .isInstanceOf(AttachmentTooLargeException.class);
            assertThatThrownBy(() -> store.put(InputStream.nullInputStream(), -1))
                    .isInstanceOf(InvalidInputException.class);
        }

        @Test
        void aLimitCanBeAsHighAsItLikes() throws IOException {
            store.put(new ByteArrayInputStream(PHOTO), Long.MAX_VALUE).close();

            assertThat(read(HASH_OF_PHOTO)).isEqualTo(PHOTO);
        }

        @Test
        void aStreamThatFailsLeavesNothingBehind() {
            InputStream broken = new ByteArrayInputStream(pattern(100_000)) {
                @Override
                public synchronized int read(byte[] piece, int offset, int length) {
                    int read = super.read(piece, offset, Math.min(length, 60_000));
                    if (available() == 0) {
                        throw new IllegalStateException("the line broke");
                    }
                    return read;
                }
            };

            assertThatThrownBy(() -> store.put(broken, 100_000)).hasMessage("the line broke");
            assertThat(store.list(Optional.empty(), MANY)).isEmpty();
        }
    }
}
