package dev.heed.ticket;

import dev.heed.people.AgentId;
import java.util.List;
import java.util.Optional;

/**
 * Changes what people find a ticket again by. Each is done whole or not at all; what is so already stays so without an
 * event. Closed tickets can be filed, too.
 */
public sealed interface FilingCommand extends TicketCommand {

    /**
     * Puts tags on it.
     *
     * @param by who; empty for a program of the shop
     */
    record AddTags(List<Tag> tags, Optional<AgentId> by) implements FilingCommand {}

    /**
     * Takes tags off it.
     *
     * @param by who; empty for a program of the shop
     */
    record RemoveTags(List<Tag> tags, Optional<AgentId> by) implements FilingCommand {}

    /**
     * What is to stand in a field.
     *
     * @param field which
     * @param value what
     */
    record FieldChange(FieldKey field, FieldValue value) {}

    /**
     * Sets custom fields.
     *
     * @param changes each field at most once
     * @param declared the fields that the shop has
     * @param by who; empty for a program of the shop
     */
    record SetFields(List<FieldChange> changes, CustomFields declared, Optional<AgentId> by) implements FilingCommand {
        @Override
        public String toString() {
            return "SetFields" + changes.stream().map(FieldChange::field).toList();
        }
    }

    /**
     * Clears custom fields.
     *
     * @param fields which; one that is not declared any more can be cleared where something stands in it
     * @param declared the fields that the shop has
     * @param by who; empty for a program of the shop
     */
    record ClearFields(List<FieldKey> fields, CustomFields declared, Optional<AgentId> by) implements FilingCommand {
        @Override
        public String toString() {
            return "ClearFields" + fields;
        }
    }

    /**
     * Lets it lead to something in the systems of the shop.
     *
     * @param by who; empty for a program of the shop
     */
    record AddReferences(List<Reference> references, Optional<AgentId> by) implements FilingCommand {}

    /**
     * Lets it not lead there any more.
     *
     * @param by who; empty for a program of the shop
     */
    record RemoveReferences(List<Reference> references, Optional<AgentId> by) implements FilingCommand {}
}
