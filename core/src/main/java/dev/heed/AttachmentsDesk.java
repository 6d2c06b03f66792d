package dev.heed;

import static java.util.Objects.requireNonNull;

import dev.heed.error.NotFoundException;
import dev.heed.message.Attachment;
import dev.heed.message.ContentHash;
import dev.heed.people.AgentId;
import dev.heed.people.Permission;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The contents of files: {@link AgentDesk#attachments()}. A content is found by way of a ticket that has it, never by its hash
 * alone. Thread-safe.
 */
public final class AttachmentsDesk {
    private final Actor actor;
    private final Engine engine;

    AttachmentsDesk(Actor actor) {
        this.actor = actor;
        this.engine = actor.engine();
    }

    /**
     * The content of a file of a ticket's messages and notes, of the duplicates that go on in it, or of a draft on them that the
     * agent may see. Empty if there is no such file, or its content is lost.
     *
     * @return from the first byte on; to be closed. At the end it fails with an {@link java.io.IOException} if the content was
     *     changed where it is kept
     * @throws NotFoundException if there is no such ticket
     */
    public Optional<InputStream> findContent(TicketId id, ContentHash content) {
        actor.may(Permission.READ);
        requireNonNull(content, "content");
        Ticket ticket = engine.ticket(requireNonNull(id, "id"));
        return files(ticket).flatMap(file -> file.content().stream()).anyMatch(content::equals)
                ? engine.attachments().find(content)
                : Optional.empty();
    }

    /** As {@link #findContent}, or a {@link NotFoundException}. */
    public InputStream getContent(TicketId id, ContentHash content) {
        actor.may(Permission.READ);
        return findContent(id, content)
                .orElseThrow(() -> new NotFoundException(
                        "Ticket " + id + " has no file with the content " + content + ", or it is lost.",
                        "Use the content() of an attachment of the ticket's messages, notes or drafts."));
    }

    private Stream<Attachment> files(Ticket ticket) {
        Conversations conversations = new Conversations(engine);
        AgentId me = actor.person().id();
        return Stream.of(
                        conversations.of(ticket).messages().stream().flatMap(message -> message.attachments().stream()),
                        ticket.messages().stream().flatMap(message -> message.attachments().stream()),
                        conversations.notes(ticket).stream().flatMap(note -> note.attachments().stream()),
                        new Drafts(engine)
                                .onAll(ticket)
                                .filter(draft -> draft.isVisibleTo(me))
                                .flatMap(draft -> draft.content().attachments().stream()))
                .flatMap(files -> files);
    }
}
