package dev.heed.testkit;

import dev.heed.message.Message;
import dev.heed.people.Agent;
import dev.heed.people.AgentId;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseKind;
import dev.heed.ticket.Closing;
import dev.heed.ticket.Ticket;
import dev.heed.ticket.TicketStatus;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/** Asserts about a ticket; a failure shows what was said on it. */
public final class TicketAssert extends AbstractAssert<TicketAssert, Ticket> {

    TicketAssert(Ticket ticket) {
        super(ticket, TicketAssert.class);
    }

    /** It stands where it should. */
    public TicketAssert hasStatus(TicketStatus expected) {
        isNotNull();
        return check(actual.status() == expected, "status " + expected, actual.status());
    }

    /** This agent is responsible. */
    public TicketAssert isOwnedBy(Agent expected) {
        isNotNull();
        AgentId id = expected.id();
        return check(actual.owner().filter(id::equals).isPresent(), "owner " + id, actual.owner());
    }

    /** Nobody is responsible. */
    public TicketAssert hasNoOwner() {
        isNotNull();
        return check(actual.owner().isEmpty(), "no owner", actual.owner());
    }

    /** The customer waits for an answer until then. */
    public TicketAssert expectsReplyBy(Instant expected) {
        isNotNull();
        return check(
                actual.expected().filter(told -> told.at().equals(expected)).isPresent(),
                "an expected reply by " + expected,
                actual.expected());
    }

    /** Nobody waits for an answer. */
    public TicketAssert expectsNoReply() {
        isNotNull();
        return check(actual.expected().isEmpty(), "no expected reply", actual.expected());
    }

    /** The time that was told has passed without an answer. */
    public TicketAssert isOverdue() {
        isNotNull();
        return check(actual.overdue(), "an overdue reply", actual.expected());
    }

    /** The time that was told has not passed. */
    public TicketAssert isNotOverdue() {
        isNotNull();
        return check(!actual.overdue(), "no overdue reply", actual.expected());
    }

    /** It has this many messages; notes are none. */
    public TicketAssert hasMessages(int expected) {
        isNotNull();
        return check(
                actual.messages().size() == expected,
                expected + " messages",
                actual.messages().size());
    }

    /** The customer was told automatically that the first message arrived. */
    public TicketAssert isAcknowledged() {
        isNotNull();
        return check(actual.acknowledged(), "an acknowledgement", "none");
    }

    /** The customer was told nothing automatically. */
    public TicketAssert isNotAcknowledged() {
        isNotNull();
        return check(!actual.acknowledged(), "no acknowledgement", "one");
    }

    /** This has been promised and is neither kept nor broken. */
    public TicketAssert hasOpenPromise(PromiseKind expected) {
        isNotNull();
        List<Promise> open = actual.openPromises();
        return check(
                open.stream().anyMatch(promise -> promise.kind() == expected), "an open promise " + expected, open);
    }

    /** Nothing is promised that is not kept. */
    public TicketAssert hasNoOpenPromise() {
        isNotNull();
        return check(actual.openPromises().isEmpty(), "no open promise", actual.openPromises());
    }

    /** The customer said that it is solved, or stayed silent after reminders. */
    public TicketAssert isClosedBy(Class<? extends Closing> expected) {
        isNotNull();
        return check(
                actual.closing().filter(expected::isInstance).isPresent(),
                "been closed by " + expected.getSimpleName(),
                actual.closing());
    }

    private TicketAssert check(boolean holds, String expected, Object found) {
        if (!holds) {
            failWithMessage("%s has not %s but %s.%nWhat was said:%n%s", actual, expected, found, timeline());
        }
        return this;
    }

    private String timeline() {
        StringBuilder lines = new StringBuilder();
        for (Message message : actual.messages()) {
            lines.append("  ").append(message).append(": ");
            lines.append(message.text().lines().findFirst().orElse("(no text)")).append('\n');
        }
        return lines.toString();
    }
}
