package dev.heed.people;

/**
 * What somebody of the shop is there for. {@link Permissions} says what each may do; the job title on a letter is another
 * thing: {@link Agent#role}.
 */
public enum Role {
    /** Learns: answers customers, and decides nothing that cannot be taken back. */
    TRAINEE,
    /** Answers customers and looks after their tickets. */
    AGENT,
    /** An agent who also answers for colleagues: approves, deletes, changes many tickets at once. */
    LEAD,
    /** Answers for the shop as a whole, and may do everything. */
    OWNER,
    /** Reads everything and changes nothing. */
    AUDITOR
}
