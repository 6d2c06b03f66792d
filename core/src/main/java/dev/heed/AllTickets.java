package dev.heed;

import dev.heed.report.ReportPeriod;
import dev.heed.spi.store.Cursor;
import dev.heed.spi.store.Page;
import dev.heed.spi.store.PutOff;
import dev.heed.spi.store.TicketSearch;
import dev.heed.spi.store.TicketSearchBuilder;
import dev.heed.spi.store.TicketStore;
import dev.heed.spi.store.TimeRange;
import dev.heed.ticket.Closing;
import dev.heed.ticket.Exemption;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The tickets of a shop, page by page: put off or not, and those of people who were forgotten, too, but
 * neither spam nor what is deleted. Each stream is read once.
 */
final class AllTickets {
    private static final int PAGE = 100;

    /** Later than anything is due, and still within what stores keep. */
    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private final TicketStore store;

    AllTickets(TicketStore store) {
        this.store = store;
    }

    private static TicketSearchBuilder search() {
        return TicketSearch.builder().withSpam().putOff(PutOff.INCLUDED);
    }

    Stream<Ticket> all() {
        return found(search().build());
    }

    /** Opened on whole days of a zone. */
    Stream<Ticket> openedBetween(LocalDate first, LocalDate end, ZoneId zone) {
        ReportPeriod days = ReportPeriod.days(first, end, zone);
        return found(
                search().opened(TimeRange.between(days.from(), days.until())).build());
    }

    /** Not closed. */
    Stream<Ticket> open() {
        return found(search().status(
                        TicketStatus.NEW,
                        TicketStatus.OPEN,
                        TicketStatus.PENDING,
                        TicketStatus.ON_HOLD,
                        TicketStatus.SOLVED)
                .build());
    }

    /** Of which something is due. */
    Stream<Ticket> owed() {
        return found(search().due(TimeRange.until(NEVER)).build());
    }

    private Stream<Ticket> found(TicketSearch search) {
        return Stream.iterate(
                        Optional.of(store.search(search, Optional.empty(), PAGE)),
                        Optional::isPresent,
                        page -> page.flatMap(Page::next).map(cursor -> next(search, cursor)))
                .flatMap(page -> page.orElseThrow().items().stream())
                .filter(ticket -> !isSpam(ticket));
    }

    private Page<Ticket> next(TicketSearch search, Cursor cursor) {
        return store.search(search, Optional.of(cursor), PAGE);
    }

    private static boolean isSpam(Ticket ticket) {
        return ticket.closing()
                .filter(closing -> closing instanceof Closing.Exempt exempt && exempt.exemption() == Exemption.SPAM)
                .isPresent();
    }
}
