package dev.heed.ticket;

import static java.util.Objects.requireNonNull;

import dev.heed.error.InvalidInputException;
import dev.heed.error.PracticeCode;
import dev.heed.message.MessageId;
import dev.heed.people.AgentId;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseId;
import dev.heed.promise.PromiseKind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A draft waits to be sent: until a time, or until a colleague has read it. Nothing has been answered by it so far, and no
 * promise kept.
 *
 * @param draft which
 * @param version of the draft; what is sent is this and no other
 * @param by who ordered it, and whose answer it will be
 * @param sendAt when it leaves; of a review, when it leaves if nobody has read it
 * @param ifCustomerWrites what becomes of it if the customer writes first
 * @param seen the last message that was there; what came later its author has not read
 * @param inSpite the warnings that its author has overridden
 * @param review whether a colleague is to read it first
 * @param overdue whether its time has passed without a review, and it was not sent
 */
public record SendOrder(
        DraftId draft,
        long version,
        AgentId by,
        Instant sendAt,
        IfCustomerWrites ifCustomerWrites,
        Optional<MessageId> seen,
        List<InSpite> inSpite,
        boolean review,
        boolean overdue) {

    /** All parts are there; keeps a copy of the list. */
    public SendOrder {
        requireNonNull(draft, "draft");
        requireNonNull(by, "by");
        requireNonNull(sendAt, "sendAt");
        requireNonNull(ifCustomerWrites, "ifCustomerWrites");
        inSpite = List.copyOf(inSpite);
    }

    /**
     * A warning that was overridden when the order was given.
     *
     * @param code which
     * @param reason why, not blank
     */
    public record InSpite(PracticeCode code, String reason) {
        /**
         * Checks what it is given.
         *
         * @throws InvalidInputException if the reason is blank
         */
        public InSpite {
            requireNonNull(code, "code");
            Decision.requireWords(reason, "An override");
        }

        @Override
        public String toString() {
            return code.name();
        }
    }

    /**
     * Until when an answer leaves at the latest: before anything that it settles falls due, the answer itself included. Rounds
     * come when they come, so it is a minute sooner.
     *
     * @param ticket on which it is sent
     * @param settles the promises that it settles besides
     * @return empty if there is no hurry; what is late already is made no better by hurrying
     */
    public static Optional<Instant> latest(Ticket ticket, Collection<PromiseId> settles, Instant now) {
        return ticket.openPromises().stream()
                .filter(promise -> promise.kind() == PromiseKind.REPLY || settles.contains(promise.id()))
                .map(Promise::due)
                .filter(due -> !due.isBefore(now))
                .min(Instant::compareTo)
                .map(due -> due.minus(Outgoing.LEEWAY));
    }

    /** The same after its time without a review. */
    SendOrder asOverdue() {
        return new SendOrder(draft, version, by, sendAt, ifCustomerWrites, seen, inSpite, review, true);
    }
}
