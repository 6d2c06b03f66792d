package dev.heed.error;

/** A value handed in cannot be what it should be: a broken address, an empty text, HTML that is not allowed. */
public final class InvalidInputException extends HeedException {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong and how to mend it. */
    public InvalidInputException(String problem, String remedy) {
        super(problem, remedy, null);
    }
}
