package dev.heed.testkit.simulation;

import dev.heed.spi.store.TicketStore;
import dev.heed.testkit.simulation.Setting.Fault;
import dev.heed.ticket.Closing;
import dev.heed.ticket.LifecycleEvent;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All there is in one seed: time, nodes on one store, the outside, people, and those who check. Not thread-safe. */
final class World {
    private static final int DEEPEST = 2;
    private static final int LAST_TOUCHED = 3;

    final long seed;
    final Chance chance;
    final Setting setting;
    final Trace trace;
    final TicketStore store;
    final Interruptions interruptions;
    final Outside outside;
    final Intents intents = new Intents();
    final Book book;
    final InboundChecks inboundChecks;
    final SeenChecks seenChecks;
    final DraftChecks drafts;
    final OutboxChecks outboxChecks;
    final List<Node> nodes = new ArrayList<>();
    final Conducts conducts;
    Instant now;
    boolean calm;
    private final Deque<TicketId> touched = new ArrayDeque<>();
    private int depth;
    private int step;
    private long operations;
    private long nested;
    private long nestedHere;

    World(long seed, Supplier<? extends TicketStore> stores, Consumer<? super String> reader) {
        this.seed = seed;
        trace = new Trace(reader);
        chance = new Chance(seed);
        setting = new Setting(chance.split());
        now = setting.start;
        store = stores.get();
        interruptions = new Interruptions(this, chance.split());
        outside = new Outside(this, chance.split());
        inboundChecks = new InboundChecks(this);
        seenChecks = new SeenChecks(this);
        drafts = new DraftChecks(this);
        outboxChecks = new OutboxChecks(this);
        book = new Book(this);
        for (int i = 0; i < setting.nodes; i++) {
            nodes.add(new Node(this, "node" + i));
        }
        conducts = new Conducts(this, chance.split());
    }

    SimulationReport run() {
        try {
            conducts.open();
            for (int i = 0; i < setting.operations; i++) {
                step++;
                conducts.next();
            }
            step++;
            new Drain(this).run();
            return new SimulationReport(
                    1, operations, book.commits(), interruptions.faults(), nested, book.tickets.size(), trace.hash());
        } finally {
            nodes.forEach(Node::die);
            store.close();
        }
    }

    /** Whether a fault of the outside happens. */
    boolean happens(Chance from, Fault fault) {
        return !calm && from.perMille(setting.perMille(fault));
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** All desks are built anew, on the same store, and expect something else of themselves. */
    void changePolicy(Chance from) {
        setting.change(from);
        nodes.forEach(Node::die);
        trace.add("--- the shop expects something else of itself");
    }

    void began(Node node, String what) {
        operations++;
        if (depth == 0) {
            nestedHere = 0;
        }
        depth++;
        trace.add(node.name + " > " + what + " at " + node.instant());
    }

    void finished() {
        depth--;
    }

    /** Whether nobody came in between since the operation began that is under way. */
    boolean undisturbed() {
        return nestedHere == 0;
    }

    /** A desk has just looked at a ticket; whoever comes in between does most harm there. */
    void touches(TicketId ticket) {
        touched.addFirst(ticket);
        if (touched.size() > LAST_TOUCHED) {
            touched.removeLast();
        }
    }

    /** Where others are at work right now; empty if nobody is. */
    List<Facts> contested() {
        return depth == 0
                ? List.of()
                : touched.stream()
                        .distinct()
                        .flatMap(id -> Optional.ofNullable(book.tickets.get(id)).stream())
                        .toList();
    }

    /** Another node may do a whole operation first. */
    void letOthers(Chance from, String where) {
        if (depth > DEEPEST || !from.perMille(setting.interleaved)) {
            return;
        }
        List<Node> free = nodes.stream().filter(Node::isFree).toList();
        from.anyOf(free).ifPresent(other -> {
            nested++;
            nestedHere++;
            trace.add("   in between, at " + where + ":");
            conducts.meanwhile(other);
        });
    }

    SimulationFailure failed(String invariant, @Nullable Throwable cause) {
        return new SimulationFailure(seed, store.getClass(), step, invariant, trace.last(), cause);
    }

    void require(boolean holds, Supplier<String> invariant) {
        if (!holds) {
            throw failed(invariant.get(), null);
        }
    }

    /** How often the customer has said that this is solved, on the ticket or on one that goes on in it, or did once. */
    int saidSolved(TicketId ticket) {
        return book.all().stream()
                .map(facts -> facts.opened.ticket())
                .filter(id -> goesOnIn(id, new HashSet<>()).contains(ticket))
                .mapToInt(intents::confirmed)
                .sum();
    }

    private Set<TicketId> goesOnIn(TicketId id, Set<TicketId> seen) {
        if (seen.add(id)) {
            for (TicketEvent event : book.facts(id).history) {
                if (event instanceof LifecycleEvent.Closed closed
                        && closed.closing() instanceof Closing.Exempt exempt) {
                    exempt.goesOnIn().ifPresent(next -> goesOnIn(next, seen));
                }
            }
        }
        return seen;
    }
}
