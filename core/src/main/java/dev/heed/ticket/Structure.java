package dev.heed.ticket;

import java.util.List;

/** How a ticket stands to other tickets. Immutable and thread-safe. */
public final class Structure {
    static final Structure NONE = new Structure(AppendOnly.empty());

    private final AppendOnly<TicketId> duplicates;

    private Structure(AppendOnly<TicketId> duplicates) {
        this.duplicates = duplicates;
    }

    /**
     * The tickets that were closed as duplicates and went on in this one, each once, the first one first. One of them may
     * live by itself again since: where a ticket goes on now is in {@link Closing#goesOnIn}.
     */
    public List<TicketId> duplicates() {
        return duplicates;
    }

    /** Another ticket goes on here, for the first time or not. */
    Structure absorbing(TicketId duplicate) {
        return duplicates.contains(duplicate) ? this : new Structure(duplicates.with(duplicate));
    }
}
