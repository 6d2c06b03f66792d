package dev.heed.ticket;

import dev.heed.error.InvalidInputException;
import dev.heed.people.AgentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What people find a ticket again by was changed: its tags, custom fields and references. */
public sealed interface FilingEvent extends TicketEvent {

    /**
     * Tags were put on it.
     *
     * @param tags those it did not have
     * @param by who did it; empty for a program of the shop
     */
    record TagsAdded(TicketId ticket, Instant at, List<Tag> tags, Optional<AgentId> by) implements FilingEvent {
        /**
         * Keeps a copy of the list.
         *
         * @throws InvalidInputException if it is empty
         */
        public TagsAdded {
            tags = some(tags, "tags");
        }
    }

    /**
     * Tags were taken off it.
     *
     * @param tags those it had
     * @param by who did it; empty for a program of the shop
     */
    record TagsRemoved(TicketId ticket, Instant at, List<Tag> tags, Optional<AgentId> by) implements FilingEvent {
        /**
         * Keeps a copy of the list.
         *
         * @throws InvalidInputException if it is empty
         */
        public TagsRemoved {
            tags = some(tags, "tags");
        }
    }

    /**
     * A custom field has another value.
     *
     * @param field which
     * @param value what stands there now
     * @param before what stood there; empty if nothing did
     * @param by who did it; empty for a program of the shop
     */
    record FieldSet(
            TicketId ticket,
            Instant at,
            FieldKey field,
            FieldValue value,
            Optional<FieldValue> before,
            Optional<AgentId> by)
            implements FilingEvent {}

    /**
     * A custom field has no value any more.
     *
     * @param field which
     * @param before what stood there
     * @param by who did it; empty for a program of the shop
     */
    record FieldCleared(TicketId ticket, Instant at, FieldKey field, FieldValue before, Optional<AgentId> by)
            implements FilingEvent {}

    /**
     * It leads to something in the systems of the shop.
     *
     * @param references those it did not have
     * @param by who did it; empty for a program of the shop
     */
    record ReferencesAdded(TicketId ticket, Instant at, List<Reference> references, Optional<AgentId> by)
            implements FilingEvent {
        /**
         * Keeps a copy of the list.
         *
         * @throws InvalidInputException if it is empty
         */
        public ReferencesAdded {
            references = some(references, "references");
        }
    }

    /**
     * It does not lead there any more.
     *
     * @param references those it had
     * @param by who did it; empty for a program of the shop
     */
    record ReferencesRemoved(TicketId ticket, Instant at, List<Reference> references, Optional<AgentId> by)
            implements FilingEvent {
        /**
         * Keeps a copy of the list.
         *
         * @throws InvalidInputException if it is empty
         */
        public ReferencesRemoved {
            references = some(references, "references");
        }
    }

    private static <E> List<E> some(List<E> all, String what) {
        if (all.isEmpty()) {
            throw new InvalidInputException("An event changes no " + what + ".", "Leave it out, or name some.");
        }
        return List.copyOf(all);
    }
}
