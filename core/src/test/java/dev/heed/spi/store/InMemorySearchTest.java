package dev.heed.spi.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever happened, and whichever index helps, a search finds what looking at each ticket finds. */
class InMemorySearchTest {
    /** All looked through, all kept in order, all words indexed, and everything in between. */
    @Provide
    Arbitrary<MemorySearch.Limits> limits() {
        return Arbitraries.of(
                MemorySearch.Limits.NORMAL,
                new MemorySearch.Limits(0, 0),
                new MemorySearch.Limits(0, 1000),
                new MemorySearch.Limits(5, 3));
    }

    @Property(tries = 400)
    void aSearchFindsWhatLookingAtEachTicketFinds(
            @ForAll("limits") MemorySearch.Limits limits,
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 120) int deeds) {
        RandomDesk desk = new RandomDesk(new InMemoryTicketStore(limits), seed);
        for (int i = 0; i < deeds; i++) {
            desk.happens();
            if (i % 7 == 0) {
                findsAll(desk, desk.search());
            }
        }
        for (int i = 0; i < 10; i++) {
            findsAll(desk, desk.search());
        }
    }

    private static void findsAll(RandomDesk desk, TicketSearch search) {
        List<Ticket> expected = desk.tickets.stream()
                .filter(search::matches)
                .sorted((one, other) -> one.equals(other) ? 0 : search.isBefore(one, other) ? -1 : 1)
                .toList();
        assertThat(walk(desk, search, () -> {})).as(search.toJson()).isEqualTo(expected);
        assertThat(desk.store.count(search, 1000)).isEqualTo(expected.size());
        int some = desk.anyLimit();
        assertThat(desk.store.count(search, some)).isEqualTo(Math.min(some, expected.size()));
    }

    private static List<Ticket> walk(RandomDesk desk, TicketSearch search, Runnable inBetween) {
        List<Ticket> found = new ArrayList<>();
        Optional<Cursor> cursor = Optional.empty();
        int limit = desk.anyLimit();
        do {
            Page<Ticket> page = desk.store.search(search, cursor, limit);
            assertThat(page.items().size())
                    .isEqualTo(page.next().isPresent() ? limit : page.items().size());
            found.addAll(page.items());
            cursor = page.next();
            inBetween.run();
        } while (cursor.isPresent() && found.size() < 5000);
        return found;
    }

    @Property(tries = 400)
    void whatStaysInItsPlaceIsFoundExactlyOnceWhileOthersChange(
            @ForAll("limits") MemorySearch.Limits limits, @ForAll long seed) {
        RandomDesk desk = new RandomDesk(new InMemoryTicketStore(limits), seed);
        for (int i = 0; i < 60; i++) {
            desk.happens();
        }
        TicketSearch search = desk.search();
        Map<TicketId, Long> keys = new HashMap<>();
        desk.tickets.forEach(ticket -> keys.put(ticket.id(), search.order().key(ticket, search.descending())));
        Set<TicketId> stayed = new HashSet<>(keys.keySet());
        Runnable look = () -> desk.tickets.forEach(ticket -> {
            boolean same = search.matches(ticket)
                    && keys.getOrDefault(ticket.id(), 0L) == search.order().key(ticket, search.descending());
            if (!same) {
                stayed.remove(ticket.id());
            }
        });
        look.run();

        List<Ticket> found = walk(desk, search, () -> {
            desk.happens();
            look.run();
        });

        assertThat(found).allMatch(search::matches);
        assertThat(found.stream().map(Ticket::id).filter(stayed::contains))
                .as(search.toJson())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(stayed);
    }

    @Property(tries = 300)
    void aSearchComesBackFromItsJsonAsItWas(@ForAll long seed) {
        RandomDesk desk = new RandomDesk(new InMemoryTicketStore(), seed);
        TicketSearch search = desk.search();

        assertThat(TicketSearch.ofJson(search.toJson())).isEqualTo(search).hasSameHashCodeAs(search);
        assertThat(search.toBuilder().build()).isEqualTo(search);
    }
}
