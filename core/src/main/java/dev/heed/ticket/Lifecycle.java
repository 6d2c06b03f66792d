package dev.heed.ticket;

import static dev.heed.ticket.TicketStatus.CLOSED;
import static dev.heed.ticket.TicketStatus.NEW;
import static dev.heed.ticket.TicketStatus.ON_HOLD;
import static dev.heed.ticket.TicketStatus.OPEN;
import static dev.heed.ticket.TicketStatus.PENDING;
import static dev.heed.ticket.TicketStatus.SOLVED;

import dev.heed.error.IllegalTransitionException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The one table of which status may follow which, by which move and by whom. Everything else asks it. */
public final class Lifecycle {

    /** Who makes a move. */
    public enum Mover {
        /** The customer. */
        CUSTOMER,
        /** A person of the shop. */
        AGENT,
        /** Nobody: time passes, or a channel reports. */
        TIME
    }

    /** What can happen to the status of a ticket. */
    public enum Move {
        /** The customer writes. */
        CUSTOMER_WRITES(Mover.CUSTOMER),
        /** The customer says that it is solved. */
        CUSTOMER_CONFIRMS(Mover.CUSTOMER),
        /** A person answers. */
        AGENT_ANSWERS(Mover.AGENT),
        /** A person answers and holds it for solved. */
        AGENT_PROPOSES_SOLUTION(Mover.AGENT),
        /** A person waits for somebody else. */
        AGENT_HOLDS(Mover.AGENT),
        /** One of the reported closings without the customer. */
        AGENT_EXEMPTS(Mover.AGENT),
        /** The day until which it was held has come. */
        HOLD_ENDS(Mover.TIME),
        /** The answer could not be delivered; of closed tickets it opens those that silence has closed. */
        ANSWER_IS_LOST(Mover.TIME),
        /** The customer was reminded, told the closing date, and stayed silent. */
        SILENCE_ELAPSES(Mover.TIME);

        private final Mover mover;

        Move(Mover mover) {
            this.mover = mover;
        }

        /** Who makes it. */
        public Mover mover() {
            return mover;
        }
    }

    private static final Map<Move, Map<TicketStatus, TicketStatus>> TABLE = new EnumMap<>(Move.class);

    static {
        row(Move.CUSTOMER_WRITES, NEW, EnumSet.of(NEW));
        row(Move.CUSTOMER_WRITES, OPEN, EnumSet.of(OPEN, PENDING, ON_HOLD, SOLVED, CLOSED));
        row(Move.CUSTOMER_CONFIRMS, CLOSED, EnumSet.of(OPEN, PENDING, ON_HOLD, SOLVED, CLOSED));
        row(Move.AGENT_ANSWERS, PENDING, EnumSet.of(NEW, OPEN, PENDING, ON_HOLD, SOLVED));
        row(Move.AGENT_ANSWERS, CLOSED, EnumSet.of(CLOSED));
        row(Move.AGENT_PROPOSES_SOLUTION, SOLVED, EnumSet.of(NEW, OPEN, PENDING, ON_HOLD, SOLVED));
        row(Move.AGENT_HOLDS, ON_HOLD, EnumSet.of(NEW, OPEN, PENDING, ON_HOLD));
        row(Move.AGENT_EXEMPTS, CLOSED, EnumSet.of(NEW, OPEN, PENDING, ON_HOLD, SOLVED));
        row(Move.HOLD_ENDS, OPEN, EnumSet.of(ON_HOLD));
        row(Move.ANSWER_IS_LOST, OPEN, EnumSet.of(OPEN, PENDING, ON_HOLD, SOLVED, CLOSED));
        row(Move.SILENCE_ELAPSES, CLOSED, EnumSet.of(PENDING, SOLVED));
    }

    private Lifecycle() {}

    private static void row(Move move, TicketStatus to, Set<TicketStatus> from) {
        Map<TicketStatus, TicketStatus> row = TABLE.computeIfAbsent(move, key -> new EnumMap<>(TicketStatus.class));
        from.forEach(status -> row.put(status, to));
    }

    /** What a move makes of a status; empty if the move is not possible there. */
    public static Optional<TicketStatus> after(TicketStatus from, Move move) {
        return Optional.ofNullable(TABLE.getOrDefault(move, Map.of()).get(from));
    }

    /** The moves that are possible from a status. */
    public static Set<Move> from(TicketStatus status) {
        Set<Move> moves = EnumSet.noneOf(Move.class);
        TABLE.forEach((move, row) -> {
            if (row.containsKey(status)) {
                moves.add(move);
            }
        });
        return moves;
    }

    static void require(Ticket ticket, Move move, String remedy) {
        if (after(ticket.status(), move).isEmpty()) {
            throw new IllegalTransitionException(
                    "Ticket " + ticket.number(), ticket.status(), move, from(ticket.status()), remedy);
        }
    }
}
