package dev.heed.testkit.simulation;

import dev.heed.error.InvalidInputException;
import dev.heed.json.DraftJson;
import dev.heed.message.Author;
import dev.heed.message.MessageId;
import dev.heed.people.AgentId;
import dev.heed.spi.store.StoredDocument;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.testkit.simulation.SeenChecks.Read;
import dev.heed.ticket.Closing;
import dev.heed.ticket.ConversationEvent.Answered;
import dev.heed.ticket.DraftId;
import dev.heed.ticket.Exemption;
import dev.heed.ticket.LifecycleEvent;
import dev.heed.ticket.OutgoingEvent;
import dev.heed.ticket.OutgoingEvent.ReviewApproved;
import dev.heed.ticket.OutgoingEvent.ReviewRequested;
import dev.heed.ticket.OutgoingEvent.ReviewTimedOut;
import dev.heed.ticket.OutgoingEvent.SendOrdered;
import dev.heed.ticket.OutgoingEvent.SentAsOrdered;
import dev.heed.ticket.ReplyDraft;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Drafts are kept until they are sent or discarded, or their customer is forgotten; nobody overwrites what somebody else has
 * written, and what waits to be sent stays as it is. Not thread-safe.
 */
final class DraftChecks {
    private static final String KIND = "draft";

    private final World world;
    private final Map<DraftId, Kept> kept = new LinkedHashMap<>();
    private final Map<DraftId, Kept> ever = new HashMap<>();
    private final Map<String, DraftId> words = new HashMap<>();

    /**
     * A draft as it was committed last.
     *
     * @param word the one in it
     * @param read how much of its ticket whoever wrote it had read
     */
    record Kept(ReplyDraft draft, String word, Read read) {
        DraftId id() {
            return draft.id();
        }
    }

    DraftChecks(World world) {
        this.world = world;
    }

    /** Those that are there. */
    List<Kept> all() {
        return List.copyOf(kept.values());
    }

    boolean isKept(DraftId draft) {
        return kept.containsKey(draft);
    }

    /** A draft as it was committed last, even if it is not there any more. */
    Optional<Kept> last(DraftId draft) {
        return Optional.ofNullable(ever.get(draft));
    }

    /** Whoever sends what is shared answers with the words of a colleague. */
    boolean isSentBy(String word, AgentId agent) {
        return words.containsKey(word) && world.intents.wanted("send", word, agent);
    }

    /** What the author of an answer had read when it was written, if it was a draft on that ticket. */
    Optional<Read> read(Answered answered, AgentId author) {
        return Intents.wordIn(answered.message().text())
                .flatMap(word -> Optional.ofNullable(words.get(word)))
                .flatMap(this::last)
                .filter(draft -> draft.draft.savedBy().equals(author)
                        && draft.draft.ticket().equals(answered.ticket()))
                .map(Kept::read);
    }

    /** Before anything of it is taken down, and after it was written. */
    void unit(Node node, UnitOfWork unit) {
        for (StoredDocument document : unit.documents()) {
            if (document.kind().equals(KIND)) {
                written(node, document, unit);
            }
        }
        List<StoredDocument> gone = unit.removedDocuments().stream()
                .sorted(Comparator.comparing(StoredDocument::id)) // the profiles of a person have no order
                .toList();
        for (StoredDocument document : gone) {
            if (document.kind().equals(KIND)) {
                removed(document, unit);
            }
        }
        events(unit, Answered.class).forEach(this::sentOnce);
    }

    private static <E extends TicketEvent> Stream<E> events(UnitOfWork unit, Class<E> type) {
        return Stream.concat(unit.changes().stream(), unit.rewrites().stream())
                .flatMap(change -> change.events().stream())
                .filter(type::isInstance)
                .map(type::cast);
    }

    private void written(Node node, StoredDocument document, UnitOfWork unit) {
        ReplyDraft now = draft(document);
        String word = Intents.wordIn(now.text()).orElseThrow(() -> world.failed("nobody wrote " + document, null));
        Kept before = kept.get(now.id());
        world.trace.add(node.name + "     draft " + word + " v" + now.version());
        boolean named = document.owner().equals(now.ticket().toString())
                && document.id().equals(now.id().value());
        world.require(named, () -> "draft " + word + " belongs to " + document.owner());
        if (before == null) {
            begun(now, word, unit);
        } else {
            changed(before, now, word, unit);
        }
        Kept after = new Kept(now, word, readBy(node, before, now));
        kept.put(now.id(), after);
        ever.put(now.id(), after);
        words.put(word, now.id());
        world.require(
                world.store.findDocument(KIND, now.id().value()).equals(Optional.of(document)),
                () -> "draft " + word + " was committed, and the store does not have it");
    }

    private Read readBy(Node node, @Nullable Kept before, ReplyDraft now) {
        if (before != null && before.draft.content().equals(now.content())) {
            return before.read;
        }
        Read read = world.seenChecks.read(node, now.savedBy(), now.ticket());
        return before != null && before.draft.savedBy().equals(now.savedBy()) ? read.or(before.read) : read;
    }

    private ReplyDraft draft(StoredDocument document) {
        try {
            return DraftJson.read(document.content(), document.version());
        } catch (InvalidInputException e) {
            throw world.failed("a draft cannot be read: " + document, e);
        }
    }

    private void begun(ReplyDraft now, String word, UnitOfWork unit) {
        boolean wanted = world.intents.wanted("begin", word, now.ticket() + " " + now.author());
        world.require(
                wanted && now.version() == 1 && !now.shared() && now.savedBy().equals(now.author()),
                () -> "nobody began draft " + word);
        world.require(!ever.containsKey(now.id()), () -> "draft " + word + " has risen from the dead");
        LifecycleEvent.Closed closed = world.book.facts(now.ticket()).closed;
        boolean forgotten = isForgotten(now.ticket(), unit) || (closed != null && isForgotten(closed));
        world.require(!forgotten, () -> "draft " + word + " was begun for somebody who wanted to be forgotten");
    }

    private void changed(Kept before, ReplyDraft now, String word, UnitOfWork unit) {
        String version = before.draft.version() + " ";
        world.require(
                now.version() == before.draft.version() + 1
                        && now.author().equals(before.draft.author())
                        && now.ticket().equals(before.draft.ticket()),
                () -> "draft " + before.word + " became another one");
        boolean ordered = isOrdered(now, unit);
        boolean same = now.content().equals(before.draft.content());
        boolean changed = world.intents.wanted("change", now.id(), version + word + " " + now.savedBy());
        boolean shared = same && now.shared() && world.intents.wanted("share", now.id(), version);
        world.require(
                same ? shared || ordered : changed && isSeenBy(before.draft, now.savedBy()),
                () -> "draft " + before.word + " v" + before.draft.version() + " was changed by nobody");
        world.require(
                now.shared() == before.draft.shared() || shared || ordered, () -> "draft " + word + " was shared");
        world.require(!waits(now.id()), () -> "draft " + word + " waits to be sent, and was changed");
    }

    private boolean isOrdered(ReplyDraft now, UnitOfWork unit) {
        return events(unit, OutgoingEvent.class)
                .filter(event -> event.draft().equals(now.id()))
                .anyMatch(event -> event instanceof SendOrdered ordered
                        ? ordered.version() == now.version()
                        : event instanceof ReviewRequested review && review.version() == now.version() && now.shared());
    }

    /** One's own, and what is shared. */
    static boolean isSeenBy(ReplyDraft draft, AgentId agent) {
        return draft.shared() || draft.author().equals(agent);
    }

    boolean waits(DraftId draft) {
        return world.book.tickets.values().stream().anyMatch(facts -> facts.letters.orders.of(draft) != null);
    }

    private void removed(StoredDocument document, UnitOfWork unit) {
        Kept before = kept.remove(new DraftId(document.id()));
        world.require(before != null, () -> "a draft was removed that was not there");
        Kept gone = Objects.requireNonNull(before);
        TicketId ticket = gone.draft.ticket();
        String discards = gone.draft.version() + "";
        boolean discarded = world.intents.wanted("discard", gone.id(), discards) && !waits(gone.id());
        world.require(
                discarded || isSent(gone, unit) || isForgotten(ticket, unit) || wantsToBeForgotten(ticket),
                () -> "draft " + gone.word + " is lost: " + Told.unit(unit));
        world.trace.add("            draft " + gone.word + " is gone");
    }

    /** What is closed already stays as it was, but for its drafts. */
    private boolean wantsToBeForgotten(TicketId ticket) {
        boolean asked = world.setting.agents.stream()
                .anyMatch(agent -> world.intents.ordered("CUSTOMER_ERASED", ticket, agent.id()));
        return asked && world.book.facts(ticket).isClosed();
    }

    private static boolean isForgotten(TicketId ticket, UnitOfWork unit) {
        return events(unit, LifecycleEvent.Closed.class)
                        .anyMatch(closed -> closed.ticket().equals(ticket) && isForgotten(closed))
                || unit.rewrites().stream()
                        .anyMatch(rewrite -> rewrite.ticket().id().equals(ticket));
    }

    private static boolean isForgotten(LifecycleEvent.Closed closed) {
        return closed.closing() instanceof Closing.Exempt exempt && exempt.exemption() == Exemption.CUSTOMER_ERASED;
    }

    /** Of exactly that answer, by whoever wanted to, or as it was ordered. */
    private boolean isSent(Kept gone, UnitOfWork unit) {
        return events(unit, Answered.class)
                .filter(answered -> answered.message().text().startsWith(gone.draft.text()))
                .anyMatch(answered -> {
                    Optional<OutgoingEvent> order = events(unit, OutgoingEvent.class)
                            .filter(event -> answered.message().id().equals(message(event)))
                            .findFirst();
                    boolean now = answered.message().author() instanceof Author.ByAgent by
                            && world.intents.wanted("send now", gone.id(), gone.draft.version() + " " + by.agent());
                    return order.map(event -> event.draft().equals(gone.id())).orElse(now && !waits(gone.id()));
                });
    }

    /** The answer that a draft became that waited. */
    static @Nullable MessageId message(OutgoingEvent event) {
        if (event instanceof SentAsOrdered sent) {
            return sent.message();
        } else if (event instanceof ReviewApproved approved) {
            return approved.message();
        }
        return event instanceof ReviewTimedOut out ? out.message().orElse(null) : null;
    }

    /** Whoever wanted to be forgotten is told that it is done. */
    void nothingIsLeft(Facts facts) {
        TicketId ticket = facts.opened.ticket();
        boolean none =
                kept.values().stream().noneMatch(left -> left.draft.ticket().equals(ticket));
        boolean closed = facts.closed != null && isForgotten(facts.closed);
        world.require(
                none || !closed,
                () -> "drafts for somebody who wanted to be forgotten are left on ticket " + facts.opened.number());
    }

    /** What has been sent is not there to be sent again. */
    private void sentOnce(Answered answered) {
        Intents.wordIn(answered.message().text())
                .flatMap(word -> Optional.ofNullable(words.get(word)))
                .ifPresent(id -> world.require(!isKept(id), () -> "a draft was sent, and is still there: " + answered));
    }
}
