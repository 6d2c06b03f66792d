package dev.heed;

import dev.heed.people.AgentId;
import dev.heed.ticket.TicketId;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who looks at which ticket right now, as this desk was told; of the tickets looked at last. Thread-safe. */
final class Presences {
    private static final int MOST_TICKETS = 10_000;

    /** Each ticket with who looks at it. */
    private final Map<TicketId, Map<AgentId, Beat>> beats = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TicketId, Map<AgentId, Beat>> eldest) {
            return size() > MOST_TICKETS;
        }
    };

    /**
     * The last sign of life.
     *
     * @param since when the first one came
     * @param at when this one came
     * @param typedAt when something was typed last, or long ago
     */
    private record Beat(Instant since, Instant at, Instant typedAt) {
        /** A clock that was set back makes nobody stay for longer. */
        boolean lasts(Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plus(PresenceDesk.VIEWING));
        }

        boolean typing(Instant now) {
            return !now.isBefore(typedAt) && now.isBefore(typedAt.plus(PresenceDesk.TYPING));
        }
    }

    synchronized void beat(TicketId ticket, AgentId agent, boolean typing, Instant now) {
        Map<AgentId, Beat> here = beats.computeIfAbsent(ticket, any -> new LinkedHashMap<>());
        here.values().removeIf(beat -> !beat.lasts(now));
        Beat before = here.getOrDefault(agent, new Beat(now, now, Instant.EPOCH));
        here.put(agent, new Beat(before.since, now, typing ? now : before.typedAt));
    }

    synchronized void left(TicketId ticket, AgentId agent) {
        Map<AgentId, Beat> here = beats.get(ticket);
        if (here != null && here.remove(agent) != null && here.isEmpty()) {
            beats.remove(ticket);
        }
    }

    /** All but one, who came first at the front. */
    synchronized List<Presence> others(TicketId ticket, AgentId self, Instant now) {
        return beats.getOrDefault(ticket, Map.of()).entrySet().stream()
                .filter(one -> !one.getKey().equals(self) && one.getValue().lasts(now))
                .map(one -> new Presence(
                        one.getKey(), one.getValue().since, one.getValue().typing(now)))
                .sorted(Comparator.comparing(Presence::since)
                        .thenComparing(presence -> presence.agent().value()))
                .toList();
    }
}
