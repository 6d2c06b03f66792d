package dev.heed;

import dev.heed.people.Absence;
import dev.heed.people.AgentId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who is away at one moment, read once for whatever is decided in it. Immutable and thread-safe. */
final class Attendance {
    private final Map<AgentId, Absence> away;

    private Attendance(Map<AgentId, Absence> away) {
        this.away = away;
    }

    /** Of what was written down about one agent and covers the moment, the last counts. */
    static Attendance at(Instant now, Collection<Absence> absences) {
        Map<AgentId, Absence> away = new LinkedHashMap<>();
        for (Absence absence : absences) {
            if (absence.covers(now)) {
                away.put(absence.agent(), absence);
            }
        }
        return new Attendance(away);
    }

    /** Who is not there. */
    Set<AgentId> away() {
        return away.keySet();
    }

    Optional<Absence> absenceOf(AgentId agent) {
        return Optional.ofNullable(away.get(agent));
    }

    /** Who of these agents is there for one: herself, or a deputy's deputy; empty if all of them are away. */
    Optional<AgentId> presentFor(AgentId agent, Set<AgentId> agents) {
        Set<AgentId> asked = new HashSet<>();
        AgentId next = agent;
        while (agents.contains(next) && asked.add(next)) {
            Absence absence = away.get(next);
            if (absence == null) {
                return Optional.of(next);
            }
            next = absence.deputy();
        }
        return Optional.empty();
    }
}
