package dev.heed.ticket;

import dev.heed.message.MessageId;
import dev.heed.people.AgentId;
import java.time.Instant;
import java.util.Optional;

/**
 * P38: the problem in the words of an agent, as it was put before the customer.
 *
 * @param text the words
 * @param message the answer in which they were sent; empty if they were said on the phone
 * @param by whose words
 * @param at when
 * @param state what became of it
 * @param answer how the customer has said that it is right or wrong; empty until then
 * @param duplicate the ticket in which it was told, if that was a duplicate which goes on in this one
 */
public record ProblemStatement(
        String text,
        Optional<MessageId> message,
        AgentId by,
        Instant at,
        State state,
        Optional<FactSource> answer,
        Optional<TicketId> duplicate) {

    /** What becomes of a statement. */
    public enum State {
        /** It was sent or said, and the customer has not said whether it is right. */
        SENT,
        /** The message with it did not arrive. */
        LOST,
        /** The customer has said that it is right. */
        CONFIRMED,
        /** The customer has said that it is wrong. */
        CORRECTED
    }

    ProblemStatement with(State other) {
        return new ProblemStatement(text, message, by, at, other, answer, duplicate);
    }

    ProblemStatement answered(State how, FactSource source) {
        return new ProblemStatement(text, message, by, at, how, Optional.of(source), duplicate);
    }

    /** As before the customer has said anything about it. */
    ProblemStatement unanswered() {
        return new ProblemStatement(text, message, by, at, State.SENT, Optional.empty(), duplicate);
    }

    ProblemStatement in(Optional<TicketId> ticket) {
        return new ProblemStatement(text, message, by, at, state, answer, ticket);
    }

    private boolean isSameAs(ProblemStatement other) {
        return text.equals(other.text) && message.equals(other.message) && at.equals(other.at);
    }

    /** Whether it is that one, and the customer has said since that the problem is another one. */
    boolean corrects(ProblemStatement other) {
        return isSameAs(other) && state == State.CORRECTED && other.state != State.CORRECTED;
    }

    /** Whether the customer has still to say something about it. */
    public boolean waits() {
        return state == State.SENT || state == State.LOST;
    }

    /** Without the words: this is what ends up in logs. */
    @Override
    public String toString() {
        return "ProblemStatement " + state + " by " + by + " at " + at;
    }
}
