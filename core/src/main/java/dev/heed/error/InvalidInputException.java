package dev.heed.error;

/** A value handed in cannot be what it should be: a broken address, an empty text, HTML that is not allowed. */
public final class InvalidInputException extends HeedException {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong and how to mend it. */
    public InvalidInputException(String problem, String remedy) {
        super(problem, remedy, null);
    }

    /**
     * Refuses what is longer than it may be, without what it says.
     *
     * @param what begins the sentence, for example {@code The id of a note}
     * @param length how many characters there are, in UTF-16 units
     * @param longest how many there may be
     */
    public static InvalidInputException tooLong(String what, int length, int longest, String remedy) {
        return new InvalidInputException(
                what + " has " + length + " characters, and " + longest + " are the most.", remedy);
    }
}
