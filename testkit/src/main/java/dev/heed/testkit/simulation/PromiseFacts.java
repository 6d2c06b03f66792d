package dev.heed.testkit.simulation;

import dev.heed.message.MessageId;
import dev.heed.promise.Promise;
import dev.heed.promise.PromiseId;
import dev.heed.promise.PromiseKind;
import dev.heed.promise.PromiseState;
import dev.heed.ticket.PromiseEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What was promised on one ticket, and what became of it. Not thread-safe. */
final class PromiseFacts {
    final List<Entry> all = new ArrayList<>();
    boolean replyExpected;
    boolean overdue;

    /** Until when the customer was told to expect an answer, last. */
    @Nullable
    Instant told;

    /** One promise. */
    static final class Entry {
        final Promise made;
        PromiseState state = PromiseState.OPEN;
        int reminded;

        /** The letter that has settled it. */
        @Nullable
        MessageId letter;

        @Nullable
        PromiseId replacement;

        Entry(Promise made) {
            this.made = made;
        }

        /** As it is by now. */
        Promise now() {
            return isOpen() ? made : made.with(state);
        }

        boolean isOpen() {
            return state == PromiseState.OPEN;
        }
    }

    void take(PromiseEvent event) {
        if (event instanceof PromiseEvent.PromiseMade made) {
            all.add(new Entry(made.promise()));
            expect(made.promise());
        } else if (event instanceof PromiseEvent.PromiseKept kept) {
            settle(kept.promise(), PromiseState.KEPT);
            byLetter(kept.promise(), kept.message(), null);
        } else if (event instanceof PromiseEvent.PromiseBroken broken) {
            settle(broken.promise(), PromiseState.BROKEN);
        } else if (event instanceof PromiseEvent.PromiseRenegotiated renegotiated) {
            settle(renegotiated.promise(), PromiseState.RENEGOTIATED);
            byLetter(renegotiated.promise(), renegotiated.message(), renegotiated.replacement());
        } else if (event instanceof PromiseEvent.PromiseReopened reopened) {
            find(reopened.promise()).ifPresent(this::openAgain);
        } else if (event instanceof PromiseEvent.PromiseWithdrawn withdrawn) {
            settle(withdrawn.promise(), PromiseState.WITHDRAWN);
        } else if (event instanceof PromiseEvent.PromiseReminded reminded) {
            find(reminded.promise()).ifPresent(entry -> entry.reminded = reminded.percent());
        }
    }

    private void expect(Promise promise) {
        if (promise.kind() == PromiseKind.REPLY) {
            replyExpected = true;
            overdue = false;
            told = promise.due();
        }
    }

    private void openAgain(Entry entry) {
        entry.state = PromiseState.OPEN;
        entry.reminded = 0;
        entry.letter = null;
        expect(entry.made);
    }

    private void byLetter(PromiseId id, Optional<MessageId> letter, @Nullable PromiseId replacement) {
        find(id).ifPresent(entry -> {
            entry.letter = letter.orElse(null);
            entry.replacement = replacement;
        });
    }

    private void settle(PromiseId id, PromiseState state) {
        find(id).ifPresent(entry -> {
            entry.state = state;
            if (entry.made.kind() == PromiseKind.REPLY) {
                overdue |= state == PromiseState.BROKEN;
                Optional<Entry> other = state == PromiseState.BROKEN ? Optional.empty() : open(PromiseKind.REPLY);
                other.ifPresent(left -> told = left.made.due());
                replyExpected &=
                        state == PromiseState.BROKEN || open(PromiseKind.REPLY).isPresent();
            }
        });
    }

    /** Whether some letters are read does not matter any more. */
    void forget(Predicate<Entry> which) {
        all.stream().filter(which).forEach(entry -> entry.letter = null);
    }

    /** Until when the customer can expect an answer, who waits for one. */
    Optional<Instant> expectedAt() {
        return replyExpected ? Optional.ofNullable(told) : Optional.empty();
    }

    /** Nobody waits for an answer any more. */
    void answered() {
        replyExpected = false;
        overdue = false;
    }

    Optional<Entry> find(@Nullable PromiseId id) {
        return all.stream().filter(entry -> entry.made.id().equals(id)).findFirst();
    }

    List<Entry> open() {
        return all.stream().filter(Entry::isOpen).toList();
    }

    List<Promise> openBesideTheirReplacement() {
        return open().stream()
                .filter(entry -> find(entry.replacement).filter(Entry::isOpen).isPresent())
                .map(entry -> entry.made)
                .toList();
    }

    boolean noneOpen() {
        return all.stream().noneMatch(Entry::isOpen);
    }

    Optional<Entry> open(PromiseKind kind) {
        return all.stream()
                .filter(entry -> entry.isOpen() && entry.made.kind() == kind)
                .findFirst();
    }

    boolean apologyOwed() {
        return open(PromiseKind.APOLOGY).isPresent();
    }
}
