package dev.heed.testkit.simulation;

import dev.heed.promise.Promise;
import dev.heed.promise.PromiseId;
import dev.heed.promise.PromiseKind;
import dev.heed.promise.PromiseState;
import dev.heed.ticket.PromiseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was promised on one ticket, and what became of it. Not thread-safe. */
final class PromiseFacts {
    final List<Entry> all = new ArrayList<>();
    boolean replyExpected;
    boolean overdue;

    /** One promise. */
    static final class Entry {
        final Promise made;
        PromiseState state = PromiseState.OPEN;
        int reminded;

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
            if (made.promise().kind() == PromiseKind.REPLY) {
                replyExpected = true;
                overdue = false;
            }
        } else if (event instanceof PromiseEvent.PromiseKept kept) {
            settle(kept.promise(), PromiseState.KEPT);
        } else if (event instanceof PromiseEvent.PromiseBroken broken) {
            settle(broken.promise(), PromiseState.BROKEN);
        } else if (event instanceof PromiseEvent.PromiseRenegotiated renegotiated) {
            settle(renegotiated.promise(), PromiseState.RENEGOTIATED);
        } else if (event instanceof PromiseEvent.PromiseWithdrawn withdrawn) {
            settle(withdrawn.promise(), PromiseState.WITHDRAWN);
        } else if (event instanceof PromiseEvent.PromiseReminded reminded) {
            find(reminded.promise()).ifPresent(entry -> entry.reminded = reminded.percent());
        }
    }

    private void settle(PromiseId id, PromiseState state) {
        find(id).ifPresent(entry -> {
            entry.state = state;
            if (entry.made.kind() == PromiseKind.REPLY) {
                overdue |= state == PromiseState.BROKEN;
                replyExpected &= state == PromiseState.BROKEN;
            }
        });
    }

    /** Nobody waits for an answer any more. */
    void answered() {
        replyExpected = false;
        overdue = false;
    }

    Optional<Entry> find(PromiseId id) {
        return all.stream().filter(entry -> entry.made.id().equals(id)).findFirst();
    }

    List<Entry> open() {
        return all.stream().filter(Entry::isOpen).toList();
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
