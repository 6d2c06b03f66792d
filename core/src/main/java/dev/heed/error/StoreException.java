package dev.heed.error;

import org.jspecify.annotations.Nullable;

/** A store could not do its work, or its answer was lost. Read the ticket again before repeating anything. Thrown by implementations of the store port. */
public final class StoreException extends HeedException {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong and how to mend it. */
    public StoreException(String problem, String remedy, @Nullable Throwable cause) {
        super(problem, remedy, cause);
    }
}
