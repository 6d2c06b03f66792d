package dev.heed.ticket;

import dev.heed.promise.Promise;
import dev.heed.promise.PromiseId;
import dev.heed.promise.PromiseKind;
import dev.heed.promise.PromiseState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All promises of a ticket. Immutable; what is settled costs nothing any more. */
record Promises(List<Open> open, AppendOnly<Promise> settled) {
    static final Promises NONE = new Promises(List.of(), AppendOnly.empty());

    /**
     * A promise that is open.
     *
     * @param promise which
     * @param reminded at which percent of its time the owner was last reminded
     */
    record Open(Promise promise, int reminded) {}

    PromiseId nextId() {
        return new PromiseId(open.size() + settled.size() + 1);
    }

    Promises made(Promise promise) {
        List<Open> more = new ArrayList<>(open);
        more.add(new Open(promise, 0));
        return new Promises(List.copyOf(more), settled);
    }

    Promises settled(PromiseId id, PromiseState state) {
        List<Open> fewer = new ArrayList<>(open.size());
        AppendOnly<Promise> more = settled;
        for (Open one : open) {
            if (one.promise.id().equals(id)) {
                more = more.with(one.promise.with(state));
            } else {
                fewer.add(one);
            }
        }
        return new Promises(List.copyOf(fewer), more);
    }

    /** One that was settled is open again. */
    Promises reopened(PromiseId id) {
        List<Open> more = new ArrayList<>(open);
        AppendOnly<Promise> others = AppendOnly.empty();
        for (Promise one : settled) {
            if (one.id().equals(id)) {
                more.add(new Open(one.with(PromiseState.OPEN), 0));
            } else {
                others = others.with(one);
            }
        }
        more.sort(Comparator.comparing(one -> one.promise.id().value()));
        return new Promises(List.copyOf(more), others);
    }

    Promises reminded(PromiseId id, int percent) {
        return new Promises(
                open.stream()
                        .map(one -> one.promise.id().equals(id) ? new Open(one.promise, percent) : one)
                        .toList(),
                settled);
    }

    Optional<Promise> find(PromiseId id) {
        return findOpen(id)
                .or(() -> settled.stream().filter(one -> one.id().equals(id)).findFirst());
    }

    Optional<Promise> findOpen(PromiseId id) {
        for (Open one : open) {
            if (one.promise.id().equals(id)) {
                return Optional.of(one.promise);
            }
        }
        return Optional.empty();
    }

    Optional<Promise> findOpen(PromiseKind kind) {
        for (Open one : open) {
            if (one.promise.kind() == kind) {
                return Optional.of(one.promise);
            }
        }
        return Optional.empty();
    }

    boolean isOpen(PromiseKind kind) {
        return findOpen(kind).isPresent();
    }

    List<Promise> all() {
        return Stream.concat(settled.stream(), open.stream().map(Open::promise))
                .sorted(Comparator.comparing(promise -> promise.id().value()))
                .toList();
    }
}
