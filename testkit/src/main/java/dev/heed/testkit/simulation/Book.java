package dev.heed.testkit.simulation;

import dev.heed.message.ChannelId;
import dev.heed.people.Absence;
import dev.heed.people.Address;
import dev.heed.people.AgentId;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.spi.store.InboundKey;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.testkit.simulation.Check.Batch;
import dev.heed.ticket.Closing;
import dev.heed.ticket.LifecycleEvent.TicketOpened;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was ever committed, kept a second time; each commit is checked against it. Not thread-safe. */
final class Book {
    final Map<TicketId, Facts> tickets = new LinkedHashMap<>();
    final Map<InboundKey, TicketId> inbound = new HashMap<>();
    final Map<Address, CustomerId> addresses = new LinkedHashMap<>();
    private final Map<String, TicketId> references = new HashMap<>();
    private final List<Absence> absences = new ArrayList<>();
    private final World world;
    private final HistoryChecks history;
    private final ImportChecks imports;
    private final NoteChecks notes;
    private final StructureChecks structure;
    private final List<Check> checks;
    private long commits;

    Book(World world) {
        this.world = world;
        this.history = new HistoryChecks(world);
        this.imports = new ImportChecks(world);
        this.notes = new NoteChecks(world);
        this.structure = new StructureChecks(world);
        this.checks = List.of(
                history,
                new LifecycleChecks(world),
                new ClosingChecks(world),
                new PromiseChecks(world),
                new OwnerChecks(world),
                structure,
                new SnoozeChecks(world),
                new OrderChecks(world),
                new WordChecks(world),
                notes,
                new FilingChecks(world),
                world.seenChecks,
                new UnderstandingChecks(world),
                world.inboundChecks);
    }

    long commits() {
        return commits;
    }

    void committed(Node node, UnitOfWork unit) {
        commits++;
        world.inboundChecks.unit(unit);
        world.drafts.unit(node, unit);
        for (UnitOfWork.Change change : unit.changes()) {
            changed(node, unit, change);
        }
        unit.inbound().ifPresent(known -> inbound.put(known.key(), known.ticket()));
        unit.newCustomer().ifPresent(this::keep);
        unit.customers().forEach(this::keep);
        unit.references().forEach(name -> references.putIfAbsent(name.channel() + " " + name.value(), name.ticket()));
        absences.addAll(unit.absences());
        world.outboxChecks.unit(unit);
        history.written(unit);
        new MergeChecks(world).unit(unit);
        notes.unit(unit);
        structure.unit(unit);
    }

    private void changed(Node node, UnitOfWork unit, UnitOfWork.Change change) {
        TicketId id = change.ticket().id();
        Facts facts = tickets.get(id);
        history.fits(facts, change);
        if (facts == null) {
            facts = opened(change.events().get(0));
            tickets.put(id, facts);
        }
        boolean imported = ImportChecks.isImport(change);
        if (imported) {
            imports.before(unit, change);
            ImportChecks.elsewhere(change).stream().skip(1).forEach(facts::take);
        }
        facts.structure.begins();
        Batch batch = new Batch(node, unit, change, happened(change, imported));
        for (TicketEvent event : batch.events()) {
            if (event != facts.opened) {
                for (Check check : checks) {
                    check.before(facts, event, batch);
                }
                facts.take(event);
            }
        }
        facts.lookedAt(node.instant(), world.setting.policy);
        for (Check check : checks) {
            check.after(facts, batch);
        }
        if (imported) {
            imports.after(facts, change);
        }
    }

    private static List<TicketEvent> happened(UnitOfWork.Change change, boolean imported) {
        int elsewhere = imported ? ImportChecks.elsewhere(change).size() : 0;
        return change.events().subList(elsewhere, change.events().size());
    }

    private Facts opened(TicketEvent event) {
        world.require(event instanceof TicketOpened, () -> "the first event of a ticket is " + event);
        Facts facts = new Facts((TicketOpened) event);
        long number = facts.opened.number();
        world.require(
                tickets.values().stream().noneMatch(other -> other.opened.number() == number),
                () -> "two tickets have the number " + number);
        return facts;
    }

    private void keep(Customer customer) {
        addresses.values().removeIf(customer.id()::equals);
        customer.addresses().forEach(address -> addresses.put(address, customer.id()));
    }

    Facts facts(TicketId id) {
        Facts facts = tickets.get(id);
        if (facts == null) {
            throw world.failed("nobody has committed ticket " + id, null);
        }
        return facts;
    }

    List<Facts> all() {
        return List.copyOf(tickets.values());
    }

    /** Those to which something may happen by itself. */
    List<Facts> waking() {
        return tickets.values().stream()
                .filter(facts -> !facts.isClosed() || !facts.notes.open.isEmpty())
                .toList();
    }

    List<Facts> open() {
        return tickets.values().stream().filter(facts -> !facts.isClosed()).toList();
    }

    Optional<TicketId> reference(ChannelId channel, String name) {
        return Optional.ofNullable(references.get(channel + " " + name));
    }

    /** The ticket, or the one in which it goes on. */
    Facts goesOnIn(TicketId id) {
        Facts facts = facts(id);
        Set<TicketId> seen = new HashSet<>();
        while (seen.add(facts.opened.ticket())) {
            Optional<TicketId> next = Optional.ofNullable(facts.closed)
                    .flatMap(closed ->
                            closed.closing() instanceof Closing.Exempt exempt ? exempt.goesOnIn() : Optional.empty());
            if (next.isEmpty()) {
                return facts;
            }
            facts = facts(next.get());
        }
        return facts;
    }

    /** Whether an agent is away; what was written down last counts. */
    Optional<Absence> absence(AgentId agent, Instant at) {
        Optional<Absence> last = Optional.empty();
        for (Absence absence : absences) {
            if (absence.agent().equals(agent) && !at.isBefore(absence.from()) && at.isBefore(absence.until())) {
                last = Optional.of(absence);
            }
        }
        return last;
    }

    boolean isThere(AgentId agent, Instant at) {
        return absence(agent, at).isEmpty();
    }

    /** Who is there for an agent: the agent, or a deputy, or the deputy's deputy. */
    Optional<AgentId> presentFor(AgentId agent, Instant at) {
        Set<AgentId> asked = new HashSet<>();
        AgentId next = agent;
        while (asked.add(next)) {
            Optional<Absence> away = absence(next, at);
            if (away.isEmpty()) {
                return Optional.of(next);
            }
            next = away.get().deputy();
        }
        return Optional.empty();
    }
}
