package dev.heed;

import dev.heed.spi.store.StoredDocument;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.DraftId;
import dev.heed.ticket.ReplyDraft;
import dev.heed.ticket.SendOrder;
import dev.heed.ticket.Ticket;
import java.util.List;
import java.util.Optional;

/**
 * Which drafts may wait for a review. The ticket alone knows whether one does; this says only where to look, and forgets by
 * and by what is over.
 */
final class Reviews {
    private static final String KIND = "review";
    private static final String OPEN = "open";
    private static final int ALL = 100_000;

    private final Engine engine;
    private final Drafts drafts;

    Reviews(Engine engine) {
        this.engine = engine;
        this.drafts = new Drafts(engine);
    }

    /** Written anew each time, so that nobody forgets it who has looked before. */
    void add(ReplyDraft draft, UnitOfWork.Builder unit) {
        String where = draft.ticket().toString();
        unit.document(engine.store()
                .findDocument(KIND, draft.id().value())
                .map(before -> before.next(where))
                .orElseGet(() -> StoredDocument.of(KIND, draft.id().value(), OPEN, where)));
    }

    /** The oldest draft first. */
    List<Review> open(int limit) {
        return engine.store().documents(KIND, OPEN, ALL).stream()
                .flatMap(document -> open(document).stream())
                .limit(limit)
                .toList();
    }

    private Optional<Review> open(StoredDocument document) {
        DraftId id = new DraftId(document.id());
        Optional<ReplyDraft> draft = drafts.find(id);
        Optional<Ticket> ticket = draft.flatMap(one -> engine.goesOnIn(one.ticket()));
        Optional<SendOrder> order = ticket.flatMap(one -> of(one, id));
        if (order.isEmpty()) {
            var unused = engine.tryWrite(unit -> unit.remove(document)); // unless it was submitted again meanwhile
            return Optional.empty();
        }
        return Optional.of(new Review(
                ticket.get().id(), draft.get(), order.get().by(), order.get().sendAt()));
    }

    static Optional<SendOrder> of(Ticket ticket, DraftId draft) {
        return ticket.sendOrders().stream()
                .filter(order -> order.review() && order.draft().equals(draft))
                .findFirst();
    }
}
