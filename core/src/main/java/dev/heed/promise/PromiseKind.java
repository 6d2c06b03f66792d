package dev.heed.promise;

/** What was promised. */
public enum PromiseKind {
    /** That a person answers by then: what an acknowledgement tells, and what the shop has published. */
    REPLY,
    /** That somebody calls the customer back. */
    CALLBACK,
    /** That somebody finds out what is not known yet, and tells. */
    FIND_OUT,
    /** That something is done: sent, repaired, refunded. */
    ACTION,
    /** An apology by a named person, owed because another promise was broken. Nobody makes it by hand. */
    APOLOGY;

    /** Whether an agent can promise it; the others arise by themselves. */
    public boolean madeByAgents() {
        return this == CALLBACK || this == FIND_OUT || this == ACTION;
    }

    /** Whether it is kept by what the customer is told, so that an answer which does not arrive has not kept it. */
    public boolean keptByTelling() {
        return this == REPLY || this == FIND_OUT || this == APOLOGY;
    }
}
