package dev.heed;

import dev.heed.json.Redaction;
import dev.heed.people.CustomerId;
import dev.heed.spi.store.Cursor;
import dev.heed.spi.store.Page;
import dev.heed.spi.store.SortBy;
import dev.heed.spi.store.StoredDocument;
import dev.heed.spi.store.TicketQuery;
import dev.heed.spi.store.TicketSearch;
import dev.heed.spi.store.TicketStore;
import dev.heed.spi.store.TimeRange;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets tickets that have been closed, or deleted, for as long as the shop keeps them. What goes on in one another is
 * forgotten together. Used by one thread at a time.
 */
final class Retaining {
    private static final Logger log = LoggerFactory.getLogger(Retaining.class);
    private static final Duration BETWEEN = Duration.ofHours(1);
    private static final int PAGE = 100;
    private static final int MOST = 100;
    private static final int ALL = Integer.MAX_VALUE;
    /** Up to which last change everything was looked at. */
    private static final String PROGRESS = "retention";

    private final Policies policies;
    private final Engine engine;
    private final TicketStore store;
    private Instant next = Instant.MIN;
    private boolean failed;

    Retaining(Policies policies, Engine engine) {
        this.policies = policies;
        this.engine = engine;
        this.store = engine.store();
    }

    /** Looks at everything once more, since something need not be kept any longer. */
    static void again(TicketStore store, UnitOfWork.Builder unit) {
        store.findDocument(PROGRESS, PROGRESS).ifPresent(unit::remove);
    }

    /** How many tickets were forgotten; now and then, and only so many in one round. */
    int forget() {
        Instant now = engine.now();
        Optional<Duration> kept = policies.life().retention();
        if (kept.isEmpty() || now.isBefore(next)) {
            return 0;
        }
        Instant end = now.minus(kept.get());
        failed = false;
        int forgotten = forgetClosed(end);
        if (forgotten < MOST) {
            forgotten += forgetDeleted(end);
            next = now.plus(BETWEEN);
        }
        return forgotten;
    }

    private int forgetClosed(Instant end) {
        Optional<StoredDocument> progress = store.findDocument(PROGRESS, PROGRESS);
        Optional<Instant> from = progress.map(StoredDocument::content).map(Instant::parse);
        if (from.filter(begin -> !begin.isBefore(end)).isPresent()) {
            return 0;
        }
        TicketSearch closed = TicketSearch.builder()
                .status(TicketStatus.CLOSED)
                .withSpam()
                .changed(new TimeRange(from, Optional.of(end)))
                .orderBy(SortBy.CHANGED)
                .build();
        int forgotten = 0;
        Optional<Ticket> last = Optional.empty();
        Optional<Cursor> cursor = Optional.empty();
        do {
            Page<Ticket> page = store.search(closed, cursor, PAGE);
            for (Ticket ticket : page.items()) {
                forgotten += forgetSafely(ticket.id(), end);
                last = Optional.of(ticket);
            }
            cursor = page.next();
        } while (cursor.isPresent() && forgotten < MOST);
        if (!failed) { // else the next look begins where this one did
            last.map(Ticket::changedAt).ifPresent(done -> save(progress, done));
        }
        return forgotten;
    }

    /** Another node that has come further looks on from there. */
    private void save(Optional<StoredDocument> progress, Instant done) {
        String content = done.toString();
        if (progress.filter(before -> before.content().equals(content)).isEmpty()) {
            StoredDocument next = progress.map(before -> before.next(content))
                    .orElseGet(() -> StoredDocument.of(PROGRESS, PROGRESS, PROGRESS, content));
            var unused = engine.tryWrite(unit -> unit.document(next));
        }
    }

    private int forgetDeleted(Instant end) {
        int forgotten = 0;
        for (Ticket ticket : store.list(new TicketQuery.Deleted(), ALL)) {
            if (forgotten < MOST
                    && ticket.structure().deletedAt().filter(end::isAfter).isPresent()) {
                forgotten += forgetSafely(ticket.id(), end);
            }
        }
        return forgotten;
    }

    /** One that cannot be forgotten keeps no other from it. */
    private int forgetSafely(TicketId id, Instant end) {
        try {
            return forget(id, end);
        } catch (RuntimeException e) {
            log.error("Ticket {} could not be forgotten; it is tried again within the hour.", id, e);
            failed = true;
            return 0;
        }
    }

    private int forget(TicketId id, Instant end) {
        Ticket first = engine.ticket(id);
        Collection<Ticket> family = family(first);
        if (family.stream().anyMatch(ticket -> !engine.isOfOnePerson(ticket, first))) {
            Parting.strangers(
                    engine,
                    store.person(first.customer()),
                    policies.responsible().id());
            return 0; // each goes on by itself, and is looked at again once that has ended
        }
        if (!family.stream().allMatch(ticket -> mayGo(ticket, end))) {
            return 0;
        }
        CustomerId customer = family.iterator().next().customer();
        if (isAStranger(customer) && knownOf(customer).stream().allMatch(ticket -> mayGo(ticket, end))) {
            int tickets = knownOf(customer).size();
            var unused = new Erasing(policies, engine).erase(customer, Optional.empty(), "Kept for long enough.");
            return tickets;
        }
        var unused = new Erasing(policies, engine)
                .eraseTickets(Set.copyOf(family.stream().map(Ticket::id).toList()));
        return family.size();
    }

    private boolean mayGo(Ticket ticket, Instant end) {
        boolean old = ticket.changedAt().isBefore(end);
        boolean done = ticket.status() == TicketStatus.CLOSED
                ? ticket.openNotes().isEmpty()
                : ticket.structure().deletedAt().isPresent();
        return old
                && done
                && !Redaction.isPseudonym(ticket.customer())
                && !PrivacyRecords.isHeld(store, ticket.customer());
    }

    /** With the tickets that go on in it, and the one in which it goes on. */
    private Collection<Ticket> family(Ticket ticket) {
        Map<TicketId, Ticket> family = new LinkedHashMap<>();
        Deque<TicketId> open = new ArrayDeque<>(List.of(ticket.id()));
        while (!open.isEmpty()) {
            TicketId id = open.pop();
            if (!family.containsKey(id)) {
                Ticket member = engine.ticket(id);
                family.put(id, member);
                open.addAll(member.structure().duplicates());
                member.closing().flatMap(closing -> closing.goesOnIn()).ifPresent(open::push);
            }
        }
        return family.values();
    }

    /** Whether the shop knows nothing of somebody but what came in. */
    private boolean isAStranger(CustomerId customer) {
        return store.person(customer).profiles().stream()
                .allMatch(profile -> store.findCustomer(profile).isPresent()
                        && store.findDocument(Registry.CHANGES, profile.value()).isEmpty()
                        && store.findDocument(Consents.KIND, profile.value()).isEmpty());
    }

    private List<Ticket> knownOf(CustomerId customer) {
        return store.person(customer).profiles().stream()
                .flatMap(profile -> store.list(new TicketQuery.OfCustomer(profile), ALL).stream())
                .toList();
    }
}
