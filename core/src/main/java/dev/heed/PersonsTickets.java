package dev.heed;

import dev.heed.people.CustomerId;
import dev.heed.spi.store.TicketQuery;
import dev.heed.ticket.Ticket;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The tickets of several profiles in one list. */
final class PersonsTickets {
    private static final Comparator<Ticket> NEWEST_FIRST = Comparator.comparing(Ticket::openedAt)
            .thenComparingLong(Ticket::number)
            .reversed();

    private PersonsTickets() {}

    /** At most so many, none that is deleted; of one profile in the order of the store. */
    static List<Ticket> list(Engine engine, Set<CustomerId> profiles, int limit) {
        Engine.requireSome(limit);
        List<Ticket> all = new ArrayList<>();
        for (CustomerId profile : profiles) {
            all.addAll(shown(engine, profile, limit));
        }
        return profiles.size() == 1
                ? List.copyOf(all)
                : all.stream().sorted(NEWEST_FIRST).limit(limit).toList();
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
