package dev.heed.jdbc;

import dev.heed.spi.store.QueryKeys;
import dev.heed.ticket.Exemption;
import dev.heed.ticket.Snooze;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketKind;
import dev.heed.ticket.TicketStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** By what a ticket is found: the columns of its row, each derived from what it is. Stateless. */
final class TicketRow {
    /** Where a ticket stands that is neither closed by an exemption nor deleted. */
    static final long AMONG_THE_OTHERS = 0;

    static final long DUPLICATE = 1;
    static final long SPAM = 2;
    /** Closed because its customer wanted to be forgotten. */
    static final long ERASED = 3;

    static final long DELETED = 4;

    /** By their places here they stand in the rows that are there: what is new comes at the end. */
    private static final List<TicketStatus> STATUSES = List.of(
            TicketStatus.NEW,
            TicketStatus.OPEN,
            TicketStatus.PENDING,
            TicketStatus.ON_HOLD,
            TicketStatus.SOLVED,
            TicketStatus.CLOSED);

    private static final List<TicketKind> KINDS = List.of(
            TicketKind.QUESTION,
            TicketKind.COMPLAINT,
            TicketKind.TECHNICAL,
            TicketKind.PRAISE,
            TicketKind.SUGGESTION,
            TicketKind.SALES_ENQUIRY);

    static final long CLOSED = 5;

    /** What changes with a ticket, in the order of {@link #changing}. */
    static final List<String> CHANGING = List.of(
            "version",
            "status",
            "kind",
            "aside",
            "channel",
            "owner",
            "opened",
            "changed",
            "due",
            "waiting",
            "snoozed",
            "snoozed_by",
            "aside_at",
            "approval",
            "wake");

    private static final Set<String> IDS = Set.of("id", "channel", "owner", "snoozed_by");

    /** What a new one has before that. */
    static final List<String> NEW = List.of("bucket", "shop", "id", "number", "edition", "customer", "arrival");

    private TicketRow() {}

    /** Whether a column holds an id, and not a number. */
    static boolean isId(String column) {
        return IDS.contains(column);
    }

    static List<String> all() {
        return Stream.concat(NEW.stream(), CHANGING.stream()).toList();
    }

    static Command changing(Command command, Ticket ticket, Optional<Instant> wakeAt) {
        return command.number(ticket.version())
                .number(code(ticket.status()))
                .number(code(ticket.kind()))
                .number(aside(ticket))
                .id(Keys.of(ticket.channel()))
                .id(ticket.owner(), Keys::of)
                .number(Micros.of(ticket.openedAt()))
                .number(Micros.of(ticket.changedAt()))
                .number(Micros.of(ticket.dueAt()))
                .number(Micros.of(QueryKeys.waitingUntil(ticket)))
                .number(Micros.of(QueryKeys.snoozedUntil(ticket)))
                .id(ticket.snooze().map(Snooze::by), Keys::of)
                .number(Micros.of(asideAt(ticket)))
                .number(Micros.of(QueryKeys.approvalAskedAt(ticket)))
                .number(Micros.of(wakeAt));
    }

    static long code(TicketStatus status) {
        return STATUSES.indexOf(status);
    }

    static long code(TicketKind kind) {
        return KINDS.indexOf(kind);
    }

    private static long aside(Ticket ticket) {
        if (QueryKeys.deletedAt(ticket).isPresent()) {
            return DELETED;
        }
        return QueryKeys.exemption(ticket).map(TicketRow::code).orElse(AMONG_THE_OTHERS);
    }

    private static long code(Exemption exemption) {
        return switch (exemption) {
            case DUPLICATE -> DUPLICATE;
            case SPAM -> SPAM;
            case CUSTOMER_ERASED -> ERASED;
        };
    }

    /** Since when it has been there. */
    private static Optional<Instant> asideAt(Ticket ticket) {
        return QueryKeys.deletedAt(ticket).or(() -> QueryKeys.exemptedAt(ticket));
    }
}
