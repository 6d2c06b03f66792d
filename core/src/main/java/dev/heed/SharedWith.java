package dev.heed;

import static java.util.Objects.requireNonNull;

import dev.heed.people.DepartmentId;

/** Who sees a saved view besides its owner, and those who may see the views of others. Immutable and thread-safe. */
public sealed interface SharedWith {

    /** Nobody else. */
    record Nobody() implements SharedWith {}

    /**
     * Those who are of a department. Who is, is looked at each time; of one that is not of the desk any more, nobody.
     *
     * @param department which
     */
    record Department(DepartmentId department) implements SharedWith {
        /** There is one. */
        public Department {
            requireNonNull(department, "department");
        }
    }

    /** All colleagues. */
    record Everybody() implements SharedWith {}

    /** Nobody else. */
    static SharedWith nobody() {
        return new Nobody();
    }

    /** Those who are of a department. */
    static SharedWith department(DepartmentId department) {
        return new Department(department);
    }

    /** All colleagues. */
    static SharedWith everybody() {
        return new Everybody();
    }
}
