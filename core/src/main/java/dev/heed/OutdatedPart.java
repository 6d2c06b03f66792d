package dev.heed;

/**
 * Something that a saved view asks for and that is not there any more. The view is as it was and finds what there is; it may
 * find nothing.
 *
 * @param kind of what kind it is
 * @param name how it is called
 */
public record OutdatedPart(Kind kind, String name) {
    /** What is not there any more. */
    public enum Kind {
        /** A custom field that is not declared any more. */
        FIELD,
        /** A custom field in which such a value cannot stand any more: another choice, another type. */
        FIELD_VALUE,
        /** A tag that no ticket has. */
        TAG,
        /** A person who is not of the desk any more. */
        AGENT,
        /** The department with which the view is shared. */
        DEPARTMENT
    }

    /** Without the name, which is somebody's word: this is what ends up in logs. */
    @Override
    public String toString() {
        return kind + " that is not there any more";
    }
}
