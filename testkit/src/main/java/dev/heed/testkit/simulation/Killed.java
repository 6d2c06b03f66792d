package dev.heed.testkit.simulation;

/** The process of a node dies at this very instruction. An error, so that nobody in between takes it for a failure. */
final class Killed extends Error {
    private static final long serialVersionUID = 1L;

    Killed(String where) {
        super(where, null, false, false);
    }
}
