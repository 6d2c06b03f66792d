package dev.heed.spi.store;

import com.google.common.primitives.Ints;
import dev.heed.spi.store.Bucket.Sorted;
import dev.heed.spi.store.SortKeys.Spot;
import dev.heed.ticket.FieldKey;
import dev.heed.ticket.FieldValue;
import dev.heed.ticket.Reference;
import dev.heed.ticket.Tag;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One search in the in-memory store. Of all that is asked for and indexed it looks through the smallest; where even that
 * is large, it is kept in order from then on, so that a page is read off its front.
 */
final class TicketFinder {
    private final TicketSearch search;
    private final SearchCriteria asked;
    private final TicketIndex index;
    private final IntFunction<Ticket> tickets;
    private final boolean[] places;
    private final MemorySearch.Limits limits;
    private Source source;
    private final Comparator<Spot> order;
    /** Of the times by which tickets are sorted. */
    private final Optional<TimeRange> range;

    /**
     * Where all that is looked for is found among others.
     *
     * @param buckets tickets by where they stand
     * @param sets tickets wherever they stand
     * @param single tickets one by one
     * @param apart whether none is found twice
     */
    private record Source(List<Bucket> buckets, List<IntSet> sets, List<Integer> single, boolean apart) {
        static Source of(List<Bucket> buckets) {
            return new Source(buckets, List.of(), List.of(), true);
        }

        static Source of(Stream<Optional<IntSet>> sets) {
            List<IntSet> found = sets.flatMap(Optional::stream).toList();
            return new Source(List.of(), found, List.of(), found.size() < 2);
        }

        long size() {
            return buckets.stream().mapToLong(bucket -> bucket.members().size()).sum()
                    + sets.stream().mapToLong(IntSet::size).sum()
                    + single.size();
        }

        boolean all(IntPredicate goOn) {
            return buckets.stream().allMatch(bucket -> bucket.members().all(goOn))
                    && sets.stream().allMatch(set -> set.all(goOn))
                    && single.stream().allMatch(goOn::test);
        }
    }

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
        this.limits = limits;
        this.search = search;
        this.asked = search.criteria();
        this.index = index;
        this.tickets = tickets;
        this.order = search.descending() ? Comparator.reverseOrder() : Comparator.naturalOrder();
        this.range = switch (search.order()) {
            case NUMBER -> Optional.empty();
            case OPENED -> asked.opened();
            case CHANGED -> asked.changed();
            case DUE -> asked.due();
        };
        this.places = TicketIndex.places(asked);
        List<Source> sources = new ArrayList<>(List.of(Source.of(index.buckets(SearchTerms.Common.TICKET, places))));
        ofCustomers.ifPresent(set -> sources.add(Source.of(Stream.of(ofCustomers))));
        addSources(sources);
        source = sources.stream().min(Comparator.comparingLong(Source::size)).orElseThrow();
    }

    /** Whether so much is to be read that it is better to know already where which words stand. */
    boolean needsWords() {
        return asked.hasWords() && source.size() > limits.texts();
    }

    void use(WordIndex words) {
        List<Integer> found = Ints.asList(words.find(asked.words(), asked.noteWords()));
        source = found.size() < source.size() ? new Source(List.of(), List.of(), found, true) : source;
    }

    private void addSources(List<Source> sources) {
        asked.owner().ifPresent(owner -> sources.add(Source.of(index.buckets(owner, places))));
        if (asked.unowned()) {
            sources.add(Source.of(index.buckets(SearchTerms.Common.UNOWNED, places)));
        }
        for (Tag tag : asked.allTags()) {
            sources.add(Source.of(index.buckets(tag, places)));
        }
        if (!asked.anyTags().isEmpty()) {
            sources.add(new Source(
                    together(asked.anyTags()),
                    List.of(),
                    List.of(),
                    asked.anyTags().size() == 1));
        }
        if (!asked.kinds().isEmpty() && !asked.kinds().contains(TicketKind.QUESTION)) {
            sources.add(Source.of(together(asked.kinds())));
        }
        if (!asked.references().isEmpty()) {
            Collection<Reference> references = asked.references();
            sources.add(Source.of(references.stream().map(index::rare)));
        }
        for (Map.Entry<FieldKey, FieldValue> field : asked.fields().entrySet()) {
            sources.add(Source.of(Stream.of(index.rare(SearchTerms.Field.of(field.getKey(), field.getValue())))));
        }
    }

    private List<Bucket> together(Collection<?> terms) {
        return terms.stream()
                .flatMap(term -> index.buckets(term, places).stream())
                .toList();
    }

    /** At most so many, from behind a position on. */
    List<Ticket> find(Optional<Cursor.Position> after, int limit) {
        boolean few = source.size() <= limits.tickets() || source.buckets().isEmpty();
        return few ? lookThrough(after, limit) : readOff(after, limit);
    }

    /** How many there are, if they are fewer than that. */
    int count(int upTo) {
        if (source.apart() && isAllAskedFor()) {
            return (int) Math.min(upTo, source.size());
        }
        IntSet counted = new IntSet();
        source.all(ordinal -> {
            if (isMeant(ordinal)) {
                counted.add(ordinal);
            }
            return counted.size() < upTo;
        });
        return Math.min(counted.size(), upTo);
    }

    /** Whether all in the source is looked for. */
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

    private boolean isMeant(int ordinal) {
        if (!places[index.place(ordinal)]) {
            return false;
        }
        Ticket ticket = tickets.apply(ordinal);
        return asked.match(ticket) && asked.wordsMatch(ticket);
    }

    private List<Ticket> lookThrough(Optional<Cursor.Position> after, int limit) {
        PriorityQueue<Spot> best = new PriorityQueue<>(order.reversed()); // the worst of them at its head
        IntSet seen = new IntSet();
        SortKeys keys = index.keys();
        source.all(ordinal -> {
            long key = keys.key(ordinal, search.order(), search.descending());
            long number = keys.number(ordinal);
            @Nullable Spot worst = best.size() < limit ? null : best.peek();
            boolean wanted = (worst == null || isBefore(key, number, worst))
                    && (after.isEmpty() || after.get().isBefore(key, number, search.descending()))
                    && (source.apart() || seen.add(ordinal))
                    && isMeant(ordinal);
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
    private record Line(Spot first, Iterator<Spot> rest) {}

    private List<Ticket> readOff(Optional<Cursor.Position> after, int limit) {
        PriorityQueue<Line> lines = new PriorityQueue<>(Comparator.comparing(Line::first, order));
        Optional<Spot> begin = begin(after);
        for (Bucket bucket : source.buckets()) {
            Sorted sorted = index.sorted(bucket, search.order(), search.descending());
            NavigableSet<Spot> spots = search.descending() ? sorted.spots().descendingSet() : sorted.spots();
            proceed(begin.map(spot -> spots.tailSet(spot, false)).orElse(spots).iterator(), lines);
        }
        List<Ticket> found = new ArrayList<>();
        int last = -1;
        while (found.size() < limit && !lines.isEmpty()) {
            Line line = lines.remove();
            int ordinal = line.first.ordinal();
            if (isPastTheEnd(line.first.key())) {
                break;
            }
            if (ordinal != last && isMeant(ordinal)) { // who has two of the tags stands in two lines
                found.add(tickets.apply(ordinal));
            }
            last = ordinal;
            proceed(line.rest, lines);
        }
        return found;
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

    private static void proceed(Iterator<Spot> line, Collection<Line> to) {
        if (line.hasNext()) {
            to.add(new Line(line.next(), line));
        }
    }
}
