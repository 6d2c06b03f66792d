package dev.heed.testkit.broken;

import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.StoredDocument;
import dev.heed.spi.store.UnitOfWork;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Stores that lose documents or mix them up, and the sentences that say so. */
class BrokenDocumentsTest {
    private static ContractRun keeping(UnaryOperator<StoredDocument> kept) {
        return ContractRun.ofStore(() -> new ForwardingStore() {
            @Override
            public CommitResult commit(UnitOfWork unit) {
                return super.commit(Rewritten.of(unit)
                        .documents(unit.documents().stream().map(kept).toList())
                        .build());
            }
        });
    }

    @Test
    void cuttingALongDocumentIsCaught() {
        keeping(d -> with(
                        d, d.content().substring(0, Math.min(65_535, d.content().length()))))
                .isCaughtBy("aLongDocumentComesBackWhole");
    }

    @Test
    void losingTheOwnerIsCaught() {
        keeping(d -> new StoredDocument(d.kind(), d.id(), "", d.version(), d.content()))
                .isCaughtAtLeastBy("documentsAreListedByKindAndOwnerInTheOrderOfTheirIds");
    }

    @Test
    void takingNamesForEqualThatDifferInACapitalIsCaught() {
        keeping(d -> new StoredDocument(d.kind(), d.id().toLowerCase(Locale.ROOT), d.owner(), d.version(), d.content()))
                .isCaughtBy("documentsAreListedByKindAndOwnerInTheOrderOfTheirIds");
    }

    @Test
    void writingWhateverTheVersionIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        for (StoredDocument document : unit.documents()) {
                            findDocument(document.kind(), document.id())
                                    .ifPresent(there -> super.commit(
                                            UnitOfWork.builder().remove(there).build()));
                            for (long version = 1; version < document.version(); version++) {
                                super.commit(UnitOfWork.builder()
                                        .document(new StoredDocument(
                                                document.kind(), document.id(), document.owner(), version, ""))
                                        .build());
                            }
                        }
                        return super.commit(unit);
                    }
                })
                .isCaughtAtLeastBy("aChangeOfAnythingButTheLastVersionIsAConflict", "whatIsNotThereCannotBeChanged");
    }

    @Test
    void writingDocumentsThoughTheUnitIsRefusedIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(UnitOfWork unit) {
                        CommitResult result = super.commit(unit);
                        if (result != CommitResult.COMMITTED && !unit.changes().isEmpty()) {
                            UnitOfWork.Builder again = UnitOfWork.builder();
                            unit.documents().forEach(again::document);
                            super.commit(again.build());
                        }
                        return result;
                    }
                })
                .isCaughtAtLeastBy("nothingIsWrittenIfTheTicketHasChanged");
    }

    @Test
    void listingInAnotherOrderIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public List<StoredDocument> documents(String kind, String owner, int limit) {
                        return super.documents(kind, owner, limit).stream()
                                .sorted(Comparator.comparing(StoredDocument::id).reversed())
                                .toList();
                    }
                })
                .isCaughtBy("documentsAreListedByKindAndOwnerInTheOrderOfTheirIds");
    }

    @Test
    void findingADocumentOfAnotherKindIsCaught() {
        ContractRun.ofStore(() -> new ForwardingStore() {
                    @Override
                    public Optional<StoredDocument> findDocument(String kind, String id) {
                        return super.findDocument("view", id).or(() -> super.findDocument(kind, id));
                    }
                })
                .isCaughtBy("oneNameInTwoKindsIsTwoDocuments");
    }

    private static StoredDocument with(StoredDocument d, String content) {
        return new StoredDocument(d.kind(), d.id(), d.owner(), d.version(), content);
    }
}
