package dev.heed.testkit.simulation;

import dev.heed.Helpdesk;
import dev.heed.ViewsDesk;
import dev.heed.people.Agent;
import dev.heed.spi.store.Cursor;
import dev.heed.spi.store.Page;
import dev.heed.spi.store.PutOff;
import dev.heed.spi.store.SortBy;
import dev.heed.spi.store.TicketSearch;
import dev.heed.spi.store.TimeRange;
import dev.heed.ticket.FieldKey;
import dev.heed.ticket.FieldValue;
import dev.heed.ticket.Tag;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketKind;
import dev.heed.ticket.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A search finds what looking at each ticket finds, page by page, and no customer finds a note. */
final class SearchChecks {
    private static final int SEARCHES = 6;
    private static final int MANY = 10_000;
    private static final int MOST_ON_A_PAGE = 4;
    private static final int HOURS = 200;
    private static final int WAYS = 17;

    private final World world;

    SearchChecks(World world) {
        this.world = world;
    }

    /** What is looked for is drawn aside, so that looking changes nothing that comes. */
    void look(Helpdesk desk) {
        Chance chance = new Chance(world.seed + 31 * world.book.commits());
        List<Facts> all = world.book.all();
        Agent anybody = chance.of(world.setting.agents);
        for (int i = 0; i < SEARCHES; i++) {
            findsAll(desk.as(anybody).views(), drawn(all, chance), all, chance);
        }
        chance.anyOf(all).ifPresent(facts -> findsNoNote(desk, facts));
    }

    private void findsAll(ViewsDesk desk, SearchFacts facts, List<Facts> all, Chance chance) {
        TicketSearch search = facts.search();
        List<Long> expected =
                facts.in(all).stream().map(one -> one.opened.number()).toList();
        List<Long> found = new ArrayList<>();
        Optional<Cursor> cursor = Optional.empty();
        int limit = chance.between(1, MOST_ON_A_PAGE);
        do {
            Page<Ticket> page =
                    cursor.isEmpty() ? desk.search(search, limit) : desk.searchOn(search, cursor.get(), limit);
            page.items().forEach(ticket -> found.add(current(ticket)));
            cursor = page.next();
            boolean full = cursor.isEmpty() || page.items().size() == limit;
            world.require(full, () -> "a page that is not the last has only " + page.items());
        } while (cursor.isPresent() && found.size() <= all.size());
        world.require(
                found.equals(expected),
                () -> "a search for " + search.toJson() + " finds " + found + ", and there are " + expected);
        int upTo = chance.oneIn(2) ? MANY : limit;
        int counted = desk.count(search, upTo);
        world.require(
                counted == Math.min(expected.size(), upTo),
                () -> "a search for " + search.toJson() + " counts " + counted + ", and there are " + expected);
    }

    /** What is found is what was committed last. */
    private long current(Ticket ticket) {
        Facts facts = world.book.facts(ticket.id());
        world.require(ticket.version() == facts.history.size(), () -> "found was what " + ticket + " was once");
        return ticket.number();
    }

    private SearchFacts drawn(List<Facts> all, Chance chance) {
        SearchFacts search = new SearchFacts();
        Set<Integer> asked = new HashSet<>();
        for (int i = chance.below(4); i > 0; i--) {
            int what = chance.below(WAYS);
            if (asked.add(what)) {
                chance.anyOf(all).ifPresent(one -> ask(search, one, what, chance));
            }
        }
        search.orderBy(chance.of(List.of(SortBy.values())), chance.oneIn(2));
        return search;
    }

    /** Mostly for something that this ticket is or has. */
    private void ask(SearchFacts search, Facts one, int what, Chance chance) {
        switch (what) {
            case 0 -> search.status(one.status, other(one.status, chance));
            case 1 -> {
                if (one.owner == null) {
                    search.unowned();
                } else {
                    search.owner(one.owner);
                }
            }
            case 2 -> search.kind(one.kind, TicketKind.COMPLAINT);
            case 3 -> search.likeIts(one, false);
            case 4 -> search.likeIts(one, true);
            case 5 -> said(one, chance).ifPresent(word -> search.words(chance.oneIn(3) ? "LOOKED into " : word));
            case 6 -> noted(one).ifPresent(word -> search.noteWords(chance.oneIn(3) ? "carrier was" : word));
            case 7 -> search.opened(range(one.opened.at(), chance));
            case 8 -> search.changed(range(one.changedAt, chance));
            case 9 -> SearchFacts.due(one).ifPresent(at -> search.due(range(at, chance)));
            case 10 -> search.putOff(chance.of(List.of(PutOff.values())));
            case 11 -> search.withSpam();
            default -> filed(search, what, chance);
        }
    }

    private static TicketStatus other(TicketStatus status, Chance chance) {
        List<TicketStatus> others =
                Stream.of(TicketStatus.values()).filter(one -> one != status).toList();
        return chance.of(others);
    }

    private static void filed(SearchFacts search, int what, Chance chance) {
        switch (what) {
            case 12 -> {
                Tag tag = chance.of(Filings.TAGS);
                search.tags(chance.oneIn(2) ? new Tag[] {tag} : new Tag[] {tag, Tag.of("seen")});
            }
            case 13 -> search.anyTag(Filings.TAGS.get(1), Filings.TAGS.get(2));
            case 14 -> search.reference(chance.of(Filings.REFERENCES));
            case 15 -> search.field(FieldKey.of(Filings.COLOUR), FieldValue.of(chance.of(Filings.COLOURS)));
            default -> search.field(FieldKey.of(Filings.WEIGHT), FieldValue.of(chance.below(2)));
        }
    }

    /** Its beginning counts, and its end does not. */
    private static TimeRange range(Instant at, Chance chance) {
        Duration hours = Duration.ofHours(chance.below(HOURS));
        return switch (chance.below(4)) {
            case 0 -> TimeRange.from(at);
            case 1 -> TimeRange.until(at);
            case 2 -> TimeRange.from(at.minus(hours));
            default -> TimeRange.between(at.minus(hours), at.plus(hours).plusSeconds(1));
        };
    }

    private static Optional<String> said(Facts facts, Chance chance) {
        return chance.anyOf(facts.messages).flatMap(message -> Intents.wordIn(message.text()));
    }

    private static Optional<String> noted(Facts facts) {
        return facts.notes.all.stream()
                .flatMap(note -> Intents.wordIn(note.text()).stream())
                .findFirst();
    }

    private void findsNoNote(Helpdesk desk, Facts facts) {
        Set<String> said = facts.messages.stream()
                .flatMap(message -> Intents.wordIn(message.text()).stream())
                .collect(Collectors.toSet());
        noted(facts)
                .filter(word -> !said.contains(word))
                .map(word -> desk.forCustomer(facts.opened.customer())
                        .search(word, 9)
                        .items())
                .ifPresent(found -> world.require(
                        found.isEmpty(), () -> "a customer finds ticket " + facts.opened.number() + " by a note"));
    }
}
