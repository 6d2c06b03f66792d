package dev.heed;

import dev.heed.error.ConflictException;
import dev.heed.error.NotFoundException;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.spi.id.IdSource;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.TicketStore;
import dev.heed.spi.store.Timer;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketCommand;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketEvent.ReplyExpected;
import dev.heed.ticket.TicketId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Turns plans into units of work: reads, decides, writes as one, and tells the listeners. */
final class Engine {
    private static final int MOST_ATTEMPTS = 50;
    private static final int STRIPES = 256;

    private final TicketStore store;
    private final InstantSource clock;
    private final IdSource ids;
    private final Listeners listeners;
    private volatile boolean ended;
    private final List<Object> locks =
            Stream.generate(Object::new).limit(STRIPES).toList();

    Engine(TicketStore store, InstantSource clock, IdSource ids, Listeners listeners) {
        this.store = store;
        this.clock = clock;
        this.ids = ids;
        this.listeners = listeners;
    }

    /**
     * What is to happen to a ticket as it is now.
     *
     * @param commands in their order
     * @param extras what else belongs into the same unit of work, given the ticket as it will be
     */
    record Plan(List<TicketCommand> commands, Extras extras) {
        static Plan of(TicketCommand command) {
            return new Plan(List.of(command), (ticket, unit) -> {});
        }
    }

    /** Adds to a unit of work. */
    interface Extras {
        void add(Ticket after, UnitOfWork.Builder unit);
    }

    /** Nothing is written any more. */
    void end() {
        ended = true;
    }

    private void requireOpen() {
        if (ended) {
            throw new IllegalStateException("The desk is closed. Build a new one.");
        }
    }

    TicketStore store() {
        return store;
    }

    Instant now() {
        return clock.instant();
    }

    UUID newId() {
        return ids.next(now());
    }

    Ticket ticket(TicketId id) {
        return store.findTicket(id)
                .orElseThrow(() -> new NotFoundException(
                        "There is no ticket " + id + ".", "Use an id from queue(), tickets() or an event."));
    }

    Customer customer(CustomerId id) {
        return store.findCustomer(id)
                .orElseThrow(() -> new NotFoundException(
                        "There is no customer " + id + ".", "Register the customer with backoffice().register(…)."));
    }

    /** Changes a ticket. The plan is made anew if somebody else was faster. */
    Ticket change(TicketId id, Function<Ticket, Plan> plan) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Ticket before = ticket(id);
            Outcome outcome = tryChange(before, plan.apply(before));
            if (outcome.result == CommitResult.COMMITTED) {
                return outcome.ticket;
            }
            requireNotSuperseded(outcome.result);
        }
        throw new ConflictException(
                "Ticket " + id + " was changed " + MOST_ATTEMPTS + " times by others while this change was tried.",
                "Try again in a moment.");
    }

    /** Changes a ticket once, and says what became of it. */
    Outcome tryChange(Ticket before, Plan plan) {
        Instant now = now();
        List<TicketEvent> events = new ArrayList<>();
        Ticket after = before;
        for (TicketCommand command : plan.commands) {
            List<TicketEvent> decided = after.decide(command, now);
            events.addAll(decided);
            after = after.apply(decided);
        }
        return commit(after, events, before.version(), plan.extras);
    }

    /** Opens a ticket, and lets more happen to it at once. */
    Outcome open(TicketCommand.Open open, Function<Ticket, Plan> then) {
        Instant now = now();
        List<TicketEvent> events = new ArrayList<>(Ticket.open(open, now));
        Ticket after = Ticket.replay(events);
        Plan plan = then.apply(after);
        for (TicketCommand command : plan.commands) {
            List<TicketEvent> decided = after.decide(command, now);
            events.addAll(decided);
            after = after.apply(decided);
        }
        return commit(after, events, 0, plan.extras);
    }

    /**
     * What became of a change.
     *
     * @param result whether it was written
     * @param ticket the ticket as it would be
     */
    record Outcome(CommitResult result, Ticket ticket) {}

    private Outcome commit(Ticket after, List<TicketEvent> events, long expectedVersion, Extras extras) {
        requireOpen();
        UnitOfWork.Builder unit = UnitOfWork.builder();
        if (!events.isEmpty()) {
            unit.change(after, events, expectedVersion);
        }
        for (TicketEvent event : events) {
            if (event instanceof ReplyExpected expects) {
                unit.timer(new Timer(
                        after.id(),
                        Timer.Kind.REPLY_EXPECTED,
                        expects.expected().at()));
            }
        }
        extras.add(after, unit);
        CommitResult result = locked(after.id(), () -> {
            CommitResult committed = store.commit(unit.build());
            if (committed == CommitResult.COMMITTED) {
                listeners.enqueue(events);
            }
            return committed;
        });
        listeners.tell();
        return new Outcome(result, after);
    }

    /** Two tickets may share a lock; one ticket always has the same. */
    private CommitResult locked(TicketId id, Supplier<CommitResult> work) {
        synchronized (locks.get(Math.floorMod(id.hashCode(), STRIPES))) {
            return work.get();
        }
    }

    private static void requireNotSuperseded(CommitResult result) {
        if (result == CommitResult.SUPERSEDED) {
            throw new ConflictException(
                    "Somebody else has taken over what was to be written down.", "Look at it again; it may be done.");
        }
    }

    /** Writes something that belongs to no ticket. */
    void write(Consumer<UnitOfWork.Builder> content) {
        CommitResult result = tryWrite(content);
        requireNotSuperseded(result);
        if (result != CommitResult.COMMITTED) {
            throw new ConflictException("A unit of work ended as " + result + ".", "Read again and repeat it.");
        }
    }

    /** As {@link #write}, and says what became of it. */
    CommitResult tryWrite(Consumer<UnitOfWork.Builder> content) {
        requireOpen();
        UnitOfWork.Builder unit = UnitOfWork.builder();
        content.accept(unit);
        return store.commit(unit.build());
    }
}
