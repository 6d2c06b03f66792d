package dev.heed;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import dev.heed.people.CustomerId;
import dev.heed.spi.store.Cursor;
import dev.heed.spi.store.Page;
import dev.heed.spi.store.PutOff;
import dev.heed.spi.store.SearchWords;
import dev.heed.spi.store.SortBy;
import dev.heed.spi.store.TicketSearch;
import dev.heed.ticket.Ticket;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A customer looks for words in what the pages of the shop show. Words are looked for in what is shown and nowhere else, so
 * that no index of the store and no mistake in a filter can tell a customer what colleagues have written.
 */
final class CustomerSearch {
    /** How many tickets a page can have. */
    static final int MOST_ON_A_PAGE = 100;

    private static final int AT_ONCE = 50;

    private final Engine engine;
    private final Function<Ticket, CustomerTicket> view;
    private final Set<String> words;
    /** All that the customer may see, the largest number first. */
    private final TicketSearch theirs;
    /** The same with the words: what cursors are bound to. */
    private final TicketSearch asked;

    CustomerSearch(Engine engine, Set<CustomerId> profiles, String text, Function<Ticket, CustomerTicket> view) {
        this.engine = engine;
        this.view = view;
        this.theirs = TicketSearch.builder()
                .customer(profiles.toArray(CustomerId[]::new))
                .withSpam()
                .putOff(PutOff.INCLUDED)
                .orderByDescending(SortBy.NUMBER)
                .build();
        this.asked = theirs.toBuilder().words(requireNonNull(text, "text")).build();
        this.words = asked.words();
    }

    Page<CustomerTicket> page(Optional<Cursor> after, int limit) {
        if (limit < 1 || limit > MOST_ON_A_PAGE) {
            throw new InvalidInputException(
                    "A page of " + limit + " tickets was asked for.",
                    "Ask for at least one and at most " + MOST_ON_A_PAGE + ", and go on with the cursor of the page.");
        }
        Optional<Cursor> from = after.map(cursor -> Cursor.at(cursor.position(asked), theirs));
        List<CustomerTicket> found = new ArrayList<>();
        Optional<Cursor> last = Optional.empty();
        do {
            Page<Ticket> some = engine.store().search(theirs, from, AT_ONCE);
            for (Ticket ticket : some.items()) {
                CustomerTicket shown = view.apply(ticket);
                if (!wordsOf(shown).containsAll(words)) {
                    continue;
                }
                if (found.size() == limit) {
                    return new Page<>(found, last);
                }
                found.add(shown);
                last = Optional.of(Cursor.behind(ticket, asked));
            }
            from = some.next();
        } while (from.isPresent());
        return new Page<>(found, Optional.empty());
    }

    private static Set<String> wordsOf(CustomerTicket ticket) {
        Set<String> all = new HashSet<>(SearchWords.of(ticket.subject()));
        ticket.messages().forEach(line -> all.addAll(SearchWords.of(line.text())));
        return all;
    }
}
