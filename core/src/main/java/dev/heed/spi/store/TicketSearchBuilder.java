package dev.heed.spi.store;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import dev.heed.message.ChannelId;
import dev.heed.people.AgentId;
import dev.heed.people.CustomerId;
import dev.heed.ticket.FieldKey;
import dev.heed.ticket.FieldValue;
import dev.heed.ticket.Reference;
import dev.heed.ticket.Tag;
import dev.heed.ticket.TicketKind;
import dev.heed.ticket.TicketStatus;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Collects what a {@link TicketSearch} asks for. Each method takes the place of what it was told before. Not thread-safe.
 */
public final class TicketSearchBuilder {
    private static final int LONGEST_TEXT = 4000;

    private Set<TicketStatus> statuses;
    private Optional<AgentId> owner;
    private boolean unowned;
    private Set<Tag> allTags;
    private Set<Tag> anyTags;
    private Set<TicketKind> kinds;
    private Set<CustomerId> customers;
    private Set<ChannelId> channels;
    private Set<Reference> references;
    private Map<FieldKey, FieldValue> fields;
    private Set<String> words;
    private Set<String> noteWords;
    private Optional<TimeRange> opened;
    private Optional<TimeRange> changed;
    private Optional<TimeRange> due;
    private boolean withSpam;
    private boolean withDeleted;
    private PutOff putOff;
    private SortBy order;
    private boolean descending;

    TicketSearchBuilder(SearchCriteria from, SortBy order, boolean descending) {
        statuses = from.statuses();
        owner = from.owner();
        unowned = from.unowned();
        allTags = from.allTags();
        anyTags = from.anyTags();
        kinds = from.kinds();
        customers = from.customers();
        channels = from.channels();
        references = from.references();
        fields = from.fields();
        words = from.words();
        noteWords = from.noteWords();
        opened = from.opened();
        changed = from.changed();
        due = from.due();
        withSpam = from.withSpam();
        withDeleted = from.withDeleted();
        putOff = from.putOff();
        this.order = order;
        this.descending = descending;
    }

    /** Where the ticket stands; any of these, all if there are none. */
    public TicketSearchBuilder status(TicketStatus... any) {
        statuses = sorted(List.of(any), Comparator.naturalOrder());
        return this;
    }

    /** This agent is responsible. */
    public TicketSearchBuilder owner(AgentId agent) {
        owner = Optional.of(agent);
        unowned = false;
        return this;
    }

    /** Nobody is responsible. */
    public TicketSearchBuilder unowned() {
        owner = Optional.empty();
        unowned = true;
        return this;
    }

    /** It has all of these tags. */
    public TicketSearchBuilder tags(Tag... all) {
        allTags = sorted(List.of(all), Comparator.naturalOrder());
        return this;
    }

    /** It has one of these tags at least. */
    public TicketSearchBuilder anyTag(Tag... any) {
        anyTags = sorted(List.of(any), Comparator.naturalOrder());
        return this;
    }

    /** What the customer came with; any of these. */
    public TicketSearchBuilder kind(TicketKind... any) {
        kinds = sorted(List.of(any), Comparator.naturalOrder());
        return this;
    }

    /** Whose it is; any of these. */
    public TicketSearchBuilder customer(CustomerId... any) {
        customers = sorted(List.of(any), Comparator.comparing(CustomerId::value));
        return this;
    }

    /** Where it came in; any of these. */
    public TicketSearchBuilder channel(ChannelId... any) {
        channels = sorted(List.of(any), Comparator.comparing(ChannelId::value));
        return this;
    }

    /** Where it leads in the systems of the shop; any of these. */
    public TicketSearchBuilder reference(Reference... any) {
        references = sorted(List.of(any), Comparator.naturalOrder());
        return this;
    }

    /**
     * What stands in a custom field, beside what others are asked for; the same field anew takes the place of before. A
     * choice is found by its words as a text is.
     */
    public TicketSearchBuilder field(FieldKey field, FieldValue value) {
        Map<FieldKey, FieldValue> more = new TreeMap<>(fields);
        more.put(requireNonNull(field, "field"), SearchCriteria.compared(requireNonNull(value, "value")));
        requireFew(more.size(), TicketSearch.MOST_VALUES, "values");
        fields = Collections.unmodifiableMap(more);
        return this;
    }

    /**
     * All these words stand in the subject or in what customer and shop have said; see {@link SearchWords}.
     *
     * @throws InvalidInputException if there are no words in it, or more than {@value TicketSearch#MOST_WORDS}
     */
    public TicketSearchBuilder words(String text) {
        words = wordsOf(text);
        return this;
    }

    /** All these words stand in notes. Refuses as {@link #words} does. */
    public TicketSearchBuilder noteWords(String text) {
        noteWords = wordsOf(text);
        return this;
    }

    /** When it was opened. */
    public TicketSearchBuilder opened(TimeRange range) {
        opened = Optional.of(range);
        return this;
    }

    /** When it last changed. */
    public TicketSearchBuilder changed(TimeRange range) {
        changed = Optional.of(range);
        return this;
    }

    /** Until when the shop owes something: {@link dev.heed.ticket.Ticket#dueAt}. */
    public TicketSearchBuilder due(TimeRange range) {
        due = Optional.of(range);
        return this;
    }

    /** Spam, too, and what was closed because its customer wanted to be forgotten. */
    public TicketSearchBuilder withSpam() {
        withSpam = true;
        return this;
    }

    /** What is deleted, too. */
    public TicketSearchBuilder withDeleted() {
        withDeleted = true;
        return this;
    }

    /** What becomes of tickets that are put off. Default: they are left out. */
    public TicketSearchBuilder putOff(PutOff value) {
        putOff = requireNonNull(value, "value");
        return this;
    }

    /** Sorted by this, the smallest or the first at the front. */
    public TicketSearchBuilder orderBy(SortBy value) {
        order = requireNonNull(value, "value");
        descending = false;
        return this;
    }

    /** Sorted by this, the largest or the last at the front. */
    public TicketSearchBuilder orderByDescending(SortBy value) {
        order = requireNonNull(value, "value");
        descending = true;
        return this;
    }

    /** Builds the search. */
    public TicketSearch build() {
        return new TicketSearch(
                new SearchCriteria(
                        statuses,
                        owner,
                        unowned,
                        allTags,
                        anyTags,
                        kinds,
                        customers,
                        channels,
                        references,
                        fields,
                        words,
                        noteWords,
                        opened,
                        changed,
                        due,
                        withSpam,
                        withDeleted,
                        putOff),
                order,
                descending);
    }

    private static Set<String> wordsOf(String text) {
        requireFew(text.length(), LONGEST_TEXT, "letters");
        Set<String> words = SearchWords.of(text);
        if (words.isEmpty()) {
            throw new InvalidInputException("The text to be looked for has no words.", "Give letters or digits.");
        }
        requireFew(words.size(), TicketSearch.MOST_WORDS, "words");
        return sorted(words, Comparator.naturalOrder());
    }

    private static <E> Set<E> sorted(Collection<E> values, Comparator<? super E> order) {
        Set<E> sorted = new LinkedHashSet<>();
        values.stream().sorted(order).forEach(sorted::add);
        requireFew(sorted.size(), TicketSearch.MOST_VALUES, "values");
        return Collections.unmodifiableSet(sorted);
    }

    private static void requireFew(int size, int most, String what) {
        if (size > most) {
            throw new InvalidInputException(
                    "A search names " + size + " " + what + " at once; " + most + " are the most.", "Ask for fewer.");
        }
    }
}
