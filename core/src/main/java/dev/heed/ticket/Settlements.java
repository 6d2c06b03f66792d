package dev.heed.ticket;

import com.google.common.collect.ImmutableSet;
import dev.heed.message.MessageId;
import dev.heed.promise.PromiseId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which promises were settled by which answers, as far as that depends on their arrival. Immutable.
 *
 * @param standing those that count; of those that answer, only since the last answer that was handed over
 * @param undone those whose promise was opened again, because the answer did not arrive, or not in time
 * @param delayed what is tried again, and what waits behind it
 * @param lost of those that have settled anything, the answers that were given up or came back, and have not arrived since
 */
record Settlements(
        AppendOnly<Settlement> standing, List<Settlement> undone, Set<MessageId> delayed, Set<MessageId> lost) {
    static final Settlements NONE = new Settlements(AppendOnly.empty(), List.of(), Set.of(), Set.of());

    /**
     * An answer has settled a promise.
     *
     * @param message the answer
     * @param promise which
     * @param replacement the promise that takes its place; empty if it was kept
     * @param answers whether the promise was to answer at all
     */
    record Settlement(MessageId message, PromiseId promise, Optional<PromiseId> replacement, boolean answers) {
        boolean isReplacedBy(PromiseId other) {
            return replacement.filter(other::equals).isPresent();
        }

        Settlement by(MessageId other) {
            return new Settlement(other, promise, replacement, answers);
        }
    }

    /** The customer agrees, whatever was read of what was settled until then. */
    Settlements agreed() {
        return new Settlements(AppendOnly.empty(), undone, delayed, lost);
    }

    Settlements with(Settlement settlement) {
        return new Settlements(standing.with(settlement), without(undone, settlement), delayed, lost);
    }

    /** The promise is open again; nothing changes if it was not settled by that message. */
    Settlements undo(MessageId message, PromiseId promise) {
        for (Settlement one : by(message)) {
            if (one.promise.equals(promise)) {
                return new Settlements(all(without(standing, one)), with(undone, one), delayed, lost);
            }
        }
        return this;
    }

    /** Nobody wants what would have taken the place of a promise; unless its letter was lost, then it may come yet. */
    Settlements withoutReplacement(PromiseId replacement) {
        if (undone.isEmpty()) {
            return this;
        }
        List<Settlement> others = undone.stream()
                .filter(one -> lost.contains(one.message) || !one.isReplacedBy(replacement))
                .toList();
        return new Settlements(standing, others, delayed, lost);
    }

    /** Those of which this does not hold count for good. */
    Settlements onlyThose(Predicate<Settlement> stillDepends) {
        if (standing.stream().allMatch(stillDepends)) {
            return this;
        }
        return new Settlements(all(standing.stream().filter(stillDepends).toList()), undone, delayed, lost);
    }

    /** Nothing falls due any more while it waits; or nobody will hear whether it is on its way still. */
    Settlements nothingDelayed() {
        return new Settlements(standing, undone, Set.of(), lost);
    }

    /** What the message has settled, and still does. */
    List<Settlement> by(MessageId message) {
        return of(standing, message);
    }

    /** What the message would have settled, had it arrived in time. */
    List<Settlement> undoneOf(MessageId message) {
        return of(undone, message);
    }

    boolean isTroubled(MessageId message) {
        return delayed.contains(message) || lost.contains(message);
    }

    Settlements withDelayed(MessageId message) {
        return new Settlements(standing, undone, with(delayed, message), lost);
    }

    /** It leaves after what waits already. */
    Settlements withSent(MessageId message) {
        return delayed.isEmpty() ? this : withDelayed(message);
    }

    /** Of interest only if it has settled anything. */
    Settlements withLost(MessageId message) {
        boolean settles = !by(message).isEmpty() || !undoneOf(message).isEmpty();
        return settles
                ? new Settlements(standing, undone, without(delayed, message), with(lost, message))
                : withArrived(message);
    }

    Settlements withArrived(MessageId message) {
        return isTroubled(message)
                ? new Settlements(standing, undone, without(delayed, message), without(lost, message))
                : this;
    }

    private static AppendOnly<Settlement> all(List<Settlement> some) {
        AppendOnly<Settlement> all = AppendOnly.empty();
        for (Settlement one : some) {
            all = all.with(one);
        }
        return all;
    }

    private static List<Settlement> of(List<Settlement> all, MessageId message) {
        return all.stream().filter(one -> one.message.equals(message)).toList();
    }

    private static <E> List<E> with(List<E> all, E one) {
        return Stream.concat(all.stream(), Stream.of(one)).toList();
    }

    private static <E> List<E> without(List<E> all, E one) {
        return all.stream().filter(other -> !other.equals(one)).toList();
    }

    private static Set<MessageId> with(Set<MessageId> all, MessageId one) {
        return ImmutableSet.<MessageId>builder().addAll(all).add(one).build();
    }

    private static Set<MessageId> without(Set<MessageId> all, MessageId one) {
        return all.stream().filter(other -> !other.equals(one)).collect(ImmutableSet.toImmutableSet());
    }
}
