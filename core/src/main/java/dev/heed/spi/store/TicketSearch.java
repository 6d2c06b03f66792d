package dev.heed.spi.store;

import dev.heed.error.InvalidInputException;
import dev.heed.message.ChannelId;
import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import dev.heed.ticket.FieldKey;
import dev.heed.ticket.FieldValue;
import dev.heed.ticket.Reference;
import dev.heed.ticket.Tag;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketKind;
import dev.heed.ticket.TicketStatus;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which tickets somebody looks for, and in which order. What is left empty is not asked for; everything else has to be true
 * together. Immutable and thread-safe; the builder is not. Equal if it asks for the same.
 *
 * <pre>{@code
 * TicketSearch mine = TicketSearch.builder()
 *         .owner(maria)
 *         .status(TicketStatus.NEW, TicketStatus.OPEN)
 *         .orderBy(SortBy.DUE)
 *         .build();
 * }</pre>
 *
 * <p>Spam, what was closed because its customer wanted to be forgotten, what is deleted and what is put off, is left out
 * unless it is asked
 * for.
 */
public final class TicketSearch {
    /** How many values one filter can have. */
    public static final int MOST_VALUES = 100;

    /** How many words can be looked for at once. */
    public static final int MOST_WORDS = 20;

    private final SearchCriteria criteria;
    private final SortBy order;
    private final boolean descending;

    TicketSearch(SearchCriteria criteria, SortBy order, boolean descending) {
        this.criteria = criteria;
        this.order = order;
        this.descending = descending;
    }

    /** Starts with all tickets but spam, those deleted and those put off, the smallest number first. */
    public static TicketSearchBuilder builder() {
        return new TicketSearchBuilder(SearchCriteria.NONE, SortBy.NUMBER, false);
    }

    /** Starts with what this asks for. */
    public TicketSearchBuilder toBuilder() {
        return new TicketSearchBuilder(criteria, order, descending);
    }

    /**
     * A search as {@link #toJson} wrote it.
     *
     * @throws InvalidInputException if it is not one, or asks for something that this version does not know
     */
    public static TicketSearch ofJson(String json) {
        return SearchJson.read(json);
    }

    /** The search as a JSON object on one line; equal searches have equal texts. */
    public String toJson() {
        return SearchJson.write(this);
    }

    SearchCriteria criteria() {
        return criteria;
    }

    /** What {@link Cursor}s know it by. */
    long fingerprint() {
        return SearchJson.fingerprint(this);
    }

    /** Where the ticket stands; any of these. */
    public Set<TicketStatus> statuses() {
        return criteria.statuses();
    }

    /** Who is responsible. */
    public Optional<AgentId> owner() {
        return criteria.owner();
    }

    /** Whether nobody is responsible. */
    public boolean unowned() {
        return criteria.unowned();
    }

    /** Tags it has, all of these. */
    public Set<Tag> allTags() {
        return criteria.allTags();
    }

    /** Tags of which it has one at least. */
    public Set<Tag> anyTags() {
        return criteria.anyTags();
    }

    /** What the customer came with; any of these. */
    public Set<TicketKind> kinds() {
        return criteria.kinds();
    }

    /** Whose it is; any of these. */
    public Set<CustomerId> customers() {
        return criteria.customers();
    }

    /** Where it came in; any of these. */
    public Set<ChannelId> channels() {
        return criteria.channels();
    }

    /** Where it leads in the systems of the shop; any of these. */
    public Set<Reference> references() {
        return criteria.references();
    }

    /** What stands in its custom fields, all of these. */
    public Map<FieldKey, FieldValue> fields() {
        return criteria.fields();
    }

    /** The {@linkplain SearchWords words} that stand in the subject or in what customer and shop have said, all of these. */
    public Set<String> words() {
        return criteria.words();
    }

    /** The words that stand in notes, all of these. */
    public Set<String> noteWords() {
        return criteria.noteWords();
    }

    /** When it was opened. */
    public Optional<TimeRange> opened() {
        return criteria.opened();
    }

    /** When it last changed. */
    public Optional<TimeRange> changed() {
        return criteria.changed();
    }

    /** Its {@link Ticket#dueAt}; a ticket of which nothing is due is not meant then. */
    public Optional<TimeRange> due() {
        return criteria.due();
    }

    /** Whether spam is found, too, and what was closed because its customer wanted to be forgotten. */
    public boolean withSpam() {
        return criteria.withSpam();
    }

    /** Whether what is deleted is found, too. */
    public boolean withDeleted() {
        return criteria.withDeleted();
    }

    /** What becomes of tickets that are put off. */
    public PutOff putOff() {
        return criteria.putOff();
    }

    /** What the tickets are sorted by; equal ones by their number. */
    public SortBy order() {
        return order;
    }

    /** Whether the largest, or the last, comes first; of equal ones then the largest number. */
    public boolean descending() {
        return descending;
    }

    /** Whether a ticket is looked for: what every store has to agree with. */
    public boolean matches(Ticket ticket) {
        return criteria.match(ticket) && criteria.wordsMatch(ticket);
    }

    /** Whether one ticket comes before another: what every store has to agree with. */
    public boolean isBefore(Ticket one, Ticket other) {
        return new Cursor.Position(order.key(one, descending), one.number())
                .isBefore(order.key(other, descending), other.number(), descending);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TicketSearch that
                && criteria.equals(that.criteria)
                && order == that.order
                && descending == that.descending;
    }

    @Override
    public int hashCode() {
        return criteria.hashCode() * 31 + order.hashCode();
    }

    /** Without what is looked for: this is what ends up in logs. */
    @Override
    public String toString() {
        return "TicketSearch by " + order + (descending ? ", descending" : "");
    }
}
