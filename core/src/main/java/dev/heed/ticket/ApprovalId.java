package dev.heed.ticket;

/**
 * Names a request for approval within its ticket.
 *
 * @param value counted from 1 in the order in which they were made
 */
public record ApprovalId(int value) {
    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
