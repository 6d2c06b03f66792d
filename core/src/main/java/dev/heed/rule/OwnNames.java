package dev.heed.rule;

import dev.heed.people.Agent;
import dev.heed.rule.SignatureWords.Section;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Finds one agent's own name in a line. Immutable and thread-safe. */
final class OwnNames {
    /** Who signs says little beside the name. */
    private static final int MOST_WORDS = 16;

    private static final int MOST_WORDS_OF_A_NAME = 4;

    private final Agent agent;
    private final GroupNames groups;
    private final List<List<String>> names = new ArrayList<>();
    private final Set<String> words = new HashSet<>();
    private final Set<String> parts = new HashSet<>();
    private final Set<String> glued = new HashSet<>();

    OwnNames(Agent agent, GroupNames groups) {
        this.agent = agent;
        this.groups = groups;
        add(agent.fullName());
        agent.aliases().forEach(this::add);
        for (List<String> name : names) {
            words.addAll(name);
            glued.add(String.join("", name));
        }
        for (String word : words) {
            if (isTelling(word)) {
                parts.add(word);
            }
        }
    }

    private void add(String name) {
        Words taken = Words.of(name);
        names.add(taken.folded());
        List<String> umlauts = new ArrayList<>();
        for (String word : taken.written()) {
            umlauts.add(Folding.foldUmlauts(word));
        }
        if (!names.contains(umlauts)) {
            names.add(umlauts);
        }
    }

    /** The words of all names, folded, with umlauts written in two ways. */
    Set<String> words() {
        return words;
    }

    /** Each name without what parts its words. */
    Set<String> glued() {
        return glued;
    }

    /** Whether a line may have a name in it: it has a word of one, or the letters. */
    boolean mayBeIn(Words line) {
        return line.mayName(words, glued);
    }

    Agent agent() {
        return agent;
    }

    boolean isOf(Agent other) {
        return agent.id().equals(other.id());
    }

    /** Whether the line is signed with the full name or an alias, in any order of its words. */
    boolean signedInFull(Words line) {
        if (line.size() > MOST_WORDS || !mayBeIn(line)) {
            return false;
        }
        for (int from = 0; from < line.size(); from++) {
            for (int to = from + 1; to <= line.size(); to++) {
                if (isWhole(line.between(from, to)) && standsAlone(line, from, to)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What stands behind the full name or alias in a line that is {@linkplain #signedInFull signed} with it. */
    Words behindName(Words line) {
        for (int from = 0; from < line.size(); from++) {
            for (int to = line.size(); to > from; to--) {
                if (isWhole(line.between(from, to)) && standsAlone(line, from, to)) {
                    return line.from(to);
                }
            }
        }
        return line.from(line.size());
    }

    /** What stands before the full name or alias in a line that is {@linkplain #signedInFull signed} with it. */
    Words beforeName(Words line) {
        Words behind = behindName(line);
        int end = line.size() - behind.size();
        for (int from = 0; from < end; from++) {
            if (isWhole(line.between(from, end))) {
                return line.between(0, from);
            }
        }
        return line.between(0, 0);
    }

    /** Whether the line is nothing but this person's name or a part of it, with titles: "Jonas", "Mr Weber". */
    boolean isBare(Words line) {
        return !line.isEmpty()
                && line.size() <= MOST_WORDS_OF_A_NAME
                && mayBeIn(line)
                && line.folded().stream().anyMatch(this::isPart)
                && line.folded().stream().allMatch(word -> isPart(word) || isInitial(word) || isTitle(word))
                && line.written().stream()
                        .filter(word -> isPart(Folding.fold(word)))
                        .noneMatch(word -> Character.isLowerCase(word.codePointAt(0)));
    }

    /** As {@link #signedInFull}, or with a part of the name that is enough among people who know each other. */
    boolean signed(Words line) {
        if (signedInFull(line) || isOfFunctionWords(line)) {
            return true;
        }
        if (line.size() > MOST_WORDS || !mayBeIn(line)) {
            return false;
        }
        for (int from = 0; from < line.size(); from++) {
            int to = from;
            while (to < line.size()
                    && (isPart(line.folded().get(to))
                            || (to > from && isInitial(line.folded().get(to))))) {
                to++;
            }
            if (to > from && to - from < 4 && standsAlone(line, from, to)) {
                return true;
            }
        }
        return false;
    }

    /** Le Van An signs as "An", which is a word like any other in a sentence. */
    private boolean isOfFunctionWords(Words line) {
        return !line.isEmpty()
                && words.containsAll(line.folded())
                && names.stream().anyMatch(name -> name.containsAll(line.folded()))
                && line.folded().stream().allMatch(word -> groups.isOf(Section.FUNCTION_NAME, word))
                && line.written().stream().noneMatch(word -> Character.isLowerCase(word.codePointAt(0)));
    }

    /** Whether these words are the full name or an alias, and nothing else. */
    boolean isWhole(Words window) {
        for (List<String> name : names) {
            boolean equal = name.size() == window.size()
                    ? name.equals(window.folded()) || sameInAnyOrder(name, window.folded())
                    : window.joined().equals(String.join("", name));
            if (equal) {
                return true;
            }
        }
        return false;
    }

    private static boolean sameInAnyOrder(List<String> name, List<String> window) {
        return name.containsAll(window)
                && name.stream()
                        .sorted()
                        .toList()
                        .equals(window.stream().sorted().toList());
    }

    /** A word of the name that is nobody else's and no group's: not an initial, not a surname that is a common noun. */
    boolean isPart(String word) {
        return parts.contains(word);
    }

    private boolean isTelling(String word) {
        boolean given = groups.isOf(Section.GIVEN, word) && !groups.isCollective(word) && !groups.isShopWord(word);
        return word.length() > 1 && (given || !groups.saysNothingOfAPerson(word)) && !groups.isOf(Section.TITLE, word);
    }

    boolean isInitial(String letter) {
        if (letter.length() == 1) {
            for (String word : words) {
                if (word.startsWith(letter)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Before the name only titles, "your" and "for the team:", after it nothing that makes it another name. */
    private boolean standsAlone(Words line, int from, int to) {
        return beginsHere(line, from) && endsHere(line, to);
    }

    private boolean beginsHere(Words line, int from) {
        int start = from;
        while (start > 0
                && !line.parted().get(start)
                && (isTitle(line.folded().get(start - 1)) || isRole(line, start - 1))) {
            start--;
        }
        return start == 0 || (line.parted().get(start) && introduces(line.between(0, start)));
    }

    /** "Your adviser Maria Keller": one word for what a person does, and none for a group. */
    private boolean isRole(Words line, int index) {
        String word = line.folded().get(index);
        return groups.isGeneric(word)
                && !groups.isOf(Section.COLLECTIVE, word)
                && !groups.isOf(Section.COLLECTIVE_SURNAME, word)
                && !groups.isShopWord(word);
    }

    private boolean isTitle(String word) {
        return groups.isOf(Section.TITLE, word);
    }

    /** "Your adviser, …", "For the XYZ team: …", "XYZ GmbH, …", titles: words that introduce a name. */
    private boolean introduces(Words before) {
        return before.folded().stream()
                .allMatch(word -> groups.isOf(Section.TITLE, word)
                        || groups.isOf(Section.FUNCTION, word)
                        || groups.isCollective(word)
                        || groups.isGeneric(word)
                        || groups.isShopWord(word));
    }

    private boolean endsHere(Words line, int to) {
        if (to == line.size() || line.parted().get(to)) {
            return true;
        }
        String next = line.folded().get(to);
        if (groups.isCollective(next) || groups.isOf(Section.COLLECTIVE_SURNAME, next)) {
            return false; // "Jana Team" is the team of Jana
        }
        return groups.isOf(Section.CONNECTOR, next)
                || groups.isOf(Section.TITLE, next)
                || groups.isGeneric(next)
                || groups.isShopWord(next)
                || next.chars().noneMatch(Character::isLetter)
                || agent.employeeId()
                        .map(Folding::fold)
                        .filter(id -> Objects.equals(id, next))
                        .isPresent();
    }
}
