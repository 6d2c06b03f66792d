package dev.heed;

import dev.heed.error.ConflictException;
import dev.heed.error.InvalidInputException;
import dev.heed.spi.store.CommitResult;
import dev.heed.ticket.Context;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketCommand;
import dev.heed.ticket.TicketEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** X58: takes over what happened elsewhere, without anybody being told. */
final class Importing {
    private final Engine engine;
    private final Policies policies;

    Importing(Engine engine, Policies policies) {
        this.engine = engine;
        this.policies = policies;
    }

    Ticket keep(List<TicketEvent> history) {
        Ticket ticket = Ticket.replay(history);
        requireOneTicketInOrder(ticket, history);
        engine.customer(ticket.customer());
        if (engine.store().findTicket(ticket.id()).isPresent()) {
            throw known(ticket);
        }
        Ticket.Step late = ticket.decide(
                new TicketCommand.Wake(policies.responsible().id()), new Context(engine.now(), policies.life()));
        List<TicketEvent> whole = new ArrayList<>(history);
        whole.addAll(late.events());
        Engine.Outcome outcome = engine.keepHistory(late.ticket(), whole);
        if (outcome.result() != CommitResult.COMMITTED) {
            throw known(ticket);
        }
        return outcome.ticket();
    }

    private void requireOneTicketInOrder(Ticket ticket, List<TicketEvent> history) {
        Instant before = ticket.openedAt();
        for (TicketEvent event : history) {
            if (!event.ticket().equals(ticket.id())) {
                throw new InvalidInputException(
                        "The history is of ticket " + ticket.id() + " and has an event of " + event.ticket() + ".",
                        "Import each ticket by itself.");
            }
            if (event.at().isBefore(before) || event.at().isAfter(engine.now())) {
                throw new InvalidInputException(
                        "An event of ticket " + ticket.id() + " is at " + event.at()
                                + ", before the one it follows or ahead of the clock.",
                        "Put the events in the order of time.");
            }
            before = event.at();
        }
    }

    private static ConflictException known(Ticket ticket) {
        return new ConflictException("Ticket " + ticket.id() + " is here already.", "Import it once.");
    }
}
