package dev.heed;

import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.UnitOfWork;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketCommand;
import dev.heed.ticket.TicketId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Tickets that are changed in one unit of work, each as often as needed. Of one attempt; not thread-safe. */
final class Together {
    private final Engine engine;
    private final Map<TicketId, Engine.Changed> tickets = new LinkedHashMap<>();

    Together(Engine engine) {
        this.engine = engine;
    }

    /** As it would be by now. From here on it has to stay as it was read. */
    Ticket get(TicketId id) {
        return tickets.computeIfAbsent(id, unread -> asRead(engine.ticket(unread)))
                .after();
    }

    /** As {@link #get}, of one that was read already. */
    void keep(Ticket ticket) {
        tickets.putIfAbsent(ticket.id(), asRead(ticket));
    }

    private static Engine.Changed asRead(Ticket ticket) {
        return new Engine.Changed(ticket, List.of(), ticket.version());
    }

    void change(TicketId id, List<TicketCommand> commands) {
        tickets.put(id, after(id, commands));
    }

    /** Changes both, or none if one of the commands is refused. */
    void changeBoth(TicketId one, List<TicketCommand> commands, TicketId other, List<TicketCommand> others) {
        Engine.Changed first = after(one, commands);
        Engine.Changed second = after(other, others);
        tickets.put(one, first);
        tickets.put(other, second);
    }

    private Engine.Changed after(TicketId id, List<TicketCommand> commands) {
        Ticket before = get(id);
        Engine.Changed known = tickets.getOrDefault(id, asRead(before));
        return engine.run(before, known.expectedVersion(), known.events(), commands);
    }

    boolean hasEvents() {
        return tickets.values().stream().anyMatch(changed -> !changed.events().isEmpty());
    }

    /** Writes it, and something more in the same unit of work. */
    CommitResult commit(Consumer<UnitOfWork.Builder> more) {
        return tickets.isEmpty()
                ? engine.tryWrite(more)
                : engine.commit(List.copyOf(tickets.values()), (after, unit) -> more.accept(unit))
                        .result();
    }
}
