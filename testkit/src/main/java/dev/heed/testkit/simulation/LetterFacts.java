package dev.heed.testkit.simulation;

import dev.heed.message.MessageId;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseKind;
import dev.heed.promise.PromiseState;
import dev.heed.ticket.CallEvent;
import dev.heed.ticket.Closing;
import dev.heed.ticket.ConversationEvent;
import dev.heed.ticket.LifecycleEvent;
import dev.heed.ticket.OutgoingEvent;
import dev.heed.ticket.PromiseEvent;
import dev.heed.ticket.TicketEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which answers wait in a queue or are lost, and what they have settled for as long as they are read. Not thread-safe. */
final class LetterFacts {
    final Set<MessageId> late = new HashSet<>();
    final Set<MessageId> lost = new HashSet<>();
    /** What was sent and has not left since, in its order. */
    private final List<MessageId> queue = new ArrayList<>();

    /** Those that have settled anything, for a time at least. */
    private final Set<MessageId> settlers = new HashSet<>();

    private final Set<MessageId> answers = new HashSet<>();
    private final PromiseFacts promises;

    /** What waits to be sent and is no letter yet. */
    final OrderFacts orders = new OrderFacts();

    /** Until when the customer could expect an answer that was in a queue when this ticket went on in another. */
    Optional<Instant> waitedElsewhere = Optional.empty();

    /** What the letter had settled that was lost last, since this ticket went on in another. */
    List<Promise> handedOver = List.of();

    /** Whether that letter was the last word. */
    boolean handedOverLastWord;

    LetterFacts(PromiseFacts promises) {
        this.promises = promises;
    }

    /** Before the rest of the facts is told. */
    void take(Facts facts, TicketEvent event) {
        if (event instanceof ConversationEvent said) {
            said(facts, said);
        } else if (event instanceof OutgoingEvent going) {
            orders.take(facts, going);
        } else if (event instanceof PromiseEvent.PromiseKept kept) {
            kept.message().ifPresent(settlers::add);
        } else if (event instanceof PromiseEvent.PromiseRenegotiated moved) {
            moved.message().ifPresent(settlers::add);
        } else if (event instanceof LifecycleEvent.Imported) {
            late.clear();
            queue.clear();
        } else if (event instanceof LifecycleEvent.Closed closed) {
            closed(facts, closed);
        } else if (event instanceof LifecycleEvent.CustomerConfirmed) {
            promises.forget(entry -> true);
        } else if (event instanceof PromiseEvent.PromiseBroken broken
                && promises.find(broken.promise()).filter(LetterFacts::isReply).isPresent()) {
            promises.forget(LetterFacts::isReply);
        } else if (event instanceof CallEvent.CallEnded ended && facts.isSolvedBy(ended)) {
            promises.forget(LetterFacts::isReply);
        }
    }

    private void said(Facts facts, ConversationEvent event) {
        if (event instanceof ConversationEvent.Answered answered) {
            answers.add(answered.message().id());
            sent(answered.message().id());
            if (!late.isEmpty()) {
                late.add(answered.message().id());
            }
        } else if (event instanceof ConversationEvent.Acknowledged acknowledged) {
            sent(acknowledged.message().id());
        } else if (event instanceof ConversationEvent.BotWrote bot) {
            sent(bot.message().id());
        } else if (event instanceof ConversationEvent.Reminded reminded) {
            sent(reminded.message().id());
        } else if (event instanceof ConversationEvent.DeliveryDelayed delayed) {
            delayed(facts, delayed.message());
        } else if (event instanceof ConversationEvent.Delivered delivered) {
            left(delivered.message());
            late.remove(delivered.message());
            lost.remove(delivered.message());
            if (delivered.message().equals(facts.lastAnswer)) {
                promises.forget(entry -> isReply(entry) && !delivered.message().equals(entry.letter));
            }
        } else if (event instanceof ConversationEvent.DeliveryFailed failed) {
            lost(facts, failed.message());
        } else if (event instanceof ConversationEvent.Bounced bounced) {
            lost(facts, bounced.message());
        }
    }

    private void sent(MessageId message) {
        queue.add(message);
    }

    private void left(MessageId message) {
        queue.subList(0, queue.indexOf(message) + 1).clear();
    }

    private void delayed(Facts facts, MessageId message) {
        List<MessageId> waiting = new ArrayList<>(List.of(message));
        int behind = queue.indexOf(message) + 1;
        queue.subList(behind, queue.size()).stream().filter(answers::contains).forEach(waiting::add);
        handOver(facts, waiting);
        late.addAll(waiting);
    }

    /** What letters of a duplicate had settled is owed where it goes on. */
    private void handOver(Facts facts, List<MessageId> unread) {
        if (facts.goesOnElsewhere()) {
            handedOver = unread.stream()
                    .flatMap(message -> settledBy(message, facts).stream())
                    .toList();
            MessageId last = facts.lastAnswer;
            handedOverLastWord = last != null && unread.contains(last) && !facts.agreedLast && !facts.awaited;
            promises.forget(entry -> entry.letter != null && unread.contains(entry.letter));
            facts.awaited |= handedOverLastWord;
        }
    }

    private void lost(Facts facts, MessageId message) {
        handOver(facts, List.of(message));
        left(message);
        late.remove(message);
        if (settlers.contains(message)) {
            lost.add(message);
        }
    }

    private void closed(Facts facts, LifecycleEvent.Closed closed) {
        waitedElsewhere = atStake(facts).stream()
                .filter(promise -> promise.kind() == PromiseKind.REPLY)
                .map(Promise::due)
                .min(Instant::compareTo);
        boolean elsewhere = isElsewhere(closed);
        if (elsewhere && waitedElsewhere.isPresent()) {
            promises.forget(LetterFacts::isReply);
            facts.awaited = true;
        }
        boolean aside = closed.closing() instanceof Closing.Exempt;
        if (aside) {
            late.clear();
        }
        if (aside && !elsewhere) {
            lost.clear();
            promises.forget(entry -> true);
        }
    }

    static boolean isElsewhere(LifecycleEvent.Closed closed) {
        return closed.closing().goesOnIn().isPresent();
    }

    private static boolean isReply(PromiseFacts.Entry entry) {
        return entry.made.kind() == PromiseKind.REPLY;
    }

    /** Whether the customer is owed something again if the letter is not read; what waits for an answer is told apart. */
    boolean tells(MessageId letter) {
        return promises.all.stream()
                .anyMatch(entry -> letter.equals(entry.letter) && !isReply(entry) && dependsOnReading(entry));
    }

    private boolean dependsOnReading(PromiseFacts.Entry entry) {
        if (entry.state == PromiseState.KEPT) {
            return entry.made.kind().keptByTelling();
        }
        return entry.state == PromiseState.RENEGOTIATED
                && promises.find(entry.replacement)
                        .filter(after -> after.isOpen() || isUnread(after))
                        .isPresent();
    }

    private boolean isUnread(PromiseFacts.Entry entry) {
        MessageId letter = entry.letter;
        return letter != null && (late.contains(letter) || lost.contains(letter)) && dependsOnReading(entry);
    }

    /** What has been settled by letters that wait in a queue still, or that go on from a lost one and wait. */
    List<Promise> atStake(Facts facts) {
        if (late.isEmpty()) {
            return List.of();
        }
        return promises.all.stream()
                .filter(this::isUnread)
                .filter(entry -> !isReply(entry) || isTheAnswer(facts, entry))
                .map(entry -> entry.made)
                .filter(promise -> !facts.isBeingKept(promise))
                .toList();
    }

    /** Whether an answer has not left yet that has told something since the customer confirmed. */
    boolean waitsToBeSent() {
        return promises.all.stream().anyMatch(entry -> entry.letter != null)
                && queue.stream().anyMatch(answers::contains);
    }

    /** What the letter has settled so that it is owed again without it. */
    List<Promise> settledBy(MessageId letter, Facts facts) {
        return promises.all.stream()
                .filter(entry -> letter.equals(entry.letter) && dependsOnReading(entry))
                .filter(entry -> !isReply(entry) || isTheAnswer(facts, entry))
                .map(entry -> entry.made)
                .toList();
    }

    private boolean isTheAnswer(Facts facts, PromiseFacts.Entry entry) {
        MessageId last = facts.lastAnswer;
        boolean noneSince = last != null && (last.equals(entry.letter) || late.contains(last) || lost.contains(last));
        return noneSince
                && promises.open(PromiseKind.REPLY)
                        .filter(other -> !other.made.due().isAfter(entry.made.due()))
                        .isEmpty()
                && !(promises.replyExpected && promises.overdue);
    }

    /** What counts as settled by a letter of which it is known that it was lost, and by none that may come yet. */
    List<Promise> settledByLost() {
        return promises.all.stream()
                .filter(entry -> entry.letter != null && lost.contains(entry.letter) && !isReply(entry))
                .filter(entry -> entry.state == PromiseState.KEPT
                        || promises.find(entry.replacement)
                                .filter(PromiseFacts.Entry::isOpen)
                                .isPresent())
                .filter(this::dependsOnReading)
                .map(entry -> entry.made)
                .toList();
    }
}
