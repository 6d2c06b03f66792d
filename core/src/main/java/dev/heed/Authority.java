package dev.heed;

import static java.util.Objects.requireNonNull;

import dev.heed.error.PermissionException;
import dev.heed.people.Agent;
import dev.heed.people.AgentId;
import dev.heed.people.Permission;
import dev.heed.people.Permissions;
import dev.heed.people.Role;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Who of a desk may do what. Immutable. */
final class Authority {
    private final Permissions table;
    private final Map<AgentId, Role> roles = new HashMap<>();

    /** Where nobody is an owner of the shop, the responsible agent is. */
    Authority(Permissions table, Collection<Agent> agents, Agent responsible) {
        this.table = table;
        for (Agent agent : agents) {
            roles.put(agent.id(), agent.accessRole());
        }
        if (!roles.containsValue(Role.OWNER)) {
            roles.put(responsible.id(), Role.OWNER);
        }
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
