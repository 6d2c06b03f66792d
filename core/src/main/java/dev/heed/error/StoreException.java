package dev.heed.error;

import org.jspecify.annotations.Nullable;

/** A store could not do its work; nothing of the unit of work was written. Thrown by implementations of the store port. */
public final class StoreException extends HeedException {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong and how to mend it. */
    public StoreException(String problem, String remedy, @Nullable Throwable cause) {
        super(problem, remedy, cause);
    }
}
