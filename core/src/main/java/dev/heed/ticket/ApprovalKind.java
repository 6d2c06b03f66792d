package dev.heed.ticket;

/** For what a second person is asked. */
public enum ApprovalKind {
    /** For a step that destroys something of the customer's; the reference is the id of the step. */
    DESTRUCTIVE_STEP
}
