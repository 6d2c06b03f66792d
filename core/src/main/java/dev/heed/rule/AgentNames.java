package dev.heed.rule;

import dev.heed.people.Agent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The names of all agents of a desk. Most lines have none of them in it, and are done with after a look at each of their
 * words. Immutable and thread-safe.
 */
final class AgentNames {
    private final List<OwnNames> all;
    private final Set<String> words = new HashSet<>();
    private final Set<String> glued = new HashSet<>();

    AgentNames(List<OwnNames> all) {
        this.all = List.copyOf(all);
        for (OwnNames names : all) {
            words.addAll(names.words());
            glued.addAll(names.glued());
        }
    }

    /** The names of this agent. */
    OwnNames of(Agent agent) {
        for (OwnNames names : all) {
            if (names.isOf(agent)) {
                return names;
            }
        }
        throw new IllegalStateException("Agent " + agent.id() + " is not of this desk.");
    }

    /** The first agent of whom this holds; asked only for those who have a word of their names in the line. */
    Optional<OwnNames> first(Words line, Predicate<OwnNames> holds) {
        if (mayBeIn(line)) {
            for (OwnNames names : all) {
                if (names.mayBeIn(line) && holds.test(names)) {
                    return Optional.of(names);
                }
            }
        }
        return Optional.empty();
    }

    /** Whether there is {@linkplain #first such an agent}. */
    boolean any(Words line, Predicate<OwnNames> holds) {
        return first(line, holds).isPresent();
    }

    /** Whether a name has this word in it. */
    boolean hasWord(String word) {
        return words.contains(word);
    }

    /** Those who have this word in a name. */
    List<OwnNames> withWord(String word) {
        if (!hasWord(word)) {
            return List.of();
        }
        List<OwnNames> found = new ArrayList<>(1);
        for (OwnNames names : all) {
            if (names.words().contains(word)) {
                found.add(names);
            }
        }
        return found;
    }

    private boolean mayBeIn(Words line) {
        return line.mayName(words, glued);
    }
}
