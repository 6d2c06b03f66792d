package dev.heed;

import dev.heed.error.InvalidInputException;
import dev.heed.ticket.LinkKind;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which tickets are parts of which. */
final class Linking {
    private final Engine engine;

    Linking(Engine engine) {
        this.engine = engine;
    }

    /** The tickets that a ticket was linked to as a part of them. */
    List<Ticket> childrenOf(Ticket parent) {
        return linked(parent, LinkKind.PARENT_OF);
    }

    private List<Ticket> linked(Ticket ticket, LinkKind kind) {
        return ticket.structure().links().entrySet().stream()
                .filter(link -> link.getValue() == kind)
                .flatMap(link -> engine.store().findTicket(link.getKey()).stream())
                .toList();
    }

    /**
     * The tickets of which a ticket is a part, and of which they are, without itself. They have to stay as they are while it
     * becomes the parent of the child.
     *
     * @throws InvalidInputException if the child is among them
     */
    List<Ticket> above(Ticket parent, Ticket child) {
        Set<TicketId> known = new HashSet<>(Set.of(parent.id()));
        List<Ticket> above = new ArrayList<>();
        Deque<Ticket> open = new ArrayDeque<>(List.of(parent));
        while (!open.isEmpty()) {
            for (Ticket next : linked(open.remove(), LinkKind.CHILD_OF)) {
                if (next.id().equals(child.id())) {
                    throw new InvalidInputException(
                            "Ticket " + parent.number() + " is a part of ticket " + child.number()
                                    + " and cannot be its parent.",
                            "Unlink them first, or link them the other way round.");
                }
                if (known.add(next.id())) {
                    above.add(next);
                    open.add(next);
                }
            }
        }
        return above;
    }
}
