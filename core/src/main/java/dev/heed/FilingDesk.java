package dev.heed;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import dev.heed.error.NotFoundException;
import dev.heed.people.AgentId;
import dev.heed.people.Permission;
import dev.heed.ticket.CustomField;
import dev.heed.ticket.FieldKey;
import dev.heed.ticket.FieldValue;
import dev.heed.ticket.FilingCommand;
import dev.heed.ticket.Reference;
import dev.heed.ticket.Tag;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How tickets are filed so that they are found again: tags, custom fields, and references to what the shop has elsewhere.
 * No customer sees any of it. Thread-safe.
 *
 * <p>Each call changes all it names or, if it throws, nothing. What is so already stays so, without an event. Closed tickets
 * can be filed, too. What changes a ticket gives it back as it is afterwards.
 */
public final class FilingDesk {
    private static final int MOST_AT_ONCE = 100; // no ticket can have more

    private final Actor actor;
    private final Policies policies;
    private final Engine engine;
    private final Optional<AgentId> by;

    FilingDesk(Actor actor) {
        this.actor = actor;
        this.policies = actor.policies();
        this.engine = actor.engine();
        this.by = actor.id();
    }

    /**
     * Puts tags on a ticket.
     *
     * @throws dev.heed.error.RefusedException with {@code DEROGATORY_NOTE}, which warns, if one that it does not have
     *     disparages somebody
     * @throws InvalidInputException if one is no {@link Tag}, or the ticket would have more than a hundred
     * @throws NotFoundException if there is no such ticket
     */
    public Ticket addTags(TicketId id, String... tags) {
        actor.may(Permission.FILE);
        return addTags(id, List.of(tags));
    }

    /** As {@link #addTags(TicketId, String...)}. */
    public Ticket addTags(TicketId id, Collection<String> tags) {
        actor.may(Permission.FILE);
        return change(id, new FilingCommand.AddTags(tags(tags), by));
    }

    /**
     * Takes tags off a ticket.
     *
     * @throws InvalidInputException if one is no {@link Tag}
     * @throws NotFoundException if there is no such ticket
     */
    public Ticket removeTags(TicketId id, String... tags) {
        actor.may(Permission.FILE);
        return removeTags(id, List.of(tags));
    }

    /** As {@link #removeTags(TicketId, String...)}. */
    public Ticket removeTags(TicketId id, Collection<String> tags) {
        actor.may(Permission.FILE);
        return change(id, new FilingCommand.RemoveTags(tags(tags), by));
    }

    private static List<Tag> tags(Collection<String> tags) {
        Set<Tag> different = new LinkedHashSet<>();
        for (String tag : tags) {
            different.add(Tag.of(tag));
            requireFew(different, "tags");
        }
        return List.copyOf(different);
    }

    private static void requireFew(Set<?> things, String what) {
        if (things.size() > MOST_AT_ONCE) {
            throw new InvalidInputException(
                    "More than " + MOST_AT_ONCE + " " + what + " were given at once; no ticket has more.",
                    "Name fewer.");
        }
    }

    /** The custom fields that the shop has declared, in their order. */
    public List<CustomField> fields() {
        actor.may(Permission.READ);
        return policies.fields().all();
    }

    /**
     * The required fields in which nothing stands yet, in their order.
     *
     * @throws NotFoundException if there is no such ticket
     */
    public List<CustomField> missing(TicketId id) {
        actor.may(Permission.READ);
        Ticket ticket = engine.ticket(id);
        return fields().stream()
                .filter(field -> field.required() && !ticket.fields().containsKey(field.key()))
                .toList();
    }

    /**
     * Sets a field to words, or to one of its choices.
     *
     * @throws NotFoundException if there is no such ticket, or no such field is declared; it names the one that may be meant
     * @throws InvalidInputException if the field does not take the value; it says what it takes
     */
    public Ticket setField(TicketId id, String field, String value) {
        actor.may(Permission.FILE);
        return setField(id, field, FieldValue.of(value));
    }

    /** Sets a field to a number, and refuses as {@link #setField(TicketId, String, String)} does. */
    public Ticket setField(TicketId id, String field, BigDecimal value) {
        actor.may(Permission.FILE);
        return setField(id, field, FieldValue.of(value));
    }

    /** Sets a field to a whole number, and refuses as {@link #setField(TicketId, String, String)} does. */
    public Ticket setField(TicketId id, String field, long value) {
        actor.may(Permission.FILE);
        return setField(id, field, FieldValue.of(value));
    }

    /** Sets a field to a day, and refuses as {@link #setField(TicketId, String, String)} does. */
    public Ticket setField(TicketId id, String field, LocalDate value) {
        actor.may(Permission.FILE);
        return setField(id, field, FieldValue.of(value));
    }

    /** Sets a field to yes or no, and refuses as {@link #setField(TicketId, String, String)} does. */
    public Ticket setField(TicketId id, String field, boolean value) {
        actor.may(Permission.FILE);
        return setField(id, field, FieldValue.of(value));
    }

    private Ticket setField(TicketId id, String field, FieldValue value) {
        return setFields(id, Map.of(field, value));
    }

    /**
     * Sets several fields at once.
     *
     * @param values by the keys of the fields
     * @throws NotFoundException if there is no such ticket, or one of the fields is not declared
     * @throws InvalidInputException if one of them does not take its value
     */
    public Ticket setFields(TicketId id, Map<String, FieldValue> values) {
        actor.may(Permission.FILE);
        List<FilingCommand.FieldChange> changes = values.entrySet().stream()
                .map(entry ->
                        new FilingCommand.FieldChange(key(entry.getKey()), requireNonNull(entry.getValue(), "value")))
                .sorted((one, other) -> one.field().compareTo(other.field()))
                .toList();
        return change(id, new FilingCommand.SetFields(changes, policies.fields(), by));
    }

    /**
     * Clears a field; also one that is not declared any more, if something stands in it.
     *
     * @throws NotFoundException if there is no such ticket or field; it names the one that may be meant
     * @throws InvalidInputException if the field is required
     */
    public Ticket clearField(TicketId id, String field) {
        actor.may(Permission.FILE);
        return change(id, new FilingCommand.ClearFields(List.of(key(field)), policies.fields(), by));
    }

    private FieldKey key(String field) {
        return policies.fields().key(field);
    }

    /**
     * Lets a ticket lead to orders, payments, products or whatever the shop has.
     *
     * @throws InvalidInputException if the ticket would have more than a hundred references
     * @throws NotFoundException if there is no such ticket
     */
    public Ticket addReferences(TicketId id, Reference... references) {
        actor.may(Permission.FILE);
        return change(id, new FilingCommand.AddReferences(references(references), by));
    }

    /**
     * Lets a ticket not lead there any more.
     *
     * @throws NotFoundException if there is no such ticket
     */
    public Ticket removeReferences(TicketId id, Reference... references) {
        actor.may(Permission.FILE);
        return change(id, new FilingCommand.RemoveReferences(references(references), by));
    }

    private static List<Reference> references(Reference... references) {
        Set<Reference> different = new LinkedHashSet<>();
        for (Reference reference : references) {
            different.add(requireNonNull(reference, "reference"));
            requireFew(different, "references");
        }
        return List.copyOf(different);
    }

    private Ticket change(TicketId id, FilingCommand command) {
        return actor.change(id, command);
    }
}
