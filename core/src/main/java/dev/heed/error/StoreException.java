package dev.heed.error;

import org.jspecify.annotations.Nullable;

/** A store could not do its work, or its answer was lost. Read the ticket again before repeating anything. Thrown by implementations of the store port. */
public final class StoreException extends HeedException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What kept a store from its work, by what helps. */
    public enum Kind {
        /** It cannot be reached, or broke off: wait until it is back. */
        UNREACHABLE(true),
        /** It has no room left, on the disk, in memory or for connections: give it more. */
        FULL(false),
        /** It took longer than it may, as for a row that somebody else has locked: try again. */
        TIMED_OUT(false),
        /** It was undone because of another transaction, and was not repeated: repeat the whole of your transaction. */
        ROLLED_BACK(false),
        /** It takes no writes, as a replica does: name the primary. */
        READ_ONLY(false),
        /** Something else; the cause says more. */
        OTHER(true);

        private final boolean mayBeWritten;

        Kind(boolean mayBeWritten) {
            this.mayBeWritten = mayBeWritten;
        }
    }

    /** Says what is wrong and how to mend it; of the kind {@link Kind#OTHER}. */
    public StoreException(String problem, String remedy, @Nullable Throwable cause) {
        this(Kind.OTHER, problem, remedy, cause);
    }

    /** Says what is wrong and how to mend it. */
    public StoreException(Kind kind, String problem, String remedy, @Nullable Throwable cause) {
        super(problem, remedy, cause);
        this.kind = kind;
    }

    /** What kept the store from its work. */
    public Kind kind() {
        return kind;
    }

    /** Whether all of it may have been written although there was no answer; otherwise nothing was. */
    public boolean mayBeWritten() {
        return kind.mayBeWritten;
    }
}
