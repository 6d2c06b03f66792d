package dev.heed.ticket;

import com.google.common.collect.ImmutableMap;
import dev.heed.message.MessageId;
import dev.heed.promise.PromiseId;
import dev.heed.ticket.ApprovalEvent.ApprovalWithdrawn;
import dev.heed.ticket.LifecycleEvent.Absorbed;
import dev.heed.ticket.LifecycleEvent.Closed;
import dev.heed.ticket.LifecycleEvent.Reopened;
import dev.heed.ticket.OutgoingEvent.SendCancelled;
import dev.heed.ticket.PromiseEvent.PromiseMade;
import dev.heed.ticket.PromiseEvent.PromiseRenegotiated;
import dev.heed.ticket.PromiseEvent.PromiseWithdrawn;
import dev.heed.ticket.StructureEvent.Deleted;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How a ticket stands to other tickets. Immutable and thread-safe. */
public final class Structure {
    static final Structure NONE = new Structure(Merges.NONE, null, null, Map.of(), Ties.NONE);

    private final Merges merges;
    private final @Nullable Standing pending;
    private final @Nullable Standing aside;
    private final Map<MessageId, TicketId> moved;
    private final Ties ties;

    /** What changes seldom. */
    private record Ties(
            @Nullable TicketId splitFrom,
            Map<TicketId, LinkKind> links,
            @Nullable Deleted deleted,
            Map<PromiseId, TicketId> owedFor) {
        static final Ties NONE = new Ties(null, Map.of(), null, Map.of());

        Ties owing(PromiseId promise, TicketId duplicate) {
            Map<PromiseId, TicketId> more = ImmutableMap.<PromiseId, TicketId>builder()
                    .putAll(owedFor)
                    .put(promise, duplicate)
                    .buildKeepingLast();
            return new Ties(splitFrom, links, deleted, more);
        }
    }

    private Structure(
            Merges merges,
            @Nullable Standing pending,
            @Nullable Standing aside,
            Map<MessageId, TicketId> moved,
            Ties ties) {
        this.merges = merges;
        this.pending = pending;
        this.aside = aside;
        this.moved = moved;
        this.ties = ties;
    }

    /**
     * The tickets that were closed as duplicates and went on in this one, each once, the first one first; not those that
     * were unmerged. One of them may live by itself again since: where a ticket goes on now is in
     * {@link Closing#goesOnIn}.
     */
    public List<TicketId> duplicates() {
        return merges.all().stream().map(Merge::duplicate).toList();
    }

    /** The ticket in which a message goes on that was said in this one; empty if it goes on here. */
    public Optional<TicketId> movedTo(MessageId message) {
        return Optional.ofNullable(moved.get(message));
    }

    /** The ticket from which this one was split off; empty if it was not. */
    public Optional<TicketId> splitFrom() {
        return Optional.ofNullable(ties.splitFrom);
    }

    /**
     * The tickets with which people of the shop have linked this one, of whichever customer, each with what this one is to
     * it. Nothing for the eyes of a customer.
     */
    public Map<TicketId, LinkKind> links() {
        return ties.links;
    }

    /** The duplicate in a letter of which a promise was made that is owed in this ticket; empty if it was made here. */
    public Optional<TicketId> owedFor(PromiseId promise) {
        return Optional.ofNullable(ties.owedFor.get(promise));
    }

    /** The duplicate with which a fact has come here; empty if it was noted here. */
    public Optional<TicketId> cameWith(Fact fact) {
        return cameWith(known -> known.has(fact));
    }

    /** The duplicate with which a consent has come here; empty if it was given here. */
    public Optional<TicketId> cameWith(Consent consent) {
        return cameWith(known -> known.consents().contains(consent));
    }

    private Optional<TicketId> cameWith(Predicate<Known> which) {
        return merges.all().stream()
                .filter(merge -> which.test(merge.inherited().known()))
                .map(Merge::duplicate)
                .findFirst();
    }

    /** When it was deleted; empty if it is not, or was restored. */
    public Optional<Instant> deletedAt() {
        return Optional.ofNullable(ties.deleted).map(Deleted::at);
    }

    boolean isDeleted() {
        return ties.deleted != null;
    }

    Merges merges() {
        return merges;
    }

    /** How it stood before it was put aside; null if it is not aside. */
    @Nullable
    Standing aside() {
        return aside;
    }

    Structure with(Merges others) {
        return new Structure(others, pending, aside, moved, ties);
    }

    Structure notAside() {
        return aside == null ? this : new Structure(merges, pending, null, moved, ties);
    }

    Structure moving(List<MessageId> messages, TicketId to) {
        if (messages.isEmpty()) {
            return this;
        }
        ImmutableMap.Builder<MessageId, TicketId> more =
                ImmutableMap.<MessageId, TicketId>builder().putAll(moved);
        messages.forEach(message -> more.put(message, to));
        return new Structure(merges, pending, aside, more.buildKeepingLast(), ties);
    }

    Structure splitFrom(TicketId other) {
        return with(new Ties(other, ties.links, ties.deleted, ties.owedFor));
    }

    Structure linked(TicketId other, LinkKind kind) {
        Map<TicketId, LinkKind> more = ImmutableMap.<TicketId, LinkKind>builder()
                .putAll(ties.links)
                .put(other, kind)
                .buildKeepingLast();
        return with(new Ties(ties.splitFrom, more, ties.deleted, ties.owedFor));
    }

    Structure unlinked(TicketId other) {
        Map<TicketId, LinkKind> fewer = ties.links.entrySet().stream()
                .filter(link -> !link.getKey().equals(other))
                .collect(ImmutableMap.toImmutableMap(Map.Entry::getKey, Map.Entry::getValue));
        return with(new Ties(ties.splitFrom, fewer, ties.deleted, ties.owedFor));
    }

    Structure deleted(@Nullable Deleted deleted) {
        return with(new Ties(ties.splitFrom, ties.links, deleted, ties.owedFor));
    }

    private Structure with(Ties others) {
        return new Structure(merges, pending, aside, moved, others);
    }

    /** Before an event changes the ticket: how it stands is kept where it may have to stand so again. */
    Structure before(TicketEvent event, TicketState state) {
        if (isAroundClosing(event)) {
            return this;
        }
        if (event instanceof Reopened || isByClosing(event)) {
            Structure open = event instanceof Reopened ? notAside() : this;
            return pending == null ? open.pending(Standing.of(state)) : open;
        } else if (event instanceof Absorbed absorbed) {
            Standing before = pending == null ? Standing.of(state) : pending;
            return pending(null).with(merges.absorbing(absorbed, before, state));
        } else if (event instanceof Closed closed && isAside(closed)) {
            Standing before = pending == null ? Standing.of(state) : pending;
            return new Structure(merges, null, before.until(state.version), moved, ties);
        }
        Structure settled = event instanceof Closed ? notAside() : this;
        return settled.pending == null ? settled : settled.pending(null);
    }

    /** What a closing brings with it; how the ticket stood before that is kept already. */
    private static boolean isAroundClosing(TicketEvent event) {
        return event instanceof SnoozeEvent || event instanceof SendCancelled || event instanceof ApprovalWithdrawn;
    }

    private Structure pending(@Nullable Standing standing) {
        boolean nothing = standing == null && merges.all().isEmpty() && aside == null && moved.isEmpty();
        return nothing && ties.equals(Ties.NONE) ? NONE : new Structure(merges, standing, aside, moved, ties);
    }

    /** After an event has changed the ticket. */
    Structure after(TicketEvent event, boolean waited, TicketState state) {
        if (merges.all().isEmpty() || event instanceof Absorbed || event instanceof SnoozeEvent) {
            return this;
        }
        return with(owing(event)).with(merges.after(event, waited, state));
    }

    /** What a letter of a duplicate had promised is owed to its customer, who may turn out to be somebody else. */
    private Ties owing(TicketEvent event) {
        TicketId duplicate = merges.settling();
        if (event instanceof PromiseMade made && duplicate != null && merges.isSettling(event)) {
            return ties.owing(made.promise().id(), duplicate);
        } else if (event instanceof PromiseRenegotiated moved) {
            return owedFor(moved.promise())
                    .map(ticket -> ties.owing(moved.replacement(), ticket))
                    .orElse(ties);
        }
        return ties;
    }

    /** Both kinds can be taken back. */
    private static boolean isAside(Closed closed) {
        return closed.closing() instanceof Closing.Exempt exempt && exempt.exemption() != Exemption.CUSTOMER_ERASED;
    }

    /** What is withdrawn when a ticket is put aside, just before it is. */
    private static boolean isByClosing(TicketEvent event) {
        return event instanceof PromiseWithdrawn withdrawn
                && (withdrawn.reason().equals(ClosingDecision.asideAs(Exemption.DUPLICATE))
                        || withdrawn.reason().equals(ClosingDecision.asideAs(Exemption.SPAM)));
    }
}
