package dev.heed.ticket;

import dev.heed.ticket.ApprovalEvent.ApprovalDecided;
import dev.heed.ticket.ApprovalEvent.ApprovalExpired;
import dev.heed.ticket.ApprovalEvent.ApprovalReminded;
import dev.heed.ticket.ApprovalEvent.ApprovalRequested;
import dev.heed.ticket.ApprovalEvent.ApprovalUsed;
import dev.heed.ticket.ApprovalEvent.ApprovalWithdrawn;
import dev.heed.ticket.ApprovalRequest.Decided;
import dev.heed.ticket.ApprovalRequest.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** All requests for approval of a ticket. Immutable. */
record Approvals(List<Entry> entries) {
    static final Approvals NONE = new Approvals(List.of());
    private static final int OFTEN = 8;

    /**
     * A request, and how often somebody was reminded of it.
     *
     * @param request which
     * @param remindedAt the last time; when it was asked before the first
     * @param reminders how often
     */
    record Entry(ApprovalRequest request, Instant remindedAt, int reminders) {
        Entry with(ApprovalRequest other) {
            return new Entry(other, remindedAt, reminders);
        }
    }

    Approvals after(TicketEvent event) {
        if (!(event instanceof ApprovalEvent about)) {
            return this;
        } else if (about instanceof ApprovalRequested requested) {
            return asked(requested);
        } else if (about instanceof ApprovalReminded reminded) {
            return changed(about, entry -> new Entry(entry.request, reminded.at(), reminded.count()));
        } else if (about instanceof ApprovalDecided decided) {
            State state = decided.approved() ? State.APPROVED : State.DECLINED;
            Decided how = new Decided(decided.by(), decided.reason(), decided.at(), decided.alone());
            return changed(about, entry -> entry.with(entry.request.decided(state, how)));
        }
        return changed(about, entry -> entry.with(entry.request.with(state(about, entry.request.state()))));
    }

    private static State state(ApprovalEvent event, State before) {
        if (event instanceof ApprovalWithdrawn) {
            return State.WITHDRAWN;
        } else if (event instanceof ApprovalExpired) {
            return State.EXPIRED;
        }
        return event instanceof ApprovalUsed ? State.USED : before;
    }

    private Approvals asked(ApprovalRequested event) {
        List<Entry> more = new ArrayList<>(entries);
        ApprovalRequest request = new ApprovalRequest(
                event.request(),
                event.subject(),
                event.by(),
                event.reason(),
                event.at(),
                event.until(),
                State.OPEN,
                Optional.empty());
        more.add(new Entry(request, event.at(), 0));
        return new Approvals(List.copyOf(more));
    }

    private Approvals changed(ApprovalEvent event, UnaryOperator<Entry> change) {
        return new Approvals(entries.stream()
                .map(entry -> entry.request.id().equals(event.request()) ? change.apply(entry) : entry)
                .toList());
    }

    ApprovalId nextId() {
        return new ApprovalId(entries.size() + 1);
    }

    List<ApprovalRequest> all() {
        return entries.stream().map(Entry::request).toList();
    }

    /** Of which something can still come. */
    Stream<ApprovalRequest> alive() {
        return entries.stream().map(Entry::request).filter(ApprovalRequest::isAlive);
    }

    Optional<ApprovalRequest> find(ApprovalId id) {
        return all().stream().filter(request -> request.id().equals(id)).findFirst();
    }

    /** One that says yes to exactly this, and by which nothing was done yet. */
    Optional<ApprovalRequest> approved(ApprovalSubject subject, Instant now) {
        return alive().filter(request -> request.allows(subject, now)).findFirst();
    }

    /** When something has to happen about a request by itself. */
    static Optional<Instant> dueAt(Entry entry, TicketPolicy policy) {
        ApprovalRequest request = entry.request;
        if (!request.isAlive()) {
            return Optional.empty();
        }
        Optional<Instant> reminder =
                request.state() == State.OPEN ? Optional.of(reminderAt(entry, policy)) : Optional.empty();
        return Stream.concat(reminder.stream(), request.until().stream()).min(Instant::compareTo);
    }

    /** In working hours, and less often when it was said often. */
    private static Instant reminderAt(Entry entry, TicketPolicy policy) {
        Duration pause = policy.remindOfApprovalEvery();
        return policy.hours().plus(entry.remindedAt, entry.reminders < OFTEN ? pause : pause.multipliedBy(OFTEN));
    }
}
