package dev.heed.rule;

import dev.heed.message.FactKey;
import dev.heed.playbook.Playbook;
import dev.heed.playbook.Step;
import dev.heed.rule.Passages.Passage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody wants to say to the customer of a ticket.
 *
 * @param passages the sentences that the customer would see, without signature or label
 * @param asking what its author says that it asks for
 * @param suggesting the steps that its author says it suggests
 * @param playbook the steps that can be suggested
 * @param now when it is to be said
 */
record Said(List<Passage> passages, List<FactKey> asking, List<FactKey> suggesting, Playbook playbook, Instant now) {
    /** All that a step may be called, in folded words; at least by the words of its id. */
    List<List<String>> names(FactKey id) {
        List<List<String>> names = new ArrayList<>();
        names.add(Words.of(id.value()).folded());
        Optional<Step> step = playbook.find(id);
        step.ifPresent(known -> {
            names.add(Words.of(known.title()).folded());
            known.labels().forEach(label -> names.add(Words.of(label).folded()));
        });
        return names;
    }

    /** The steps among these that it suggests, each with the sentence that does so, or none if its author says so. */
    Map<FactKey, Optional<Passage>> suggested(List<FactKey> ids) {
        Map<FactKey, Optional<Passage>> suggested = new LinkedHashMap<>();
        for (FactKey id : ids) {
            List<List<String>> names = names(id);
            Optional<Passage> where = passages.stream()
                    .filter(passage -> names.stream().anyMatch(name -> suggests(passage, name)))
                    .findFirst();
            if (where.isPresent() || suggesting.contains(id)) {
                suggested.put(id, where);
            }
        }
        return suggested;
    }

    private static boolean suggests(Passage passage, List<String> name) {
        Words words = passage.words();
        return RequestWords.languages().stream().anyMatch(language -> new Suggestions(language, words).suggest(name));
    }
}
