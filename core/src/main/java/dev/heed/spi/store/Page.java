package dev.heed.spi.store;

import java.util.List;
import java.util.Optional;

/**
 * Some of what was found. Immutable.
 *
 * @param items in their order
 * @param next where to go on; empty if there was no more when this was found
 */
public record Page<T>(List<T> items, Optional<Cursor> next) {
    /** Keeps a copy of the list. */
    public Page {
        items = List.copyOf(items);
    }
}
