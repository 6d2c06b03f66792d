package dev.heed.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Phrases of several folded words, found by their first one. Immutable and thread-safe. */
final class Phrases {
    private final Map<String, List<List<String>>> byFirstWord = new HashMap<>();

    Phrases(Collection<List<String>> phrases) {
        for (List<String> phrase : phrases) {
            byFirstWord
                    .computeIfAbsent(phrase.get(0), first -> new ArrayList<>(1))
                    .add(phrase);
        }
        for (List<List<String>> several : byFirstWord.values()) {
            several.sort(Comparator.<List<String>>comparingInt(List::size).reversed());
        }
    }

    /** The words with which they begin. */
    Set<String> firstWords() {
        return byFirstWord.keySet();
    }

    /** How many words the longest phrase has that begins here; none if no phrase does. */
    int lengthAt(Words words, int from) {
        List<String> folded = words.folded();
        if (from >= folded.size()) {
            return 0;
        }
        List<List<String>> phrases = byFirstWord.get(folded.get(from));
        if (phrases != null) {
            for (List<String> phrase : phrases) {
                if (goesOn(folded, from, phrase)) {
                    return phrase.size();
                }
            }
        }
        return 0;
    }

    private static boolean goesOn(List<String> folded, int from, List<String> phrase) {
        if (from + phrase.size() > folded.size()) {
            return false;
        }
        for (int i = 1; i < phrase.size(); i++) {
            if (!folded.get(from + i).equals(phrase.get(i))) {
                return false;
            }
        }
        return true;
    }
}
