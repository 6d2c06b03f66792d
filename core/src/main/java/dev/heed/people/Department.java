package dev.heed.people;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import java.util.Arrays;
import java.util.List;

/**
 * People of a shop to whom colleagues can turn without knowing who of them is there: shipping, bookkeeping, the workshop.
 * Its name cannot sign. Immutable and thread-safe.
 *
 * @param id names it for programs
 * @param name names it for people
 * @param members who is of it, in the order in which they were given, each once
 */
public record Department(DepartmentId id, String name, List<AgentId> members) {
    /**
     * A department.
     *
     * @throws InvalidInputException if the name is blank, or nobody is of it
     */
    public Department {
        requireNonNull(id, "id");
        name = name.strip();
        members = members.stream().distinct().toList();
        if (name.isEmpty()) {
            throw new InvalidInputException(
                    "Department " + id + " has no name.", "Give the name people of the shop know it by.");
        }
        if (members.isEmpty()) {
            throw new InvalidInputException(
                    "Nobody is of department " + id + ".",
                    "Name one agent at least: somebody has to read what it is told.");
        }
    }

    /** A department of these people. */
    public static Department of(String id, String name, AgentId... members) {
        return new Department(DepartmentId.of(id), name, Arrays.asList(members));
    }
}
