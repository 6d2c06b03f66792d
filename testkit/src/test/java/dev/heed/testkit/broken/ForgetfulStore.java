package dev.heed.testkit.broken;

import dev.heed.spi.store.TicketQuery;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketEvent;
import dev.heed.ticket.TicketId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Keeps events otherwise than it was given them, and makes its tickets of them. */
final class ForgetfulStore extends ForwardingStore {
    private final UnaryOperator<TicketEvent> kept;

    ForgetfulStore(UnaryOperator<TicketEvent> kept) {
        this.kept = kept;
    }

    @Override
    public List<TicketEvent> history(TicketId id) {
        return super.history(id).stream().map(kept).toList();
    }

    @Override
    public Optional<Ticket> findTicket(TicketId id) {
        return super.findTicket(id).map(this::asKept);
    }

    @Override
    public List<Ticket> list(TicketQuery query, int limit) {
        return super.list(query, limit).stream().map(this::asKept).toList();
    }

    /** Others may have added events since the ticket was read. */
    private Ticket asKept(Ticket ticket) {
        return Ticket.replay(history(ticket.id()).subList(0, (int) ticket.version()));
    }
}
