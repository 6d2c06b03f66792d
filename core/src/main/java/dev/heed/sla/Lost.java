package dev.heed.sla;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.heed.message.MessageId;
import dev.heed.ticket.ConversationEvent.Bounced;
import dev.heed.ticket.ConversationEvent.DeliveryFailed;
import dev.heed.ticket.TicketEvent;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the shop wrote and never arrived, or not when it was sent: it has neither answered nor asked anything. Immutable. */
final class Lost {
    static final Lost NONE = new Lost(Set.of(), Set.of(), Map.of(), Set.of());

    private final Set<MessageId> lost;

    /** Of these, those that were lost once more after they had arrived. */
    private final Set<MessageId> twice;

    /** Of these, those that were left out of the fold so far. */
    private final Map<MessageId, Words> leftOut;

    /** Of these, those that arrived after all. */
    private final Set<MessageId> arrived;

    /** What a message would have been. */
    private record Words(boolean answer, boolean question) {}

    private Lost(Set<MessageId> lost, Set<MessageId> twice, Map<MessageId, Words> leftOut, Set<MessageId> arrived) {
        this.lost = lost;
        this.twice = twice;
        this.leftOut = leftOut;
        this.arrived = arrived;
    }

    /** Which message an event says to be lost. */
    static Optional<MessageId> message(TicketEvent event) {
        if (event instanceof Bounced bounced) {
            return Optional.of(bounced.message());
        }
        return event instanceof DeliveryFailed failed ? Optional.of(failed.message()) : Optional.empty();
    }

    /** Whether a message counts so far, and so has to be taken back. */
    boolean isNew(MessageId message) {
        return !lost.contains(message) || arrived.contains(message);
    }

    /** With one more, for a fold from the beginning. */
    Lost foldedAgainWithout(MessageId message) {
        return new Lost(with(lost, message), lost.contains(message) ? with(twice, message) : twice, Map.of(), Set.of());
    }

    boolean has(MessageId message) {
        return lost.contains(message);
    }

    Lost leavingOut(MessageId message, boolean answer, boolean question) {
        Words known = leftOut.getOrDefault(message, new Words(false, false));
        Words words = new Words(answer || known.answer, question || known.question);
        Map<MessageId, Words> more = ImmutableMap.<MessageId, Words>builder()
                .putAll(leftOut)
                .put(message, words)
                .buildKeepingLast();
        return new Lost(lost, twice, more, arrived);
    }

    boolean hasLeftOut(MessageId message) {
        return leftOut.containsKey(message);
    }

    /** Whether an answer that was lost is there when it is handed over now. */
    boolean arrivesNow(MessageId message) {
        Words words = leftOut.get(message);
        return words != null && words.answer && !twice.contains(message) && !arrived.contains(message);
    }

    boolean isQuestion(MessageId message) {
        Words words = leftOut.get(message);
        return words != null && words.question;
    }

    Lost withArrived(MessageId message) {
        return new Lost(lost, twice, leftOut, with(arrived, message));
    }

    private static Set<MessageId> with(Set<MessageId> some, MessageId one) {
        return ImmutableSet.<MessageId>builder().addAll(some).add(one).build();
    }
}
