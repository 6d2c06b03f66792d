package dev.heed.ticket;

import dev.heed.error.InvalidInputException;
import dev.heed.people.AgentId;
import dev.heed.ticket.FilingEvent.FieldCleared;
import dev.heed.ticket.FilingEvent.FieldSet;
import dev.heed.ticket.FilingEvent.ReferencesAdded;
import dev.heed.ticket.FilingEvent.ReferencesRemoved;
import dev.heed.ticket.FilingEvent.TagsAdded;
import dev.heed.ticket.FilingEvent.TagsRemoved;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What people find a ticket again by. */
final class FilingDecision {
    private final Steps steps;
    private final Filing filing;

    FilingDecision(Steps steps) {
        this.steps = steps;
        this.filing = steps.state.filing;
    }

    void on(FilingCommand command) {
        if (command instanceof FilingCommand.AddTags add) {
            addTags(add.tags(), add.by());
        } else if (command instanceof FilingCommand.RemoveTags remove) {
            List<Tag> gone = among(filing.tags(), remove.tags());
            if (!gone.isEmpty()) {
                steps.add(new TagsRemoved(steps.id, steps.now, gone, remove.by()));
            }
        } else if (command instanceof FilingCommand.SetFields set) {
            setFields(set);
        } else if (command instanceof FilingCommand.ClearFields clear) {
            clearFields(clear);
        } else if (command instanceof FilingCommand.AddReferences add) {
            addReferences(add.references(), add.by());
        } else if (command instanceof FilingCommand.RemoveReferences remove) {
            List<Reference> gone = among(filing.references(), remove.references());
            if (!gone.isEmpty()) {
                steps.add(new ReferencesRemoved(steps.id, steps.now, gone, remove.by()));
            }
        }
    }

    private void addTags(List<Tag> tags, Optional<AgentId> by) {
        List<Tag> fresh = notAmong(filing.tags(), tags);
        requireRoom(filing.tags().size() + fresh.size(), Filing.MOST_TAGS, "tags");
        if (!fresh.isEmpty()) {
            steps.add(new TagsAdded(steps.id, steps.now, fresh, by));
        }
    }

    private void addReferences(List<Reference> references, Optional<AgentId> by) {
        List<Reference> fresh = notAmong(filing.references(), references);
        requireRoom(filing.references().size() + fresh.size(), Filing.MOST_REFERENCES, "references");
        if (!fresh.isEmpty()) {
            steps.add(new ReferencesAdded(steps.id, steps.now, fresh, by));
        }
    }

    private void setFields(FilingCommand.SetFields set) {
        Set<FieldKey> seen = new HashSet<>();
        Set<FieldKey> filled = new HashSet<>(filing.fields().keySet());
        for (FilingCommand.FieldChange change : set.changes()) {
            if (!seen.add(change.field())) {
                throw new InvalidInputException(
                        "The field “" + change.field() + "” is to be set twice at once.", "Set it once.");
            }
            filled.add(change.field());
            FieldValue value = set.declared().get(change.field()).checked(change.value());
            Optional<FieldValue> before = Optional.ofNullable(filing.fields().get(change.field()));
            if (before.filter(value::equals).isEmpty()) {
                steps.add(new FieldSet(steps.id, steps.now, change.field(), value, before, set.by()));
            }
        }
        requireRoom(filled.size(), Filing.MOST_FIELDS, "filled custom fields");
    }

    private void clearFields(FilingCommand.ClearFields clear) {
        for (FieldKey key : clear.fields()) {
            FieldValue before = filing.fields().get(key);
            Optional<CustomField> field = clear.declared().find(key);
            if (field.isEmpty() && before == null) {
                field = Optional.of(clear.declared().get(key)); // which says what there is
            }
            if (field.filter(CustomField::required).isPresent()) {
                throw new InvalidInputException(
                        "The field “" + key + "” is required and cannot be cleared.",
                        "Set it to something else: " + field.orElseThrow().allowed() + ".");
            }
        }
        for (FieldKey key : clear.fields()) {
            FieldValue before = steps.state.filing.fields().get(key);
            if (before != null) {
                steps.add(new FieldCleared(steps.id, steps.now, key, before, clear.by()));
            }
        }
    }

    private void requireRoom(int wanted, int most, String what) {
        if (wanted > most) {
            throw new InvalidInputException(
                    "Ticket " + steps.state.opened.number() + " would have " + wanted + " " + what + "; " + most
                            + " are the most.",
                    "Take off what nobody looks for any more.");
        }
    }

    private static <E> List<E> among(Set<E> some, List<E> named) {
        return named.stream().filter(some::contains).distinct().toList();
    }

    private static <E> List<E> notAmong(Set<E> some, List<E> named) {
        return named.stream().filter(one -> !some.contains(one)).distinct().toList();
    }
}
