package dev.heed.spi.store;

import dev.heed.spi.store.SortKeys.Spot;
import dev.heed.ticket.FieldKey;
import dev.heed.ticket.FieldValue;
import dev.heed.ticket.Tag;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.PriorityQueue;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One search in the in-memory store. Of all that is asked for and indexed it looks through the smallest; where that is large,
 * what is asked for is kept in order from then on, and a page is read off its front.
 */
final class TicketFinder {
    private final TicketSearch search;
    private final SearchCriteria asked;
    private final TicketIndex index;
    private final IntFunction<Ticket> tickets;
    private final MemorySearch.Limits limits;
    private final boolean[] places;
    private final Comparator<Spot> order;
    /** Of the times by which tickets are sorted. */
    private final Optional<TimeRange> range;
    /** The smallest first. */
    private final List<Source> sources = new ArrayList<>();

    private boolean wordsAreKnown;

    /**
     * A search.
     *
     * @param tickets by their place among all
     * @param ofCustomers those of the customers it asks for, if it asks for any
     */
    TicketFinder(
            TicketSearch search,
            TicketIndex index,
            IntFunction<Ticket> tickets,
            Optional<IntSet> ofCustomers,
            MemorySearch.Limits limits) {
        this.search = search;
        this.asked = search.criteria();
        this.index = index;
        this.tickets = tickets;
        this.limits = limits;
        this.places = TicketIndex.places(asked);
        this.order = search.descending() ? Comparator.reverseOrder() : Comparator.naturalOrder();
        this.range = switch (search.order()) {
            case NUMBER -> Optional.empty();
            case OPENED -> asked.opened();
            case CHANGED -> asked.changed();
            case DUE -> asked.due();
        };
        ofCustomers.ifPresent(set -> sources.add(new Source.Plain(List.of(set))));
        addSources();
        sources.add(ranked(List.of(SearchTerms.Common.TICKET), true));
        sources.sort(Comparator.comparingLong(Source::size));
    }

    private void addSources() {
        asked.owner().ifPresent(owner -> sources.add(ranked(List.of(owner), true)));
        if (asked.unowned()) {
            sources.add(ranked(List.of(SearchTerms.Common.UNOWNED), true));
        }
        for (Tag tag : asked.allTags()) {
            sources.add(ranked(List.of(tag), true));
        }
        if (!asked.anyTags().isEmpty()) {
            sources.add(ranked(asked.anyTags(), asked.anyTags().size() == 1));
        }
        if (!asked.kinds().isEmpty() && !asked.kinds().contains(TicketKind.QUESTION)) {
            sources.add(ranked(asked.kinds(), true));
        }
        if (!asked.references().isEmpty()) {
            sources.add(plain(asked.references().stream()));
        }
        for (Map.Entry<FieldKey, FieldValue> field : asked.fields().entrySet()) {
            sources.add(plain(Stream.of(SearchTerms.Field.of(field.getKey(), field.getValue()))));
        }
    }

    private Source.Ranked ranked(Collection<?> terms, boolean apart) {
        return new Source.Ranked(
                terms.stream()
                        .flatMap(term -> index.buckets(term, places).stream())
                        .toList(),
                apart);
    }

    private Source.Plain plain(Stream<?> terms) {
        return new Source.Plain(terms.flatMap(term -> index.rare(term).stream()).toList());
    }

    /** Whether so much is to be read that it is better to know already where which words stand. */
    boolean needsWords() {
        return asked.hasWords() && sources.get(0).size() > limits.texts();
    }

    /** Goes by what is known of words. */
    void use(WordIndex words) {
        Optional<Source.Worded> worded = words.find(asked.words(), asked.noteWords());
        sources.add(worded.isPresent() ? worded.get() : new Source.Plain(List.of()));
        sources.sort(Comparator.comparingLong(Source::size));
        wordsAreKnown = true;
    }

    /** At most so many, from behind a position on. */
    List<Ticket> find(Optional<Cursor.Position> after, int limit) {
        Source smallest = sources.get(0);
        Source.Ranked ranked = smallestRanked();
        long steps = ranked.size() / Math.max(1, smallest.size()) * limit; // if what is found is spread evenly
        boolean few = smallest.size() <= limits.tickets() || smallest.size() <= steps;
        return few ? lookThrough(smallest, after, limit) : readOff(ranked, after, limit);
    }

    /** There is one: all tickets. */
    private Source.Ranked smallestRanked() {
        return sources.stream()
                .flatMap(source -> source instanceof Source.Ranked ranked ? Stream.of(ranked) : Stream.empty())
                .findFirst()
                .orElseThrow();
    }

    /** How many there are, if they are fewer than that. */
    int count(int upTo) {
        Source smallest = sources.get(0);
        if (smallest.isApart() && isAllAskedFor()) {
            return (int) Math.min(upTo, smallest.size());
        }
        IntSet counted = new IntSet();
        smallest.all(ordinal -> {
            if (isMeant(ordinal, smallest)) {
                counted.add(ordinal);
            }
            return counted.size() < upTo;
        });
        return Math.min(counted.size(), upTo);
    }

    /** Whether all in the smallest source is looked for: where one owner or one tag is, or nothing but statuses. */
    private boolean isAllAskedFor() {
        if (asked.putOff() != PutOff.LEFT_OUT && !asked.statuses().isEmpty()) {
            return false; // those that are put off stand together, whatever their status
        }
        TicketSearchBuilder only = TicketSearch.builder();
        asked.owner().ifPresent(only::owner);
        if (asked.unowned()) {
            only.unowned();
        } else if (asked.owner().isEmpty()) {
            only.tags(asked.allTags().stream().limit(1).toArray(Tag[]::new));
        }
        return asked.equals(only.build().criteria().where(asked.statuses(), asked.withSpam(), asked.putOff()));
    }

    private boolean isMeant(int ordinal, Source from) {
        if (!places[index.place(ordinal)]) {
            return false;
        }
        for (Source source : sources) { // which costs less than to look at the ticket
            if (source != from && !source.contains(ordinal)) {
                return false;
            }
        }
        Ticket ticket = tickets.apply(ordinal);
        return asked.match(ticket) && (wordsAreKnown || asked.wordsMatch(ticket));
    }

    private List<Ticket> lookThrough(Source source, Optional<Cursor.Position> after, int limit) {
        PriorityQueue<Spot> best = new PriorityQueue<>(order.reversed()); // the worst of them at its head
        IntSet seen = new IntSet();
        SortKeys keys = index.keys();
        source.all(ordinal -> {
            long key = keys.key(ordinal, search.order(), search.descending());
            long number = keys.number(ordinal);
            @Nullable Spot worst = best.size() < limit ? null : best.peek();
            boolean wanted = (worst == null || isBefore(key, number, worst))
                    && (after.isEmpty() || after.get().isBefore(key, number, search.descending()))
                    && (source.isApart() || seen.add(ordinal))
                    && isMeant(ordinal, source);
            if (wanted) {
                best.add(new Spot(key, number, ordinal));
                if (best.size() > limit) {
                    best.remove();
                }
            }
            return true;
        });
        return best.stream()
                .sorted(order)
                .map(spot -> tickets.apply(spot.ordinal()))
                .toList();
    }

    private boolean isBefore(long key, long number, Spot worst) {
        int compared = key == worst.key() ? Long.compare(number, worst.number()) : Long.compare(key, worst.key());
        return search.descending() ? compared > 0 : compared < 0;
    }

    /** A line of tickets that is already in order, with the one at its front. */
    private record Line(Spot first, PrimitiveIterator.OfInt rest) {}

    private List<Ticket> readOff(Source.Ranked source, Optional<Cursor.Position> after, int limit) {
        PriorityQueue<Line> lines = new PriorityQueue<>(Comparator.comparing(Line::first, order));
        Optional<Spot> begin = begin(after);
        for (Bucket bucket : source.buckets()) {
            Ranking ranking = index.ranking(bucket, search.order(), search.descending());
            proceed(ranking.walk(begin, search.descending()), lines);
        }
        List<Ticket> found = new ArrayList<>();
        int last = -1;
        while (found.size() < limit && !lines.isEmpty()) {
            Line line = lines.remove();
            int ordinal = line.first.ordinal();
            if (isPastTheEnd(line.first.key())) {
                break;
            }
            if (ordinal != last && isMeant(ordinal, source)) { // who has two of the tags stands in two lines
                found.add(tickets.apply(ordinal));
            }
            last = ordinal;
            proceed(line.rest, lines);
        }
        return found;
    }

    private void proceed(PrimitiveIterator.OfInt line, Collection<Line> to) {
        if (line.hasNext()) {
            to.add(new Line(index.keys().spot(line.nextInt(), search.order(), search.descending()), line));
        }
    }

    /** What nobody looks for need not be passed by one by one. */
    private Optional<Spot> begin(Optional<Cursor.Position> after) {
        Optional<Spot> behind = after.map(position -> new Spot(position.key(), position.number(), 0));
        Optional<Instant> first = range.flatMap(search.descending() ? TimeRange::until : TimeRange::from);
        Optional<Spot> inRange = first.map(at -> new Spot(SortBy.micros(at), Long.MIN_VALUE, 0));
        return Stream.of(behind, inRange).flatMap(Optional::stream).max(order);
    }

    private boolean isPastTheEnd(long key) {
        return search.descending()
                ? range.flatMap(TimeRange::from)
                        .filter(from -> key < SortBy.micros(from))
                        .isPresent()
                : range.flatMap(TimeRange::until)
                        .filter(until -> key >= SortBy.micros(until))
                        .isPresent();
    }
}
