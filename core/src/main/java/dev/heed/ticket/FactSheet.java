package dev.heed.ticket;

import dev.heed.message.FactKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * P33: what a customer has tried, what a customer has provided, and what is proved. Nothing that stands on it is asked for
 * or suggested again. Immutable and thread-safe.
 *
 * @param history everything that was ever noted, in its order, whether or not it holds still
 */
public record FactSheet(List<Fact> history) {
    /** So many are noted on one ticket, whether or not they hold; half of them in forms and by programs. */
    public static final int MOST = 500;

    static final FactSheet EMPTY = new FactSheet(List.of());

    /** Takes over what it is given. */
    public FactSheet {
        history = List.copyOf(history);
    }

    /** What holds. */
    public List<Fact> current() {
        return history.stream()
                .filter(fact -> fact.state() == FactState.CURRENT)
                .toList();
    }

    /** What holds, of one kind. */
    public List<Fact> current(FactKind kind) {
        return history.stream()
                .filter(fact -> fact.kind() == kind && fact.state() == FactState.CURRENT)
                .toList();
    }

    /** What holds, under one name. */
    public Optional<Fact> find(FactKind kind, FactKey key) {
        return history.stream()
                .filter(fact -> fact.is(kind, key) && fact.state() == FactState.CURRENT)
                .findFirst();
    }

    /** What stood under the same name does not hold any more. */
    FactSheet with(Fact fact) {
        List<Fact> more = new ArrayList<>(marked(fact.kind(), fact.key(), FactState.SUPERSEDED));
        more.add(fact);
        return new FactSheet(more);
    }

    FactSheet without(FactKind kind, FactKey key) {
        return new FactSheet(marked(kind, key, FactState.OUTDATED));
    }

    /** As if those had never been noted: what they had taken the place of holds again. */
    FactSheet removing(Predicate<Fact> which) {
        List<Fact> left =
                new ArrayList<>(history.stream().filter(which.negate()).toList());
        for (Fact gone : history) {
            if (which.test(gone) && gone.state() == FactState.CURRENT) {
                restoreLast(left, gone);
            }
        }
        return left.size() == history.size() ? this : new FactSheet(left);
    }

    private static void restoreLast(List<Fact> facts, Fact gone) {
        for (int i = facts.size() - 1; i >= 0; i--) {
            if (facts.get(i).is(gone.kind(), gone.key())) {
                if (facts.get(i).state() == FactState.SUPERSEDED) {
                    facts.set(i, facts.get(i).with(FactState.CURRENT));
                }
                return;
            }
        }
    }

    private List<Fact> marked(FactKind kind, FactKey key, FactState state) {
        return history.stream()
                .map(fact -> fact.is(kind, key) && fact.state() == FactState.CURRENT ? fact.with(state) : fact)
                .toList();
    }
}
