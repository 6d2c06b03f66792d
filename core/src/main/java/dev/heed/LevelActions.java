package dev.heed;

import dev.heed.error.ConfigurationException.Problem;
import dev.heed.people.Agent;
import dev.heed.people.AgentId;
import dev.heed.sla.ServiceLevels;
import dev.heed.sla.SlaGoal;
import dev.heed.sla.SlaLevel;
import dev.heed.sla.SlaPolicy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Whether somebody does what levels want done: of all versions, since tickets go on under old ones. */
final class LevelActions {
    static final String RAISE_PRIORITY = "raise-priority";
    static final String REASSIGN = "reassign:";

    private final Set<String> handled;
    private final Set<String> agents = new TreeSet<>();

    private LevelActions(ServiceOptions service, Collection<Agent> agents, Predicate<Agent> mayAnswer) {
        handled = new TreeSet<>(service.handlers().keySet());
        agents.stream().filter(mayAnswer).map(agent -> agent.id().value()).forEach(this.agents::add);
    }

    /** The actions that nobody does. */
    static List<Problem> problems(ServiceOptions service, Collection<Agent> agents, Predicate<Agent> mayAnswer) {
        LevelActions actions = new LevelActions(service, agents, mayAnswer);
        List<Problem> problems = new ArrayList<>();
        for (ServiceLevels version : service.book().versions()) {
            for (SlaPolicy policy : version.policies()) {
                for (SlaGoal goal : policy.goals()) {
                    for (SlaLevel level : goal.levels()) {
                        String where = "Level '" + level.name() + "' of " + goal.target() + " in policy '"
                                + policy.name() + "' of the service levels '" + version.version() + "'";
                        level.actions()
                                .forEach(
                                        action -> actions.problem(action, where).ifPresent(problems::add));
                    }
                }
            }
        }
        return problems;
    }

    private Optional<Problem> problem(String action, String where) {
        if (action.equals(RAISE_PRIORITY) || handled.contains(action)) {
            return Optional.empty();
        } else if (!action.startsWith(REASSIGN)) {
            return Optional.of(Problem.of(
                    where + " wants the action '" + action + "', which nobody does.",
                    "Add a handler with ServiceOptions.withAction(\"" + action + "\", …), or write '" + RAISE_PRIORITY
                            + "', '" + REASSIGN + "ID' with the id of an agent"
                            + (handled.isEmpty() ? "." : ", or one of " + handled + ".")));
        }
        String id = action.substring(REASSIGN.length());
        return agents.contains(id)
                ? Optional.empty()
                : Optional.of(Problem.of(
                        where + " gives tickets to agent '" + id + "', who is not of this desk or may not answer.",
                        "Name one of " + agents + ", or add the agent with agent(…)."));
    }

    /** Whom an action gives a ticket to; empty if it is another one. */
    static Optional<AgentId> reassignedTo(String action) {
        return action.startsWith(REASSIGN)
                ? Optional.of(AgentId.of(action.substring(REASSIGN.length())))
                : Optional.empty();
    }
}
