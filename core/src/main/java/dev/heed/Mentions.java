package dev.heed;

import dev.heed.people.AgentId;
import java.text.Normalizer;
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
    private final List<Name> names;

    /** An id as it is looked for. */
    private record Name(AgentId agent, String id) {}

    Mentions(Collection<AgentId> agents) {
        names = agents.stream()
                .map(agent -> new Name(agent, Normalizer.normalize(agent.value(), Normalizer.Form.NFC)))
                .sorted(Comparator.comparing((Name name) -> name.id().length()).reversed())
                .toList();
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
        List<Name> there = names.stream()
                .filter(name -> stands(name.id(), text, from, ignoreCase))
                .toList();
        boolean ambiguous = there.size() > 1
                && there.get(1).id().length() == there.get(0).id().length();
        return ambiguous ? Optional.empty() : there.stream().findFirst().map(Name::agent);
    }

    private static boolean stands(String id, String text, int from, boolean ignoreCase) {
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
