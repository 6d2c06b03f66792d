package dev.heed.sla;

/** What stops a clock for a while. */
public enum PauseReason {
    /** The customer was asked something and has not answered. An answer that asks nothing stops no clock. */
    QUESTION("the customer was asked"),
    /** The shop waits for somebody else, and has said so. */
    ON_HOLD("the shop waits for somebody else"),
    /** A solution was proposed. A clock that it does not stop is met by it. */
    SOLVED("a solution was proposed");

    private final String words;

    PauseReason(String words) {
        this.words = words;
    }

    /** For the people of the shop. */
    String words() {
        return words;
    }
}
