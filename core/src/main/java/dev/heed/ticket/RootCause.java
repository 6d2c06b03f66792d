package dev.heed.ticket;

import com.google.common.base.Splitter;
import dev.heed.error.InvalidInputException;
import dev.heed.message.FactKey;
import java.util.stream.Collectors;

/**
 * What lies behind a problem: one of the causes that the shop has declared, such as {@code shipping/carrier-lost}.
 *
 * @param value names in the form of {@link FactKey}, the general one first, joined by slashes
 */
public record RootCause(String value) {
    private static final Splitter SLASHES = Splitter.on('/');

    /** Nobody knows yet. A solution can be proposed only with an open promise to find it out. */
    public static final RootCause UNKNOWN = new RootCause("unknown");

    /**
     * Checks what it is given.
     *
     * @throws InvalidInputException if it is not in the form that {@link #of} gives
     */
    public RootCause {
        SLASHES.split(value).forEach(FactKey::new);
    }

    /**
     * The cause in these words: “Shipping / Carrier lost” is {@code shipping/carrier-lost}.
     *
     * @throws InvalidInputException if there is nothing before, between or behind the slashes
     */
    public static RootCause of(String words) {
        return new RootCause(SLASHES.splitToList(words).stream()
                .map(name -> FactKey.of(name).value())
                .collect(Collectors.joining("/")));
    }

    @Override
    public String toString() {
        return value;
    }
}
