package dev.heed;

import dev.heed.people.AgentId;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the agents whom a note names as {@code @id}. What could be part of an e-mail address names nobody. */
final class Mentions {
    private static final String JOINING = ".-_@+";

    /** The longest first: of two ids, one may begin with the other. */
    private final List<AgentId> agents;

    Mentions(Collection<AgentId> agents) {
        List<AgentId> sorted = new ArrayList<>(agents);
        sorted.sort(
                Comparator.comparing((AgentId agent) -> agent.value().length()).reversed());
        this.agents = List.copyOf(sorted);
    }

    /** Each once, in the order in which they are named. */
    List<AgentId> in(String words) {
        String text = Normalizer.normalize(words, Normalizer.Form.NFC);
        Set<AgentId> named = new LinkedHashSet<>();
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            if (at == 0 || !isPartOfWord(text, at - 1)) {
                int from = at + 1;
                whoIsAt(text, from, false).or(() -> whoIsAt(text, from, true)).ifPresent(named::add);
            }
        }
        return List.copyOf(named);
    }

    /** Written otherwise than the id, it counts only where it can be but one. */
    private Optional<AgentId> whoIsAt(String text, int from, boolean ignoreCase) {
        List<AgentId> there = agents.stream()
                .filter(agent -> stands(agent, text, from, ignoreCase))
                .toList();
        boolean ambiguous = there.size() > 1
                && there.get(1).value().length() == there.get(0).value().length();
        return ambiguous ? Optional.empty() : there.stream().findFirst();
    }

    private static boolean stands(AgentId agent, String text, int from, boolean ignoreCase) {
        String id = Normalizer.normalize(agent.value(), Normalizer.Form.NFC);
        int end = from + id.length();
        return text.regionMatches(ignoreCase, from, id, 0, id.length()) && endsAt(text, end);
    }

    /** A full stop ends a sentence, and goes on in a name or an address where letters follow. */
    private static boolean endsAt(String text, int end) {
        int next = end;
        while (next < text.length() && JOINING.indexOf(text.charAt(next)) >= 0) {
            next++;
        }
        return next == text.length() || !Character.isLetterOrDigit(text.codePointAt(next));
    }

    private static boolean isPartOfWord(String text, int at) {
        return Character.isLetterOrDigit(text.codePointBefore(at + 1)) || "_%+".indexOf(text.charAt(at)) >= 0;
    }
}
