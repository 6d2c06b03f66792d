package dev.heed.error;

/** Somebody else changed the same ticket again and again while this change was tried. Nothing was written. */
public final class ConflictException extends HeedException {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong and how to mend it. */
    public ConflictException(String problem, String remedy) {
        super(problem, remedy, null);
    }
}
