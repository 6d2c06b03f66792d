package dev.heed.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.message.ContentHash;
import dev.heed.spi.attachment.AttachmentStore;
import dev.heed.spi.attachment.DeleteResult;
import dev.heed.spi.attachment.StoredContent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every {@link AttachmentStore} keeps to. Extend it and give it a fresh, empty store for each test. */
public abstract class AttachmentStoreContract extends ContentsContract {
    /** For subclasses. */
    protected AttachmentStoreContract() {}

    @Nested
    class Deleting {
        @Test
        void whatNobodyUsesIsDeleted() throws IOException {
            ContentHash other = keep(new byte[] {1});
            keep(PHOTO);

            assertThat(store.delete(HASH_OF_PHOTO, () -> true)).isEqualTo(DeleteResult.DELETED);

            assertThat(store.contains(HASH_OF_PHOTO)).isFalse();
            assertThat(store.open(HASH_OF_PHOTO)).isEmpty();
            assertThat(store.list(Optional.empty(), MANY)).containsExactly(other);
        }

        @Test
        void whatIsNotThereIsAbsent() {
            assertThat(store.delete(HASH_OF_PHOTO, () -> true)).isEqualTo(DeleteResult.ABSENT);
        }

        @Test
        void whatIsUsedStays() throws IOException {
            keep(PHOTO);

            assertThat(store.delete(HASH_OF_PHOTO, () -> false)).isEqualTo(DeleteResult.USED);

            assertThat(read(HASH_OF_PHOTO)).isEqualTo(PHOTO);
        }

        @Test
        void whatIsClaimedStaysUntilTheLastClaimEnds() throws IOException {
            StoredContent first = put(PHOTO);
            StoredContent again = put(PHOTO);
            first.close();
            first.close();
            assertThat(store.delete(HASH_OF_PHOTO, () -> true)).isEqualTo(DeleteResult.CLAIMED);
            assertThat(read(HASH_OF_PHOTO)).isEqualTo(PHOTO);

            again.close();
            assertThat(store.delete(HASH_OF_PHOTO, () -> true)).isEqualTo(DeleteResult.DELETED);
        }

        @Test
        void whatIsThereCanBeClaimedWithoutItsBytes() throws IOException {
            keep(PHOTO);

            try (StoredContent claim = store.claim(HASH_OF_PHOTO).orElseThrow()) {
                assertThat(claim.hash()).isEqualTo(HASH_OF_PHOTO);
                assertThat(claim.size()).isEqualTo(PHOTO.length);
                assertThat(store.delete(HASH_OF_PHOTO, () -> true)).isEqualTo(DeleteResult.CLAIMED);
            }
            assertThat(store.delete(HASH_OF_PHOTO, () -> true)).isEqualTo(DeleteResult.DELETED);
        }

        @Test
        void whatIsPutWhileItIsDeletedIsNotLost() throws IOException {
            keep(PHOTO);
            List<StoredContent> claims = new ArrayList<>();

            store.delete(HASH_OF_PHOTO, () -> claims.add(putAgain()));

            assertThat(claims).isNotEmpty();
            assertThat(read(HASH_OF_PHOTO)).isEqualTo(PHOTO);
            claims.forEach(StoredContent::close);
        }

        @Test
        void whatIsPutAndUsedWhileItIsDeletedIsNotLost() throws IOException {
            keep(PHOTO);
            List<ContentHash> written = new ArrayList<>();

            store.delete(HASH_OF_PHOTO, () -> {
                boolean unused = written.isEmpty();
                putAgain().close();
                written.add(HASH_OF_PHOTO);
                return unused;
            });

            assertThat(read(HASH_OF_PHOTO)).isEqualTo(PHOTO);
        }

        private StoredContent putAgain() {
            try {
                return put(PHOTO);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        @Test
        void whereNobodyKnowsWhetherItIsUsedItStays() throws IOException {
            keep(PHOTO);

            assertThatThrownBy(() -> store.delete(HASH_OF_PHOTO, () -> {
                        throw new IllegalStateException("the tickets cannot be read");
                    }))
                    .hasMessage("the tickets cannot be read");

            assertThat(read(HASH_OF_PHOTO)).isEqualTo(PHOTO);
        }

        @Test
        void whatWasDeletedCanBePutAnew() throws IOException {
            keep(PHOTO);
            store.delete(HASH_OF_PHOTO, () -> true);

            keep(PHOTO);

            assertThat(read(HASH_OF_PHOTO)).isEqualTo(PHOTO);
        }
    }

    @Nested
    class Listing {
        private List<ContentHash> keepSome() throws IOException {
            List<ContentHash> all = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                all.add(keep(new byte[] {(byte) i}));
            }
            return all.stream().sorted().toList();
        }

        @Test
        void allAreListedInTheOrderOfTheirHashes() throws IOException {
            List<ContentHash> all = keepSome();

            assertThat(store.list(Optional.empty(), MANY)).isEqualTo(all);
            assertThat(store.list(Optional.empty(), all.size())).isEqualTo(all);
        }

        @Test
        void pageByPageEachComesOnce() throws IOException {
            List<ContentHash> all = keepSome();
            List<ContentHash> seen = new ArrayList<>();
            List<ContentHash> page = store.list(Optional.empty(), 7);
            while (!page.isEmpty()) {
                assertThat(page).hasSizeLessThanOrEqualTo(7);
                seen.addAll(page);
                page = store.list(Optional.of(page.get(page.size() - 1)), 7);
            }

            assertThat(seen).isEqualTo(all);
        }

        @Test
        void aPageBeginsBehindAHashThatIsNotThereAnyMore() throws IOException {
            List<ContentHash> all = keepSome();
            store.delete(all.get(10), () -> true);

            assertThat(store.list(Optional.of(all.get(10)), MANY)).isEqualTo(all.subList(11, all.size()));
        }
    }
}
