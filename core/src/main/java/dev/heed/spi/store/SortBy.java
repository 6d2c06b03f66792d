package dev.heed.spi.store;

import dev.heed.ticket.Ticket;
import java.time.Instant;

/** In which order tickets come. Times count to the microsecond, what is finer is cut off. */
public enum SortBy {
    /** By the number people name it by. Never changes. */
    NUMBER,
    /** By when it was opened. Never changes. */
    OPENED,
    /** By when it last changed. */
    CHANGED,
    /** By {@link Ticket#dueAt}. Those of which nothing is due come last, whichever way round. */
    DUE;

    private static final long MICROS_A_SECOND = 1_000_000;
    private static final long NANOS_A_MICRO = 1_000;
    private static final long LAST_SECOND = Long.MAX_VALUE / MICROS_A_SECOND - 1;

    /**
     * What tickets of this order are compared by: their number or microseconds since 1970; equal ones come by their
     * number. Where nothing is due it is the last that there is.
     *
     * @param descending whether the largest comes first
     */
    public long key(Ticket ticket, boolean descending) {
        return switch (this) {
            case NUMBER -> ticket.number();
            case OPENED -> micros(ticket.openedAt());
            case CHANGED -> micros(ticket.changedAt());
            case DUE -> ticket.dueAt().map(SortBy::micros).orElse(none(descending));
        };
    }

    /** What stands for nothing that is due. */
    static long none(boolean descending) {
        return descending ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    /** Times that no calendar of people reaches are all the same. */
    static long micros(Instant instant) {
        long second = Math.max(-LAST_SECOND, Math.min(LAST_SECOND, instant.getEpochSecond()));
        return second * MICROS_A_SECOND + instant.getNano() / NANOS_A_MICRO;
    }
}
