package dev.heed;

import dev.heed.error.AttachmentTooLargeException;
import dev.heed.error.HeedException;
import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.error.StoreException;
import dev.heed.message.Attachment;
import dev.heed.message.Attachment.Refused;
import dev.heed.message.AttachmentSource;
import dev.heed.message.ContentHash;
import dev.heed.message.Reply;
import dev.heed.spi.attachment.AttachmentStore;
import dev.heed.spi.attachment.DeleteResult;
import dev.heed.spi.attachment.StoredContent;
import dev.heed.spi.store.TicketStore;
import dev.heed.ticket.TicketEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How files come into the store of attachments, are read there, and go when nothing uses them any more. */
final class Attachments {
    private static final Logger log = LoggerFactory.getLogger(Attachments.class);
    private static final int SWEPT_AT_ONCE = 100;

    private final AttachmentStore contents;
    private final AttachmentLimits limits;
    private final AttachmentUses uses;
    private Optional<ContentHash> sweptUpTo = Optional.empty();

    Attachments(AttachmentStore contents, AttachmentLimits limits, TicketStore tickets) {
        this.contents = contents;
        this.limits = limits;
        this.uses = new AttachmentUses(tickets);
    }

    /** Once what was written with the files is there for all. */
    void afterCommit(Runnable hint) {
        uses.afterCommit(hint);
    }

    AttachmentStore contents() {
        return contents;
    }

    AttachmentUses uses() {
        return uses;
    }

    /** What a customer sent: all that can be taken, and of the rest why it was not. Nothing keeps the words from coming in. */
    KeptFiles take(List<AttachmentSource> files) {
        return filled(kept -> {
            for (AttachmentSource file : files) {
                take(file, kept);
            }
        });
    }

    private void take(AttachmentSource file, KeptFiles kept) {
        long left = limits.largestMessage() - kept.size();
        boolean whole = left >= limits.largestFile();
        try (InputStream bytes = file.open()) {
            kept.add(file, contents.put(bytes, whole ? limits.largestFile() : left));
        } catch (AttachmentTooLargeException e) {
            kept.refuse(
                    file,
                    whole
                            ? new Refused(Refused.Why.FILE_TOO_LARGE, limits.largestFile())
                            : new Refused(Refused.Why.MESSAGE_TOO_LARGE, limits.largestMessage()));
        } catch (IOException e) {
            log.warn("A file of a message could not be read: {}.", e.getClass().getName());
            kept.refuse(file, new Refused(Refused.Why.UNREADABLE, 0));
        }
    }

    /**
     * All files of a reply.
     *
     * @throws AttachmentTooLargeException if one is too large, or all are together
     * @throws InvalidInputException if one cannot be read
     * @throws NotFoundException if one is not kept any more
     */
    KeptFiles keep(Reply reply) {
        return filled(kept -> {
            for (Attachment file : reply.attachments()) {
                kept.add(file, claim(file));
            }
            if (kept.size() > limits.largestMessage()) {
                throw noRoom();
            }
            for (AttachmentSource file : reply.files()) {
                keep(file, kept);
            }
        });
    }

    private StoredContent claim(Attachment file) {
        return file.content()
                .flatMap(contents::claim)
                .orElseThrow(() -> new NotFoundException(
                        "A file of the reply is not kept any more.", "Attach it anew, with its bytes."));
    }

    private void keep(AttachmentSource file, KeptFiles kept) {
        long left = limits.largestMessage() - kept.size();
        try (InputStream bytes = file.open()) {
            kept.add(file, contents.put(bytes, Math.min(left, limits.largestFile())));
        } catch (AttachmentTooLargeException e) {
            throw left < limits.largestFile() ? noRoom() : e;
        } catch (IOException e) {
            throw new InvalidInputException(
                    "A file of the reply could not be read: " + e.getClass().getName() + ".",
                    "Give a file that can be read from its first byte on.");
        }
    }

    private AttachmentTooLargeException noRoom() {
        return new AttachmentTooLargeException(
                limits.largestMessage(),
                "The files of a message have more than " + limits.largestMessage() + " bytes together.",
                "Send fewer or smaller ones, or several answers.");
    }

    /** Files of which nothing stays if one of them is refused. */
    private KeptFiles filled(Consumer<KeptFiles> fill) {
        KeptFiles kept = new KeptFiles(this);
        try {
            fill.accept(kept);
            return kept;
        } catch (RuntimeException e) {
            kept.close();
            throw e;
        }
    }

    /**
     * The files that a history names.
     *
     * @throws InvalidInputException if one is not kept
     */
    KeptFiles claimAll(List<TicketEvent> history) {
        return filled(
                kept -> history.stream()
                        .flatMap(event -> event.attachments().stream())
                        .filter(file -> file.content().isPresent())
                        .forEach(
                                file -> kept.add(
                                        file,
                                        file.content()
                                                .flatMap(contents::claim)
                                                .orElseThrow(
                                                        () -> new InvalidInputException(
                                                                "A file of the history is not among the attachments of this desk.",
                                                                "Put its content there first, and hold the claim until the ticket is imported.")))));
    }

    /** Files that stand inside of JSON, while it is read. */
    KeptFiles keepNone() {
        return new KeptFiles(this);
    }

    /** Of a draft that was kept when drafts held the bytes of their files; it is used as soon as that is changed or sent. */
    ContentHash keepInline(byte[] content) {
        try (StoredContent stored = put(content)) {
            return stored.hash();
        }
    }

    /** Bytes that are in memory. */
    StoredContent put(byte[] content) {
        try {
            return contents.put(new ByteArrayInputStream(content), content.length);
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory cannot be read.", e);
        }
    }

    /** The content of a file, if it is still there. */
    Optional<InputStream> find(ContentHash content) {
        return contents.open(content);
    }

    /** For channels and exports, to which a store that fails is a file that cannot be read. */
    InputStream open(Attachment file) throws IOException {
        try {
            return file.content()
                    .flatMap(contents::open)
                    .orElseThrow(() -> new NoSuchFileException("The content of a file is not there."));
        } catch (StoreException e) {
            throw new IOException("The store of attachments failed.", e);
        }
    }

    /** Whether all of these can be read. */
    boolean areKept(List<Attachment> files) {
        return files.stream().flatMap(file -> file.content().stream()).allMatch(contents::contains);
    }

    /** Deletes a content, unless something uses it or is about to. */
    DeleteResult deleteUnused(ContentHash content) {
        return contents.delete(content, () -> uses.isUnused(content));
    }

    /** Whether a content is there that nothing uses, and nobody is about to. */
    boolean isLeft(ContentHash content) {
        return contents.contains(content)
                && uses.isUnused(content)
                && contents.delete(content, () -> false) != DeleteResult.CLAIMED;
    }

    /** Looks at the next few contents, and deletes those that a process which died has left, or a draft that is gone. */
    void sweep() {
        try {
            List<ContentHash> next = contents.list(sweptUpTo, SWEPT_AT_ONCE);
            for (ContentHash content : next) {
                if (uses.isUnused(content) && deleteUnused(content) == DeleteResult.DELETED) {
                    log.info("Content {}, which nothing used, was deleted.", content);
                }
            }
            sweptUpTo = next.size() < SWEPT_AT_ONCE ? Optional.empty() : Optional.of(next.get(next.size() - 1));
        } catch (HeedException e) {
            log.warn("Contents that nothing uses could not be looked for; the next round tries again.", e);
        }
    }
}
