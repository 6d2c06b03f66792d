package dev.heed.error;

import java.util.Collection;

/** What was asked for is not possible in the state a ticket is in. The message names what is. */
public final class IllegalTransitionException extends HeedException {
    private static final long serialVersionUID = 1L;

    /**
     * Names the states.
     *
     * @param ticket the ticket as people name it, for example {@code Ticket 1001}
     * @param from the present state
     * @param move what was asked for
     * @param allowed what is possible from the present state
     * @param remedy what to do instead
     */
    public IllegalTransitionException(
            String ticket, Enum<?> from, Enum<?> move, Collection<? extends Enum<?>> allowed, String remedy) {
        super(
                ticket + " is " + from + ", which does not allow " + move + ". Possible now: " + allowed + ".",
                remedy,
                null);
    }
}
