package dev.heed.spi.store;

import dev.heed.people.Addressee;
import dev.heed.people.AgentId;
import dev.heed.ticket.ApprovalRequest;
import dev.heed.ticket.Closing;
import dev.heed.ticket.Exemption;
import dev.heed.ticket.ExpectedReply;
import dev.heed.ticket.OpenNote;
import dev.heed.ticket.Snooze;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketStatus;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** By what the queries of a {@link TicketStore} find a ticket: what every store has to agree with. Stateless. */
public final class QueryKeys {
    private QueryKeys() {}

    /** In whose {@link TicketQuery.OwnedBy} it is. */
    public static Optional<AgentId> holder(Ticket ticket) {
        return ticket.status() == TicketStatus.CLOSED || deletedAt(ticket).isPresent()
                ? Optional.empty()
                : ticket.owner();
    }

    /** When it is due among {@link TicketQuery.Waiting}; empty if it is not among them. */
    public static Optional<Instant> waitingUntil(Ticket ticket) {
        return ticket.snooze().isPresent()
                ? Optional.empty()
                : ticket.expected().map(ExpectedReply::at);
    }

    /** The end for {@link TicketQuery.Snoozed}; empty if it is not put off. */
    public static Optional<Instant> snoozedUntil(Ticket ticket) {
        return ticket.snooze().map(Snooze::until);
    }

    /** Of whom something is awaited, and by when the first of it, for {@link TicketQuery.AskedOf}. */
    public static Map<Addressee, Instant> asked(Ticket ticket) {
        if (ticket.openNotes().isEmpty()) {
            return Map.of();
        }
        Map<Addressee, Instant> asked = new HashMap<>();
        for (OpenNote open : ticket.openNotes()) {
            open.asked().forEach(one -> asked.merge(one, open.due(), (a, b) -> a.isBefore(b) ? a : b));
        }
        return asked;
    }

    /** When it was closed, for {@link TicketQuery.Exempted}; empty if it is not among them. */
    public static Optional<Instant> exemptedAt(Ticket ticket) {
        return exemption(ticket).isPresent() && deletedAt(ticket).isEmpty() ? ticket.closedAt() : Optional.empty();
    }

    /** When it was closed, for {@link TicketQuery.Spam}; empty if it is not among them. */
    public static Optional<Instant> spamAt(Ticket ticket) {
        return exemption(ticket).filter(Exemption.SPAM::equals).isPresent() ? exemptedAt(ticket) : Optional.empty();
    }

    /** By which exemption it is closed. */
    public static Optional<Exemption> exemption(Ticket ticket) {
        return ticket.closing()
                .flatMap(closing ->
                        closing instanceof Closing.Exempt exempt ? Optional.of(exempt.exemption()) : Optional.empty());
    }

    /** When it was deleted, for {@link TicketQuery.Deleted}; empty if it is not. */
    public static Optional<Instant> deletedAt(Ticket ticket) {
        return ticket.structure().deletedAt();
    }

    /** When its oldest open request was made, for {@link TicketQuery.AwaitingApproval}; empty if it is not among them. */
    public static Optional<Instant> approvalAskedAt(Ticket ticket) {
        return ticket.status() == TicketStatus.CLOSED
                ? Optional.empty()
                : ticket.approvals().stream()
                        .filter(request -> request.state() == ApprovalRequest.State.OPEN)
                        .map(ApprovalRequest::at)
                        .min(Instant::compareTo);
    }
}
