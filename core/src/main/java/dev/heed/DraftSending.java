package dev.heed;

import dev.heed.error.InvalidInputException;
import dev.heed.message.Author;
import dev.heed.message.MessageId;
import dev.heed.message.Reply;
import dev.heed.message.Seen;
import dev.heed.message.Signature;
import dev.heed.people.AgentId;
import dev.heed.ticket.Closing;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.Exemption;
import dev.heed.ticket.ReplyDraft;
import dev.heed.ticket.ReplyDraft.Content;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.util.List;
import java.util.Optional;

/** How a draft becomes an answer. */
final class DraftSending {
    private final Actor actor;
    private final Engine engine;
    private final Drafts drafts;
    private final Answering answering;

    DraftSending(Actor actor, Post post) {
        this.actor = actor;
        this.engine = actor.engine();
        this.drafts = new Drafts(engine);
        this.answering = new Answering(actor, post);
    }

    /** Nothing is written about somebody who wanted to be forgotten. */
    static void requireKnownCustomer(Ticket ticket) {
        boolean erased = ticket.closing()
                .filter(closing ->
                        closing instanceof Closing.Exempt exempt && exempt.exemption() == Exemption.CUSTOMER_ERASED)
                .isPresent();
        if (erased) {
            throw new InvalidInputException(
                    "The customer of ticket " + ticket.number() + " wanted to be forgotten.",
                    "Write on another ticket; nothing can be sent here.");
        }
    }

    /**
     * The content, written by somebody who has seen what the desk has shown, where the reply does not say itself.
     *
     * @param otherwise what is known already, where the desk has shown nothing
     */
    Content asSeen(Content content, TicketId ticket, Optional<MessageId> otherwise) {
        if (content.seen().isPresent()) {
            return content;
        }
        return content.withSeen(actor.seen(ticket) instanceof Seen.UpTo upTo ? Optional.of(upTo.last()) : otherwise);
    }

    /** The ticket in which it is sent. */
    Ticket target(ReplyDraft draft) {
        Ticket target = engine.goesOnIn(draft.ticket()).orElseGet(() -> engine.ticket(draft.ticket()));
        Commitments commitments = draft.commitments();
        boolean namesPromises =
                !commitments.kept().isEmpty() || !commitments.renegotiations().isEmpty();
        if (namesPromises && !target.id().equals(draft.ticket())) {
            throw new InvalidInputException(
                    "Draft " + draft.id() + " names promises of a ticket that goes on in ticket " + target.number()
                            + ", where they have other numbers.",
                    "Change its commitments, and name promises of ticket " + target.id() + ".");
        }
        return target;
    }

    Ticket send(ReplyDraft draft) {
        Reply reply = draft.content().reply(Signature.of(actor.person()));
        TicketId target = target(draft).id();
        return actor.shown(engine.change(target, ticket -> {
            ReplyDraft now = drafts.unchanged(draft);
            Seen seen = seen(now, ticket);
            return answering
                    .plan(ticket, reply, now.commitments(), seen, message -> List.of())
                    .and((after, unit) -> drafts.remove(now, unit));
        }));
    }

    /** What was shown to whoever sends it, or had been when the draft was written: the later of the two. */
    private Seen seen(ReplyDraft draft, Ticket ticket) {
        AgentId sender = actor.person().id();
        Seen shown = actor.seen(ticket.id());
        Optional<MessageId> written = draft.content().seen();
        if (written.isEmpty()
                || !draft.savedBy().equals(sender)
                || !draft.ticket().equals(ticket.id())) {
            return shown;
        }
        Author author = new Author.ByAgent(sender);
        Seen then = Seen.upTo(written.get());
        int unseenThen = ticket.unseen(then, author).size();
        return unseenThen <= ticket.unseen(shown, author).size() ? then : shown;
    }
}
