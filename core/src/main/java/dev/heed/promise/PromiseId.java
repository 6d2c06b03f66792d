package dev.heed.promise;

/**
 * Names a promise within its ticket.
 *
 * @param value counted from 1 in the order in which they were made
 */
public record PromiseId(int value) {
    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
