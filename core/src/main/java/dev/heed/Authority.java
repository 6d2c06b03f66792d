package dev.heed;

import static java.util.Objects.requireNonNull;

import dev.heed.error.PermissionException;
import dev.heed.people.Agent;
import dev.heed.people.AgentId;
import dev.heed.people.Permission;
import dev.heed.people.Permissions;
import dev.heed.people.Role;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who of a desk may do what. Immutable. */
final class Authority {
    private final Permissions table;
    private final Map<AgentId, Role> roles = new HashMap<>();

    /**
     * Where nobody is an owner of the shop, the responsible agent is; but nobody whose answers are to be reviewed, as long as
     * there is a colleague whose answers are not.
     */
    Authority(Permissions table, Collection<Agent> agents, Agent responsible) {
        this.table = table;
        for (Agent agent : agents) {
            roles.put(agent.id(), agent.accessRole());
        }
        if (!roles.containsValue(Role.OWNER)) {
            Agent owner = answersUnreviewed(table, responsible)
                    ? responsible
                    : firstToAnswer(table, agents).orElse(responsible);
            roles.put(owner.id(), Role.OWNER);
        }
    }

    /** The first who may answer customers, if possible one whose answers nobody has to review. */
    static Optional<Agent> firstToAnswer(Permissions table, Collection<Agent> agents) {
        return agents.stream()
                .filter(agent -> table.allows(agent.accessRole(), Permission.ANSWER))
                .sorted(Comparator.comparing(agent -> !answersUnreviewed(table, agent))) // keeps the order otherwise
                .findFirst();
    }

    private static boolean answersUnreviewed(Permissions table, Agent agent) {
        return table.allows(agent.accessRole(), Permission.ANSWER_UNREVIEWED);
    }

    private Role roleOf(AgentId agent) {
        return requireNonNull(roles.get(agent), "an agent of the desk");
    }

    boolean allows(AgentId agent, Permission permission) {
        return table.allows(roleOf(agent), permission);
    }

    void require(AgentId agent, Permission permission) {
        if (!allows(agent, permission)) {
            throw new PermissionException(
                    permission,
                    roleOf(agent),
                    "Ask a colleague whose role is one of " + table.rolesWith(permission) + ".");
        }
    }
}
