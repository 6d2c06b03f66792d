package dev.heed;

import dev.heed.message.MessageId;
import dev.heed.message.Seen;
import dev.heed.people.AgentId;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Up to which message each agent was shown each ticket by this desk; of those looked at last. What was shown elsewhere, or
 * before the desk was built, it does not know. Thread-safe.
 */
final class Looks {
    private static final int MOST = 50_000;

    private final Map<Look, MessageId> last = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Look, MessageId> eldest) {
            return size() > MOST;
        }
    };

    private final Presences presences = new Presences();

    private record Look(AgentId agent, TicketId ticket) {}

    /** Who looks right now. */
    Presences presences() {
        return presences;
    }

    /** The agent has the ticket before the eyes, as it is. */
    Ticket shown(AgentId agent, Ticket ticket) {
        ticket.lastMessage().ifPresent(message -> {
            synchronized (last) {
                last.put(new Look(agent, ticket.id()), message);
            }
        });
        return ticket;
    }

    /**
     * The tickets stand in a list before the agent. Whoever has opened one of them has read what it said then, and not what
     * a list shows that is drawn anew behind it.
     */
    List<Ticket> listed(AgentId agent, List<Ticket> tickets) {
        synchronized (last) {
            for (Ticket ticket : tickets) {
                ticket.lastMessage().ifPresent(message -> last.putIfAbsent(new Look(agent, ticket.id()), message));
            }
        }
        return tickets;
    }

    Seen seen(AgentId agent, TicketId ticket) {
        synchronized (last) {
            MessageId message = last.get(new Look(agent, ticket));
            return message == null ? Seen.nothing() : Seen.upTo(message);
        }
    }
}
