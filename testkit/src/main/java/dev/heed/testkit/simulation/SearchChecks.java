package dev.heed.testkit.simulation;

import dev.heed.Helpdesk;
import dev.heed.ViewsDesk;
import dev.heed.people.Agent;
import dev.heed.spi.store.Cursor;
import dev.heed.spi.store.Page;
import dev.heed.spi.store.PutOff;
import dev.heed.spi.store.SortBy;
import dev.heed.spi.store.TicketSearch;
import dev.heed.spi.store.TicketSearchBuilder;
import dev.heed.spi.store.TimeRange;
import dev.heed.ticket.FieldKey;
import dev.heed.ticket.FieldValue;
import dev.heed.ticket.Tag;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketKind;
import dev.heed.ticket.TicketStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A search finds what looking at each ticket finds, page by page, and no customer finds a note. */
final class SearchChecks {
    private static final int SEARCHES = 6;
    private static final int MANY = 10_000;
    private static final int MOST_ON_A_PAGE = 4;
    private static final int HOURS = 200;

    private final World world;

    SearchChecks(World world) {
        this.world = world;
    }

    /** What is looked for is drawn aside, so that looking changes nothing that comes. */
    void look(Helpdesk desk) {
        Chance chance = new Chance(world.seed + 31 * world.book.commits());
        List<Ticket> all = world.book.all().stream()
                .map(facts -> Ticket.replay(facts.history))
                .toList();
        Agent anybody = chance.of(world.setting.agents);
        for (int i = 0; i < SEARCHES; i++) {
            findsAll(desk.as(anybody).views(), search(all, chance), all, chance);
        }
        chance.anyOf(all).ifPresent(ticket -> findsNoNote(desk, ticket));
    }

    private void findsAll(ViewsDesk desk, TicketSearch search, List<Ticket> all, Chance chance) {
        List<Ticket> expected = all.stream()
                .filter(search::matches)
                .sorted((one, other) -> one.equals(other) ? 0 : search.isBefore(one, other) ? -1 : 1)
                .toList();
        List<Ticket> found = new ArrayList<>();
        Optional<Cursor> cursor = Optional.empty();
        int limit = chance.between(1, MOST_ON_A_PAGE);
        do {
            Page<Ticket> page =
                    cursor.isEmpty() ? desk.search(search, limit) : desk.searchOn(search, cursor.get(), limit);
            found.addAll(page.items());
            cursor = page.next();
        } while (cursor.isPresent() && found.size() <= all.size());
        world.require(
                found.equals(expected),
                () -> "a search for " + search.toJson() + " finds " + found + ", and there are " + expected);
        int counted = desk.count(search, MANY);
        world.require(
                counted == expected.size(),
                () -> "a search for " + search.toJson() + " counts " + counted + ", and there are " + expected);
    }

    private TicketSearch search(List<Ticket> all, Chance chance) {
        TicketSearchBuilder search = TicketSearch.builder();
        for (int i = chance.below(3); i > 0; i--) {
            chance.anyOf(all).ifPresent(ticket -> ask(search, ticket, chance));
        }
        SortBy order = chance.of(List.of(SortBy.values()));
        return (chance.oneIn(2) ? search.orderBy(order) : search.orderByDescending(order)).build();
    }

    /** Mostly for something that this ticket is or has. */
    private void ask(TicketSearchBuilder search, Ticket ticket, Chance chance) {
        switch (chance.below(14)) {
            case 0 -> search.status(ticket.status(), chance.of(List.of(TicketStatus.values())));
            case 1 -> ticket.owner().ifPresentOrElse(search::owner, search::unowned);
            case 2 -> search.tags(chance.of(Filings.TAGS));
            case 3 -> search.anyTag(Filings.TAGS.get(0), Tag.of("seen"));
            case 4 -> search.kind(ticket.kind(), TicketKind.COMPLAINT);
            case 5 -> search.customer(ticket.customer());
            case 6 -> search.channel(ticket.channel());
            case 7 -> search.reference(chance.of(Filings.REFERENCES));
            case 8 -> search.field(FieldKey.of(Filings.COLOUR), FieldValue.of(chance.of(Filings.COLOURS)));
            case 9 -> word(ticket, chance).ifPresent(search::words);
            case 10 -> note(ticket).ifPresent(search::noteWords);
            case 11 -> search.changed(TimeRange.from(ticket.changedAt().minusSeconds(3600L * chance.below(HOURS))));
            case 12 -> search.putOff(chance.of(List.of(PutOff.values())));
            default -> search.withSpam();
        }
    }

    private static Optional<String> word(Ticket ticket, Chance chance) {
        return chance.anyOf(ticket.messages()).flatMap(message -> Intents.wordIn(message.text()));
    }

    private static Optional<String> note(Ticket ticket) {
        return ticket.notes().stream()
                .flatMap(note -> Intents.wordIn(note.text()).stream())
                .findFirst();
    }

    private void findsNoNote(Helpdesk desk, Ticket ticket) {
        Set<String> said = ticket.messages().stream()
                .flatMap(message -> Intents.wordIn(message.text()).stream())
                .collect(Collectors.toSet());
        note(ticket)
                .filter(word -> !said.contains(word))
                .map(word -> desk.forCustomer(ticket.customer()).search(word, 9).items())
                .ifPresent(found -> world.require(
                        found.isEmpty(), () -> "a customer finds ticket " + ticket.number() + " by a note"));
    }
}
