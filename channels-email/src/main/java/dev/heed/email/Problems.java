package dev.heed.email;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What could not be read of one mail, in sentences an agent understands. Each sentence once. Not thread-safe. */
final class Problems {

    private final Set<String> sentences = new LinkedHashSet<>();

    void add(String sentence) {
        sentences.add(sentence);
    }

    List<String> toList() {
        return List.copyOf(sentences);
    }
}
