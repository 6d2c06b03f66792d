package dev.heed.ticket;

import dev.heed.message.MessageId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is on record of a ticket beside what was said and promised. Immutable and thread-safe. */
abstract sealed class TicketRecord permits Ticket {
    final TicketState state;

    TicketRecord(TicketState state) {
        this.state = state;
    }

    // How it stands to others.

    /** How it stands to other tickets: which of them go on in it, and which of its messages go on in them. */
    public Structure structure() {
        return state.structure;
    }

    /** The ticket in which a message goes on that was said here; empty if it goes on here. */
    public Optional<TicketId> movedTo(MessageId message) {
        return state.structure.movedTo(message);
    }

    // What clocks go by.

    /** What has happened that matters to clocks, in its order, the opening first: what service levels are reckoned from. */
    public List<Moment> moments() {
        return state.moments;
    }

    // What people find it again by.

    /** What it was tagged with, in the order of their letters. */
    public Set<Tag> tags() {
        return state.filing.tags();
    }

    /** What stands in custom fields, also in such as are not declared any more, in the order of their keys. */
    public Map<FieldKey, FieldValue> fields() {
        return state.filing.fields();
    }

    /** What it is about in the systems of the shop, in the order of kinds and ids. */
    public Set<Reference> references() {
        return state.filing.references();
    }

    // What was understood.

    /** What the customer has tried and provided, and what is proved. */
    public FactSheet facts() {
        return state.understanding.facts();
    }

    /** What else was understood: the problem, what lies behind it, and to what the customer has agreed. */
    public Understanding understanding() {
        return state.understanding;
    }

    /** P32: when the customer said that the problem is understood; empty until then, and after another description. */
    public Optional<Instant> heededAt() {
        return state.understanding.heededAt();
    }

    /** What second people were asked, in its order, whatever became of it. */
    public List<ApprovalRequest> approvals() {
        return state.approvals.all();
    }
}
