package dev.heed;

import dev.heed.error.ConflictException;
import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.json.DraftJson;
import dev.heed.people.AgentId;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.StoredDocument;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.Closing;
import dev.heed.ticket.DraftId;
import dev.heed.ticket.Exemption;
import dev.heed.ticket.ReplyDraft;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where drafts are kept: one document belongs to the ticket, and one, by which it is found, to its author. */
final class Drafts {
    /** How many drafts somebody can have on a ticket: more than anybody writes, and too few to fill a store by mistake. */
    static final int MOST_OF_ONE = 100;

    static final String KIND = "draft";
    static final String BY_AUTHOR = "draft-of";
    private static final int ALL = 100_000;
    private static final int MOST_ATTEMPTS = 50;

    private final Engine engine;

    Drafts(Engine engine) {
        this.engine = engine;
    }

    /** As it is now. */
    Optional<ReplyDraft> find(DraftId id) {
        return engine.store().findDocument(KIND, id.value()).map(this::read);
    }

    /** Those begun on this very ticket, the oldest first. */
    List<ReplyDraft> on(TicketId ticket) {
        return engine.store().documents(KIND, ticket.toString(), ALL).stream()
                .map(this::read)
                .toList();
    }

    /** Those begun on a ticket and on the duplicates that go on in it, and in theirs. */
    Stream<ReplyDraft> onAll(Ticket ticket) {
        return Stream.concat(
                on(ticket.id()).stream(),
                new Conversations(engine).duplicatesOf(ticket).stream().flatMap(this::onAll));
    }

    /** Somebody's own, the oldest first. */
    List<ReplyDraft> of(AgentId author, int limit) {
        return engine.store().documents(BY_AUTHOR, author.value(), ALL).stream()
                .flatMap(one -> find(new DraftId(one.id())).stream()) // what was erased with its customer is not there
                .limit(limit)
                .toList();
    }

    private ReplyDraft read(StoredDocument document) {
        return DraftJson.read(document.content(), document.version(), engine.attachments()::keepInline);
    }

    /** Nothing is begun on a ticket that is erased, or is being erased. */
    ReplyDraft begin(ReplyDraft draft) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Ticket ticket = engine.ticket(draft.ticket());
            requireKnownCustomer(ticket);
            if (ticket.erased()) {
                throw new InvalidInputException(
                        "What was said in ticket " + ticket.number() + " was erased, and nothing goes on in it.",
                        "Write on another ticket.");
            }
            requireFew(draft);
            CommitResult result = engine.tryWriteBeside(ticket, unit -> {
                unit.document(document(draft)).document(byAuthor(draft));
                engine.attachments().uses().change(draft, unit);
            });
            if (result == CommitResult.COMMITTED) {
                return draft;
            }
        }
        throw new ConflictException(
                "A draft could not be kept, because ticket " + draft.ticket() + " changes all the time.",
                "Try again in a moment.");
    }

    /** Nothing is written about somebody who wanted to be forgotten. */
    private static void requireKnownCustomer(Ticket ticket) {
        if (isForgotten(ticket)) {
            throw new InvalidInputException(
                    "The customer of ticket " + ticket.number() + " wanted to be forgotten.",
                    "Write on another ticket; nothing can be sent here.");
        }
    }

    /** Whether its customer wanted to be forgotten. */
    static boolean isForgotten(Ticket ticket) {
        return ticket.closing()
                .filter(closing ->
                        closing instanceof Closing.Exempt exempt && exempt.exemption() == Exemption.CUSTOMER_ERASED)
                .isPresent();
    }

    private void requireFew(ReplyDraft draft) {
        long own = on(draft.ticket()).stream()
                .filter(one -> one.author().equals(draft.author()))
                .count();
        if (own >= MOST_OF_ONE) {
            throw new InvalidInputException(
                    "Agent " + draft.author() + " has " + own + " drafts on ticket " + draft.ticket()
                            + ", and more are not kept.",
                    "Change one of them, or discard what is not needed.");
        }
    }

    /** Takes the place of the one before, unless somebody else was faster. */
    ReplyDraft replace(ReplyDraft changed) {
        if (engine.tryWrite(unit -> keep(changed, unit)) != CommitResult.COMMITTED) {
            throw changedMeanwhile(changed.id());
        }
        return changed;
    }

    void discard(ReplyDraft draft) {
        if (engine.tryWrite(unit -> remove(draft, unit)) != CommitResult.COMMITTED) {
            throw changedMeanwhile(draft.id());
        }
    }

    void keep(ReplyDraft changed, UnitOfWork.Builder unit) {
        unit.document(document(changed));
        engine.attachments().uses().change(changed, unit);
    }

    void remove(ReplyDraft draft, UnitOfWork.Builder unit) {
        unit.remove(document(draft)).remove(byAuthor(draft));
        engine.attachments().uses().remove(draft, unit);
    }

    /** All of a ticket, for good. */
    void removeAll(TicketId ticket, UnitOfWork.Builder unit) {
        on(ticket).forEach(draft -> remove(draft, unit));
    }

    /** What was begun while its ticket was closed as erased, since neither had seen the other. */
    void removeLate(TicketId id) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Ticket ticket = engine.ticket(id);
            boolean nothingIsLeft = !isForgotten(ticket) || on(id).isEmpty();
            if (nothingIsLeft || engine.tryWriteBeside(ticket, unit -> removeAll(id, unit)) == CommitResult.COMMITTED) {
                return;
            }
        }
        throw new ConflictException(
                "Drafts on ticket " + id + " could not be removed, because it changes all the time.",
                "Close it as erased once more.");
    }

    private static StoredDocument document(ReplyDraft draft) {
        return new StoredDocument(
                KIND, draft.id().value(), draft.ticket().toString(), draft.version(), DraftJson.write(draft));
    }

    /** Says only where to look. */
    private static StoredDocument byAuthor(ReplyDraft draft) {
        return StoredDocument.of(
                BY_AUTHOR,
                draft.id().value(),
                draft.author().value(),
                draft.ticket().toString());
    }

    /**
     * The draft as it is now.
     *
     * @param read as somebody has read it
     * @throws ConflictException if it was changed since
     * @throws NotFoundException if it is not there any more
     */
    ReplyDraft unchanged(ReplyDraft read) {
        ReplyDraft now = find(read.id()).orElseThrow(() -> unknown(read.id()));
        if (now.version() != read.version()) {
            throw changedMeanwhile(read.id());
        }
        return now;
    }

    static NotFoundException unknown(DraftId id) {
        return new NotFoundException(
                "There is no draft " + id + ". It may have been sent or discarded.",
                "Use an id from drafts().of(…) or drafts().mine(…).");
    }

    private static ConflictException changedMeanwhile(DraftId id) {
        return new ConflictException(
                "Draft " + id + " was changed since it was read. Nothing was overwritten.",
                "Read it again with drafts().get(…) and change that, or keep yours beside it with drafts().write(…).");
    }
}
