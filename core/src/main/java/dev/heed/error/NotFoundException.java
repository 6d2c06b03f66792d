package dev.heed.error;

/** Nothing with this id exists, or the asking person may not know that it does. */
public final class NotFoundException extends HeedException {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong and how to mend it. */
    public NotFoundException(String problem, String remedy) {
        super(problem, remedy, null);
    }
}
