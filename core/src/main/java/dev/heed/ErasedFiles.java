package dev.heed;

import dev.heed.error.HeedException;
import dev.heed.message.ContentHash;
import dev.heed.spi.attachment.DeleteResult;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The contents that a person's tickets have used: deleted, unless they are somebody else's as well. */
final class ErasedFiles {
    private static final Logger log = LoggerFactory.getLogger(ErasedFiles.class);

    private final Attachments attachments;
    private long erased;
    private long left;

    ErasedFiles(Attachments attachments) {
        this.attachments = attachments;
    }

    /** Deletes them. One that cannot be deleted now is left, and goes in a later round. */
    void delete(Set<ContentHash> contents) {
        for (ContentHash content : contents) {
            try {
                if (attachments.deleteUnused(content) == DeleteResult.DELETED) {
                    erased++;
                }
                if (attachments.isLeft(content)) {
                    left++;
                }
            } catch (HeedException e) {
                log.error("Content {} of a person who was forgotten could not be deleted yet.", content, e);
                left++;
            }
        }
    }

    /** How many are gone. */
    long erased() {
        return erased;
    }

    /** How many are still there although nothing uses them. */
    long left() {
        return left;
    }
}
