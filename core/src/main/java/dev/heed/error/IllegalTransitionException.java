package dev.heed.error;

import java.util.Collection;

/** A ticket cannot go from the state it is in to the one asked for. The message names those that are allowed. */
public final class IllegalTransitionException extends HeedException {
    private static final long serialVersionUID = 1L;

    /**
     * Names the states.
     *
     * @param ticket the ticket as people name it, for example {@code Ticket 1001}
     * @param from the present state
     * @param to the state asked for
     * @param allowed the states that can follow the present one by the same kind of person
     * @param remedy what to do instead
     */
    public IllegalTransitionException(
            String ticket, Enum<?> from, Enum<?> to, Collection<? extends Enum<?>> allowed, String remedy) {
        super(
                ticket + " is " + from + " and cannot become " + to + ". Allowed next states: " + allowed + ".",
                remedy,
                null);
    }
}
