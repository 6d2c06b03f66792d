package dev.heed.sla;

import dev.heed.message.MessageId;
import dev.heed.ticket.ConversationEvent.Bounced;
import dev.heed.ticket.ConversationEvent.DeliveryFailed;
import dev.heed.ticket.TicketEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the shop wrote and never arrived, or not when it was sent first: it has neither answered nor asked anything before it was sent
 * in vain for the last time. A mutable accumulator; not thread-safe.
 */
final class Lost {
    /** How often each was sent in vain, as far as is known. */
    private final Map<MessageId, Integer> inVain;

    /** What was left out of the fold so far, and is of these. */
    private final Map<MessageId, Sent> leftOut;

    /**
     * A message that was lost, at least once.
     *
     * @param times how often it was sent so far
     * @param underWay whether nothing has been heard of it since
     * @param answer whether it answers the customer
     * @param question whether it asks her something
     */
    private record Sent(int times, boolean underWay, boolean answer, boolean question) {
        private static final Sent NEVER = new Sent(0, false, false, false);
    }

    Lost() {
        this(Map.of(), Map.of());
    }

    private Lost(Map<MessageId, Integer> inVain, Map<MessageId, Sent> leftOut) {
        this.inVain = new HashMap<>(inVain);
        this.leftOut = new HashMap<>(leftOut);
    }

    Lost copy() {
        return new Lost(inVain, leftOut);
    }

    /** Which message an event says to be lost. */
    static Optional<MessageId> message(TicketEvent event) {
        if (event instanceof Bounced bounced) {
            return Optional.of(bounced.message());
        }
        return event instanceof DeliveryFailed failed ? Optional.of(failed.message()) : Optional.empty();
    }

    private int timesInVain(MessageId message) {
        return inVain.getOrDefault(message, 0);
    }

    /** Whether a message counts so far, and so has to be taken back when it is lost. */
    boolean counts(MessageId message) {
        Sent sent = leftOut.get(message);
        return timesInVain(message) < (sent == null ? 1 : sent.times);
    }

    /** Knowing of one more that was sent in vain, for a fold from the beginning. */
    Lost foldedAgainWithout(MessageId message) {
        Sent sent = leftOut.get(message);
        Lost again = new Lost(inVain, Map.of());
        again.inVain.put(message, sent == null ? 1 : sent.times);
        return again;
    }

    /** Whether a message was in vain when it was sent first. */
    boolean has(MessageId message) {
        return inVain.containsKey(message);
    }

    void leaveOut(MessageId message, boolean answer, boolean question) {
        Sent known = leftOut.getOrDefault(message, Sent.NEVER);
        leftOut.put(message, new Sent(1, true, answer || known.answer, question || known.question));
    }

    boolean hasLeftOut(MessageId message) {
        return leftOut.containsKey(message);
    }

    boolean isAnswer(MessageId message) {
        return leftOut.getOrDefault(message, Sent.NEVER).answer;
    }

    boolean isQuestion(MessageId message) {
        return leftOut.getOrDefault(message, Sent.NEVER).question;
    }

    /** It is known to be lost. */
    void lose(MessageId message) {
        leftOut.computeIfPresent(message, (id, sent) -> new Sent(sent.times, false, sent.answer, sent.question));
    }

    /** It is sent once more; or it is there, although it was said to be lost. */
    void sendAgain(MessageId message) {
        leftOut.computeIfPresent(
                message,
                (id, sent) -> sent.underWay ? sent : new Sent(sent.times + 1, true, sent.answer, sent.question));
    }
}
