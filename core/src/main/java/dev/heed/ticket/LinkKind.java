package dev.heed.ticket;

/** What one ticket is to another one it is linked with. */
public enum LinkKind {
    /** They have to do with each other. */
    RELATED,
    /** It is the larger matter, of which the other one is a part. */
    PARENT_OF,
    /** It is a part of the other one. */
    CHILD_OF;

    /** What the other one is to this one. */
    public LinkKind inverse() {
        return switch (this) {
            case RELATED -> RELATED;
            case PARENT_OF -> CHILD_OF;
            case CHILD_OF -> PARENT_OF;
        };
    }
}
