package dev.heed;

import com.google.common.collect.Lists;
import dev.heed.people.CustomerId;
import dev.heed.spi.store.PutOff;
import dev.heed.spi.store.SortBy;
import dev.heed.spi.store.TicketQuery;
import dev.heed.spi.store.TicketSearch;
import dev.heed.ticket.Ticket;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The tickets of several profiles in one list. */
final class PersonsTickets {
    private static final Comparator<Ticket> NEWEST_FIRST = Comparator.comparing(Ticket::openedAt)
            .thenComparingLong(Ticket::number)
            .reversed();

    private PersonsTickets() {}

    /** At most so many, none that is deleted; of one profile in the order of the store. */
    static List<Ticket> list(Engine engine, Set<CustomerId> profiles, int limit) {
        Engine.requireSome(limit);
        if (profiles.size() == 1) {
            return shown(engine, profiles.iterator().next(), limit);
        }
        List<Ticket> newest = List.of();
        for (List<CustomerId> some : Lists.partition(List.copyOf(profiles), TicketSearch.MOST_VALUES)) {
            newest = Stream.concat(newest.stream(), newest(engine, some, limit).stream())
                    .sorted(NEWEST_FIRST)
                    .limit(limit)
                    .toList();
        }
        return newest;
    }

    /** An organisation has thousands of members: of all of them together no more is read than is shown. */
    private static List<Ticket> newest(Engine engine, List<CustomerId> profiles, int limit) {
        TicketSearch search = TicketSearch.builder()
                .customer(profiles.toArray(CustomerId[]::new))
                .withSpam()
                .putOff(PutOff.INCLUDED)
                .orderByDescending(SortBy.OPENED)
                .build();
        return engine.store().search(search, Optional.empty(), limit).items();
    }

    private static List<Ticket> shown(Engine engine, CustomerId profile, int limit) {
        int asked = limit;
        while (true) {
            List<Ticket> all = engine.list(new TicketQuery.OfCustomer(profile), asked);
            List<Ticket> shown = all.stream()
                    .filter(ticket -> ticket.structure().deletedAt().isEmpty())
                    .limit(limit)
                    .toList();
            if (shown.size() == limit || all.size() < asked || asked > Integer.MAX_VALUE / 2) {
                return shown;
            }
            asked *= 2;
        }
    }
}
