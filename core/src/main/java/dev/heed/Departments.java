package dev.heed;

import dev.heed.error.ConfigurationException.Problem;
import dev.heed.people.AgentId;
import dev.heed.people.Department;
import dev.heed.people.DepartmentId;
import dev.heed.people.Shop;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The departments a desk is built with. Not thread-safe. */
final class Departments {
    private final List<Department> all = new ArrayList<>();

    void add(Department department) {
        all.add(department);
    }

    /** The shop, of which no department can sign. */
    Shop namedIn(Shop shop) {
        Shop named = shop;
        for (Department department : all) {
            named = named.withDepartment(department.name());
        }
        return named;
    }

    Map<DepartmentId, Department> byId() {
        Map<DepartmentId, Department> byId = new LinkedHashMap<>();
        all.forEach(department -> byId.put(department.id(), department));
        return byId;
    }

    List<Problem> problems(Set<AgentId> agents) {
        List<Problem> problems = new ArrayList<>();
        if (byId().size() < all.size()) {
            problems.add(Problem.of("Two departments have one id.", "Give each department an id of its own."));
        }
        for (Department department : all) {
            for (AgentId member : department.members()) {
                if (!agents.contains(member)) {
                    problems.add(Problem.of(
                            "Agent " + member + " of department " + department.id() + " is not of this desk.",
                            "Add the agent with agent(…), or leave it out."));
                }
            }
        }
        return problems;
    }
}
