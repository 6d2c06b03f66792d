package dev.heed.testkit.broken;

import dev.heed.error.AttachmentTooLargeException;
import dev.heed.message.ContentHash;
import dev.heed.spi.attachment.DeleteResult;
import dev.heed.spi.attachment.StoredContent;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Attachment stores that lose contents, keep too much or tell it wrongly, and the sentences that say so. */
class BrokenAttachmentsTest {
    @Test
    void aSoundStoreHolds() {
        ContractRun.ofAttachments(ForwardingAttachments::new).holds();
    }

    @Test
    void takingMoreThanTheLimitIsCaught() {
        ContractRun.ofAttachments(() -> new ForwardingAttachments() {
                    @Override
                    public StoredContent put(InputStream content, long limit) throws IOException {
                        return super.put(content, limit < 0 ? limit : Long.MAX_VALUE);
                    }
                })
                .isCaughtBy(
                        "oneByteMoreIsRefusedAndLeavesNothingBehind",
                        "whatComesBehindTheLimitIsNotRead",
                        "whatIsRefusedLeavesWhatWasThereBefore",
                        "ofNoBytesOnlyTheEmptyContentIsTaken");
    }

    @Test
    void refusingWhatHasExactlyTheLimitIsCaught() {
        ContractRun.ofAttachments(() -> new ForwardingAttachments() {
                    @Override
                    public StoredContent put(InputStream content, long limit) throws IOException {
                        return super.put(content, limit == 100_000 ? limit - 1 : limit);
                    }
                })
                .isCaughtAtLeastBy("asManyBytesAsTheLimitAreTaken");
    }

    @Test
    void readingAllBeforeItIsMeasuredIsCaught() {
        ContractRun.ofAttachments(() -> new ForwardingAttachments() {
                    @Override
                    public StoredContent put(InputStream content, long limit) throws IOException {
                        return super.put(new ByteArrayInputStream(content.readAllBytes()), limit);
                    }
                })
                .isCaughtAtLeastBy("whatComesBehindTheLimitIsNotRead");
    }

    @Test
    void keepingTheBeginningOfWhatIsTooLargeIsCaught() {
        ContractRun.ofAttachments(() -> new ForwardingAttachments() {
                    @Override
                    public StoredContent put(InputStream content, long limit) throws IOException {
                        try {
                            return super.put(content, limit);
                        } catch (AttachmentTooLargeException e) {
                            super.put(new ByteArrayInputStream(new byte[] {1, 2, 3}), 3)
                                    .close();
                            throw e;
                        }
                    }
                })
                .isCaughtBy("oneByteMoreIsRefusedAndLeavesNothingBehind");
    }

    @Test
    void keepingWhatCameBeforeTheLineBrokeIsCaught() {
        ContractRun.ofAttachments(() -> new ForwardingAttachments() {
                    @Override
                    public StoredContent put(InputStream content, long limit) throws IOException {
                        try {
                            return super.put(content, limit);
                        } catch (IllegalStateException e) {
                            super.put(InputStream.nullInputStream(), 0).close();
                            throw e;
                        }
                    }
                })
                .isCaughtBy("aStreamThatFailsLeavesNothingBehind");
    }

    @Test
    void takingAShortReadForTheEndIsCaught() {
        ContractRun.ofAttachments(() -> new ForwardingAttachments() {
                    @Override
                    public StoredContent put(InputStream content, long limit) throws IOException {
                        byte[] piece = new byte[(int) Math.min(4_000_000, Math.max(limit, 0) + 1)];
                        int read = content.read(piece);
                        return super.put(new ByteArrayInputStream(piece, 0, Math.max(read, 0)), limit);
                    }
                })
                .isCaughtAtLeastBy("aStreamThatGivesItsBytesInDribletsIsReadToItsEnd");
    }

    @Test
    void closingTheGivenStreamIsCaught() {
        ContractRun.ofAttachments(() -> new ForwardingAttachments() {
                    @Override
                    public StoredContent put(InputStream content, long limit) throws IOException {
                        try (content) {
                            return super.put(content, limit);
                        }
                    }
                })
                .isCaughtBy("theGivenStreamStaysOpen");
    }

    @Test
    void givingOneStreamToAllReadersIsCaught() {
        ContractRun.ofAttachments(() -> new ForwardingAttachments() {
                    private final Map<ContentHash, Optional<InputStream>> open = new HashMap<>();

                    @Override
                    public Optional<InputStream> open(ContentHash hash) {
                        return open.computeIfAbsent(hash, super::open);
                    }
                })
                .isCaughtAtLeastBy("eachReaderBeginsWithTheFirstByte");
    }

    @Test
    void openingWhatIsNotThereAsEmptyIsCaught() {
        ContractRun.ofAttachments(() -> new ForwardingAttachments() {
                    @Override
                    public Optional<InputStream> open(ContentHash hash) {
                        return super.open(hash).or(() -> Optional.of(InputStream.nullInputStream()));
                    }
                })
                .isCaughtBy("whatIsNotThereIsNotFound", "whatNobodyUsesIsDeleted");
    }

    @Test
    void cuttingLargeContentsIsCaught() {
        ContractRun.ofAttachments(() -> new ForwardingAttachments() {
                    @Override
                    public Optional<InputStream> open(ContentHash hash) {
                        return super.open(hash).map(content -> new FilterInputStream(content) {
                            @Override
                            public byte[] readAllBytes() throws IOException {
                                return in.readNBytes(1 << 20);
                            }
                        });
                    }
                })
                .isCaughtBy("aLargeContentComesBackByteByByte");
    }

    @Test
    void deletingWhatIsClaimedIsCaught() {
        ContractRun.ofAttachments(() -> new ForwardingAttachments() {
                    @Override
                    public StoredContent put(InputStream content, long limit) throws IOException {
                        StoredContent claim = super.put(content, limit);
                        claim.close();
                        return claim;
                    }
                })
                .isCaughtBy("whatIsClaimedStaysUntilTheLastClaimEnds");
    }

    @Test
    void forgettingClaimsOnWhatIsThereIsCaught() {
        ContractRun.ofAttachments(() -> new ForwardingAttachments() {
                    @Override
                    public Optional<StoredContent> claim(ContentHash hash) {
                        Optional<StoredContent> claim = super.claim(hash);
                        claim.ifPresent(StoredContent::close);
                        return claim;
                    }
                })
                .isCaughtBy("whatIsThereCanBeClaimedWithoutItsBytes");
    }

    @Test
    void deletingWithoutAskingIsCaught() {
        ContractRun.ofAttachments(() -> new ForwardingAttachments() {
                    @Override
                    public DeleteResult delete(ContentHash hash, BooleanSupplier unused) {
                        return super.delete(hash, () -> true);
                    }
                })
                .isCaughtAtLeastBy(
                        "whatIsUsedStays",
                        "whereNobodyKnowsWhetherItIsUsedItStays",
                        "whatIsPutWhileItIsDeletedIsNotLost");
    }

    @Test
    void askingOnlyBeforeItDeletesIsCaught() {
        ContractRun.ofAttachments(() -> new ForwardingAttachments() {
                    @Override
                    public DeleteResult delete(ContentHash hash, BooleanSupplier unused) {
                        if (!contains(hash)) {
                            return DeleteResult.ABSENT;
                        }
                        DeleteResult claimed = super.delete(hash, () -> false);
                        if (claimed == DeleteResult.CLAIMED) {
                            return claimed;
                        }
                        return unused.getAsBoolean() ? super.delete(hash, () -> true) : DeleteResult.USED;
                    }
                })
                .isCaughtBy("whatIsPutAndUsedWhileItIsDeletedIsNotLost");
    }

    @Test
    void deletingWhatCannotBeAskedAboutIsCaught() {
        ContractRun.ofAttachments(() -> new ForwardingAttachments() {
                    @Override
                    public DeleteResult delete(ContentHash hash, BooleanSupplier unused) {
                        return super.delete(hash, () -> {
                            try {
                                return unused.getAsBoolean();
                            } catch (IllegalStateException e) {
                                return true;
                            }
                        });
                    }
                })
                .isCaughtBy("whereNobodyKnowsWhetherItIsUsedItStays");
    }

    @Test
    void listingInAnotherOrderIsCaught() {
        ContractRun.ofAttachments(() -> new ForwardingAttachments() {
                    @Override
                    public List<ContentHash> list(Optional<ContentHash> after, int limit) {
                        return super.list(after, limit).stream()
                                .sorted(Comparator.reverseOrder())
                                .toList();
                    }
                })
                .isCaughtAtLeastBy("allAreListedInTheOrderOfTheirHashes");
    }

    @Test
    void beginningAPageWithTheLastOfTheOneBeforeIsCaught() {
        ContractRun.ofAttachments(() -> new ForwardingAttachments() {
                    @Override
                    public List<ContentHash> list(Optional<ContentHash> after, int limit) {
                        List<ContentHash> all = super.list(Optional.empty(), Integer.MAX_VALUE);
                        int from = after.map(all::indexOf).orElse(-1) + 1;
                        return all.subList(from, Math.min(all.size(), from + limit));
                    }
                })
                .isCaughtBy("aPageBeginsBehindAHashThatIsNotThereAnyMore");
    }
}
