package dev.heed.playbook;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import dev.heed.message.FactKey;
import dev.heed.ticket.RootCause;
import dev.heed.ticket.Tag;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing that can be tried. Immutable and thread-safe; each of the methods with arguments gives another value.
 *
 * <p>It applies to every ticket; with {@link #forCauses}, {@link #forKinds} or {@link #forTags} only to those of one of the
 * causes, one of the kinds and with one of the tags that are named.
 *
 * @param id names it, on fact sheets and in replies too
 * @param title what to do, as one would say it to the customer; not blank
 * @param labels how else replies say it, in any language
 * @param invasiveness what it does to what the customer has
 * @param effort how much of the customer's time it takes
 * @param causes behind which it helps; empty for all
 * @param kinds of tickets; empty for all
 * @param tags of tickets; empty for all
 */
public record Step(
        FactKey id,
        String title,
        List<String> labels,
        Invasiveness invasiveness,
        Duration effort,
        Set<RootCause> causes,
        Set<TicketKind> kinds,
        Set<Tag> tags) {
    private static final Comparator<Step> SIMPLEST_FIRST =
            Comparator.comparing(Step::invasiveness).thenComparing(Step::effort);

    /**
     * Checks what it is given.
     *
     * @throws InvalidInputException if the title, or a label, is blank, or the effort negative
     */
    public Step {
        requireNonNull(id, "id");
        requireNonNull(invasiveness, "invasiveness");
        labels = List.copyOf(labels);
        causes = Set.copyOf(causes);
        kinds = Set.copyOf(kinds);
        tags = Set.copyOf(tags);
        if (title.isBlank() || labels.stream().anyMatch(String::isBlank)) {
            throw new InvalidInputException(
                    "Step " + id + " has a title, or a label, without words.",
                    "Say what to do, as one would say it to the customer.");
        }
        if (effort.isNegative()) {
            throw new InvalidInputException(
                    "Step " + id + " takes " + effort + ".", "Say how much time it takes, zero or more.");
        }
    }

    /**
     * A step for every ticket.
     *
     * @param id its name, such as {@code restart-router}; other words are put into that form
     * @throws InvalidInputException if id or title have nothing in them, or the effort is negative
     */
    public static Step of(String id, String title, Invasiveness invasiveness, Duration effort) {
        return new Step(FactKey.of(id), title, List.of(), invasiveness, effort, Set.of(), Set.of(), Set.of());
    }

    /**
     * The same step, of which replies may speak in other words, too.
     *
     * @throws InvalidInputException if one is blank
     */
    public Step called(String... others) {
        List<String> more = new ArrayList<>(labels);
        more.addAll(List.of(others));
        return new Step(id, title, more, invasiveness, effort, causes, kinds, tags);
    }

    /**
     * The same step, which helps where one of these lies behind the problem. A group stands for all below it.
     *
     * @param names such as {@code shipping} and {@code product/defect}; other words are put into that form
     * @throws InvalidInputException if one has nothing in it
     */
    public Step forCauses(String... names) {
        Set<RootCause> more = Stream.concat(causes.stream(), Stream.of(names).map(RootCause::of))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Step(id, title, labels, invasiveness, effort, more, kinds, tags);
    }

    /** The same step, which is for tickets of these kinds. */
    public Step forKinds(TicketKind... some) {
        Set<TicketKind> more =
                Stream.concat(kinds.stream(), Stream.of(some)).collect(Collectors.toCollection(LinkedHashSet::new));
        return new Step(id, title, labels, invasiveness, effort, causes, more, tags);
    }

    /**
     * The same step, which is for tickets with one of these tags.
     *
     * @throws InvalidInputException if one is no {@link Tag}
     */
    public Step forTags(String... some) {
        Set<Tag> more = Stream.concat(tags.stream(), Stream.of(some).map(Tag::of))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Step(id, title, labels, invasiveness, effort, causes, kinds, more);
    }

    /** Whether it is a step for this ticket as it is. */
    public boolean appliesTo(Ticket ticket) {
        boolean cause = causes.isEmpty()
                || ticket.understanding()
                        .rootCause()
                        .filter(found -> causes.stream().anyMatch(named -> isBelow(found, named)))
                        .isPresent();
        boolean kind = kinds.isEmpty() || kinds.contains(ticket.kind());
        boolean tag = tags.isEmpty() || ticket.tags().stream().anyMatch(tags::contains);
        return cause && kind && tag;
    }

    private static boolean isBelow(RootCause found, RootCause named) {
        return found.equals(named) || found.value().startsWith(named.value() + "/");
    }

    /** Whether it costs the customer less than another one: it does less, or as much in less time. */
    public boolean isSimplerThan(Step other) {
        return SIMPLEST_FIRST.compare(this, other) < 0;
    }

    static Comparator<Step> simplestFirst() {
        return SIMPLEST_FIRST;
    }
}
