package dev.heed;

import static java.util.stream.Collectors.toCollection;

import dev.heed.message.Attachment;
import dev.heed.message.ContentHash;
import dev.heed.spi.store.StoredDocument;
import dev.heed.spi.store.TicketStore;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.DraftId;
import dev.heed.ticket.ReplyDraft;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which tickets and drafts use which contents, written in the same units of work as they are: for each use one document by which
 * it is found from the content, and one by which it is found from the ticket.
 */
final class AttachmentUses {
    private static final String BY_CONTENT = "attachment-use";
    private static final String BY_TICKET = "attachment-of";
    private static final int ALL = Integer.MAX_VALUE;

    private final TicketStore store;

    AttachmentUses(TicketStore store) {
        this.store = store;
    }

    /** Once the uses that were written are there for all. */
    void afterCommit(Runnable hint) {
        store.afterCommit(hint);
    }

    /** Whether no ticket and no draft uses a content. */
    boolean isUnused(ContentHash content) {
        return store.documents(BY_CONTENT, content.value(), 1).isEmpty();
    }

    /** What a ticket uses from now on. */
    void add(TicketId ticket, List<TicketEvent> events, UnitOfWork.Builder unit) {
        for (TicketEvent event : events) {
            if (!event.attachments().isEmpty()) { // of most there are none
                hashes(events.stream().flatMap(one -> one.attachments().stream()))
                        .forEach(content -> add(ticket, of(ticket), content, unit));
                return;
            }
        }
    }

    /** What a draft uses from now on, and what it does not any more. */
    void change(ReplyDraft draft, UnitOfWork.Builder unit) {
        String user = of(draft.ticket(), draft.id());
        Set<ContentHash> used = hashes(draft.content().attachments().stream());
        for (StoredDocument use : of(draft.ticket(), user)) {
            if (!used.contains(content(use))) {
                unit.remove(use).remove(byContent(use));
            }
        }
        used.forEach(content -> add(draft.ticket(), user, content, unit));
    }

    /** A draft is gone. */
    void remove(ReplyDraft draft, UnitOfWork.Builder unit) {
        of(draft.ticket(), of(draft.ticket(), draft.id()))
                .forEach(use -> unit.remove(use).remove(byContent(use)));
    }

    /** What a ticket and the drafts on it use. */
    List<StoredDocument> of(List<TicketId> tickets) {
        return tickets.stream()
                .flatMap(ticket -> store.documents(BY_TICKET, ticket.toString(), ALL).stream())
                .toList();
    }

    /** That a ticket uses some contents; drafts on it not. */
    List<StoredDocument> of(TicketId ticket, Set<ContentHash> contents) {
        return contents.stream()
                .flatMap(content -> store.findDocument(BY_TICKET, of(ticket) + content).stream())
                .toList();
    }

    void remove(List<StoredDocument> uses, UnitOfWork.Builder unit) {
        uses.forEach(use -> unit.remove(use).remove(byContent(use)));
    }

    /** The content that is used. */
    static ContentHash content(StoredDocument use) {
        return new ContentHash(use.content());
    }

    private List<StoredDocument> of(TicketId ticket, String user) {
        return store.documents(BY_TICKET, ticket.toString(), ALL).stream()
                .filter(use -> use.id().startsWith(user))
                .toList();
    }

    private void add(TicketId ticket, String user, ContentHash content, UnitOfWork.Builder unit) {
        String id = user + content;
        if (store.findDocument(BY_TICKET, id).isEmpty()) {
            StoredDocument use = StoredDocument.of(BY_TICKET, id, ticket.toString(), content.value());
            unit.document(use).document(byContent(use));
        }
    }

    private static StoredDocument byContent(StoredDocument use) {
        return StoredDocument.of(BY_CONTENT, use.id(), use.content(), "");
    }

    private static String of(TicketId ticket) {
        return ticket + "/";
    }

    private static String of(TicketId ticket, DraftId draft) {
        return ticket + "/" + draft + "/";
    }

    private static Set<ContentHash> hashes(Stream<Attachment> files) {
        return files.flatMap(file -> file.content().stream()).collect(toCollection(LinkedHashSet::new));
    }
}
