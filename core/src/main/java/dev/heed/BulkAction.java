package dev.heed;

import static java.util.Objects.requireNonNull;

import dev.heed.error.HeedException;
import dev.heed.error.InvalidInputException;
import dev.heed.error.StoreException;
import dev.heed.message.Reply;
import dev.heed.people.AgentId;
import dev.heed.people.Permission;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Something that can be done to many tickets: {@link AgentDesk#bulk}. Each is one method of a desk and one unit of work, so
 * that no ticket is left half done, and is refused for a ticket as that method would. Immutable and thread-safe.
 */
public final class BulkAction {
    /** How many tickets can be named at once. */
    public static final int MOST = 1000;

    private final Permission permission;
    private final BiFunction<AgentDesk, TicketId, Ticket> one;

    private BulkAction(Permission permission, BiFunction<AgentDesk, TicketId, Ticket> one) {
        this.permission = permission;
        this.one = one;
    }

    /** As {@link AgentDesk#take}. */
    public static BulkAction take() {
        return new BulkAction(Permission.ASSIGN, AgentDesk::take);
    }

    /** As {@link AgentDesk#handOver}; all of them get this summary. */
    public static BulkAction handOver(AgentId to, String summary) {
        requireNonNull(to, "to");
        requireNonNull(summary, "summary");
        return new BulkAction(Permission.ASSIGN, (desk, id) -> desk.handOver(id, to, summary));
    }

    /** As {@link AgentDesk#classify}. */
    public static BulkAction classify(TicketKind kind, String reason) {
        requireNonNull(kind, "kind");
        requireNonNull(reason, "reason");
        return new BulkAction(Permission.FILE, (desk, id) -> desk.classify(id, kind, reason));
    }

    /** As {@link FilingDesk#addTags}. */
    public static BulkAction addTags(String... tags) {
        List<String> kept = List.of(tags);
        return new BulkAction(Permission.FILE, (desk, id) -> desk.filing().addTags(id, kept));
    }

    /** As {@link FilingDesk#removeTags}. */
    public static BulkAction removeTags(String... tags) {
        List<String> kept = List.of(tags);
        return new BulkAction(Permission.FILE, (desk, id) -> desk.filing().removeTags(id, kept));
    }

    /** As {@link AgentDesk#note}. */
    public static BulkAction note(String text) {
        requireNonNull(text, "text");
        return new BulkAction(Permission.NOTE, (desk, id) -> desk.note(id, text));
    }

    /**
     * As {@link AgentDesk#reply(TicketId, Reply)}: everybody gets a letter of the own, filled for each. Who has written what
     * the agent has not read gets none.
     */
    public static BulkAction reply(Reply reply) {
        requireNonNull(reply, "reply");
        return new BulkAction(Permission.ANSWER, (desk, id) -> desk.reply(id, reply));
    }

    /** As {@link AgentDesk#proposeSolution(TicketId, Reply)}. */
    public static BulkAction proposeSolution(Reply reply) {
        requireNonNull(reply, "reply");
        return new BulkAction(Permission.ANSWER, (desk, id) -> desk.proposeSolution(id, reply));
    }

    /** As {@link AgentDesk#hold}. */
    public static BulkAction hold(Instant until, String reason, Reply reply) {
        requireNonNull(until, "until");
        requireNonNull(reason, "reason");
        requireNonNull(reply, "reply");
        return new BulkAction(Permission.ANSWER, (desk, id) -> desk.hold(id, until, reason, reply));
    }

    /** As {@link AgentDesk#markSpam}. */
    public static BulkAction markSpam(String reason) {
        requireNonNull(reason, "reason");
        return new BulkAction(Permission.MARK_SPAM, (desk, id) -> desk.markSpam(id, reason));
    }

    /** As {@link AgentDesk#mergeInto}; what is given back for each is the ticket in which it goes on. */
    public static BulkAction mergeInto(TicketId into, String reason) {
        requireNonNull(into, "into");
        requireNonNull(reason, "reason");
        return new BulkAction(Permission.MERGE, (desk, id) -> desk.mergeInto(id, into, reason));
    }

    /** What has to be permitted, beside {@code BULK}. */
    Permission permission() {
        return permission;
    }

    BulkResult on(AgentDesk desk, List<TicketId> tickets) {
        List<TicketId> all = List.copyOf(tickets);
        if (all.size() > MOST) {
            throw new InvalidInputException(
                    all.size() + " tickets are to be changed at once, and " + MOST + " is the most.",
                    "Do it in several steps.");
        }
        List<BulkResult.Item> items = new ArrayList<>(all.size());
        Map<TicketId, Integer> first = new HashMap<>();
        for (TicketId id : all) {
            Integer before = first.putIfAbsent(id, items.size());
            items.add(before == null ? one(desk, id) : new BulkResult.Repeated(id, before));
        }
        return new BulkResult(items);
    }

    private BulkResult.Item one(AgentDesk desk, TicketId id) {
        try {
            return new BulkResult.Done(id, one.apply(desk, id));
        } catch (HeedException e) {
            return new BulkResult.Failed(id, e);
        } catch (
                RuntimeException
                        e) { // of something that the shop plugged in; what was done before must not be lost with it
            return new BulkResult.Failed(
                    id,
                    new StoreException(
                            "Ticket " + id
                                    + " may or may not be changed: something that is plugged into the desk failed.",
                            "Read the ticket first; the cause says what failed.",
                            e));
        }
    }
}
