package dev.heed.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.StoredDocument;
import dev.heed.spi.store.UnitOfWork;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every store keeps to in the documents that features keep in it; a part of {@link TicketStoreContract}. */
abstract class DocumentsContract extends WholeUnitsContract {
    DocumentsContract() {}

    @Nested
    class Documents {
        private final StoredDocument first = StoredDocument.of("draft", "b", "ticket-1", "{\"text\":\"Zoë 🎈\"}");

        @Test
        void aDocumentComesBackAsItWasWritten() {
            assertThat(keep(first)).isEqualTo(CommitResult.COMMITTED);

            assertThat(store.findDocument("draft", "b")).contains(first);
        }

        @Test
        void aLongDocumentComesBackWhole() {
            StoredDocument longer = StoredDocument.of("draft", "long", "", "words and \u0007\r\n ".repeat(100_000));
            keep(longer);

            assertThat(store.findDocument("draft", "long")).contains(longer);
        }

        @Test
        void aChangeTakesThePlaceOfTheVersionBeforeIt() {
            keep(first);

            assertThat(keep(first.next("later"))).isEqualTo(CommitResult.COMMITTED);
            assertThat(store.findDocument("draft", "b")).contains(first.next("later"));
        }

        @Test
        void aChangeOfAnythingButTheLastVersionIsAConflict() {
            keep(first);
            keep(first.next("later"));

            assertThat(keep(first.next("too late"))).isEqualTo(CommitResult.CONFLICT);
            assertThat(keep(first)).isEqualTo(CommitResult.CONFLICT);
            assertThat(keep(first.next("").next("").next("too early"))).isEqualTo(CommitResult.CONFLICT);
            assertThat(store.findDocument("draft", "b")).contains(first.next("later"));
        }

        @Test
        void whatIsNotThereCannotBeChanged() {
            assertThat(keep(first.next("later"))).isEqualTo(CommitResult.CONFLICT);
            assertThat(store.findDocument("draft", "b")).isEmpty();
        }

        @Test
        void aDocumentIsRemovedAsItWasRead() {
            keep(first);
            keep(first.next("later"));

            assertThat(remove(first)).isEqualTo(CommitResult.CONFLICT);
            assertThat(remove(first.next("later"))).isEqualTo(CommitResult.COMMITTED);
            assertThat(store.findDocument("draft", "b")).isEmpty();
            assertThat(store.documents("draft", "ticket-1", MANY)).isEmpty();
            assertThat(remove(first.next("later"))).isEqualTo(CommitResult.CONFLICT);
            assertThat(keep(first)).isEqualTo(CommitResult.COMMITTED);
        }

        @Test
        void documentsAreListedByKindAndOwnerInTheOrderOfTheirIds() {
            StoredDocument before = StoredDocument.of("draft", "a", "ticket-1", "");
            StoredDocument capital = StoredDocument.of("draft", "B", "ticket-1", "");
            keep(first);
            keep(before);
            keep(capital);
            keep(StoredDocument.of("draft", "c", "ticket-2", ""));
            keep(StoredDocument.of("view", "d", "ticket-1", ""));

            assertThat(store.documents("draft", "ticket-1", MANY)).containsExactly(capital, before, first);
            assertThat(store.documents("draft", "ticket-1", 2)).containsExactly(capital, before);
            assertThat(store.documents("draft", "TICKET-1", MANY)).isEmpty();
        }

        @Test
        void aDocumentThatChangesItsOwnerIsListedWithTheNewOne() {
            keep(first);
            StoredDocument moved = new StoredDocument("draft", "b", "ticket-2", 2, first.content());
            keep(moved);

            assertThat(store.documents("draft", "ticket-1", MANY)).isEmpty();
            assertThat(store.documents("draft", "ticket-2", MANY)).containsExactly(moved);
        }

        @Test
        void oneNameInTwoKindsIsTwoDocuments() {
            StoredDocument other = StoredDocument.of("view", "b", "", "other");
            keep(first);
            keep(other);

            assertThat(store.findDocument("draft", "b")).contains(first);
            assertThat(store.findDocument("view", "b")).contains(other);
        }

        private CommitResult keep(StoredDocument document) {
            return store.commit(UnitOfWork.builder().document(document).build());
        }

        private CommitResult remove(StoredDocument document) {
            return store.commit(UnitOfWork.builder().remove(document).build());
        }
    }
}
