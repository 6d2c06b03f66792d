package dev.heed;

import static java.util.Objects.requireNonNull;

import dev.heed.error.ConflictException;
import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.error.RefusedException;
import dev.heed.message.MessageId;
import dev.heed.message.Reply;
import dev.heed.people.AgentId;
import dev.heed.people.Permission;
import dev.heed.ticket.Commitments;
import dev.heed.ticket.DraftId;
import dev.heed.ticket.IfCustomerWrites;
import dev.heed.ticket.OutgoingCommand;
import dev.heed.ticket.ReplyDraft;
import dev.heed.ticket.ReplyDraft.Content;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Answers that are being written: {@link AgentDesk#drafts()}. Thread-safe.
 *
 * <p>A draft is kept in the store and outlives restarts, merges, hand-overs and refusals. It is its author's own until it is
 * shared; for everybody else it does not exist. What changes a draft takes it as it was read, and is refused with a {@link
 * ConflictException} if somebody has changed it since; nothing of theirs is overwritten.
 */
public final class DraftsDesk {
    private final Actor actor;
    private final Engine engine;
    private final Drafts drafts;
    private final DraftSending sending;

    DraftsDesk(Actor actor, Post post) {
        this.actor = actor;
        this.engine = actor.engine();
        this.drafts = new Drafts(engine);
        this.sending = new DraftSending(actor, post);
    }

    /**
     * Begins a draft. It may be blank.
     *
     * @param text may contain the placeholders that a reply may contain
     * @throws NotFoundException if there is no such ticket
     * @throws InvalidInputException if it is longer than {@link ReplyDraft#LONGEST_TEXT}, or if the agent has a hundred on the
     *     ticket already
     */
    public ReplyDraft write(TicketId ticket, String text) {
        actor.may(Permission.ANSWER);
        return begin(ticket, Content.of(text));
    }

    /**
     * Begins a draft with a signature, files, or what it promises and keeps.
     *
     * @throws NotFoundException if there is no such ticket
     * @throws InvalidInputException as {@link #write(TicketId, String)}, and if a file cannot be read
     * @throws dev.heed.error.AttachmentTooLargeException if a file is larger than the desk takes, or all are together
     */
    public ReplyDraft write(TicketId ticket, Reply reply, Commitments commitments) {
        actor.may(Permission.ANSWER);
        return keeping(ticket, reply, commitments, content -> begin(ticket, content));
    }

    /** Reads the bytes of its files, and holds them until the draft is written. */
    private ReplyDraft keeping(
            TicketId ticket, Reply reply, Commitments commitments, Function<Content, ReplyDraft> write) {
        new UsableFiles(engine).require(ticket, reply);
        try (KeptFiles files = engine.attachments().keep(reply)) {
            ReplyDraft written = write.apply(Content.of(reply.withAttachments(files.files()), commitments));
            files.written();
            return written;
        }
    }

    private ReplyDraft begin(TicketId id, Content content) {
        requireNonNull(id, "ticket");
        DraftId draft = new DraftId(engine.newId().toString());
        Content written = sending.asSeen(content, id, Optional.empty());
        return drafts.begin(new ReplyDraft(draft, id, me(), written, false, me(), engine.now(), 1));
    }

    /**
     * Gives a draft other words, in plain text; whatever else is in it stays.
     *
     * @param draft as it was read
     * @return the draft as it is then
     * @throws ConflictException if it was changed since it was read; then nothing is overwritten
     * @throws NotFoundException if it is not there, or a colleague's own
     */
    public ReplyDraft change(ReplyDraft draft, String text) {
        actor.may(Permission.ANSWER);
        ReplyDraft now = editable(draft);
        return change(now, now.content().withText(text).withSeen(Optional.empty()));
    }

    /** Replaces all that is in a draft, and refuses as {@link #change(ReplyDraft, String)} does. */
    public ReplyDraft change(ReplyDraft draft, Reply reply, Commitments commitments) {
        actor.may(Permission.ANSWER);
        ReplyDraft now = editable(draft);
        return keeping(now.ticket(), reply, commitments, content -> change(now, content));
    }

    private ReplyDraft change(ReplyDraft draft, Content content) {
        Optional<MessageId> before =
                draft.savedBy().equals(me()) ? draft.content().seen() : Optional.empty();
        Content written = sending.asSeen(content, draft.ticket(), before);
        return drafts.replace(draft.with(written, me(), engine.now()));
    }

    /**
     * Lets colleagues see a draft, change, discard and send it. That cannot be taken back, since they may have.
     *
     * @throws ConflictException if it was changed since it was read
     * @throws NotFoundException if it is not there, or a colleague's own
     */
    public ReplyDraft share(ReplyDraft draft) {
        actor.may(Permission.ANSWER);
        ReplyDraft now = editable(draft);
        return now.shared() ? now : drafts.replace(now.asShared());
    }

    /** A draft of one's own, or a shared one. */
    public Optional<ReplyDraft> find(DraftId id) {
        actor.may(Permission.READ);
        return drafts.find(requireNonNull(id, "id")).filter(draft -> draft.isVisibleTo(me()));
    }

    /** As {@link #find}, or a {@link NotFoundException}. */
    public ReplyDraft get(DraftId id) {
        actor.may(Permission.READ);
        return find(id).orElseThrow(() -> Drafts.unknown(id));
    }

    /**
     * One's own and the shared drafts on a ticket, and on the duplicates that go on in it; of each ticket, the oldest first.
     *
     * @throws NotFoundException if there is no such ticket
     */
    public List<ReplyDraft> of(TicketId ticket) {
        actor.may(Permission.READ);
        return drafts.onAll(engine.ticket(requireNonNull(ticket, "ticket")))
                .filter(draft -> draft.isVisibleTo(me()))
                .toList();
    }

    /**
     * What the agent has begun and neither sent nor discarded, the oldest first.
     *
     * @throws InvalidInputException if {@code limit} is below one
     */
    public List<ReplyDraft> mine(int limit) {
        actor.may(Permission.READ);
        if (limit < 1) {
            throw new InvalidInputException(
                    "A list of at most " + limit + " drafts was asked for.", "Ask for one at least.");
        }
        return drafts.of(me(), limit);
    }

    /**
     * Throws a draft away, for good.
     *
     * @throws ConflictException if it was changed since it was read
     * @throws NotFoundException if it is not there, or a colleague's own
     */
    public void discard(ReplyDraft draft) {
        actor.may(Permission.ANSWER);
        drafts.discard(editable(draft));
    }

    /**
     * Answers with a draft, now, and removes it in the same unit of work. If it is refused, it stays as it is.
     *
     * @param draft as it was read; where its ticket is a duplicate, it is sent where that goes on
     * @return the ticket after it
     * @throws RefusedException as {@link AgentDesk#reply(TicketId, Reply, Commitments)}. The author has seen what was said
     *     when the draft was written, and what was looked at since
     * @throws ConflictException if it was changed since it was read
     * @throws NotFoundException if it is not there, or a colleague's own
     * @throws InvalidInputException if it is blank, or names promises of a ticket that goes on elsewhere
     */
    public Ticket send(ReplyDraft draft) {
        actor.may(Permission.ANSWER);
        ReplyDraft now = editable(draft);
        return sending.send(now);
    }

    /**
     * Answers with a draft, a little later, so that it can be taken back until then with {@link #cancel}: after {@link
     * dev.heed.ticket.TicketPolicy#undoSendWithin}, or sooner where what it keeps would fall due. If the customer writes first,
     * it is not sent.
     *
     * @return the ticket after it; {@link Ticket#sendOrders} says when it leaves
     * @throws RefusedException as {@link #send}
     */
    public Ticket sendWithUndo(ReplyDraft draft) {
        actor.may(Permission.ANSWER);
        ReplyDraft now = editable(draft);
        Instant wished = engine.now().plus(actor.policies().life().undoSendWithin());
        Instant at = sending.latest(now).filter(wished::isAfter).orElse(wished);
        return at.isAfter(engine.now()) ? order(now, at, IfCustomerWrites.CANCEL) : sending.send(now);
    }

    /**
     * Answers with a draft at a time. Until it has left, nothing is answered and no promise kept; nobody can change it, and
     * silence neither asks the customer nor closes the ticket. Then it is checked again as if it was sent by hand, by
     * somebody who had seen what was said when it was ordered. What refuses it then is in the history as {@code SendRefused},
     * and the draft stays.
     *
     * @param at within a year
     * @param ifCustomerWrites what becomes of it if the customer writes first
     * @return the ticket after it
     * @throws RefusedException as {@link #send}; {@code OPEN_PROMISE} if something that it keeps falls due before
     * @throws InvalidInputException if the time is not ahead, if the ticket is closed, or as {@link #send}
     */
    public Ticket sendLater(ReplyDraft draft, Instant at, IfCustomerWrites ifCustomerWrites) {
        actor.may(Permission.ANSWER);
        requireNonNull(ifCustomerWrites, "ifCustomerWrites");
        return order(editable(draft), requireNonNull(at, "at"), ifCustomerWrites);
    }

    private Ticket order(ReplyDraft draft, Instant at, IfCustomerWrites ifCustomerWrites) {
        return sending.order(
                draft,
                (settles, inSpite) -> new OutgoingCommand.OrderSend(
                        draft.id(), draft.version() + 1, me(), at, ifCustomerWrites, settles, inSpite));
    }

    /**
     * P83: lets a colleague read a draft before it is sent, and so shares it. {@link AgentDesk#reviews()} shows it to those
     * who may. If nobody has read it in time, it is sent all the same, or, if the policy says so, waits on.
     *
     * @return the ticket after it
     * @throws RefusedException as {@link #send}, so that nobody has to read what could not be sent
     */
    public Ticket submit(ReplyDraft draft) {
        actor.may(Permission.ANSWER);
        return sending.submit(editable(draft));
    }

    /**
     * Takes back what was ordered or handed in; the draft can be changed again.
     *
     * @param draft in whatever version
     * @return the ticket after it
     * @throws NotFoundException if it does not wait any more: it has left, or was cancelled
     */
    public Ticket cancel(ReplyDraft draft) {
        actor.may(Permission.ANSWER);
        ReplyDraft now = get(requireNonNull(draft, "draft").id());
        return actor.change(sending.place(now).id(), new OutgoingCommand.CancelSend(now.id()));
    }

    /** As it is now, if the agent may change it. */
    private ReplyDraft editable(ReplyDraft draft) {
        get(requireNonNull(draft, "draft").id());
        ReplyDraft now = drafts.unchanged(draft);
        boolean waits = engine.goesOnIn(now.ticket()).stream()
                .flatMap(ticket -> ticket.sendOrders().stream())
                .anyMatch(order -> order.draft().equals(now.id()));
        if (waits) {
            throw new InvalidInputException(
                    "Draft " + now.id() + " waits to be sent, and stays as it is until then.",
                    "Take it back with drafts().cancel(…) first.");
        }
        return now;
    }

    private AgentId me() {
        return actor.person().id();
    }
}
