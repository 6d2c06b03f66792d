package dev.heed;

import dev.heed.error.ConflictException;
import dev.heed.message.Message;
import dev.heed.spi.id.IdSource;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.TicketStore;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.Context;
import dev.heed.ticket.ConversationEvent;
import dev.heed.ticket.LifecycleCommand;
import dev.heed.ticket.StructureCommand;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketCommand;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import dev.heed.ticket.TicketPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns plans into units of work: reads, decides, writes as one, and tells the listeners. */
final class Engine extends StoreReads {
    private static final int MOST_ATTEMPTS = 50;
    private static final int STRIPES = 256;

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Duration A_DAY = Duration.ofDays(1);

    private final InstantSource clock;
    private final IdSource ids;
    private final Aftermath aftermath;
    private final TicketPolicy policy;
    private final ServiceWatch service;
    private volatile boolean ended;
    private final List<Object> locks =
            Stream.generate(Object::new).limit(STRIPES).toList();

    Engine(
            TicketStore store,
            Attachments attachments,
            InstantSource clock,
            IdSource ids,
            Listeners listeners,
            TicketPolicy policy,
            ServiceWatch service) {
        super(store, attachments);
        this.clock = clock;
        this.ids = ids;
        aftermath = new Aftermath(store, listeners);
        this.policy = policy;
        this.service = service;
    }

    /**
     * What is to happen to a ticket as it is now.
     *
     * @param commands in their order
     * @param extras what else belongs into the same unit of work, given the ticket as it will be
     */
    record Plan(List<TicketCommand> commands, Extras extras) {
        static Plan of(TicketCommand... commands) {
            return new Plan(List.of(commands), (ticket, unit) -> {});
        }

        /** The same, and something more in the same unit of work. */
        Plan and(Extras more) {
            return new Plan(commands, (after, unit) -> {
                extras.add(after, unit);
                more.add(after, unit);
            });
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

    Aftermath aftermath() {
        return aftermath;
    }

    Instant now() {
        return clock.instant();
    }

    TicketPolicy policy() {
        return policy;
    }

    Context context() {
        return new Context(now(), policy);
    }

    UUID newId() {
        return ids.next(now());
    }

    /** Changes a ticket. The plan is made anew if somebody else was faster. */
    Ticket change(TicketId id, Function<Ticket, Plan> plan) {
        return insist(id, before -> tryChange(before, plan.apply(before)));
    }

    /** Tries a change until nobody else was faster; each attempt is given the ticket as it is by then. */
    Ticket insist(TicketId id, Function<Ticket, Outcome> change) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Outcome outcome = change.apply(ticket(id));
            if (outcome.result == CommitResult.COMMITTED) {
                return outcome.ticket;
            }
            requireNotSuperseded(outcome.result);
        }
        throw busy(id);
    }

    /** Changes a ticket once, and says what became of it. */
    Outcome tryChange(Ticket before, Plan plan) {
        Changed changed = run(before, before.version(), List.of(), plan.commands);
        return commit(List.of(changed), plan.extras);
    }

    /** Changes two tickets at once. Both plans are made anew if somebody else was faster. */
    void changeBoth(
            TicketId one,
            TicketId other,
            BiFunction<Ticket, Ticket, Plan> planOfOne,
            BiFunction<Ticket, Ticket, Plan> planOfOther) {
        changeBoth(one, other, planOfOne, planOfOther, (first, second) -> List.of());
    }

    /** As the other one, and only if still others are as they were read. */
    void changeBoth(
            TicketId one,
            TicketId other,
            BiFunction<Ticket, Ticket, Plan> planOfOne,
            BiFunction<Ticket, Ticket, Plan> planOfOther,
            BiFunction<Ticket, Ticket, List<Ticket>> unchanged) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Ticket first = ticket(one);
            Ticket second = ticket(other);
            List<Ticket> others = unchanged.apply(first, second);
            Outcome outcome = tryChangeBoth(
                    first, planOfOne.apply(first, second), second, planOfOther.apply(first, second).commands, others);
            if (outcome.result == CommitResult.COMMITTED) {
                return;
            }
            requireNotSuperseded(outcome.result);
        }
        throw busy(one);
    }

    /** Changes two tickets once, in one unit of work, and says what became of the first. */
    Outcome tryChangeBoth(Ticket one, Plan plan, Ticket other, List<TicketCommand> commands) {
        return tryChangeBoth(one, plan, other, commands, List.of());
    }

    private Outcome tryChangeBoth(
            Ticket one, Plan plan, Ticket other, List<TicketCommand> commands, List<Ticket> unchanged) {
        List<Changed> changed = new ArrayList<>(List.of(
                run(one, one.version(), List.of(), plan.commands), run(other, other.version(), List.of(), commands)));
        unchanged.forEach(same -> changed.add(new Changed(same, List.of(), same.version())));
        return commit(changed, plan.extras);
    }

    /** Opens a ticket, and lets more happen to it at once. */
    Outcome open(LifecycleCommand.Open open, Function<Ticket, Plan> then) {
        Ticket.Step opened = Ticket.open(open, context());
        Plan plan = then.apply(opened.ticket());
        return commit(List.of(run(opened.ticket(), 0, opened.events(), plan.commands)), plan.extras);
    }

    /**
     * What is to happen to a ticket, and to a new one that is opened beside it.
     *
     * @param open what opens the new one
     * @param then what happens to it besides
     * @param commands what happens to the ticket that is there
     */
    record Beside(StructureCommand.OpenSplit open, List<TicketCommand> then, List<TicketCommand> commands) {}

    /** Changes a ticket and opens another one, as one. The plan is made anew if somebody else was faster. */
    Ticket openBeside(TicketId id, Function<Ticket, Beside> plan) {
        return insist(id, before -> {
            Beside beside = plan.apply(before);
            Changed old = run(before, before.version(), List.of(), beside.commands);
            Ticket.Step opened = Ticket.open(beside.open, context());
            return commit(List.of(run(opened.ticket(), 0, opened.events(), beside.then), old), (after, unit) -> {});
        });
    }

    /** Nothing was due on a ticket when it was looked at: it was early, or the policy has changed since. */
    void wakeLater(Ticket ticket, Instant looked) {
        requireOpen();
        Optional<Instant> wakeAt = wakeAt(ticket).map(at -> at.isAfter(looked) ? at : looked.plus(SOON));
        store.commit(UnitOfWork.builder()
                .change(ticket, List.of(), ticket.version(), wakeAt)
                .build());
    }

    /** When something is due, or sooner: whether its owner is still there is looked at once a day. */
    Optional<Instant> wakeAt(Ticket ticket) {
        Instant latest = now().plus(A_DAY);
        return Stream.of(ticket.wakeAt(policy), service.wakeAt(ticket))
                .flatMap(Optional::stream)
                .min(Instant::compareTo)
                .map(at -> at.isAfter(latest) ? latest : at);
    }

    /** Writes a history that happened elsewhere, and lets answers to its messages find it. Nobody is told. */
    Outcome keepHistory(Ticket ticket, List<TicketEvent> history) {
        requireOpen();
        UnitOfWork.Builder unit =
                UnitOfWork.builder().known(ticket.customer()).change(ticket, history, 0, wakeAt(ticket));
        for (Message message : ticket.messages()) {
            message.reference().ifPresent(name -> unit.reference(ticket.channel(), name, ticket.id()));
        }
        for (TicketEvent event : history) {
            if (event instanceof ConversationEvent.Delivered delivered) {
                delivered.reference().ifPresent(name -> unit.reference(ticket.channel(), name, ticket.id()));
            }
        }
        attachments.uses().add(ticket.id(), history, unit);
        return new Outcome(store.commit(unit.build()), ticket);
    }

    /**
     * What became of a change.
     *
     * @param result whether it was written
     * @param ticket the ticket as it would be
     */
    record Outcome(CommitResult result, Ticket ticket) {}

    /**
     * A ticket that changes.
     *
     * @param after as it would be
     * @param events what is added to it
     * @param expectedVersion of the ticket as it was read
     */
    record Changed(Ticket after, List<TicketEvent> events, long expectedVersion) {}

    Changed run(Ticket before, long expectedVersion, List<TicketEvent> earlier, List<TicketCommand> commands) {
        Context context = context();
        if (commands.size() == 1 && earlier.isEmpty()) {
            Ticket.Step step = before.decide(commands.get(0), context);
            return new Changed(step.ticket(), step.events(), expectedVersion);
        }
        List<TicketEvent> events = new ArrayList<>(earlier);
        Ticket after = before;
        for (TicketCommand command : commands) {
            Ticket.Step step = after.decide(command, context);
            events.addAll(step.events());
            after = step.ticket();
        }
        return new Changed(after, events, expectedVersion);
    }

    /** Writes one ticket or more, and what else belongs into the same unit of work. */
    Outcome commit(List<Changed> changed, Extras extras) {
        requireOpen();
        UnitOfWork.Builder unit = UnitOfWork.builder();
        for (Changed one : changed) {
            if (!one.events.isEmpty() || changed.size() > 1) { // of two, the one that stays as it is must stay so
                unit.change(one.after, one.events, one.expectedVersion, wakeAt(one.after));
                attachments.uses().add(one.after.id(), one.events, unit);
            }
        }
        Ticket after = changed.get(0).after;
        changed.stream().filter(one -> one.expectedVersion == 0).forEach(one -> unit.known(one.after.customer()));
        extras.add(after, unit);
        UnitOfWork whole = unit.build();
        CommitResult result = locked(stripes(changed.stream().map(one -> one.after.id())), () -> {
            CommitResult committed = store.commit(whole);
            if (committed == CommitResult.COMMITTED) {
                aftermath.enqueue(whole);
            }
            return committed;
        });
        aftermath.tell(whole, result);
        return new Outcome(result, after);
    }

    /** In a transaction that ends later others wait for its rows, and hold these locks meanwhile: so it takes none. */
    private List<Integer> stripes(Stream<TicketId> tickets) {
        return store.isJoined()
                ? List.of()
                : tickets.map(id -> Math.floorMod(id.hashCode(), STRIPES))
                        .distinct()
                        .sorted()
                        .toList();
    }

    /** Two tickets may share a lock; one ticket always has the same. Taken in one order, they cannot block each other. */
    private CommitResult locked(List<Integer> stripes, Supplier<CommitResult> work) {
        if (stripes.isEmpty()) {
            return work.get();
        }
        synchronized (locks.get(stripes.get(0))) {
            return locked(stripes.subList(1, stripes.size()), work);
        }
    }

    private static ConflictException busy(TicketId id) {
        return new ConflictException(
                "Ticket " + id + " was changed " + MOST_ATTEMPTS + " times by others while this change was tried.",
                "Try again in a moment.");
    }

    private static void requireNotSuperseded(CommitResult result) {
        if (result == CommitResult.SUPERSEDED) {
            throw new ConflictException(
                    "Somebody else has taken over what was to be written down.", "Look at it again; it may be done.");
        }
    }

    /** Replaces the histories of tickets in one unit of work, and lets those who wait to be told hear of it in that form. */
    CommitResult rewrite(
            List<UnitOfWork.Change> rewrites, Consumer<UnitOfWork.Builder> more, UnaryOperator<TicketEvent> form) {
        requireOpen();
        UnitOfWork.Builder unit = UnitOfWork.builder();
        rewrites.forEach(one -> unit.rewrite(one.ticket(), one.events(), one.expectedVersion(), one.wakeAt()));
        more.accept(unit);
        UnitOfWork whole = unit.build();
        Set<TicketId> ids = rewrites.stream().map(one -> one.ticket().id()).collect(Collectors.toUnmodifiableSet());
        CommitResult result = locked(stripes(ids.stream()), () -> {
            CommitResult committed = store.commit(whole);
            if (committed == CommitResult.COMMITTED) {
                aftermath.enqueue(rewrites, ids, form);
            }
            return committed;
        });
        aftermath.tell(whole, result);
        return result;
    }

    /** Writes something that belongs to no ticket. */
    void write(Consumer<UnitOfWork.Builder> content) {
        CommitResult result = tryWrite(content);
        requireNotSuperseded(result);
        if (result != CommitResult.COMMITTED) {
            throw new ConflictException("A unit of work ended as " + result + ".", "Read again and repeat it.");
        }
    }

    /** As {@link #tryWrite}, only if the ticket is still as it was read. */
    CommitResult tryWriteBeside(Ticket ticket, Consumer<UnitOfWork.Builder> content) {
        return tryWrite(unit -> content.accept(unit.change(ticket, List.of(), ticket.version(), wakeAt(ticket))));
    }

    /** As {@link #write}, and says what became of it. */
    CommitResult tryWrite(Consumer<UnitOfWork.Builder> content) {
        requireOpen();
        UnitOfWork.Builder unit = UnitOfWork.builder();
        content.accept(unit);
        UnitOfWork whole = unit.build();
        CommitResult result = store.commit(whole);
        aftermath.tell(whole, result);
        return result;
    }
}
