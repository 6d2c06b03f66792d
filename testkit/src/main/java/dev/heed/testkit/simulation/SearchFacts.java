package dev.heed.testkit.simulation;

import dev.heed.people.AgentId;
import dev.heed.promise.Promise;
import dev.heed.spi.store.PutOff;
import dev.heed.spi.store.SortBy;
import dev.heed.spi.store.TicketSearch;
import dev.heed.spi.store.TicketSearchBuilder;
import dev.heed.spi.store.TimeRange;
import dev.heed.ticket.Closing;
import dev.heed.ticket.Exemption;
import dev.heed.ticket.FieldKey;
import dev.heed.ticket.FieldValue;
import dev.heed.ticket.Reference;
import dev.heed.ticket.Tag;
import dev.heed.ticket.TicketKind;
import dev.heed.ticket.TicketStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What is looked for, told a second time: by a look at each ticket, without any index. Not thread-safe. */
final class SearchFacts {
    private final TicketSearchBuilder asked = TicketSearch.builder();
    private final List<Predicate<Facts>> all = new ArrayList<>();
    private PutOff putOff = PutOff.LEFT_OUT;
    private boolean spamToo;
    private SortBy order = SortBy.NUMBER;
    private boolean descending;

    TicketSearch search() {
        return (descending ? asked.orderByDescending(order) : asked.orderBy(order)).build();
    }

    /** Those that it has to find, in their order. */
    List<Facts> in(List<Facts> tickets) {
        return tickets.stream().filter(this::matches).sorted(order()).toList();
    }

    private boolean matches(Facts facts) {
        boolean spam = facts.closed != null
                && facts.closed.closing() instanceof Closing.Exempt exempt
                && exempt.exemption() != Exemption.DUPLICATE;
        boolean shown = putOff == PutOff.INCLUDED || facts.snoozes.isOff() == (putOff == PutOff.ONLY);
        return (spamToo || !spam) && shown && all.stream().allMatch(one -> one.test(facts));
    }

    private Comparator<Facts> order() {
        Comparator<Facts> numbers = Comparator.comparing(facts -> facts.opened.number());
        return switch (order) {
            case NUMBER -> turned(numbers);
            case OPENED ->
                turned(Comparator.comparing((Facts facts) -> facts.opened.at()).thenComparing(numbers));
            case CHANGED ->
                turned(Comparator.comparing((Facts facts) -> facts.changedAt).thenComparing(numbers));
            case DUE ->
                Comparator.comparing((Facts facts) -> due(facts).isEmpty())
                        .thenComparing(turned(
                                Comparator.comparing((Facts facts) -> due(facts).orElse(Instant.MIN))
                                        .thenComparing(numbers)));
        };
    }

    private Comparator<Facts> turned(Comparator<Facts> order) {
        return descending ? order.reversed() : order;
    }

    void orderBy(SortBy value, boolean largestFirst) {
        order = value;
        descending = largestFirst;
    }

    /** By when the customer is owed something next. */
    static Optional<Instant> due(Facts facts) {
        Stream<Instant> promised =
                facts.promises.open().stream().map(entry -> entry.made).map(Promise::due);
        return Stream.concat(promised, facts.promises.expectedAt().stream()).min(Instant::compareTo);
    }

    private void that(Predicate<Facts> holds) {
        all.add(holds);
    }

    void status(TicketStatus... any) {
        asked.status(any);
        that(facts -> Set.of(any).contains(facts.status));
    }

    void owner(AgentId agent) {
        asked.owner(agent);
        that(facts -> agent.equals(facts.owner));
    }

    void unowned() {
        asked.unowned();
        that(facts -> facts.owner == null);
    }

    void kind(TicketKind... any) {
        asked.kind(any);
        that(facts -> Arrays.asList(any).contains(facts.kind));
    }

    void likeIts(Facts one, boolean channel) {
        if (channel) {
            asked.channel(one.opened.channel());
            that(facts -> facts.opened.channel().equals(one.opened.channel()));
        } else {
            asked.customer(one.opened.customer());
            that(facts -> facts.opened.customer().equals(one.opened.customer()));
        }
    }

    void tags(Tag... every) {
        asked.tags(every);
        that(facts -> facts.filing.tags().containsAll(Set.of(every)));
    }

    void anyTag(Tag... any) {
        asked.anyTag(any);
        that(facts -> !Collections.disjoint(facts.filing.tags(), Set.of(any)));
    }

    void reference(Reference... any) {
        asked.reference(any);
        that(facts -> !Collections.disjoint(facts.filing.references(), Set.of(any)));
    }

    void field(FieldKey key, FieldValue value) {
        asked.field(key, value);
        that(facts -> Optional.ofNullable(facts.filing.fields().get(key))
                .filter(there -> value.equals(there)
                        || (there instanceof FieldValue.Choice choice && value.equals(FieldValue.of(choice.value()))))
                .isPresent());
    }

    void words(String text) {
        asked.words(text);
        that(facts -> contains(
                Stream.concat(
                        Stream.of(facts.opened.subject()),
                        facts.messages.stream().map(one -> one.text())),
                text));
    }

    void noteWords(String text) {
        asked.noteWords(text);
        that(facts -> contains(facts.notes.all.stream().map(note -> note.text()), text));
    }

    /** Whether each of the words, in plain English, stands in one of them. */
    private static boolean contains(Stream<String> texts, String words) {
        List<String> there = texts.flatMap(text -> split(text)).toList();
        return split(words).allMatch(there::contains);
    }

    private static Stream<String> split(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"));
    }

    void opened(TimeRange range) {
        asked.opened(range);
        that(facts -> lies(range, facts.opened.at()));
    }

    void changed(TimeRange range) {
        asked.changed(range);
        that(facts -> lies(range, facts.changedAt));
    }

    void due(TimeRange range) {
        asked.due(range);
        that(facts -> due(facts).filter(at -> lies(range, at)).isPresent());
    }

    private static boolean lies(TimeRange range, Instant at) {
        return range.from().filter(at::isBefore).isEmpty()
                && range.until().filter(end -> !at.isBefore(end)).isEmpty();
    }

    void withSpam() {
        asked.withSpam();
        spamToo = true;
    }

    void putOff(PutOff value) {
        asked.putOff(value);
        putOff = value;
    }
}
