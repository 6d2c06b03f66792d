package dev.heed.testkit.simulation;

import dev.heed.message.MessageId;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseKind;
import dev.heed.promise.PromiseState;
import dev.heed.ticket.Closing;
import dev.heed.ticket.ConversationEvent;
import dev.heed.ticket.LifecycleEvent;
import dev.heed.ticket.TicketEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which answers wait in a queue or are lost, and what they have settled for as long as they are read. Not thread-safe. */
final class LetterFacts {
    final Set<MessageId> late = new HashSet<>();
    final Set<MessageId> lost = new HashSet<>();
    private final PromiseFacts promises;

    LetterFacts(PromiseFacts promises) {
        this.promises = promises;
    }

    void take(TicketEvent event) {
        if (event instanceof ConversationEvent.DeliveryDelayed delayed) {
            late.add(delayed.message());
        } else if (event instanceof ConversationEvent.Delivered delivered) {
            late.remove(delivered.message());
            lost.remove(delivered.message());
        } else if (event instanceof ConversationEvent.DeliveryFailed failed) {
            lost(failed.message());
        } else if (event instanceof ConversationEvent.Bounced bounced) {
            lost(bounced.message());
        } else if (event instanceof LifecycleEvent.Imported) {
            late.clear();
        } else if (event instanceof LifecycleEvent.Closed closed) {
            late.clear();
            lost.clear();
            if (!(closed.closing() instanceof Closing.Silence)) {
                promises.all.forEach(entry -> entry.letter = null);
            }
        }
    }

    private void lost(MessageId message) {
        late.remove(message);
        lost.add(message);
    }

    /** Whether the customer is owed something again if the letter is not read; what waits for an answer is told apart. */
    boolean tells(MessageId letter) {
        return promises.all.stream().anyMatch(entry -> letter.equals(entry.letter) && dependsOnReading(entry));
    }

    private boolean dependsOnReading(PromiseFacts.Entry entry) {
        PromiseKind kind = entry.made.kind();
        boolean told = kind == PromiseKind.FIND_OUT || kind == PromiseKind.APOLOGY;
        return entry.state == PromiseState.KEPT
                ? told
                : entry.state == PromiseState.RENEGOTIATED
                        && promises.find(entry.replacement)
                                .filter(PromiseFacts.Entry::isOpen)
                                .isPresent();
    }

    /** What has been settled by letters that wait in a queue still. */
    List<Promise> atStake(Facts facts) {
        return promises.all.stream()
                .filter(entry -> entry.letter != null && late.contains(entry.letter))
                .filter(entry -> dependsOnReading(entry) || isTheAnswer(facts, entry))
                .map(entry -> entry.made)
                .filter(promise -> !facts.isBeingKept(promise))
                .toList();
    }

    private boolean isTheAnswer(Facts facts, PromiseFacts.Entry entry) {
        return entry.made.kind() == PromiseKind.REPLY
                && entry.state == PromiseState.KEPT
                && facts.lastAnswer != null
                && facts.lastAnswer.equals(entry.letter)
                && !promises.replyExpected;
    }

    /** What counts as settled by a letter of which it is known that it was lost. */
    List<Promise> settledByLost() {
        return promises.all.stream()
                .filter(entry -> entry.letter != null && lost.contains(entry.letter) && dependsOnReading(entry))
                .map(entry -> entry.made)
                .toList();
    }
}
