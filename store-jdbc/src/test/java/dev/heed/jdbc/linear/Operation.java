package dev.heed.jdbc.linear;

/**
 * What somebody asked of a ticket and was told, between two ticks of one clock that all threads share.
 *
 * @param ticket which
 * @param what was asked and came of it
 * @param version what a read gave, what a commit made, what a commit that was refused had expected
 * @param note what a commit added; empty otherwise
 * @param asked when it was asked
 * @param answered when the answer was there
 */
record Operation(int ticket, What what, long version, String note, long asked, long answered) {
    /** What was asked and came of it. */
    enum What {
        READ,
        COMMITTED,
        REFUSED
    }

    boolean wasBefore(Operation other) {
        return answered < other.asked;
    }

    /** The version that holds at least once it has taken effect: whoever is refused has seen a newer one. */
    long atLeast() {
        return what == What.REFUSED ? version + 1 : version;
    }

    /** The newest version that may hold just before it takes effect. */
    long before() {
        return switch (what) {
            case READ -> version;
            case COMMITTED -> version - 1;
            case REFUSED -> Long.MAX_VALUE;
        };
    }
}
