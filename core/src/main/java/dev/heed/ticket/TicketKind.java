package dev.heed.ticket;

/** What a customer came with. */
public enum TicketKind {
    /** Something is asked or wanted. What nobody has sorted yet is taken for one. */
    QUESTION,
    /** Something went wrong. Cannot be put aside as spam or duplicate, nor made something else by anybody but an owner. */
    COMPLAINT,
    /** Something does not work. */
    TECHNICAL,
    /** Something was liked. */
    PRAISE,
    /** Something could be better. */
    SUGGESTION,
    /** Something might be bought. */
    SALES_ENQUIRY;

    /** Whether nobody can solve it who has not understood what went wrong. */
    public boolean needsDiagnosis() {
        return this == COMPLAINT || this == TECHNICAL;
    }
}
