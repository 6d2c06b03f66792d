package dev.heed;

import dev.heed.error.HeedException;
import dev.heed.message.Attachment;
import dev.heed.message.Attachment.Refused;
import dev.heed.message.AttachmentSource;
import dev.heed.message.ContentHash;
import dev.heed.spi.attachment.StoredContent;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files whose contents are kept, and claimed until this is closed: long enough to write down what uses them. What was not
 * written down goes then. Not thread-safe.
 */
final class KeptFiles implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(KeptFiles.class);

    private final Attachments attachments;
    private final List<Attachment> files = new ArrayList<>();
    private final List<StoredContent> claims = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private boolean written;

    KeptFiles(Attachments attachments) {
        this.attachments = attachments;
    }

    void add(AttachmentSource file, StoredContent claim) {
        add(file.kept(claim.hash(), claim.size()), claim);
    }

    void add(Attachment file, StoredContent claim) {
        claims.add(claim);
        files.add(file);
    }

    /** A content alone, which stands in the JSON of a history. */
    ContentHash keep(byte[] content) {
        StoredContent claim = attachments.put(content);
        claims.add(claim);
        return claim.hash();
    }

    void refuse(AttachmentSource file, Refused why) {
        files.add(file.refused(why));
        String problem = switch (why.why()) {
            case FILE_TOO_LARGE -> "it has more than " + AttachmentLimits.inWords(why.limit());
            case MESSAGE_TOO_LARGE ->
                "the files of this message have more than " + AttachmentLimits.inWords(why.limit()) + " together";
            case UNREADABLE -> "it could not be read";
        };
        remarks.add("The file “" + file.name() + "” was not taken: " + problem + ".");
    }

    /** All of them in their order, also those that were not taken. */
    List<Attachment> files() {
        return List.copyOf(files);
    }

    /** For the people of the shop: what was not taken, and why. */
    List<String> remarks() {
        return List.copyOf(remarks);
    }

    /** How many bytes have been taken, by their sizes in the message. */
    long size() {
        return files.stream().mapToLong(Attachment::size).sum();
    }

    /** What uses them stands in the ticket store now. */
    void written() {
        written = true;
    }

    /** Whether it was written is looked at again, since a store may have written what it could not say. */
    @Override
    public void close() {
        for (StoredContent claim : claims) {
            try {
                if (written) {
                    attachments.afterCommit(claim::close);
                } else {
                    claim.close();
                    attachments.deleteUnused(claim.hash());
                }
            } catch (HeedException e) {
                log.warn("Content {} is claimed or kept in vain; a later round looks at it.", claim.hash(), e);
            }
        }
    }
}
