package dev.heed.ticket;

/** What a shop holds itself to, by the names of the field. */
public enum SlaTarget {
    /** From the customer's first message until a person answers. */
    FIRST_REPLY,
    /** From the first message after an answer until a person answers again. */
    NEXT_REPLY,
    /** From one answer to the next, while the customer has nothing to do. */
    PERIODIC_UPDATE,
    /** How long the customer waits in all: new, open and on hold. */
    REQUESTER_WAIT,
    /** How long the shop works on it in all: new and open. */
    AGENT_WORK,
    /** From the opening until it is solved, whatever happens in between. */
    TOTAL_RESOLUTION,
    /** From the opening until a person is responsible. */
    TIME_TO_OWN;

    /** Whether it ends with an answer, so that the customer can be told until when. */
    public boolean isReply() {
        return this == FIRST_REPLY || this == NEXT_REPLY;
    }

    /** Whether it ends when it is solved, and may go on when it is not after all. */
    public boolean isResolution() {
        return this == REQUESTER_WAIT || this == AGENT_WORK || this == TOTAL_RESOLUTION;
    }
}
