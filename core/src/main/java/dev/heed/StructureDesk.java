package dev.heed;

import dev.heed.error.NotFoundException;
import dev.heed.ticket.TicketId;

/** What one agent can do and see of how tickets stand to one another: {@link AgentDesk#structure()}. Thread-safe. */
public final class StructureDesk {
    private final Engine engine;

    StructureDesk(Engine engine) {
        this.engine = engine;
    }

    /**
     * All that was said in a ticket and in the duplicates that go on in it, and in theirs.
     *
     * @throws NotFoundException if there is no such ticket
     */
    public Conversation conversation(TicketId id) {
        return new Conversations(engine).of(engine.ticket(id));
    }
}
